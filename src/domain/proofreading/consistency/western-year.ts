import { matchesOf, textRule } from '../rule.ts';
import { writtenNumber, yearOfEra } from '../written-number.ts';

const eraFirst = /(令和|平成|昭和)(元|[0-9０-９]{1,2})年?度?[（(]([0-9０-９]{4})年?度?[）)]/g;
const westernFirst = /([0-9０-９]{4})年?度?[（(](令和|平成|昭和)(元|[0-9０-９]{1,2})年?度?[）)]/g;
/** 「令和４（2022）度」: the year is left out of 年度. */
const cut = /(?:令和|平成|昭和)(?:元|[0-9０-９]{1,2})(?:[（(][0-9０-９]{4}[）)])?度(?!数|合)/g;

export const westernYear = textRule({
  name: 'western-year', title: '元号と西暦の食い違い', family: 'consistency', level: 'error',
  catches: '「令和５（2024）年」「2022年（令和５年）」のように、並べて書かれた元号の年と西暦の年が合わない箇所と、「令和４（2022）度」のように「年」が抜けている箇所。',
  why: 'どちらの年のことなのかが分からず、期限や実績の年を取り違えるためです。',
  example: { wrong: '令和５（2024）年７月の豪雨', right: '令和５（2023）年７月の豪雨' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: era, 2: year, 3: western } of matchesOf(text, eraFirst)) if (yearOfEra(era!, year!) !== writtenNumber(western!)) yield slipAt(index, words, era!, year!);
  for (const { index, 0: words, 1: western, 2: era, 3: year } of matchesOf(text, westernFirst)) if (yearOfEra(era!, year!) !== writtenNumber(western!)) yield slipAt(index, words, era!, year!);
  for (const { index, 0: words } of matchesOf(text, cut)) yield { start: index, end: index + words.length, message: '「年度」の「年」が抜けていると思われます。', suggestion: words.replace(/度$/, '年度') };
});

function slipAt(index: number, words: string, era: string, year: string): { start: number; end: number; message: string } {
  return { start: index, end: index + words.length, message: `${era}${year}年は西暦${yearOfEra(era, year)}年です。` };
}
