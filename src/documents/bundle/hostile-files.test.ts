import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { asYaml, makeFolder, writeFiles } from '../../../tests/bundle-folder.ts';
import { makePlanBundle } from '../../../tests/factories.ts';
import type { LocatedProblem } from './located-yaml.ts';
import { readBundle } from './read-bundle.ts';

const plan = asYaml(makePlanBundle());

async function refusalsOf(content: string | Uint8Array): Promise<readonly LocatedProblem[]> {
  return refusalsIn(writeFiles({ 'plan.yaml': content }));
}

async function refusalsIn(folder: string): Promise<readonly LocatedProblem[]> {
  const warned = vi.spyOn(process, 'emitWarning');
  const read = await readBundle(folder);
  expect(warned, 'a warning in English on the terminal').not.toHaveBeenCalled();
  warned.mockRestore();
  return read.ok ? [] : read.problems;
}

const places = (problems: readonly LocatedProblem[]) => problems.map(({ line, column, code }) => `${line}:${column} ${code}`);

test('lists every error of a broken file, not the first one', async () => {
  const broken = 'plan: {a: 1\nlevels: "open\ntree: [1, 2\n';
  const problems = await refusalsOf(broken);
  expect(problems.length).toBeGreaterThan(1);
  expect(problems.every(({ line, column, fix }) => line > 0 && column > 0 && fix !== '')).toBe(true);
});

test('names both places where a key is written twice', async () => {
  expect(places(await refusalsOf(`${plan}format: ayumi-plan/1\nindicators: []\n`))).toEqual([
    `${plan.split('\n').length}:1 yaml-duplicate-key`, `${plan.split('\n').length + 1}:1 yaml-duplicate-key`,
  ]);
});

test('tells of a tab in the place of spaces', async () => {
  expect(places(await refusalsOf('plan:\n\tid: x\n'))).toContainEqual(expect.stringMatching(/^2:\d+ yaml-/));
});

test.each([['an empty file', ''], ['only comments', '# 計画\n\n# まだありません\n'], ['only a document mark', '---\n'], ['null', 'null\n']])('refuses %s as empty', async (_name, content) => {
  expect((await refusalsOf(content)).map(({ code }) => code)).toEqual(['empty-file']);
});

test('refuses more than one document in a file instead of reading the first', async () => {
  expect((await refusalsOf(`${plan}---\n${plan}`)).map(({ code }) => code)).toContain('yaml-multiple-docs');
});

test('refuses 100 MB without reading it', async () => {
  const folder = writeFiles({ 'plan.yaml': plan, 'report-2020.yaml': '' });
  truncateSync(join(folder, 'report-2020.yaml'), 100 * 1024 * 1024);
  const before = process.memoryUsage().rss;
  const [problem] = await refusalsIn(folder);
  expect(problem).toMatchObject({ code: 'too-large', message: expect.stringContaining('100MB') });
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
});

test.each([['Shift_JIS', Buffer.from([0x8c, 0x76, 0x89, 0xe6, 0x3a, 0x20, 0x31])], ['UTF-16', Buffer.from(`\ufeff${plan}`, 'utf16le')], ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff])]])('refuses %s as not UTF-8', async (_name, bytes) => {
  expect((await refusalsOf(bytes)).map(({ code }) => code)).toEqual(['not-utf8']);
});

test('refuses an alias bomb', async () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]', ...'bcdefghij'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]},`.repeat(9)}*${'abcdefghi'[index]}]`)].join('\n');
  expect((await refusalsOf(bomb)).map(({ code }) => code)).toEqual(['too-complex']);
});

test('refuses a list that holds itself, at its place', async () => {
  expect(places(await refusalsOf(`${plan}more: &x\n  - *x\n`))).toEqual([`${plan.split('\n').length + 1}:5 circular-alias`]);
});

test.each([['100,000 brackets', '['.repeat(100_000)], ['100,000 closed brackets', '['.repeat(100_000) + ']'.repeat(100_000)], ['100,000 list marks', `${'- '.repeat(100_000)}x`], ['an element 10,000 levels deep', deepTree(10_000)]])('survives %s', async (_name, content) => {
  const problems = await refusalsOf(content);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThan(1000);
});

function deepTree(depth: number): string {
  return `tree: ${'[{children: '.repeat(depth)}[]${'}]'.repeat(depth)}\n`;
}

test.each([['a list', '- 1\n- 2\n'], ['a sentence', '計画です。\n'], ['a number', '42\n'], ['a key that is a list', '? [a]\n: b\n'], ['a merge', '<<: {a: 1}\n'], ['a tag', 'plan: !!js/function "x"\n'], ['__proto__', '__proto__: {a: 1}\nconstructor: 1\n']])('refuses %s where a plan is meant', async (_name, content) => {
  const problems = await refusalsOf(content);
  expect(problems.length).toBeGreaterThan(0);
  expect(({} as { a?: number }).a).toBeUndefined();
});

test('refuses folders, dead links and unreadable names where files are meant, each by name', async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'plan.yaml'), plan);
  mkdirSync(join(folder, 'report-2020.yaml'));
  symlinkSync('/nowhere', join(folder, 'report-2021.yaml'));
  expect((await refusalsIn(folder)).map(({ code, file }) => `${file.slice(-16)} ${code}`)).toEqual(['report-2020.yaml not-a-file', 'report-2021.yaml unreadable-file']);
});

test.each([['colons', `plan: ${'a: '.repeat(50_000)}`], ['quotation marks', `x: ${'"\\u3042'.repeat(50_000)}`]])('refuses a line of 50,000 %s', async (_name, content) => {
  expect((await refusalsOf(content)).length).toBeGreaterThan(0);
});
