import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asYaml, makeFolder, writeBundle, writeFiles } from '../../../tests/bundle-folder.ts';
import { makeIndicator, makeMeasurement, makeNode, makeNodeReport, makePlanBundle, makeReportBundle } from '../../../tests/factories.ts';
import type { LocatedProblem } from './located-yaml.ts';
import { problemLine, readBundle } from './read-bundle.ts';

const plan = asYaml(makePlanBundle());
const report = asYaml(makeReportBundle());

async function problemsIn(folder: string): Promise<readonly LocatedProblem[]> {
  const before = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs]);
  const read = await readBundle(folder);
  expect(readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs]), 'reading wrote something').toEqual(before);
  if (read.ok) return [];
  for (const { message, fix, file } of read.problems) {
    expect(message, 'a Japanese sentence').toMatch(/[ぁ-ん].*。$/u);
    expect(fix, 'a fix in Japanese').toMatch(/[ぁ-ん].*。|^「?[^。]+」?$/u);
    expect(file).not.toBe('');
  }
  return read.problems;
}

/** plan.yaml:12:5 of the first place where `needle` stands; of the last, where it begins with an ellipsis. */
function placeOf(file: string, text: string, needle: string): string {
  const before = text.slice(0, needle.startsWith('…') ? text.lastIndexOf(needle.slice(1)) : text.indexOf(needle)).split('\n');
  return `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

const shown = ({ file, line, column, code }: LocatedProblem) => `${basename(file)}:${line}:${column} ${code}`;

test('reads a plan and its reports, oldest year first', async () => {
  const read = await readBundle(writeBundle(undefined, makeReportBundle({ fiscalYear: 2021 }), makeReportBundle()));
  expect(read.ok && read.value.reports.map(({ fiscalYear }) => fiscalYear)).toEqual([2020, 2021]);
  expect(read.ok && read.value.plan.nodes).toHaveLength(6);
});

test('reads JSON, a byte order mark, Windows line ends, and the path of the plan file', async () => {
  expect(await problemsIn(writeFiles({ 'plan.json': JSON.stringify(makePlanBundle()), 'report-2020.json': JSON.stringify(makeReportBundle()) }))).toEqual([]);
  const folder = writeFiles({ 'plan.yaml': `\ufeff${plan.replaceAll('\n', '\r\n')}`, 'report-2020.yaml': report });
  expect((await readBundle(folder)).ok).toBe(true);
  expect((await readBundle(join(folder, 'plan.yaml'))).ok).toBe(true);
});

test('keeps characters outside of the Basic Multilingual Plane and full-width print as typed', async () => {
  const title = '𠮷田髙﨑ビル①㈱※ＡＢＣ';
  const read = await readBundle(writeBundle(makePlanBundle({ departments: [{ id: 'seisaku', name: title }, { id: 'zaisei', name: '財政課' }] })));
  expect(read.ok && read.value.plan.departments[0]?.name).toBe(title);
});

type Slip = readonly [rule: string, find: string, put: string, code: string, at: string];

const slipsInPlan: readonly Slip[] = [
  ['a key that does not exist', 'title: 行政運営', 'titel: 行政運営', 'unknown-key', 'titel'],
  ['a key that is missing', '    title: 行政運営\n', '', 'missing-key', 'number: １'],
  ['a number where text is meant', 'number: "01"', 'number: 1', 'wrong-type', 'number: 1\n'],
  ['text where a list is meant', 'responsible:\n              - zaisei', 'responsible: zaisei', 'wrong-type', 'responsible: zaisei'],
  ['a wrong word of a choice', 'kind: increase', 'kind: grow', 'wrong-value', 'kind: grow'],
  ['an empty list of levels', 'levels:\n  - id: measure\n    name: 施策\n  - id: project\n    name: 基本事業\n  - id: initiative\n    name: 取組項目', 'levels: []', 'too-few', 'levels: []'],
  ['an id that no address can carry', 'id: m1-b1', 'id: M1 b1', 'wrong-value', 'id: M1 b1'],
  ['a title over 500 characters', '窓口の見直し', '窓'.repeat(501), 'too-long', `title: ${'窓'.repeat(501)}`],
  ['an indicator without a target', '    target:\n      label: 目標値\n      fiscalYear: 2024\n      printed: "60.0"\n', '', 'missing-key', 'id: ind1'],
  ['a municipality code with a wrong check digit', '"132195"', '"132194"', 'municipality-code', 'code: "132194"'],
  ['a period that ends before it begins', 'from: 2020', 'from: 2030', 'period', 'period:'],
  ['a month that does not exist', 'adopted: 2020-03', 'adopted: 2020-13', 'not-a-date', 'adopted: 2020-13'],
  ['two initiatives of one number', 'number: "02"', 'number: "01"', 'duplicate-number', 'number: "01"\n            title: 人財'],
  ['one number under two parents', 'number: "03"', 'number: "02"', 'duplicate-number', 'number: "02"\n            title: 人財の育成（再掲）'],
  ['a number that no address can carry', 'number: "01"', 'number: ０１', 'number-form', 'number: ０１'],
  ['two elements of one id', 'id: i02', 'id: i01', 'duplicate-id', 'id: i01\n            responsible:\n              - zaisei'],
  ['two departments of one id', 'id: zaisei', 'id: seisaku', 'duplicate-id', 'id: seisaku\n    name: 財政課'],
  ['two levels of one id', 'id: project', 'id: measure', 'duplicate-id', 'id: measure\n    name: 基本事業'],
  ['a department that does not exist', '- seisaku', '- sesaku', 'unknown-department', 'sesaku'],
  ['an element that relists itself', 'relistingOf: i02', 'relistingOf: i03', 'circular-relisting', 'relistingOf: i03'],
  ['a relisting of nothing', 'relistingOf: i02', 'relistingOf: i99', 'unknown-original', 'relistingOf: i99'],
  ['a relisting of another level', 'relistingOf: i02', 'relistingOf: m1-b1', 'relisting-level', 'relistingOf: m1-b1'],
  ['an indicator of an element that does not exist', '      - m1-b1\n', '      - m9\n', 'unknown-node', 'm9'],
  ['a figure that cannot be read', 'printed: "60.0"', 'printed: 六十', 'unreadable-figure', 'printed: 六十'],
  ['a kind against the direction of the target', 'kind: increase', 'kind: decrease', 'kind-against-target', 'kind: decrease'],
  ['a range with one number as its target', 'kind: increase', 'kind: range', 'range-target', 'kind: range'],
  ['an empty title', 'title: 窓口の見直し', 'title: " "', 'empty-text', 'title: " "'],
  ['a control character', 'title: 窓口の見直し', 'title: "窓口\\u0007の見直し"', 'control-character', 'title: "窓口'],
  ['a line break in a paragraph', '- 業務を改善します。', '- "業務を\\n改善します。"', 'line-break', '"業務を'],
  ['a control character in a name of a level', 'name: 施策', 'name: "施\\u0000策"', 'control-character', 'name: "施'],
  ['a control character in a definition', 'definition: 市民アンケート', 'definition: "市民\\u001bアンケート"', 'control-character', 'definition: "'],
  ['a line break in a collective', 'collective: 関係各課', 'collective: "関係\\n各課"', 'line-break', 'collective: "'],
  ['a control character in the name of the city', 'name: 見本市\n', 'name: "見本\\u0008市"\n', 'control-character', 'name: "見本'],
  ['a line break in a label of a figure', 'label: 基準値', 'label: "基準\\n値"', 'line-break', 'label: "'],
];

describe('names the place of, in plan.yaml,', () => {
  test.each(slipsInPlan)('%s', async (_rule, find, put, code, at) => {
    expect(plan).toContain(find);
    const text = plan.replace(find, put);
    const problems = await problemsIn(writeFiles({ 'plan.yaml': text, 'report-2020.yaml': report }));
    expect(problems.map(shown)).toContain(`${placeOf('plan.yaml', text, at)} ${code}`);
  });
});

const slipsInReport: readonly Slip[] = [
  ['a report of another plan', 'plan: plan', 'plan: other', 'other-plan', 'plan: other'],
  ['a day that does not exist', '2021-09-01', '2021-02-30', 'not-a-date', 'issuedOn'],
  ['an initiative that does not exist', 'initiative: i02', 'initiative: i99', 'unknown-node', 'initiative: i99'],
  ['a report on an element that is no initiative', 'initiative: i02', 'initiative: m1-b1', 'unknown-node', 'initiative: m1-b1'],
  ['two reports on one initiative', 'initiative: i02', 'initiative: i01', 'duplicate-id', '…initiative: i01'],
  ['a reporter that does not exist', '- zaisei', '- zaise', 'unknown-department', 'zaise\n'],
  ['a reporter where the plan has no collective', 'initiative: i01\n    reporters', 'initiative: i02\n    reporters', 'reporters-without-collective', 'reporters'],
  ['an indicator that does not exist', 'indicator: ind1', 'indicator: ind9', 'unknown-indicator', 'indicator: ind9'],
  ['a series that does not exist', 'standing: confirmed', 'series: old', 'unknown-series', 'series: old'],
  ['a value in brackets of no series', 'printed: "55.0"', 'printed: 50.0（55.0）', 'alternative-without-series', 'printed: 50'],
  ['a note that is not explained', 'printed: "55.0"', 'printed: 55.0 ※９', 'unknown-note', 'printed: 55'],
  ['a note of the plan that is not explained', 'mark: ※１', 'mark: ※２', 'unknown-note', 'notes'],
  ['a note explained twice', 'notes:\n', 'notes:\n  - mark: ※1\n    text: 一度目。\n', 'duplicate-note', 'mark: ※１'],
  ['a wrong standing', 'standing: confirmed', 'standing: sure', 'wrong-value', 'standing: sure'],
  ['a year as text', 'fiscalYear: 2020', 'fiscalYear: 令和２年度', 'wrong-type', 'fiscalYear: 令和'],
  ['a paragraph that is a number', '- 研修を実施した。', '- 42', 'wrong-value', '42\n'],
  ['a paragraph of unknown shape', '- item: 記載台を減らした。', '- lines: 記載台を減らした。', 'wrong-value', 'lines:'],
  ['a control character in a heading', 'heading: 計画の目的', 'heading: "計画\\u0001の目的"', 'control-character', 'heading: "'],
  ['an empty note', 'text: 平成31年３月の調査による。', 'text: ""', 'empty-text', 'text: ""'],
];

describe('names the place of, in report-2020.yaml,', () => {
  test.each(slipsInReport)('%s', async (_rule, find, put, code, at) => {
    expect(report).toContain(find);
    const text = report.replace(find, put);
    const problems = await problemsIn(writeFiles({ 'plan.yaml': plan, 'report-2020.yaml': text }));
    expect(problems.map(shown)).toContain(`${placeOf('report-2020.yaml', text, at)} ${code}`);
  });
});

test('refuses every character that the font of the report lacks, in each text that is printed', async () => {
  const folder = writeBundle(makePlanBundle({ plan: { id: 'plan', title: '計画👍' } }), makeReportBundle({ notes: [{ mark: '※１', text: '調査による😀。' }] }));
  const read = await readBundle(folder, (grapheme) => !/[👍😀]/u.test(grapheme));
  expect(read.ok ? [] : read.problems.map(({ code, file, line, message }) => [code, basename(file), line > 0, /「(.+?)」（(U\+[0-9A-F]+)）/.exec(message)?.slice(1)])).toEqual([
    ['missing-glyph', 'plan.yaml', true, ['👍', 'U+1F44D']], ['missing-glyph', 'report-2020.yaml', true, ['😀', 'U+1F600']],
  ]);
  expect((await readBundle(folder)).ok, 'where no report is printed, they may stand').toBe(true);
});

test('refuses an element below the lowest level', async () => {
  const deep = makePlanBundle();
  deep.tree[0]!.children![0]!.children![0]!.children = [makeNode({ id: 'x', number: '1' })];
  expect((await problemsIn(writeBundle(deep))).map(({ code }) => code)).toEqual(['too-deep']);
});

test('refuses relistings that point at each other', async () => {
  const circular = makePlanBundle();
  const [first, second] = circular.tree[0]!.children![0]!.children!;
  first!.relistingOf = 'i02';
  second!.relistingOf = 'i01';
  const problems = await problemsIn(writeBundle(circular));
  expect(problems.filter(({ code }) => code === 'circular-relisting')).toHaveLength(3);
});

test('refuses two sections of the preface with one id, and two reports of one year', async () => {
  const section = { id: 'purpose', heading: '目的', paragraphs: ['本文'] };
  const folder = writeBundle(undefined, makeReportBundle({ preface: [section, section] }));
  writeFileSync(join(folder, 'report-again.yaml'), report);
  expect((await problemsIn(folder)).map(({ code }) => code).toSorted()).toEqual(['duplicate-id', 'duplicate-year']);
});

test('refuses an indicator with no judged series, or with two', async () => {
  const series = (judged: boolean) => [{ id: 'a', title: '甲', judged }, { id: 'b', title: '乙', judged }];
  const bad = makePlanBundle({ indicators: [makeIndicator({ series: series(false) }), makeIndicator({ id: 'ind2', number: '2', series: series(true) })] });
  const problems = await problemsIn(writeBundle(bad, makeReportBundle({ measurements: [makeMeasurement({ series: 'a' })] })));
  expect(problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(['judged-series indicators.0.series', 'judged-series indicators.1.series']);
});

test('lists every problem of every file at once, sorted by file and line', async () => {
  const bad = makePlanBundle({ municipality: { ...makePlanBundle().municipality, code: '132194' }, indicators: [makeIndicator({ related: ['m9'] })] });
  const reports = [2020, 2021].map((fiscalYear) => makeReportBundle({ fiscalYear, reports: [makeNodeReport({ initiative: 'i98' }), makeNodeReport({ initiative: 'i99' })] }));
  const problems = await problemsIn(writeBundle(bad, ...reports));
  expect(problems.map(({ file, code }) => `${basename(file)} ${code}`)).toEqual([
    'plan.yaml municipality-code', 'plan.yaml unknown-node',
    'report-2020.yaml unknown-node', 'report-2020.yaml unknown-node', 'report-2021.yaml unknown-node', 'report-2021.yaml unknown-node',
  ]);
  expect(problems.map(({ line }) => line > 0)).not.toContain(false);
});

test('prints a problem as one line with file, line, column, message, fix and path', async () => {
  const folder = writeFiles({ 'plan.yaml': plan.replace('kind: increase', 'kind: grow') });
  const read = await readBundle(folder);
  expect(read.ok ? [] : read.problems.map(problemLine)).toEqual([
    expect.stringMatching(/plan\.yaml:\d+:5: 「kind」の値（grow）が正しくありません。 → 指標の種類を .+ \[indicators\.0\.kind\]$/u),
  ]);
});

test('says what is missing where there is no plan', async () => {
  expect((await problemsIn(makeFolder())).map(({ code }) => code)).toEqual(['no-plan-file']);
  const folder = makeFolder();
  rmSync(folder, { recursive: true });
  const read = await readBundle(folder);
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['not-found']);
  const other = makeFolder();
  mkdirSync(join(other, 'plan.yaml'));
  expect((await problemsIn(other)).map(({ code }) => code)).toEqual(['not-a-file']);
});
