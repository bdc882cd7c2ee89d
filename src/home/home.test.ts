import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HomeInUse, HomeUnusable, openHome } from './home.ts';

let folder: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'ayumi-home-')), 'home');
});

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** Another process that opens the folder and keeps it; resolves with what it printed first. */
async function anotherProcess(): Promise<{ child: ChildProcess; word: string }> {
  const source = `import(${JSON.stringify(new URL('./home.ts', import.meta.url).href)})
    .then((m) => m.openHome(${JSON.stringify(folder)}))
    .then(() => { console.log('open'); setInterval(() => {}, 1000) }, (error) => console.log(error.message))`;
  const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, word: String(chunk).trim() };
}

test('makes a folder that only its owner can enter', async () => {
  const home = await openHome(folder);
  expect(statSync(home.folder).mode & 0o777).toBe(0o700);
  await home.release();
});

test('refuses a second start on the same folder, naming the process and the folder', async () => {
  const { child } = await anotherProcess();
  const refusal = await openHome(folder).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(HomeInUse);
  expect((refusal as HomeInUse).message).toContain(`プロセス番号 ${child.pid}`);
  expect((refusal as HomeInUse).message).toContain(folder);
});

test('refuses a second opening within one process', async () => {
  const home = await openHome(folder);
  await expect(openHome(folder)).rejects.toBeInstanceOf(HomeInUse);
  await home.release();
});

test('lets the next one in after release', async () => {
  await (await openHome(folder)).release();
  expect((await anotherProcess()).word).toBe('open');
});

test('lets the next one in at once after kill -9', async () => {
  const { child } = await anotherProcess();
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await openHome(folder)).release();
});

test('takes over what a dead process left, even when its number belongs to another now', async () => {
  await (await openHome(folder)).release();
  writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid: process.ppid, since: '2020-01-01T00:00:00Z' }));
  await (await openHome(folder)).release();
});

test('lets exactly one of many simultaneous starts in', async () => {
  const words = await Promise.all(Array.from({ length: 6 }, async () => (await anotherProcess()).word));
  expect(words.filter((word) => word === 'open')).toHaveLength(1);
});

test('says so when a file stands where the folder should be', async () => {
  const file = join(folder, '..', 'file');
  writeFileSync(file, '');
  const refusal = await openHome(file).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(HomeUnusable);
  expect((refusal as Error).message).toContain('同じ名前のファイルがあります');
});
