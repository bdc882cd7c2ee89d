import type { ProofreadingText } from '../manuscript.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'digit-width', title: '数字の全角と半角', family: 'consistency', level: 'advice',
  catches: '一桁の数字、二桁以上の数字のそれぞれについて、全角と半角が混ざっている箇所（「３月末」と「3月末」）。一桁だけを全角にする書き方は、混在とは扱いません。',
  why: '数字の幅がそろわないと見た目が乱れ、検索や集計で漏れるためです。',
  example: { wrong: '９月１日に実施し、10月に集計し、3月に公表した。４月から', right: '９月１日に実施し、10月に集計し、３月に公表した。４月から' },
};

interface Numeral { readonly text: ProofreadingText; readonly index: number; readonly digits: string; readonly single: boolean; readonly full: boolean }

/** A number with its separators; letters beside it make it part of a name (R2, 5G, ※2). */
const numeral = /(?<![A-Za-zＡ-Ｚａ-ｚ0-9０-９※.．,，-])[0-9０-９]+(?:[.,．，][0-9０-９]+)*(?![A-Za-zＡ-Ｚａ-ｚ0-9０-９-]|[.,．，][0-9０-９])/g;

export const digitWidth = reportRule(description, ({ texts }) => {
  const numerals = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) =>
    [...text.text.matchAll(numeral)].map(({ index, 0: digits }): Numeral => ({ text, index, digits, single: digits.length === 1, full: /[０-９]/.test(digits) })));
  return [true, false].flatMap((single) => minority(numerals.filter((found) => found.single === single), single));
});

function minority(numerals: readonly Numeral[], single: boolean) {
  const full = numerals.filter((found) => found.full).length;
  const half = numerals.length - full;
  if (full === 0 || half === 0) return [];
  const wrongIsFull = single ? full < half : full <= half;
  const [wrong, right] = wrongIsFull ? ['全角', '半角'] : ['半角', '全角'];
  return numerals.filter((found) => found.full === wrongIsFull).map(({ text, index, digits }) => {
    // The counter is quoted with the digit: a bare 3 tells the reader nothing.
    const counter = /^[一-龠％%]/.exec(text.text.slice(index + digits.length))?.[0] ?? '';
    return findingAt(description, text, {
      start: index, end: index + digits.length + counter.length,
      message: `${single ? '一桁' : '二桁以上'}の数字は、${right}が${Math.max(full, half)}か所、${wrong}が${Math.min(full, half)}か所です。多い方にそろえてください。`,
      suggestion: (wrongIsFull ? digits.normalize('NFKC') : digits.replace(/[0-9]/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0))) + counter,
    });
  });
}
