import { type CalendarDate, isCalendarDate } from './fiscal-year.ts';

const eras: readonly { readonly names: readonly string[]; readonly from: CalendarDate; readonly until: CalendarDate }[] = [
  { names: ['令和', 'R'], from: '2019-05-01', until: '9999-12-31' },
  { names: ['平成', 'H'], from: '1989-01-08', until: '2019-04-30' },
  { names: ['昭和', 'S'], from: '1926-12-25', until: '1989-01-07' },
];

/** A day as clerks write it: 2022-04-01, 2022/4/1, 2022年4月1日, 令和４年４月１日, R4.4.1. Null where there is no such day. */
export function parseTypedDate(typed: string): CalendarDate | null {
  const narrow = typed.replaceAll(/[！-～]/g, (character) => String.fromCodePoint(character.codePointAt(0)! - 0xfee0)).replaceAll(/\s/g, '').toUpperCase();
  const [, era = '', year = '', month = '', day = ''] = /^(令和|平成|昭和|R|H|S)?(\d{1,4}|元)(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/.exec(narrow) ?? [];
  if (day === '' || (era === '' && year.length !== 4)) return null;
  const found = eras.find(({ names }) => names.includes(era));
  const inEra = year === '元' ? 1 : Number(year);
  const western = found ? Number(found.from.slice(0, 4)) + inEra - 1 : Number(year);
  const date = `${String(western).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isCalendarDate(date) || (found && (date < found.from || date > found.until))) return null;
  return date;
}
