// Kills the product and its database again and again while it writes, and counts what was acknowledged but lost.
//   node scripts/faults/embedded-postgres.ts [rounds, default 40]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/database/embedded/start-embedded-postgres.ts';

export interface Findings {
  rounds: number;
  acknowledged: number;
  /** numbers that were acknowledged and are not in the database afterwards */
  lost: number[];
  /** milliseconds from the start of the process to a database that answers, a round each */
  starts: number[];
}

/**
 * Starts a writer on `folder`, kills it (every third time its server instead, every third both) at a random moment with
 * `kill -9`, and starts the next at once. Then compares what was acknowledged with what is there.
 */
export async function killWhileWriting(folder: string, rounds: number): Promise<Findings> {
  const acknowledged = new Set<number>();
  const starts: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const since = Date.now();
    const writer = spawn(process.execPath, [fileURLToPath(import.meta.url), '--write', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exit = once(writer, 'exit');
    const ready = new Promise<number>((resolve, reject) => {
      createInterface({ input: writer.stdout }).on('line', (line) => {
        const [word, number] = line.split(' ');
        if (word === 'server') resolve(Number(number));
        if (word === 'row') acknowledged.add(Number(number));
      });
      writer.once('exit', (code) => reject(new Error(`the writer ended in round ${round} with ${code}`)));
    });
    const server = await ready;
    starts.push(Date.now() - since);
    await sleep(Math.random() * 150);
    if (round % 3 !== 0) process.kill(server, 'SIGKILL');
    if (round % 3 !== 1) writer.kill('SIGKILL');
    await exit;
  }
  const last = await startEmbeddedPostgres({ folder });
  const client = new pg.Client(last.connection);
  await client.connect();
  const { rows } = await client.query<{ number: number }>('select number from faults');
  await client.end();
  await last.stop();
  const there = new Set(rows.map(({ number }) => number));
  return { rounds, acknowledged: acknowledged.size, lost: [...acknowledged].filter((number) => !there.has(number)), starts };
}

async function write(folder: string): Promise<void> {
  const server = await startEmbeddedPostgres({ folder });
  const client = new pg.Client(server.connection);
  client.on('error', () => process.exit(0)); // the server was killed: that is the point
  await client.connect();
  await client.query('create table if not exists faults (number integer primary key)');
  const { rows } = await client.query<{ next: number }>('select coalesce(max(number), 0) + 1 as next from faults');
  process.stdout.write(`server ${server.pid}\n`);
  for (let number = rows[0]?.next ?? 1; ; number += 1) {
    await client.query('insert into faults values ($1)', [number]).catch(() => process.exit(0));
    process.stdout.write(`row ${number}\n`);
  }
}

if (import.meta.main) {
  if (process.argv[2] === '--write') await write(process.argv[3] ?? '');
  else {
    const folder = mkdtempSync(join(tmpdir(), 'ayumi-faults-'));
    const { rounds, acknowledged, lost, starts } = await killWhileWriting(folder, Number(process.argv[2] ?? 40));
    rmSync(folder, { recursive: true, force: true });
    const sorted = starts.toSorted((a, b) => a - b);
    console.log(
      `${rounds} kills, ${acknowledged} rows acknowledged, ${lost.length} lost; start: median ${sorted[sorted.length >> 1]} ms, longest ${sorted.at(-1)} ms`,
    );
    process.exitCode = lost.length === 0 ? 0 : 1;
  }
}
