import { matchesOf, textRule } from '../rule.ts';
import { writtenNumber } from '../written-number.ts';

const month = '([0-9０-９]{1,2})月(?:[0-9０-９]{1,2}日|上旬|末)?';
const months = new RegExp(`(?<![0-9０-９年])${month}から(翌年|翌)?${month}まで(?:の|、)?(?:約)?([0-9０-９]{1,2})(?:か月|カ月|ヶ月|ヵ月|箇月)`, 'g');
const datedMonths = /(?:令和|平成)?(元|[0-9０-９]{1,2})年([0-9０-９]{1,2})月(?:[0-9０-９]{1,2}日)?から(?:(?:令和|平成)?([0-9０-９]{1,2})年|(翌年))([0-9０-９]{1,2})月(?:[0-9０-９]{1,2}日|末)?まで(?:の|、)?(?:約)?([0-9０-９]{1,2})(?:か月|カ月|ヶ月|ヵ月|箇月)/g;
const years = /(令和|平成)?(元|[0-9０-９]{1,2})年度(?:[（(][0-9０-９]{4}年?度?[）)])?から(令和|平成)?([0-9０-９]{1,2})年度(?:[（(][0-9０-９]{4}年?度?[）)])?まで(?:の|、)?([0-9０-９]{1,2})(?:年間|か年|箇年|カ年|ヶ年|年(?![度代]))/g;
/** 「令和４年７月から令和14年６月までの10年間」. */
const datedYears = /(?:令和|平成)?(元|[0-9０-９]{1,2})年([0-9０-９]{1,2})月(?:[0-9０-９]{1,2}日)?から(?:令和|平成)?([0-9０-９]{1,2})年([0-9０-９]{1,2})月(?:[0-9０-９]{1,2}日|末)?まで(?:の|、)?(?:約)?([0-9０-９]{1,2})(?:年間|か年|箇年|カ年|ヶ年)/g;

/** 「４月10日から15日までの５日間」, within one month. */
const days = /(?<![0-9０-９])([0-9０-９]{1,2})月([0-9０-９]{1,2})日(?:（[^（）]{1,4}）)?から(?:([0-9０-９]{1,2})月)?([0-9０-９]{1,2})日(?:（[^（）]{1,4}）)?までの([0-9０-９]{1,2})日間/g;
const hours = /(午前|午後)([0-9０-９]{1,2})時から(午前|午後)?([0-9０-９]{1,2})時までの([0-9０-９]{1,2})時間/g;

export const periodLength = textRule({
  name: 'period-length', title: '期間の長さ', family: 'consistency', level: 'advice',
  catches: '「10月から２月までの４か月間」「令和３年度から令和７年度までの４年間」のように、始まりと終わりから数えた長さと、書かれた長さが合わない箇所。両端を含めて数えます。',
  why: '始まりか終わりの一方だけを直したときに生じる誤りで、期間が二通りに読めるためです。',
  example: { wrong: '10月から２月までの４か月間、実証運行した。', right: '10月から２月までの５か月間、実証運行した。' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: from, 3: to, 4: length } of matchesOf(text, months)) {
    const counted = ((writtenNumber(to!) - writtenNumber(from!) + 12) % 12) + 1;
    if (counted !== writtenNumber(length!)) yield { start: index, end: index + words.length, message: `${from}月から${to}月までは、両端を含めると${counted}か月です。` };
  }
  for (const { index, 0: words, 1: fromMonth, 2: from, 3: toMonth, 4: to, 5: length } of matchesOf(text, days)) {
    if (toMonth !== undefined && writtenNumber(toMonth) !== writtenNumber(fromMonth!)) continue;
    const counted = writtenNumber(to!) - writtenNumber(from!) + 1;
    if (counted > 0 && counted !== writtenNumber(length!)) yield { start: index, end: index + words.length, message: `${from}日から${to}日までは、両端を含めると${counted}日です。` };
  }
  for (const { index, 0: words, 1: half, 2: from, 3: toHalf, 4: to, 5: length } of matchesOf(text, hours)) {
    const hourOf = (name: string, hour: string): number => (name === '午後' ? 12 : 0) + (writtenNumber(hour) % 12);
    const counted = hourOf(toHalf ?? half!, to!) - hourOf(half!, from!);
    if (counted > 0 && counted !== writtenNumber(length!)) yield { start: index, end: index + words.length, message: `${half}${from}時から${toHalf ?? ''}${to}時までは${counted}時間です。` };
  }
  for (const { index, 0: words, 1: fromYear, 2: from, 3: toYear, 5: to, 6: length } of matchesOf(text, datedMonths)) {
    const counted = ((toYear === undefined ? writtenNumber(fromYear!) + 1 : writtenNumber(toYear)) - writtenNumber(fromYear!)) * 12 + writtenNumber(to!) - writtenNumber(from!) + 1;
    if (counted > 0 && counted !== writtenNumber(length!)) yield { start: index, end: index + words.length, message: `両端を含めると${counted}か月です。` };
  }
  for (const { index, 0: words, 1: fromYear, 2: from, 3: toYear, 4: to, 5: length } of matchesOf(text, datedYears)) {
    const counted = ((writtenNumber(toYear!) - writtenNumber(fromYear!)) * 12 + writtenNumber(to!) - writtenNumber(from!) + 1) / 12;
    if (counted > 0 && Math.abs(counted - writtenNumber(length!)) >= 1) yield { start: index, end: index + words.length, message: `両端を含めると${Number(counted.toFixed(1))}年です。` };
  }
  for (const { index, 0: words, 1: era, 2: from, 3: toEra, 4: to, 5: length } of matchesOf(text, years)) {
    const counted = writtenNumber(to!) - writtenNumber(from!) + 1;
    if ((toEra ?? era) === era && counted !== writtenNumber(length!)) yield { start: index, end: index + words.length, message: `${from}年度から${to}年度までは、両端を含めると${counted}年です。` };
  }
});
