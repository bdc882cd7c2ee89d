import { fiscalYearLabel } from '../../fiscal-year/fiscal-year.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import { againstMajority } from './vote.ts';

const description: RuleDescription = {
  name: 'era-year', title: '平成31年度と令和元年度', family: 'consistency', level: 'advice',
  catches: '2019年度の書き方（「平成31年度」「令和元年度」「令和１年度」）が、市の決まりと異なるか、報告書の中で混ざっている箇所。平成32年度以後も示します。',
  why: '同じ年度が別の年度に見えるためです。',
  example: { wrong: '平成31年度に策定し、平成31年度に見直した。令和元年度に', right: '平成31年度に策定し、平成31年度に見直した。平成31年度に' },
};

const of2019 = /(?:平成(?:31|３１)|令和(?:元|1|１))年度/g;
const afterHeisei = /平成(?:3[2-9]|３[２-９]|[4-9][0-9]|[４-９][０-９])年度?/g;

export const eraYear = reportRule(description, ({ texts, manuscript: { edition } }) => {
  const occurrences = texts.flatMap((text) => [...text.text.matchAll(of2019)].map(({ index, 0: form }) => ({ text, start: index, end: index + form.length, form })));
  const own = edition ? fiscalYearLabel(2019, edition.municipality.fiscalYearLabels) : null;
  const wrong = own === null ? againstMajority(description, occurrences, ['令和元年度', '平成31年度']) : occurrences
    .filter(({ form }) => form.normalize('NFKC') !== own.normalize('NFKC'))
    .map(({ text, start, end, form }) => findingAt(description, text, { start, end, message: `この市では「${own}」と書きます（「${form}」）。`, suggestion: own }));
  return [...wrong, ...texts.flatMap((text) => [...text.text.matchAll(afterHeisei)].map(({ index, 0: form }) =>
    findingAt(description, text, { start: index, end: index + form.length, message: `「${form}」は令和の年です。` })))];
});
