import type { ProofreadingText } from '../manuscript.ts';
import { matchesOf, textRule } from '../rule.ts';
import { writtenNumber, yearOfEra } from '../written-number.ts';

const weekdays = '日月火水木金土';
const date = /(?:(令和|平成|昭和)(元|[0-9０-９]{1,2})(?:[（(][0-9０-９]{4}[）)])?年|([0-9０-９]{4})年)?([0-9０-９]{1,2})月([0-9０-９]{1,2})日(?:[（(]([日月火水木金土])(?:曜日?)?(?:・祝)?[）)])?/g;
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const impossibleDate = textRule({
  name: 'impossible-date', title: '存在しない日付、合わない曜日', family: 'consistency', level: 'error',
  catches: '「２月30日」「13月１日」のように存在しない日付と、「令和２年12月５日（日）」のように年月日と合わない曜日。',
  why: '打ち間違いや、前年の文章の日付だけを直したときに生じる誤りで、案内の誤りにつながるためです。',
  example: { wrong: '令和２年12月５日（日）に開催した。', right: '令和２年12月５日（土）に開催した。' },
}, function* ({ text }, { manuscript: { edition, texts } }) {
  const fiscalYear = /[（(][日月火水木金土]/.test(text) ? (edition?.fiscalYear ?? yearOfDates(texts)) : null;
  for (const { index, 0: words, 1: era, 2: eraYear, 3: western, 4: month, 5: day, 6: weekday } of matchesOf(text, date)) {
    const [monthNumber, dayNumber] = [writtenNumber(month!), writtenNumber(day!)];
    const written = era ? yearOfEra(era, eraYear!) : western ? writtenNumber(western) : null;
    // Without a year of its own a date belongs to the report's fiscal year.
    const year = written ?? (fiscalYear === null ? null : fiscalYear + (monthNumber < 4 ? 1 : 0));
    const last = monthNumber === 2 && year !== null ? new Date(Date.UTC(year, 2, 0)).getUTCDate() : longestMonths[monthNumber - 1];
    const place = { start: index, end: index + words.length };
    if (last === undefined || dayNumber < 1 || dayNumber > last) {
      yield { ...place, message: `「${words}」という日付は存在しません。` };
    } else if (weekday && year !== null) {
      const actual = weekdays[new Date(Date.UTC(year, monthNumber - 1, dayNumber)).getUTCDay()]!;
      if (actual !== weekday) yield { ...place, message: written === null ? `${fiscalYear}年度の「${words.replace(/[（(].*/, '')}」は${actual}曜日です。` : `「${words}」は${actual}曜日です。` };
    }
  }
});

/**
 * The fiscal year of a manuscript without an edition: of the years that it names, the one whose calendar most of its dates with weekdays fit. null
 * where less than two in three fit: a slip must not speak for the year.
 */
function yearOfDates(texts: readonly ProofreadingText[]): number | null {
  const named = new Map<number, number>();
  const dates: { month: number; day: number; weekday: string }[] = [];
  for (const { text } of texts) {
    for (const { 1: era, 2: year } of text.matchAll(/(令和|平成)(元|[0-9０-９]{1,2})(?:[（(][0-9０-９]{4}[）)])?年度/g)) {
      const its = yearOfEra(era!, year!);
      named.set(its, (named.get(its) ?? 0) + 1);
    }
    for (const { 1: era, 3: western, 4: month, 5: day, 6: weekday } of text.matchAll(date)) if (!era && !western && weekday) dates.push({ month: writtenNumber(month!), day: writtenNumber(day!), weekday });
  }
  const fits = (fiscalYear: number) => dates.filter(({ month, day, weekday }) => weekdays[new Date(Date.UTC(fiscalYear + (month < 4 ? 1 : 0), month - 1, day)).getUTCDay()] === weekday).length;
  // One date or two say nothing of the year; the year that the report names most does.
  const mostNamed = [...named].toSorted(([, one], [, other]) => other - one)[0];
  if (dates.length <= 2) return mostNamed !== undefined && 2 * mostNamed[1] > [...named.values()].reduce((sum, one) => sum + one, 0) ? mostNamed[0] : null;
  const best = [...named.keys()].map((year) => ({ year, count: fits(year) })).toSorted((one, other) => other.count - one.count)[0];
  return best !== undefined && 3 * best.count >= 2 * dates.length ? best.year : null;
}
