import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { databasePid, expectNobodyLeft, processesOf, type RunningProduct, startProduct } from '../tests/running-product.ts';
import { createTestDatabase } from './database/test-database.ts';

// Starts and stops as on a real machine. The folder is filled once; each test finds it as the one before left it.

const linux = process.platform === 'linux';
const started: RunningProduct[] = [];
let home: string;

function start(options: Parameters<typeof startProduct>[1] = {}, folder = home): RunningProduct {
  const product = startProduct(folder, options);
  started.push(product);
  return product;
}

async function health(url: string): Promise<unknown> {
  return (await fetch(`${url}healthz`)).json();
}

beforeAll(async () => {
  // Not below a folder of one user only: PostgreSQL runs as another where we are root.
  home = join(mkdtempSync('/tmp/ayumi-start-'), 'home');
  const product = start();
  const url = await product.ready();
  const page = await (await fetch(url)).text();
  expect(page).toContain('狛江市第６次行財政改革推進計画');
  expect(await health(url)).toEqual({ status: 'ok', database: 'ok' });
  expect(product.said()).toContain('見本（狛江市第６次行財政改革推進計画）を読み込んでいます');
  product.child.kill('SIGTERM');
  expect(await product.ended()).toBe(0);
}, 120_000);

afterEach(async () => {
  for (const { child } of started.splice(0)) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  if (linux) await expectNobodyLeft(home);
}, 60_000);

afterAll(() => rmSync(join(home, '..'), { recursive: true, force: true }));

describe('a start', () => {
  test('serves every public page and file where HOST and PORT say, and does not load the sample again', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as { port: number };
    await new Promise((resolve) => { probe.close(resolve); });
    const product = start({ environment: { HOST: '127.0.0.1', PORT: String(port) } });
    const url = await product.ready();
    expect(url).toBe(`http://127.0.0.1:${port}/`);
    for (const path of ['', 'plans/gyozaisei-6/', 'plans/gyozaisei-6/2020/', 'plans/gyozaisei-6/2020/initiatives/65/', 'plans/gyozaisei-6/2020/report.pdf', 'plans/gyozaisei-6/2020/data/initiatives.csv', 'plans/gyozaisei-6/2020/search/?q=%E8%81%B7%E5%93%A1']) {
      expect([path, (await fetch(url + path)).status]).toEqual([path, 200]);
    }
    expect(product.said()).not.toContain('読み込んでいます');
    expect(product.said()).toContain(home);
    expect(product.said()).toContain('Ctrl-C');
  });

  test('is refused on a folder that is in use, with a sentence that names both, and leaves the first alone', async () => {
    const url = await start().ready();
    const second = start();
    expect(await second.ended()).toBe(1);
    expect(second.said()).toMatch(/すでに動いています（フォルダー .*、プロセス番号 \d+）/);
    expect(second.said()).not.toMatch(/ {4}at /);
    expect(await health(url)).toEqual({ status: 'ok', database: 'ok' });
  });

  test('is refused on a port that is taken, and leaves no process', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const product = start({ environment: { PORT: String(port) } });
    expect(await product.ended()).toBe(1);
    expect(product.said()).toContain(`ポート${port}は、ほかのプログラムが使っています。`);
    other.close();
  });

  test('is refused with every setting that cannot be used, at once', async () => {
    const product = start({ parameters: ['--fast'], environment: { PORT: '70000', DATABASE_URL: 'mysql://x' } });
    expect(await product.ended()).toBe(1);
    for (const sentence of ['PORT の値「70000」は使えません。', 'DATABASE_URL は', '指定「--fast」は使えません。']) expect(product.said()).toContain(sentence);
    expect(product.said()).not.toMatch(/ {4}at /);
  });

  test('is refused on an address that this machine does not have', async () => {
    const product = start({ environment: { HOST: '203.0.113.1' } });
    expect(await product.ended()).toBe(1);
    expect(product.said()).toContain('アドレス「203.0.113.1」はこのコンピューターにありません。');
  });

});

describe('a stop', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('by %s ends with 0 and leaves no process', async (signal) => {
    const product = start();
    await product.ready();
    product.child.kill(signal);
    expect(await product.ended()).toBe(0);
    if (linux) expect(processesOf(home)).toEqual([]);
  });

  test('by kill -9 is recovered from at the next start, at once', async () => {
    const first = start();
    await first.ready();
    first.child.kill('SIGKILL');
    await first.ended();
    const second = start();
    expect(await health(await second.ready())).toEqual({ status: 'ok', database: 'ok' });
  });

  test('while it is still starting leaves a folder that the next start can use', async () => {
    const folder = join(mkdtempSync('/tmp/ayumi-start-'), 'home');
    for (const moment of [400, 1500]) {
      const product = start({}, folder);
      await sleep(moment);
      product.child.kill('SIGKILL');
      await product.ended();
    }
    const url = await start({}, folder).ready();
    expect(await (await fetch(url)).text()).toContain('狛江市');
    started.at(-1)?.child.kill('SIGTERM');
    expect(await started.at(-1)?.ended()).toBe(0);
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  test('by a closed terminal, whose output nobody reads any more, is an orderly one', async () => {
    const product = start();
    await product.ready();
    product.child.stdout?.destroy();
    product.child.stderr?.destroy();
    product.child.kill('SIGHUP');
    expect(await product.ended()).toBe(0);
  });

  test.runIf(linux)('of npm alone, by kill -9, ends the server and the database too', async () => {
    const product = start({ npm: true });
    const url = await product.ready();
    expect(await health(url)).toEqual({ status: 'ok', database: 'ok' });
    product.child.kill('SIGKILL');
    await expectNobodyLeft(home);
  });

  test.runIf(linux)('of npm by SIGTERM ends everything', async () => {
    const product = start({ npm: true });
    await product.ready();
    product.child.kill('SIGTERM');
    await expectNobodyLeft(home);
  });
});

describe('while it runs', () => {
  test.runIf(linux)('healthz says 503 when the database is stopped, and pages are still served', async () => {
    const product = start();
    const url = await product.ready();
    const database = databasePid(home);
    process.kill(database, 'SIGSTOP');
    for (const pid of childrenOf(database)) process.kill(pid, 'SIGSTOP');
    const response = await fetch(`${url}healthz`);
    expect([response.status, await response.json()]).toEqual([503, { status: 'unavailable', database: 'unavailable' }]);
    expect((await fetch(`${url}plans/gyozaisei-6/2020/`)).status).toBe(200);
    for (const pid of [database, ...childrenOf(database)]) process.kill(pid, 'SIGCONT');
    expect(await health(url)).toEqual({ status: 'ok', database: 'ok' });
  });

  test.runIf(linux)('a database that dies is said and seen: the product ends with 1, or healthz says 503', async () => {
    const product = start();
    const url = await product.ready();
    process.kill(databasePid(home), 'SIGQUIT');
    const end = await Promise.race([product.ended(), sleep(10_000, 'running', { ref: false })]);
    if (end === 'running') expect((await fetch(`${url}healthz`)).status).toBe(503);
    else expect([end, product.said()]).toEqual([1, expect.stringMatching(/データベース/)]);
  });
});

test('with DATABASE_URL another PostgreSQL is used, and nothing of one is made in the folder', async () => {
  const database = await createTestDatabase(() => Promise.resolve());
  const folder = join(mkdtempSync('/tmp/ayumi-start-'), 'home');
  const product = start({ environment: { DATABASE_URL: database.url } }, folder);
  const url = await product.ready();
  expect(await health(url)).toEqual({ status: 'ok', database: 'ok' });
  expect(await (await fetch(url)).text()).toContain('狛江市');
  expect(readdirSync(folder)).not.toContain('postgres');
  await database.drop();
  const response = await fetch(`${url}healthz`);
  expect(response.status).toBe(503);
  product.child.kill('SIGTERM');
  expect(await product.ended()).toBeOneOf([0, 1]);
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

function childrenOf(parent: number): number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((name) => {
    try {
      return Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]) === parent;
    } catch {
      return false;
    }
  }).map(Number);
}
