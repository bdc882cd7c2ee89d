import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test, vi } from 'vitest';
import { asYaml, writeFiles } from '../../tests/bundle-folder.ts';
import { makePlanBundle, makeReportBundle } from '../../tests/factories.ts';
import { runCommandLine } from '../cli.ts';
import { listEditions } from '../database/edition-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { readTransaction } from '../database/transaction.ts';
import { putRecord, recordsOnDisk } from '../publication/record-folders.ts';

let folder: string;
let rooms: OpenTestDatabase[];
const said: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ayumi-exit-'));
  rooms = await Promise.all([openTestDatabase(), openTestDatabase()]);
});
beforeEach(() => {
  said.length = 0;
  for (const channel of ['log', 'error'] as const) vi.spyOn(console, channel).mockImplementation((text: string) => { said.push(text); });
});
afterEach(() => { vi.restoreAllMocks(); });
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all(rooms.map((room) => room.close()));
  rmSync(folder, { recursive: true, force: true });
});

const dictionary = '# 市の語\nrules:\n  - expected: 人財\n    pattern: 人材\n';
const bundle = () => writeFiles({ 'plan.yaml': asYaml(makePlanBundle()), 'report-2020.yaml': asYaml(makeReportBundle()), 'dictionary.yaml': dictionary });
/** Runs a command on the first or the second database, in a home folder of its own. */
function on(room: number, ...parameters: string[]): Promise<number> {
  vi.stubEnv('AYUMI_HOME', join(folder, `home-${room}`));
  vi.stubEnv('DATABASE_URL', rooms[room]!.connection.connectionString);
  return runCommandLine(parameters);
}
const contents = (place: string) => Object.fromEntries(readdirSync(place).toSorted().map((name) => [name, readFileSync(join(place, name), 'utf8')]));

describe('a plan at the shell', () => {
  test('is imported and exported with the city’s own words', async () => {
    expect(await on(0, 'import', bundle(), '--publish')).toBe(0);
    expect(said.join('\n')).toContain('市の用字用語辞書を取り込みました。');
    expect(await on(0, 'import', bundle())).toBe(0);
    expect(said.at(-1)).toContain('何も変更していません');
    expect(await on(0, 'export', 'plan', '--out', join(folder, 'first'))).toBe(0);
    expect(said.at(-1)).toContain('用字用語辞書');
    expect(contents(join(folder, 'first'))['dictionary.yaml']).toBe(dictionary);
  });

  test('is refused with every problem of its dictionary, and nothing is changed', async () => {
    const place = bundle();
    writeFileSync(join(place, 'dictionary.yaml'), 'rules:\n  - expected: 人財\n    pattern: /(/\n');
    expect(await on(1, 'import', place)).toBe(1);
    expect(said.join('\n')).toMatch(/dictionary\.yaml:\d+:\d+: .*\n.*1件の問題/s);
    expect(await on(1, 'export', 'plan', '--out', join(folder, 'none'))).toBe(1);
  });
});

describe('everything as one archive at the shell', () => {
  const archive = () => join(folder, 'all.zip');

  test('is written, found whole, and gives the same plan in an empty Ayumi, with the documents of record as they were first made', async () => {
    const [edition] = await readTransaction(rooms[0]!.db, (trx) => listEditions(trx));
    const ofOriginalProgram = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 255, 13, 10]);
    for (const hash of [edition!.hash, 'f'.repeat(64)]) await putRecord(join(folder, 'home-0', 'published'), hash, [{ path: 'report-archive.pdf', bytes: ofOriginalProgram }]);
    expect(await on(0, 'export', '--all', '--out', archive())).toBe(0);
    expect(said.join('\n')).toMatch(/全ての記録（\d+個のファイル.*SHA-256　[0-9a-f]{64}.*パスワードと二段階目の認証の鍵は含みません/s);
    expect(await on(1, 'import', '--archive', archive(), '--check')).toBe(0);
    expect(said.at(-1)).toMatch(/問題はありません。.*最後の記録　\d+:[0-9a-f]{64}/s);
    expect(await on(1, 'import', '--archive', archive())).toBe(0);
    expect(said.join('\n')).toContain('公表した版1件');
    expect(await on(1, 'audit', 'verify')).toBe(0);
    expect(await on(1, 'export', 'plan', '--out', join(folder, 'second'))).toBe(0);
    expect(contents(join(folder, 'second'))).toEqual(contents(join(folder, 'first')));
    const records = await recordsOnDisk(join(folder, 'home-1', 'published'));
    expect(records.map(({ hash, name }) => [hash, name]), 'one of an edition that is not held stays behind').toEqual([[edition!.hash, 'report-archive.pdf']]);
    expect(readFileSync(records[0]!.file).equals(ofOriginalProgram)).toBe(true);
  });

  test('is refused where something is already, when it is damaged, and where it is not told apart from a plan', async () => {
    expect(await on(1, 'import', '--archive', archive())).toBe(1);
    expect(said.join('\n')).toContain('何も取り込んでいません');
    const spoilt = readFileSync(archive());
    spoilt[spoilt.length >> 1]! ^= 1;
    writeFileSync(join(folder, 'spoilt.zip'), spoilt);
    expect(await on(1, 'import', '--archive', join(folder, 'spoilt.zip'), '--check')).toBe(1);
    expect(await on(0, 'export', '--all', '--out', archive())).toBe(1);
    expect(said.at(-1)).toContain('既にある');
    for (const parameters of [['import'], ['import', bundle(), '--archive', archive()], ['export', '--out', 'x'], ['export', 'plan', '--all', '--out', 'x']]) expect(await on(0, ...parameters)).toBe(2);
  });
});

test('a copy of the data folder, made while Ayumi stands still, is a backup (docs/operations.md)', async () => {
  vi.stubEnv('DATABASE_URL', '');
  const [home, copy] = [join(folder, 'var'), join(folder, 'var-copy')];
  vi.stubEnv('AYUMI_HOME', home);
  expect(await runCommandLine(['import', bundle(), '--publish'])).toBe(0);
  execFileSync('cp', ['-a', home, copy]);
  rmSync(home, { recursive: true });
  vi.stubEnv('AYUMI_HOME', copy);
  expect(await runCommandLine(['audit', 'verify'])).toBe(0);
  expect(await runCommandLine(['export', 'plan', '--out', join(folder, 'third')])).toBe(0);
  expect(contents(join(folder, 'third'))).toEqual(contents(join(folder, 'first')));
});
