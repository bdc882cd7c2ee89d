import { estimatePageNumbersWith } from 'docx/layout';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PublishedEdition } from '../../domain/edition/edition.ts';
import { published, smallBundle } from '../csv/sample-edition.testing.ts';
import { countLines, widthOf } from './count-lines.ts';
import { pageNumbers } from './page-numbers.ts';
import { writeReportDocx } from './write-report-docx.ts';

/** The library's own layout, which was compared with Word page by page and takes a second; it measures as we do. */
const layout = estimatePageNumbersWith({ guess: true, measureWidth: (text, { size }) => widthOf(text, size) });

/** The pages of all bookmarks as the library and as we work them out. */
async function bothWays(edition: PublishedEdition): Promise<{ expected: [string, string][]; ours: [string, string][] }> {
  const pages: { expected: [string, string][]; ours: [string, string][] } = { expected: [], ours: [] };
  await writeReportDocx(edition, (body, context) => {
    const ours = pageNumbers(body, context);
    Object.assign(pages, { expected: [...layout(body, context).bookmarks].toSorted(), ours: [...ours.bookmarks].toSorted() });
    return ours;
  });
  return pages;
}

test('the pages of the sample are those of a full layout', async () => {
  const { expected, ours } = await bothWays(published());
  expect(ours).toEqual(expected);
  expect(ours.length).toBeGreaterThan(100);
  expect(Number(ours.at(-1)?.[1])).toBeGreaterThan(20);
});

test('so are those of any Japanese texts in any number', async () => {
  const text = fc.array(fc.constantFrom(...'市民協働の推進を図る、。「」（）・ー１２％'), { minLength: 1, maxLength: 400, size: 'max' }).map((characters) => characters.join(''));
  const entry = fc.record({ title: text.map((words) => words.slice(0, 70)), owner: text.map((words) => words.slice(0, 90)), paragraphs: fc.array(text, { minLength: 1, maxLength: 4 }) });
  await fc.assert(fc.asyncProperty(fc.array(entry, { minLength: 6, maxLength: 12 }), async (entries) => {
    const bundle = smallBundle();
    bundle.plan.tree = entries.map(({ title }, index) => ({ id: `x${index}`, number: String(index + 1), title }));
    bundle.report.reports = entries.map(({ owner, paragraphs }, index) => ({ initiative: `x${index}`, responsiblePrinted: owner, paragraphs }));
    const { expected, ours } = await bothWays(published(bundle));
    expect(ours).toEqual(expected);
  }), { numRuns: 4 });
});

test('a line ends neither before 、 nor after （, and a word stays whole', () => {
  const lines = (text: string, characters: number) => countLines([{ text, size: 10 }], { width: characters * 10, first: 0, others: 0 });
  expect(lines('あいうえお', 5)).toBe(1);
  expect(lines('あいうえおか', 5)).toBe(2);
  expect(lines('あいうえ（お', 5), '（ goes down with お').toBe(2);
  expect(lines('あいう（おかきく', 4), '（おかき and く after あいう').toBe(3);
  expect(lines('あいうえお、かきくけ', 5), 'お goes down with 、').toBe(3);
  expect(lines('あいうRPA', 4), 'RPA is narrow, but not so narrow').toBe(2);
  expect(lines('A'.repeat(40), 5), 'what has no place to break is broken where the line ends').toBe(5);
});
