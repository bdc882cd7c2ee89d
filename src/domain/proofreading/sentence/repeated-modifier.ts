import { sentenceRule } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';

/** Links after which the same noun says nothing new. */
const links = new Set(['の', 'に係る', 'に関する', 'についての', 'に対する', 'における', 'による']);
const wholes = /^(?:一つ|一人|一|人|日|年|月|市|町|国|心|目|次|間|世界|全て|すべて|子ども|以上|以下|方|物|者|様々|個|各|別|何|時代|時|上|中|下)$/;

export const repeatedModifier = sentenceRule({
  name: 'repeated-modifier', title: '「年間の年間保守料」など', family: 'sentence', level: 'advice',
  catches: '「年間の年間保守料」「移動に係る移動時間」のように、語を修飾する語が、その語の初めと同じ箇所。',
  why: '同じことを二度述べており、書き換えの途中で残ったものと思われるためです。',
  example: { wrong: '移動に係る移動時間を短縮した。', right: '移動に係る時間を短縮した。' },
}, function* ({ tokens, text }) {
  for (const [index, noun] of tokens.entries()) {
    // 「庁内放送で放送し」.
    if (isVerbalNoun(noun) && tokens[index + 1]?.surface === 'で' && tokens[index + 2]?.surface === noun.surface && tokens[index + 3]?.base === 'する') {
      yield { start: noun.start, end: tokens[index + 2]!.end, message: `「${text.text.slice(noun.start, tokens[index + 2]!.end)}」と、同じ語が繰り返されています。` };
      continue;
    }
    // 「推進計画の計画期間」: the first is the tail of a name.
    if (tokens[index - 1]?.pos === '名詞') continue;
    if (noun.pos !== '名詞' || noun.surface.length < 2 || noun.detail === '数' || wholes.test(noun.surface) || /副詞可能|助数詞/.test(noun.detail2) || !/^[\p{Script=Han}ァ-ヶー]+$/u.test(noun.surface)) continue;
    const second = afterLink(tokens, index);
    if (second === null || tokens[second]?.surface !== noun.surface) continue;
    yield { start: noun.start, end: tokens[second].end, message: `「${text.text.slice(noun.start, tokens[second].end)}」と、同じ語が繰り返されています。` };
  }
});

/** Where the words after a link begin. */
function afterLink(tokens: readonly Token[], index: number): number | null {
  const [link, after, then] = tokens.slice(index + 1, index + 4);
  if (!link) return null;
  if (links.has(link.surface)) return index + 2;
  if (link.surface === 'に対して' || link.surface === 'について') return index + 2;
  return link.surface === 'に' && /^(?:係る|関する|対する|伴う)$/.test(after?.surface ?? '') && then ? index + 3 : null;
}
