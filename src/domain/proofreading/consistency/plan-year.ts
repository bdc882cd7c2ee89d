import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import { writtenNumber, yearOfEra } from '../written-number.ts';

const description: RuleDescription = {
  name: 'plan-year', title: '計画の何年目か', family: 'consistency', level: 'error',
  catches: '計画の期間を「令和４年度から令和８年度まで」と述べた報告書の中で、「令和５年度は計画の３年目」のように、年度と何年目かが合わない箇所。',
  why: '前年度の文章を直し忘れたときに生じる誤りであるためです。',
  example: { wrong: '計画の期間は令和４年度から令和８年度までである。／令和５年度は計画の３年目に当たる。', right: '計画の期間は令和４年度から令和８年度までである。／令和５年度は計画の２年目に当たる。' },
};

const digits = '(元|[0-9０-９]{1,2})';
const period = new RegExp(`(令和|平成)${digits}年度から(?:(令和|平成)?${digits}年度)(?:まで|を)`, 'g');
const ordinal = new RegExp(`(令和|平成)${digits}年度は、?[^。0-9０-９]{0,24}?([0-9０-９]{1,2}|初)(年目|年度目|年度)(?=[にでとの])`, 'g');

export const planYear = reportRule(description, ({ texts }) => {
  const starts = texts.flatMap(({ text }) => [...text.matchAll(period)].map(({ 1: era, 2: from, 3: laterEra, 4: to }) => ({ from: yearOfEra(era!, from!), to: yearOfEra(laterEra ?? era!, to!) })));
  if (starts.length === 0) return [];
  return texts.flatMap((text) => [...text.text.matchAll(ordinal)].flatMap(({ index, 0: words, 1: era, 2: year, 3: nth, 4: unit }) => {
    if (unit === '年度' && nth !== '初') return [];
    const now = yearOfEra(era!, year!);
    const around = starts.filter(({ from, to }) => from <= now && now <= to);
    const stated = nth === '初' ? 1 : writtenNumber(nth!);
    // Of several plans any may be meant.
    if (around.length === 0 || around.some(({ from }) => now - from + 1 === stated)) return [];
    const right = [...new Set(around.map(({ from }) => now - from + 1))].join('、');
    return [findingAt(description, text, { start: index, end: index + words.length, message: `期間の初めから数えると${right}年目ですが、「${nth}${unit}」とあります。` })];
  }));
});
