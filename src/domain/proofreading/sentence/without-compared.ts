import { sentenceRule } from '../rule.ts';
import type { Token } from '../token.ts';

/** What a figure is weighed against. */
const against = /(?:前年度?|昨年度?|前回|前年同月末?|前年同期|前々年度|年度末|年度当初|当初|導入前|開始前|改定前|[0-9０-９]年度?|目標値?|計画|見込み|末|平均)$/;

export const withoutCompared = sentenceRule({
  name: 'without-compared', title: '「前年度比べて」など', family: 'sentence', level: 'error',
  catches: '「前年同月末比べて」「10月から３月かけて」「国勢調査比較して」のように、「に比べて」「にかけて」などの「に」「と」が抜けている箇所。',
  why: '決まった形の一部が抜けており、文がつながらないためです。',
  example: { wrong: '保有率は前年同月末比べて9.2ポイント上昇した。', right: '保有率は前年同月末に比べて9.2ポイント上昇した。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (!next || !/^(?:名詞|UNK)$/.test(token.pos)) continue;
    const before = text.text.slice(Math.max(0, token.end - 10), token.end);
    const rest = text.text.slice(next.start, next.start + 5);
    const compared = against.test(before) && /^(?:比べ[て、]|比較し[て、])/.test(rest);
    const until = /(?:[0-9０-９]月|[0-9０-９]年度?|[上中下]旬|末)$/.test(before) && rest.startsWith('かけて') && kara(tokens, index);
    if (compared || until) yield { start: token.start, end: next.end, message: `「${next.surface}」の前の「に」${compared ? 'か「と」' : ''}が抜けていると思われます。` };
  }
});

function kara(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(Math.max(0, index - 8), index).some(({ surface }) => surface === 'から');
}
