import { expect, test } from 'vitest';
import { makeIndicator, makeMeasurement, makePublished } from '../../../tests/factories.ts';
import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { allTags, readTaggedPdf } from '../pdf/tagged-pdf.testing.ts';
import { readPdfText } from '../pdf/read-pdf-text.ts';
import { setDocuments } from '../pdf/set-documents.ts';
import { leafletData } from './leaflet-data.ts';
import { summaryData } from './summary-data.ts';

const drawing = '<svg viewBox="0 0 320 84" width="320" height="84"><line x1="48" x2="272" y1="40" y2="40" stroke="#333"/></svg>';

function withIndicators(count: number, title = '満足している市民の割合'): PublishedEdition {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return makePublished({
    plan: { indicators: numbers.map((number) => makeIndicator({ id: `x${number}`, number: String(number), title })) },
    report: { measurements: numbers.map((number) => makeMeasurement({ indicator: `x${number}`, printed: String(48 + number % 14) })) },
  });
}

/** Both sheets of several editions, set in one process: pages and text of each. */
async function sheetsOf(...editions: readonly PublishedEdition[]) {
  const files = (await setDocuments(editions.flatMap((published) => {
    const charts = new Map(published.edition.indicators.map(({ id }) => [id, drawing]));
    return [['summary', summaryData(published)] as const, ['leaflet', leafletData(published, charts)] as const].map(([name, data]) => (
      { main: `glance-pdf/${name}.typ`, data: JSON.stringify(data), date: '2021-09-01', standards: ['ua-1'] as const }
    ));
  }))).flat();
  const read = files.map((file) => {
    const { document, bookmarks } = readTaggedPdf(file);
    return { pages: Number(/<xmpTPg:NPages>(\d+)</.exec(Buffer.from(file).toString('latin1'))?.[1]), text: document.text, tags: allTags(document), bookmarks: bookmarks.flatMap(({ title, children }) => [title, ...children.map((child) => child.title)]), drawn: readPdfText(file).join('') };
  });
  return editions.map((_, index) => ({ summary: read[index * 2]!, leaflet: read[index * 2 + 1]! }));
}

test('a plan of any size stands on one sheet, two pages at the most; what is left out is said', async () => {
  const long = '地域における多様な主体との連携及び協働による行政運営が進んでいると感じている市民の割合'.repeat(3);
  const [none, few, many, longest] = await sheetsOf(withIndicators(0), withIndicators(7), withIndicators(30), withIndicators(40, long));
  expect([none, few].map((sheets) => [sheets!.summary.pages, sheets!.leaflet.pages])).toEqual([[1, 1], [1, 1]]);
  for (const { summary, leaflet } of [many!, longest!]) expect([summary.pages, leaflet.pages]).toEqual([2, 2]);
  expect(few!.summary.tags.filter(({ type }) => type === 'TR')).toHaveLength(1 + 7);
  expect(few!.leaflet.tags.filter(({ type }) => type === 'Figure')).toHaveLength(7);
  expect(many!.summary.tags.filter(({ type }) => type === 'TR')).toHaveLength(1 + 30);
  const said = /指標は全部で40あり、この表には番号順に(\d+)を示しています。/.exec(longest!.summary.text)?.[1];
  expect(longest!.summary.tags.filter(({ type }) => type === 'TR')).toHaveLength(1 + Number(said));
  expect(longest!.leaflet.text).toMatch(/全部で40あります。ここには、番号の順に\d+をのせています。/);
  expect(none!.summary.text).not.toContain('指標の状況');
  expect(none!.leaflet.text).not.toContain('数字で見る');
});

test('the readings above the headings of the leaflet are seen and not read aloud', async () => {
  const [sheets] = await sheetsOf(withIndicators(1));
  const { tags, text, bookmarks, drawn } = sheets!.leaflet;
  const headings = ['計画は、どこまで進みましたか', 'この計画は、何ですか', '数字で見る、進み具合', '市が取り組んでいること', 'もっと知りたいとき'];
  expect(tags.filter(({ type }) => type === 'H1' || type === 'H2').map((tag) => tag.text)).toEqual(headings);
  expect(bookmarks).toEqual(expect.arrayContaining(headings));
  expect(text).not.toMatch(/けいかく|ぐあい/);
  expect(drawn, 'and are there').toContain('けいかく');
});

test('the summary explains each judgement that is not a good one, and no other', async () => {
  const { indicators } = summaryData(withIndicators(14));
  expect(indicators.filter(({ mark, sentence }) => (mark === 'good') !== (sentence === null))).toEqual([]);
  expect(new Set(indicators.map(({ mark }) => mark)).size).toBeGreaterThan(1);
});

test('the leaflet gives the value that was judged, for the year to which it belongs', () => {
  const published = makePublished({
    plan: { indicators: [makeIndicator({ series: [{ id: 'all', title: '全て', judged: false }, { id: 'known', title: '「わからない」を除く', judged: true }] })] },
    report: { measurements: [makeMeasurement({ printed: '37.0（55.0）※１', series: 'all', alternativeSeries: 'known', valueYear: 2019 })] },
  });
  expect(leafletData(published, new Map()).indicators[0]).toMatchObject({ value: '55.0％', valueYear: '平成31年度の数字', plainState: 'まだ、判断していません', sentence: 'この年度の決まった数字が、まだありません。' });
});
