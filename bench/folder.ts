import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fiveYears } from '../tests/five-years.ts';
import { writeCsvFiles } from '../src/documents/csv/write-csv-files.ts';
import { canonicalEdition, sealEdition } from '../src/documents/edition-json/edition-json.ts';
import type { PublishedEdition } from '../src/domain/edition/edition.ts';
import { buildDocuments, type EditionWithDocuments } from '../src/publication/build-outputs.tsx';
import { publishFolder } from '../src/publication/publish-folder.ts';
import { table, withSpread } from './statistics.ts';

const rounds = 3;

/**
 * The published folder: five yearly editions of the sample (2021–2024 made up), with and without their documents; and a folder a
 * municipality for as many as are asked for, `--municipalities=1788` for all of Japan, 60 otherwise.
 */
export async function benchFolder(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-bench-'));
  try {
    await benchFiveYears(folder);
    await benchNation(folder, Number(/^--municipalities=(\d+)$/m.exec(process.argv.join('\n'))?.[1] ?? 60));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchFiveYears(folder: string): Promise<void> {
  const editions = fiveYears();
  const started = performance.now();
  const withDocuments: EditionWithDocuments[] = [];
  for (const published of editions) withDocuments.push({ published, documents: await buildDocuments(published) });
  const documents = performance.now() - started;
  const fresh: number[] = [];
  const again: number[] = [];
  const processor: number[] = [];
  let files = 0;
  for (let round = 0; round < rounds; round += 1) {
    const out = join(folder, `five-${round}`);
    const time = async () => {
      const began = performance.now();
      files = (await publishFolder(withDocuments, {}, out)).files;
      return performance.now() - began;
    };
    const before = process.cpuUsage();
    fresh.push(await time());
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
    again.push(await time());
    rmSync(out, { recursive: true, force: true });
  }
  console.log(`\n## The folder of five yearly editions (${files.toLocaleString('en-GB')} files with their compressed forms; ${rounds} rounds, median, smallest–largest)\n`);
  console.log(table(['', 'ms'], [
    ['pages, data, compressed forms and manifest, new folder', withSpread(fresh)],
    ['of these, of the processor', withSpread(processor)],
    ['the same over the folder as it was', withSpread(again)],
    ['PDF, Word, Excel and CSV of all five editions, once; kept after that', withSpread([documents])],
  ]));
  console.log('\naim: below 5,000 ms for the folder without its documents, which are made once an edition');
}

/** A folder of its own for each municipality: 65 items, 7 indicators, CSV and JSON; one after the other, none held. */
async function benchNation(folder: string, count: number): Promise<void> {
  const [sample] = fiveYears();
  if (!sample) throw new Error('The sample has an edition.');
  const parts = 3;
  const rows: string[][] = [];
  let began = performance.now();
  let files = 0;
  let written = 0;
  for (let index = 1; index <= count; index += 1) {
    const made = await publishFolder([municipality(sample, index)], {}, join(folder, 'nation', String(index)));
    files += made.files;
    written += made.bytes;
    // What has been measured is taken away, so that a small disk does; the cache of the system is not ours to measure.
    rmSync(join(folder, 'nation', String(index)), { recursive: true, force: true });
    if (index % Math.ceil(count / parts) !== 0 && index !== count) continue;
    const seconds = (performance.now() - began) / 1000;
    const { rss, heapUsed } = process.memoryUsage();
    rows.push([`up to municipality ${index.toLocaleString('en-GB')}`, (files / seconds).toFixed(0), (written / 1_000_000 / seconds).toFixed(1), (rss / 1_000_000).toFixed(0), (heapUsed / 1_000_000).toFixed(0)]);
    [began, files, written] = [performance.now(), 0, 0];
  }
  console.log(`\n## A folder for each of ${count.toLocaleString('en-GB')} municipalities × 65 items (of 1,788)\n`);
  console.log(table(['', 'files/s', 'MB/s', 'memory MB', 'heap MB'], rows));
}

function municipality({ edition }: PublishedEdition, index: number): EditionWithDocuments {
  const published = sealEdition({ ...edition, municipality: { ...edition.municipality, name: `架空の市${index}` }, plan: { ...edition.plan, title: `架空の市${index}の計画` } });
  return { published, documents: [...writeCsvFiles(published).map(({ name, bytes }) => ({ path: `data/${name}`, bytes })), { path: 'edition.json', bytes: new TextEncoder().encode(canonicalEdition(published.edition)) }] };
}
