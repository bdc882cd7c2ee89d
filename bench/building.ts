import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Taken, timeOf } from './processes.ts';
import { table, withSpread } from './statistics.ts';

const rounds = 7;

/**
 * `ayumi build` of the sample, whole process with all outputs, side by side with a fresh headless Chromium that prints the
 * whole report as one page to PDF: what a generator of PDFs from HTML would need for that one file alone.
 */
export async function benchBuilding(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-bench-'));
  const printed = join(folder, 'printed.pdf');
  // Each round has a folder of its own, and all of them stay until the end: ext4 walks past what was deleted in the last minutes,
  // which a city that builds into a new folder does not meet.
  const into = (round: number) => ['bin/ayumi.mjs', 'build', 'samples/komae-2020', '--out', join(folder, `built-${round}`)];
  try {
    await timeOf(into(rounds));
    await timeOf(['--import', './scripts/jsx.mjs', 'bench/whole-report-page.ts', join(folder, 'report.html')]);
    const print = ['bench/print-page.ts', join(folder, 'report.html'), printed];
    await timeOf(print);
    const times: Record<'build' | 'fresh' | 'print', Taken[]> = { build: [], fresh: [], print: [] };
    for (let round = 0; round < rounds; round += 1) {
      times.fresh.push(await timeOf(into(round)));
      times.print.push(await timeOf(print));
      times.build.push(await timeOf(into(round)));
    }
    const row = (name: string, taken: readonly Taken[]) => [name, withSpread(taken.map(({ milliseconds }) => milliseconds)), withSpread(taken.map(({ cpuSeconds }) => cpuSeconds), 2)];
    console.log(`\n## Building (whole process, median of ${rounds}, smallest–largest)\n`);
    console.log(table(['', 'ms', 'processor s'], [
      row('ayumi build, every output, new folder', times.fresh),
      row('ayumi build, every output, over the same build', times.build),
      row('headless Chromium, the report page to PDF alone', times.print),
    ]));
    // Round by round: what else the machine does in a moment weighs on both sides alike.
    const ratio = (of: keyof Taken) => withSpread(times.fresh.map((taken, round) => taken[of] / (times.print[round]?.[of] ?? Number.NaN)), 2);
    console.log(`\nratio ayumi build / Chromium: ${ratio('milliseconds')} of the time (aim: below 1), ${ratio('cpuSeconds')} of the processor`);
    console.log(`report.pdf ${Math.round(statSync(join(folder, 'built-0', 'report.pdf')).size / 1000)} kB, Chromium's PDF ${Math.round(statSync(printed).size / 1000)} kB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
