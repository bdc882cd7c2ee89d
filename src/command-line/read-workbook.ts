import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { importWorkbook, type ImportedWorkbook, type ImportFacts } from '../documents/workbook/import-workbook.ts';
import { parseMapping } from '../documents/workbook/mapping-schema.ts';
import { readWorkbook } from '../documents/workbook/read-workbook.ts';
import { type ImportMapping, roleNames } from '../domain/plan-import/mapping.ts';
import { tablePlace } from '../domain/plan-import/propose-tables.ts';
import type { SheetProblem } from '../domain/plan-import/understood.ts';
import type { NodeRow } from '../domain/plan/plan-bundle.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { readCheckedBundle } from './check.ts';

export interface ReadWorkbookCommand {
  readonly sheet?: readonly string[];
  readonly mapping?: string;
  readonly saveMapping?: string;
  readonly out?: string;
  readonly cells?: boolean;
  readonly code?: string;
  readonly city?: string;
  readonly plan?: string;
  readonly title?: string;
  readonly year?: string;
}

/** Shows what a city's own workbook says as a plan, with every problem and its cell, and writes it as a bundle if asked. */
export async function readForeignWorkbook(path: string, options: ReadWorkbookCommand): Promise<number> {
  const saved = await readMapping(options.mapping);
  if (saved === 'refused') return 1;
  const read = await readWorkbook(path);
  if (!read.ok) {
    for (const { message, fix } of read.problems) console.error(`${path}: ${message} → ${fix}`);
    return 1;
  }
  for (const { message, fix } of read.notices) console.log(`${message}${fix}`);
  const sheets = options.sheet ? read.sheets.filter(({ name }) => options.sheet!.includes(name)) : read.sheets;
  if (sheets.length === 0) {
    console.error(`指定されたシートがありません。このブックのシート：${read.sheets.map(({ name }) => name).join('、')}`);
    return 1;
  }
  const imported = importWorkbook(sheets, saved, factsOf(options));
  showTables(imported);
  showTree(imported);
  showCells(imported, options.cells === true);
  const blocking = imported.problems.filter(({ severity }) => severity === 'blocking');
  for (const problem of imported.problems) (problem.severity === 'blocking' ? console.error : console.log)(problemLine(problem));
  if (options.saveMapping !== undefined && !(await writeNew(options.saveMapping, asJson(imported.mapping)))) return 1;
  if (blocking.length > 0) {
    console.error(`\n${blocking.length}件の問題があります。${options.out === undefined ? '' : '計画は書き出していません。'}`);
    return 1;
  }
  console.log(`\n取り込めない問題はありません${imported.problems.length > 0 ? `（確かめていただきたいことが${imported.problems.length}件あります）` : ''}。`);
  return options.out === undefined ? 0 : writeBundleTo(options.out, imported);
}

function factsOf({ code, city, plan, title, year }: ReadWorkbookCommand): ImportFacts {
  return { ...(code !== undefined && { code }), ...(city !== undefined && { city }), ...(plan !== undefined && { plan }), ...(title !== undefined && { title }), ...(year !== undefined && /^\d{4}$/.test(year) && { year: Number(year) }) };
}

async function readMapping(path: string | undefined): Promise<ImportMapping | null | 'refused'> {
  if (path === undefined) return null;
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) {
    console.error(`${path}: 対応表を読み取れません。 → ファイルの場所と名前を確かめてください。`);
    return 'refused';
  }
  const parsed = parseMapping(text);
  if (parsed.ok) return parsed.mapping;
  for (const { message, fix, path: place } of parsed.problems as Problem[]) console.error(`${path}: ${message} → ${fix}${place.length > 0 ? ` [${place.join('.')}]` : ''}`);
  return 'refused';
}

function showTables({ tables, mapping }: ImportedWorkbook): void {
  for (const [index, table] of tables.entries()) {
    const { use, columns } = mapping.tables[index] ?? { use: false, columns: [] };
    console.log(`\n表${index + 1}　シート「${table.sheet}」${tablePlace(table)}${use ? '' : '（使わない）'}${table.title === null ? '' : `　${table.title}`}`);
    console.log(`  見出し：${table.headerRows.map((row) => row + 1).join('・')}行目（${table.reasons.join('。')}）`);
    if (!use) continue;
    for (const { heading, role, level, fiscalYear, reason } of columns) {
      const of = mapping.levels.find(({ id }) => id === level)?.name;
      console.log(`  「${heading}」→ ${of === undefined ? '' : `${of}の`}${roleNames[role]}${fiscalYear === undefined ? '' : `（${fiscalYear}年度）`}　…${reason}`);
    }
  }
}

function showTree({ bundle, report }: ImportedWorkbook): void {
  const departments = new Map(bundle.departments.map(({ id, name }) => [id, name]));
  const show = (rows: readonly NodeRow[], depth: number): void => {
    for (const { id, number, title, responsible = [], relistingOf, children = [] } of rows) {
      const owners = responsible.map((owner) => (typeof owner === 'string' ? departments.get(owner) : owner.collective)).join('、');
      console.log(`${'  '.repeat(depth)}${number}　${title}${owners === '' ? '' : `　［${owners}］`}${relistingOf ? `　→ ${relistingOf}` : ''}　（${id}）`);
      show(children, depth + 1);
    }
  };
  console.log(`\n体系　${bundle.plan.title}`);
  show(bundle.tree, 1);
  if (bundle.indicators.length > 0) console.log('\n指標');
  for (const { number, title, unit, kind, baseline, target } of bundle.indicators) console.log(`  ${number}　${title}（${unit ?? '単位なし'}）　${baseline.printed}（${baseline.fiscalYear}）→ ${target.printed}（${target.fiscalYear}）　${kind}`);
  if (report) console.log(`\n${report.fiscalYear}年度の報告　取組状況${report.reports.length}件、測定値${report.measurements.length}件`);
}

function showCells({ understood }: ImportedWorkbook, all: boolean): void {
  const shown = all ? understood : understood.filter(({ steps }) => steps.length > 0);
  console.log(`\n読み取り方（${understood.length}か所のうち${shown.length}か所${all ? '' : '。そのまま読んだところも見るには --cells'}）`);
  for (const { sheet, cell, taken, text, became, steps } of shown) console.log(`  ${sheet}!${cell}　${taken}：「${short(text)}」→「${short(became)}」${steps.length > 0 ? `　${steps.join('。')}` : ''}`);
}

function short(text: string): string {
  const line = text.replace(/\n/g, '⏎');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}

function problemLine({ sheet, cell, message, fix, severity }: SheetProblem): string {
  const place = sheet === null ? 'ブック' : `${sheet}!${cell ?? ''}`;
  return `${place}: ${severity === 'warning' ? '（確認）' : ''}${message} → ${fix}`;
}

/** Writes the bundle after it has passed the same check as any other. Never writes over anything. */
async function writeBundleTo(out: string, { bundle, report, mapping }: ImportedWorkbook): Promise<number> {
  const names = await readdir(out).catch(() => []);
  if (names.length > 0) {
    console.error(`「${out}」には別のものが入っているため、書き出しませんでした。空のフォルダーか、まだないフォルダーを指定してください。`);
    return 1;
  }
  const files: [string, string][] = [['plan.yaml', asYaml(bundle)], ...(report ? [[`report-${report.fiscalYear}.yaml`, asYaml(report)] as [string, string]] : []), ['mapping.json', asJson(mapping)]];
  const trial = await mkdtemp(join(tmpdir(), 'ayumi-workbook-'));
  try {
    for (const [name, content] of files) await writeFile(join(trial, name), content);
    if (!(await readCheckedBundle(trial))) return 1;
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
  await mkdir(out, { recursive: true });
  for (const [name, content] of files) await writeFile(join(out, name), content, { flag: 'wx' });
  console.log(`「${out}」に${files.map(([name]) => name).join('、')}を書き出しました。翌年度は --mapping に mapping.json を指定すると、同じ読み方と識別子になります。`);
  return 0;
}

async function writeNew(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    console.log(`対応表を「${path}」に書き出しました。`);
    return true;
  } catch {
    console.error(`対応表を「${path}」に書き出せません。まだない名前を指定してください。`);
    return false;
  }
}

/** One paragraph stays one line, so that a change of a word is a change of a line. */
function asYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

function asJson(mapping: ImportMapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}

