import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BareAnswer } from './bare-server.ts';
import { hasWrk, load, type Measured } from './load.ts';
import { startNginx } from './nginx.ts';
import { type Server, startServer, timeOf } from './processes.ts';
import { table, withSpread } from './statistics.ts';

const rounds = 11;
const seconds = 1;
const year = 'plans/gyozaisei-6/2020/';
const pages = { overview: `${year}index.html`, initiative: `${year}initiatives/06/index.html` } as const;

/** Requests a second of the app, of node:http with the very same bytes and headers, and of nginx on the exported folder. */
export async function benchServing(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-bench-'));
  const running: Server[] = [];
  const start = async (server: Promise<Server | undefined>): Promise<Server | undefined> => {
    const started = await server;
    if (started) running.push(started);
    return started;
  };
  try {
    await timeOf(['bin/ayumi.mjs', 'build', 'samples/komae-2020', '--out', join(folder, 'built')]);
    const app = await start(startServer(['--import', './scripts/jsx.mjs', 'src/main.ts'], { AYUMI_HOME: join(folder, 'home'), PORT: '0', HOST: '127.0.0.1' }));
    if (!app) throw new Error('The app did not start.');
    writeFileSync(join(folder, 'answers.json'), JSON.stringify(await Promise.all(Object.values(pages).map((path) => answerOf(app.url, path)))));
    const bare = await start(startServer(['bench/bare-server.ts', join(folder, 'answers.json')]));
    const nginx = await start(startNginx(join(folder, 'built/site'), folder));
    const servers = { app, bare, ...(nginx && { nginx }) };
    console.log(`\n## Serving (${hasWrk ? 'wrk, 1 thread' : 'own client in Node'}, 32 kept connections, ${rounds} interleaved rounds of ${seconds} s, median, smallest–largest)\n`);
    const rows: string[][] = [];
    for (const [name, path] of Object.entries(pages)) rows.push(...(await compare(name, path, servers)));
    rows.push(...(await compare('overview, 304', pages.overview, servers, true)));
    console.log(table(['', 'requests/s', 'p50 ms', 'p99 ms', 'app / this'], rows));
    if (!nginx) console.log('\nnginx is not installed here, so it was not measured.');
  } finally {
    for (const server of running.toReversed()) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(name: string, path: string, servers: Readonly<Record<string, Server | undefined>>, known = false): Promise<string[][]> {
  const measured = new Map<string, Measured[]>();
  for (let round = -1; round < rounds; round += 1) {
    for (const [server, running] of Object.entries(servers)) {
      if (!running) continue;
      const etag = known ? (await fetch(running.url + path)).headers.get('etag') : null;
      const result = await load(running.url + path, seconds, etag ? { 'If-None-Match': etag } : {});
      // The first round only warms up.
      if (round >= 0) measured.set(server, [...(measured.get(server) ?? []), result]);
    }
  }
  const requests = (server: string) => (measured.get(server) ?? []).map((result) => result.requests);
  const titles: Readonly<Record<string, string>> = { app: 'the app', bare: 'node:http, same bytes and headers', nginx: 'nginx, one worker, exported folder' };
  return [...measured].map(([server, results]) => [
    `${name}: ${titles[server]}`, withSpread(requests(server)), withSpread(results.map(({ p50 }) => p50), 2), withSpread(results.map(({ p99 }) => p99), 2),
    server === 'app' ? '' : withSpread(ratios(requests('app'), requests(server)), 2),
  ]);
}

/** Round by round, so that what else the machine does in a moment weighs on both sides alike. */
function ratios(ours: readonly number[], theirs: readonly number[]): number[] {
  return ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
}

async function answerOf(url: string, path: string): Promise<BareAnswer> {
  const response = await fetch(url + path);
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name)));
  const body = Buffer.from(await response.arrayBuffer());
  return { path: `/${path}`, headers: { ...headers, 'content-length': String(body.length) }, body: body.toString('base64') };
}
