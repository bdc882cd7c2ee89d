import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { peakMegabytesOf, residentMegabytes, startServer } from './processes.ts';
import { table, withSpread } from './statistics.ts';

const rounds = 3;
/** Milliseconds until a server is at rest: V8 gives back what a start needed after some seconds. */
const rest = 20_000;

/** Peak memory of `ayumi build` with the processes that it starts, and of the server at rest without PostgreSQL. */
export async function benchMemory(): Promise<void> {
  if (process.platform !== 'linux') {
    console.log('\n## Memory\n\nNot measured: it is read from /proc, which only Linux has.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-bench-'));
  try {
    const building: number[] = [];
    const idle: number[] = [];
    const restarted: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      building.push(await peakMegabytesOf(['bin/ayumi.mjs', 'build', 'samples/komae-2020', '--out', join(folder, 'built')]));
      const home = join(folder, `home-${round}`);
      for (const figures of [idle, restarted]) {
        const server = await startServer(['--import', './scripts/jsx.mjs', 'src/main.ts'], { AYUMI_HOME: home, PORT: '0', HOST: '127.0.0.1' });
        await sleep(rest);
        figures.push(residentMegabytes(server.pid, true));
        await server.stop();
      }
    }
    console.log(`\n## Memory (resident megabytes, shared pages once, ${rest / 1000} s after the start; median of ${rounds}, smallest–largest)\n`);
    console.log(table(['', 'MB'], [
      ['ayumi build, peak with its children (aim: 400)', withSpread(building)],
      ['server at rest after its first start, without PostgreSQL (aim: 200)', withSpread(idle)],
      ['server at rest after a later start, without PostgreSQL', withSpread(restarted)],
    ]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
