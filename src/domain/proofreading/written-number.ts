/** The number that digits of either width say, with or without marks of thousands: 1,234 and １，２３４; 元 of an era is 1. */
export function writtenNumber(text: string): number {
  return text === '元' ? 1 : Number(text.normalize('NFKC').replaceAll(',', ''));
}

/** The year before the first of each era in the western calendar: 令和元年 is 2019. */
const yearBefore: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** The western year of a year of an era: 令和, 平成 or 昭和, with 元 or digits of either width. NaN for another era. */
export function yearOfEra(era: string, year: string): number {
  return (yearBefore[era] ?? Number.NaN) + writtenNumber(year);
}
