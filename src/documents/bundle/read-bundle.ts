import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { draftPlan } from '../../domain/plan/parse-plan.ts';
import type { PlanBundle, ReportBundle } from '../../domain/plan/plan-bundle.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { parseYearReport } from '../../domain/report/parse-year-report.ts';
import type { YearReport } from '../../domain/report/year-report.ts';
import { planSchema, reportSchema } from './bundle-schema.ts';
import { type LocatedProblem, type LocatedYaml, parseLocatedYaml } from './located-yaml.ts';
import { compileShape, type ShapeCheck } from './schema-problems.ts';
import { unprintableText } from './unprintable-text.ts';

/** A plan and its yearly reports, oldest first. */
export interface Bundle {
  readonly plan: Plan;
  readonly reports: readonly YearReport[];
}

export type ReadBundle = { readonly ok: true; readonly value: Bundle } | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/** No plan of a municipality comes near this; a larger file is a mistake or an attack. Bytes. */
const largestFile = 20 * 1024 * 1024;
const planNames = ['plan.yaml', 'plan.yml', 'plan.json'];

/**
 * Reads a bundle: a folder with plan.yaml and any number of report-*.yaml (or the path of the plan file in it).
 * Every problem of every file is returned at once, sorted by file and line; nothing is written anywhere.
 *
 * @param canPrint whether the report can print a character; given where a report will be made
 */
export async function readBundle(path: string, canPrint?: (grapheme: string) => boolean): Promise<ReadBundle> {
  const found = await findFiles(path);
  if ('problem' in found) return { ok: false, problems: [found.problem] };
  const problems: LocatedProblem[] = [];
  const read = async (file: string) => {
    const yaml = await readYaml(file, problems);
    if (yaml && canPrint) problems.push(...unprintableText(yaml.raw, canPrint).map((problem) => yaml.locate(problem)));
    return yaml;
  };
  const planFile = await read(found.plan);
  const planRows = planFile && shaped<PlanBundle>(planFile, checks().plan, problems);
  const drafted = planRows ? draftPlan(planRows) : null;
  if (planFile && drafted) problems.push(...drafted.problems.map((problem) => planFile.locate(problem)));

  const reports: YearReport[] = [];
  const years = new Map<number, string>();
  for (const file of found.reports) {
    const reportFile = await read(file);
    const rows = reportFile && shaped<ReportBundle>(reportFile, checks().report, problems);
    if (!reportFile || !rows) continue;
    const other = years.get(rows.fiscalYear);
    if (other) problems.push(reportFile.locate({ code: 'duplicate-year', path: ['fiscalYear'], message: `${rows.fiscalYear}年度の報告が「${basename(other)}」にもあります。`, fix: '一方を削除するか、年度を直してください。' }));
    years.set(rows.fiscalYear, file);
    if (!drafted) continue;
    const report = parseYearReport(rows, drafted.draft);
    if (report.ok) reports.push(report.value);
    else problems.push(...report.problems.map((problem) => reportFile.locate(problem)));
  }
  if (problems.length > 0 || !drafted) return { ok: false, problems: problems.toSorted(byPlace) };
  return { ok: true, value: { plan: drafted.draft, reports: reports.toSorted((a, b) => a.fiscalYear - b.fiscalYear) } };
}

/** One line for a terminal: file:line:column, what is wrong, what to do, and the path in the document. */
export function problemLine({ file, line, column, message, fix, path }: LocatedProblem): string {
  const place = line > 0 ? `${file}:${line}:${column}` : file;
  return `${place}: ${message} → ${fix}${path.length > 0 ? ` [${path.join('.')}]` : ''}`;
}

let compiled: { plan: ShapeCheck; report: ShapeCheck } | undefined;
function checks(): { plan: ShapeCheck; report: ShapeCheck } {
  return (compiled ??= { plan: compileShape(planSchema), report: compileShape(reportSchema) });
}

async function findFiles(path: string): Promise<{ plan: string; reports: string[] } | { problem: LocatedProblem }> {
  const refuse = (code: string, message: string, fix: string) => ({ problem: { code, message, fix, path: [], file: path, line: 0, column: 0 } });
  const entry = await stat(path).catch(() => null);
  if (!entry) return refuse('not-found', '指定された場所に何もありません。', '計画のフォルダー（plan.yaml があるところ）を指定してください。');
  const folder = entry.isDirectory() ? path : dirname(path);
  const listed = await readdir(folder).catch(() => null);
  if (!listed) return refuse('unreadable-folder', 'フォルダーの中を読み取れません。', '読み取る権限があるかを確かめてください。');
  const names = listed.toSorted();
  const plan = entry.isDirectory() ? names.find((name) => planNames.includes(name)) : basename(path);
  if (!plan) return refuse('no-plan-file', 'フォルダーに plan.yaml がありません。', '計画を plan.yaml という名前で置いてください。');
  return { plan: join(folder, plan), reports: names.filter((name) => /^report-.+\.(ya?ml|json)$/.test(name)).map((name) => join(folder, name)) };
}

async function readYaml(file: string, problems: LocatedProblem[]): Promise<LocatedYaml | null> {
  const refuse = (code: string, message: string, fix: string) => {
    problems.push({ code, message, fix, path: [], file, line: 0, column: 0 });
    return null;
  };
  const unreadable = () => refuse('unreadable-file', 'ファイルを読み取れません。', '読み取る権限があるか、リンクの先があるかを確かめてください。');
  const entry = await stat(file).catch(() => null);
  if (!entry) return unreadable();
  if (!entry.isFile()) return refuse('not-a-file', 'ファイルではありません。', '同じ名前のフォルダーを移すか、削除してください。');
  if (entry.size > largestFile) return refuse('too-large', `ファイルが大きすぎます（${Math.ceil(entry.size / 1_048_576)}MB）。`, '20MB以下のファイルにしてください。');
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return unreadable();
  if (bytes.length === 0) return refuse('empty-file', 'ファイルが空です。', 'docs/data-format.md の書き方に沿って内容を書いてください。');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('not-utf8', '文字コードがUTF-8ではありません。', 'UTF-8で保存し直してください。');
  }
  const yaml = parseLocatedYaml(text, file);
  problems.push(...yaml.problems);
  return yaml.raw === undefined ? null : yaml;
}

function shaped<T>(yaml: LocatedYaml, check: ShapeCheck, problems: LocatedProblem[]): T | null {
  const found = check(yaml.raw);
  problems.push(...found.map((problem) => yaml.locate(problem)));
  return found.length === 0 ? (yaml.raw as T) : null;
}

function byPlace(a: LocatedProblem, b: LocatedProblem): number {
  return a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
}
