const clock = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });

/** A moment as a clock in Japan shows it: 5/14 10:42. Empty for none. */
export function timeOf(moment: string | null): string {
  return moment === null ? '' : clock.format(new Date(moment));
}
