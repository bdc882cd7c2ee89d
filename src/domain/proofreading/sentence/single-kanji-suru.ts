import { sentenceRule } from '../rule.ts';

/** One kanji + する that are words, where the dictionary does not know them as one verb. */
const words = /[損得恋毒熱]/;

export const singleKanjiSuru = sentenceRule({
  name: 'single-kanji-suru', title: '「減している」など一字の脱落', family: 'sentence', level: 'advice',
  catches: '「経費は減していた」「件数を増している」のように、二字の語の一字が抜けて、漢字一字に「する」が付いている箇所。',
  why: '「減少している」「増加している」などの一字が抜けたものと思われるためです。',
  example: { wrong: '維持管理経費は減していた。', right: '維持管理経費は減少していた。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    const before = tokens[index - 1];
    const split = token.surface.length === 1 && token.pos === '名詞' && !['接尾', '非自立', '数'].includes(token.detail) && next?.base === 'する' && next.pos === '動詞' && before?.pos !== '名詞' && before?.pos !== '接頭詞';
    const fused = /^[減増加縮拡]し$/.test(token.surface) && token.pos === '動詞' && /^(?:て|ている|ており|てい|たが|つつ)$/.test(next?.surface ?? '');
    if (!split && !fused) continue;
    const kanji = token.surface[0]!;
    if (!/\p{Script=Han}/u.test(kanji) || words.test(kanji)) continue;
    yield { start: token.start, end: split ? next!.end : token.end, message: `「${kanji}する」という語は普通使いません。「${kanji}」の前後の字が抜けていないか確かめてください。` };
  }
});
