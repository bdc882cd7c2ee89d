import { expect, test } from 'vitest';
import { published, withDefinition } from '../csv/sample-edition.testing.ts';
import { UnwritableTextError } from '../csv/unwritable-text.ts';
import { writeDocxAside } from './write-docx-aside.ts';
import { writeReportDocx } from './write-report-docx.ts';

test('another process writes the same document, and this one goes on in the meantime', async () => {
  const sample = published();
  let turns = 0;
  const counting = setInterval(() => { turns += 1; }, 1);
  const aside = await writeDocxAside(sample);
  clearInterval(counting);
  expect(turns).toBeGreaterThan(1);
  expect(Buffer.from(aside).equals(Buffer.from(await writeReportDocx(sample)))).toBe(true);
});

test('a text that no document can carry is refused by its own name', async () => {
  await expect(writeDocxAside(withDefinition(0, '文\u0001字'))).rejects.toThrow(UnwritableTextError);
});
