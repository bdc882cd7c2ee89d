import { sentenceRule } from '../rule.ts';
import type { Token } from '../token.ts';

/** A beginning of fewer characters may stand before two clauses without being noticed. */
const shortest = 6;
/** Words of a beginning that are compared. */
const longest = 8;

export const repeatedClause = sentenceRule({
  name: 'repeated-clause', title: '離れた箇所の同じ語句', family: 'sentence', level: 'advice',
  catches: '「個別の通知を送付するとともに、個別の通知を送付し」「来館者からは好評であり、来館者からは」のように、一つの文の二つの節が同じ語句で始まる箇所。',
  why: '書き直したときに前の節が残ったものと思われ、同じことを二度述べることになるためです。',
  example: { wrong: '来館者からは好評であり、来館者からは継続を望む声があった。', right: '来館者からは好評であり、継続を望む声があった。' },
}, function* ({ tokens, text }) {
  const seen = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (index > 0 && !/^[、。]$/.test(tokens[index - 1]!.surface)) continue;
    const length = openingOf(tokens, index);
    if (length === null || /[「」]/.test(text.text.slice(tokens[0]!.start, token.start))) continue;
    const words = text.text.slice(token.start, tokens[index + length - 1]!.end);
    if (seen.has(words)) yield { start: token.start, end: tokens[index + length - 1]!.end, message: `同じ文の前の節も「${words}」で始まっています。消し残しではないか確かめてください。` };
    seen.set(words, index);
  }
});

/** The words up to the second particle of a clause: 「個別の通知を」, 「来館者からは」. */
function openingOf(tokens: readonly Token[], index: number): number | null {
  for (let length = 2; length <= longest && tokens[index + length - 1]; length += 1) {
    const token = tokens[index + length - 1]!;
    const words = tokens.slice(index, index + length);
    if (/^[、。（）「」]$/.test(token.surface) || words.some(({ detail, surface }) => detail === '数' || /^[0-9０-９]/.test(surface))) return null;
    const last = tokens[index + length];
    const closes = token.pos === '助詞' && /^(?:は|を|が|に|も|で|では|には)$/.test(token.surface) && !(last?.pos === '助詞' || last?.pos === '名詞' && last.detail === '接尾');
    if (closes && words.reduce((sum, { surface }) => sum + surface.length, 0) >= shortest) return length;
  }
  return null;
}
