import { fiscalYearLabel } from '../../fiscal-year/fiscal-year.ts';
import { noteNumber } from '../../report/paragraph.ts';
import { reportRule, findingAt, type RuleDescription } from '../rule.ts';
import { yearOfEra } from '../written-number.ts';

const description: RuleDescription = {
  name: 'note-year', title: '値の年度と注の年度', family: 'registry', level: 'note',
  catches: '指標の値に付いた注が、値の年度と異なる年度に行った調査などを述べている場合。',
  why: 'いつの値なのかを読み手が誤るおそれがあるためです。調査の時期と値の年度の関係を書き添えます。',
  example: { wrong: '令和２年度末現状値 37.0※１（※１ 令和３年度に実施した調査では…）', right: '令和２年度末現状値 37.0※１（※１ 令和２年度に実施した調査では…）' },
};

export const noteYear = reportRule(description, ({ manuscript: { edition }, texts }) => {
  if (!edition) return [];
  return edition.indicators.flatMap(({ measurement, title }) => (measurement?.notes ?? []).flatMap((mark) => {
    const note = edition.notes.find((candidate) => noteNumber(candidate.mark) === noteNumber(mark));
    const text = note && texts.find(({ path }) => path === `notes#${note.mark}`);
    if (!measurement || !text) return [];
    const years = [...text.text.matchAll(/(令和|平成)(元|[0-9０-９]{1,2})年度/g)].map((match) => ({ match, year: yearOfEra(match[1]!, match[2]!) }));
    if (years.some(({ year }) => year === measurement.valueYear)) return [];
    return years.slice(0, 1).map(({ match }) => findingAt(description, text, {
      start: match.index, end: match.index + match[0].length,
      message: `指標「${title}」の値は${fiscalYearLabel(measurement.valueYear, edition.municipality.fiscalYearLabels)}のものですが、注は${match[0]}について述べています。`,
    }));
  }));
});
