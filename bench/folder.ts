import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fiveYears } from '../tests/five-years.ts';
import type { PublishedEdition } from '../src/domain/edition/edition.ts';
import { buildDocuments, type EditionWithDocuments } from '../src/publication/build-outputs.tsx';
import { publishFolder } from '../src/publication/publish-folder.ts';
import { benchNation } from './nation.ts';
import { table, withSpread } from './statistics.ts';

const rounds = 3;

/**
 * The published folder: five yearly editions of the sample (2021–2024 made up), with and without their documents; and a folder of
 * as many municipalities as are asked for, `--municipalities=1788` for all of Japan, 60 otherwise. `TMPDIR` says on which disk.
 */
export async function benchFolder(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-bench-'));
  try {
    const editions = fiveYears();
    await benchFiveYears(folder, editions);
    await benchNation(folder, editions[0]!, Number(/^--municipalities=(\d+)$/m.exec(process.argv.join('\n'))?.[1] ?? 60));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchFiveYears(folder: string, editions: readonly PublishedEdition[]): Promise<void> {
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
