const clock = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
const calendar = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', year: 'numeric', month: 'numeric', day: 'numeric' });

/** The time of day in Japan, rounded up to the minute: 14時05分. */
export function timeInJapan(moment: Date): string {
  const parts = clock.formatToParts(new Date(Math.ceil(moment.getTime() / 60_000) * 60_000));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('hour')}時${part('minute').padStart(2, '0')}分`;
}

/** Day and time in Japan: 2026年4月1日 14時05分, the minute that has begun. */
export function momentInJapan(moment: Date): string {
  const parts = calendar.formatToParts(moment);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}年${part('month')}月${part('day')}日 ${timeInJapan(new Date(Math.floor(moment.getTime() / 60_000) * 60_000))}`;
}
