import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { asYaml, makeFolder, writeBundle, writeFiles } from '../tests/bundle-folder.ts';
import { makeNodeReport, makePlanBundle, makeReportBundle } from '../tests/factories.ts';
import { runCommandLine } from './cli.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = join(root, 'samples/komae-2020');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** The real command in a process of its own. */
function ayumi(parameters: readonly string[], environment: NodeJS.ProcessEnv = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/ayumi.mjs', ...parameters], { cwd: root, encoding: 'utf8', timeout: 60_000, env: { ...process.env, DATABASE_URL: '', ...environment } });
  return { code: status, out: stdout, error: stderr };
}

/** Every file below a folder with its content. */
function contents(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.toSorted().map((file) => [file.slice(folder.length + 1), readFileSync(file)]));
}

describe('how the command is spoken to', () => {
  test('tells its commands, in Japanese, and each its own use', () => {
    const { code, out } = ayumi(['--help']);
    expect(code).toBe(0);
    for (const name of ['check', 'build', 'import', 'export']) expect(out).toContain(name);
    for (const name of ['build', 'export']) {
      const help = ayumi([name, '--help']);
      expect(help.code).toBe(0);
      expect(help.out).toMatch(new RegExp(`使い方：.*${name}`));
      expect(help.out + help.error).not.toMatch(/Usage|Options|Arguments|Commands|display help/);
    }
  });

  test.each([
    ['an unknown command', ['bild'], '「bild」というコマンドはありません。'],
    ['an unknown option', ['check', sample, '--fast'], '「--fast」という指定はありません。'],
    ['a missing plan', ['check'], '引数「計画」を書いてください。'],
    ['a missing output folder', ['build', sample], '書いてください。'],
    ['a missing value', ['build', sample, '--out'], '書いてください。'],
    ['too many arguments', ['check', sample, sample], '引数が多すぎます。'],
  ])('answers %s with a sentence and exit code 2', async (_name, parameters, sentence) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await runCommandLine(parameters)).toBe(2);
    expect(said.mock.calls).toEqual([[expect.stringMatching(/ayumi --help/)]]);
    expect(said.mock.calls[0]?.[0]).toContain(sentence);
    said.mockReset();
  });

  test('shows its help, and fails, when nothing was asked', () => {
    const { code, out, error } = ayumi([]);
    expect(code).toBe(2);
    expect(out + error).toContain('使い方：');
  });
});

describe('check', () => {
  test('finds nothing in the sample and exits 0', () => {
    const { code, out, error } = ayumi(['check', sample]);
    expect([code, error]).toEqual([0, '']);
    expect(out).not.toBe('');
  });

  test('prints every problem with file, line and path to standard error and exits 1', () => {
    const folder = writeBundle(undefined, makeReportBundle({ reports: [makeNodeReport({ initiative: 'i98' }), makeNodeReport({ initiative: 'i99' })] }));
    const { code, out, error } = ayumi(['check', folder]);
    expect([code, out]).toEqual([1, '']);
    expect(error).toMatch(/report-2020\.yaml:\d+:\d+: .*i98.*→ .* \[reports\.0\.initiative\]\n/);
    expect(error).toMatch(/report-2020\.yaml:\d+:\d+: .*i99.*→ .* \[reports\.1\.initiative\]\n/);
    expect(error).toContain('2件の問題があります。何も作成、変更していません。');
  });

  test('names a character that the font of the report lacks, with file and line, and lets the others pass', () => {
    const report = makeReportBundle({ reports: [makeNodeReport({ initiative: 'i02', paragraphs: ['𠮷田髙﨑①㈱の担当が説明した。', '文字\u{1F600}が混じった。'] })] });
    const { code, error } = ayumi(['check', writeBundle(undefined, report)]);
    expect(code).toBe(1);
    expect(error).toMatch(/report-2020\.yaml:\d+:\d+: 文字「\u{1F600}」（U\+1F600）/u);
    expect(error).toContain('1件の問題');
  });
});

describe('build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-build-'));
  const out = join(folder, 'first');
  let ran: Ran;
  beforeAll(() => { ran = ayumi(['build', sample, '--out', out], { TZ: 'Asia/Tokyo' }); });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('writes every output of the sample and says so, with progress in plain lines when nobody watches a terminal', () => {
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/個のファイル.*版のハッシュ値：[0-9a-f]{64}\n$/);
    expect(ran.error.split('\n').filter((line) => line !== '').every((line) => /^[^\u001b\r]+を作りました（[\d.]+秒）$/.test(line))).toBe(true);
    expect(readdirSync(out).toSorted()).toEqual(['data', 'edition.json', 'leaflet.pdf', 'manifest.json', 'report-archive.pdf', 'report.docx', 'report.pdf', 'report.xlsx', 'site', 'summary.pdf']);
    expect(readdirSync(folder)).toEqual(['first']);
  });

  test('names the SHA-256 of each file in the manifest, and no other file is there', () => {
    const { files } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { files: Record<string, { sha256: string; bytes: number }> };
    const found = contents(out);
    found.delete('manifest.json');
    expect(Object.fromEntries([...found].map(([path, bytes]) => [path, { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }]))).toEqual(files);
  });

  test('gives the same bytes in another process, another folder, another time zone and another language', () => {
    const second = join(folder, 'second');
    ayumi(['build', sample, '--out', second], { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    expect(readFileSync(join(second, 'manifest.json'), 'utf8')).toBe(readFileSync(join(out, 'manifest.json'), 'utf8'));
  });

  test('writes no trace of the day, the machine or the folder into any file', () => {
    const today = new Date();
    const traces = [today.toISOString().slice(0, 10), today.toISOString().slice(0, 10).replaceAll('-', ''), root, folder, process.execPath].filter((trace) => trace.length > 7);
    const withTrace = [...contents(out)].flatMap(([path, bytes]) => traces.filter((trace) => bytes.includes(trace)).map((trace) => `${path}: ${trace}`));
    expect(withTrace).toEqual([]);
  });

  test('replaces what it made before, whole', () => {
    writeFileSync(join(out, 'left-over.txt'), '');
    expect(ayumi(['build', writeBundle(), '--out', out]).code).toBe(0);
    expect(existsSync(join(out, 'left-over.txt'))).toBe(false);
    expect(existsSync(join(out, 'site/plans/plan/2020/index.html'))).toBe(true);
    expect(existsSync(join(out, 'site/plans/gyozaisei-6'))).toBe(false);
  });

  test('leaves the folder as it was when the plan has a problem', () => {
    const target = join(folder, 'kept');
    const good = writeBundle();
    ayumi(['build', good, '--out', target]);
    const before = contents(target);
    writeFileSync(join(good, 'plan.yaml'), asYaml(makePlanBundle()).replace('kind: increase', 'kind: grow'));
    const { code, error } = ayumi(['build', good, '--out', target]);
    expect(code).toBe(1);
    expect(error).toContain('何も作成、変更していません');
    expect(contents(target)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test.each([
    ['a folder with something else in it', (place: string) => { mkdirSync(place); writeFileSync(join(place, 'letter.txt'), 'x'); }, '別のものが入っている'],
    ['a folder of another program that has a manifest.json too', (place: string) => { mkdirSync(place); writeFileSync(join(place, 'manifest.json'), '{"name":"app"}'); writeFileSync(join(place, 'index.html'), 'x'); }, '別のものが入っている'],
    ['a file', (place: string) => writeFileSync(place, 'x'), 'はファイルです'],
  ])('refuses to write over %s', (_name, prepare, sentence) => {
    const place = join(makeFolder(), 'target');
    prepare(place);
    const { code, error } = ayumi(['build', writeBundle(), '--out', place]);
    expect([code, error]).toEqual([1, expect.stringContaining(sentence)]);
    expect(error).not.toMatch(/ {4}at /);
  });

  test('refuses to write over the plan itself', () => {
    const bundle = writeBundle();
    const before = contents(bundle);
    expect(ayumi(['build', bundle, '--out', bundle]).code).toBe(1);
    expect(contents(bundle)).toEqual(before);
  });

  test('says in a sentence that a plan without a report gives nothing to build', () => {
    const place = join(makeFolder(), 'out');
    const { code, error } = ayumi(['build', writeFiles({ 'plan.yaml': asYaml(makePlanBundle()) }), '--out', place]);
    expect([code, error]).toEqual([1, expect.stringContaining('報告')]);
    expect(existsSync(place)).toBe(false);
  });

  test('says in a sentence where it may not write', () => {
    const place = makeFolder();
    writeFileSync(join(place, 'file'), '');
    const { code, error } = ayumi(['build', writeBundle(), '--out', join(place, 'file/below/it')]);
    expect(code).toBe(1);
    expect(error).toContain('書き出すフォルダー');
    expect(error).not.toMatch(/ {4}at /);
  });
});
