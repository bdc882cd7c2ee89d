import { sentenceRule } from '../rule.ts';

/** One kanji + する that are words, beyond those that the dictionary knows as verbs. */
const words = /[愛圧案異依印営映益遠演応汚恩科介会解害学冠関感期帰機逆究供欠決結券兼現功抗講興刻殺察参算賛産死資失謝宿祝熟処称証賞誓制製接属損存対題達脱断徴呈適徹投到得毒熱任認念配拍発反比秘表評付服復複返報訪没摩命面免模約訳有要浴律略料列臨類労録論和際託画害生通信臭宣召]/;

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
