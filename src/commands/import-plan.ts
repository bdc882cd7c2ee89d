import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { loadPlan, savePlan } from '../database/plan-store.ts';
import { loadDictionarySource, storeDictionary } from '../database/proofreading-store.ts';
import type { Changes, RowChanges } from '../database/replace-rows.ts';
import { listStrayRequests, removeRequests, type StrayRequest } from '../database/round-store.ts';
import { lockPlan, type ReadTransaction, type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { listReportedYears, loadYearReport, saveYearReport } from '../database/year-report-store.ts';
import { storableText } from '../domain/audit/storable-text.ts';
import { type FiscalYear, fiscalYearLabel } from '../domain/fiscal-year/fiscal-year.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { parseYearReport } from '../domain/report/parse-year-report.ts';
import { yearReportToBundle } from '../domain/report/year-report-to-bundle.ts';
import type { YearReport } from '../domain/report/year-report.ts';
import type { Refusal } from './refusal.ts';

export interface ImportRequest {
  readonly plan: Plan;
  /** Reports of this plan. Stored reports of other years stay as they are. */
  readonly reports: readonly YearReport[];
  /** The city's own words (YAML in the format of prh), read without a problem before; left out, those that are stored stay. */
  readonly dictionary?: string | null;
  /** Who imports, for the audit log. */
  readonly actor: string;
  /** The file from which they were taken, for the audit log: its name and SHA-256. */
  readonly source?: { readonly file: string; readonly hash: string };
}

export type ImportOutcome =
  | { readonly outcome: 'imported'; readonly created: boolean; readonly changes: ImportChanges }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] };

export interface ImportChanges {
  readonly plan: Changes;
  readonly reports: readonly { readonly fiscalYear: FiscalYear; readonly changes: Changes }[];
  /** Whether the city's own words are others now. */
  readonly dictionary: boolean;
}

/**
 * Makes the stored plan and the stored reports of these years be the given ones, with a row in the audit log, all or
 * nothing. Published editions are never touched. The same import again changes nothing and leaves no trace.
 */
export function importPlan(db: Database, request: ImportRequest): Promise<ImportOutcome> {
  return writeTransaction(db, (trx) => importIn(trx, request));
}

/** The import itself, in a transaction that the caller has begun. */
export async function importIn(trx: WriteTransaction, { plan, reports, dictionary = null, actor, source }: ImportRequest): Promise<ImportOutcome> {
  await lockPlan(trx, plan.id);
  const stored = await loadPlan(trx, plan.id);
  const refusals = [...refuseRepeatedYears(plan, reports), ...refuseOtherMunicipality(plan, stored), ...refuseBrokenChanges(plan, stored), ...(stored ? await refuseBrokenReports(trx, plan, reports) : [])];
  const stray = stored ? await listStrayRequests(trx, plan) : [];
  refusals.push(...refuseStrayRequests(plan, stored, stray));
  if (refusals.length > 0) return { outcome: 'refused', refusals };

  // A round that is only prepared follows the plan; opening it asks for it to be prepared again.
  await removeRequests(trx, stray);
  const planChanges = await savePlan(trx, plan);
  const reportChanges = [];
  for (const report of reports) reportChanges.push({ fiscalYear: report.fiscalYear, changes: await saveYearReport(trx, report) });
  const changed = reportChanges.filter(({ changes }) => Object.keys(changes).length > 0);
  const otherWords = await replaceDictionary(trx, plan.municipality.code, dictionary);
  if (Object.keys(planChanges).length === 0 && changed.length === 0 && !otherWords) return { outcome: 'unchanged' };
  const changes = { plan: planChanges, reports: changed, dictionary: otherWords };
  await appendAudit(trx, { actor, action: 'import-plan', planId: plan.id, details: { ...toDetails(changes), ...(source && { source: { ...source } }) } });
  return { outcome: 'imported', created: !stored, changes };
}

/** @returns whether the stored words were others */
async function replaceDictionary(trx: WriteTransaction, municipality: string, typed: string | null): Promise<boolean> {
  if (typed === null) return false;
  const source = storableText(typed);
  if (source === (await loadDictionarySource(trx, municipality))) return false;
  await storeDictionary(trx, municipality, source, null);
  return true;
}

function refuseRepeatedYears({ municipality }: Plan, reports: readonly YearReport[]): Refusal[] {
  const years = reports.map(({ fiscalYear }) => fiscalYear);
  return [...new Set(years.filter((year, index) => years.indexOf(year) !== index))].map((year) => ({
    code: 'repeated-year', message: `${fiscalYearLabel(year, municipality.fiscalYearLabels)}の報告が二つ以上あります。`, fix: '年度ごとに一つの報告にまとめてください。',
  }));
}

/** The id of a plan is part of public addresses, so another city's plan of that id would take them over. */
function refuseOtherMunicipality({ id, municipality }: Plan, stored: Plan | undefined): Refusal[] {
  if (!stored || stored.municipality.code === municipality.code) return [];
  return [{
    code: 'other-municipality', message: `計画「${id}」は、既に${stored.municipality.name}（${stored.municipality.code}）の計画として登録されています。`,
    fix: '計画の識別子（plan.id）か、自治体のコードを確かめてください。',
  }];
}

/** A change that was recorded stays, so the new plan must still hold its items, and may not tell it otherwise. */
function refuseBrokenChanges(plan: Plan, stored: Plan | undefined): Refusal[] {
  const known = new Set(plan.nodes.map(({ id }) => id));
  return (stored?.changes ?? []).flatMap((change): Refusal[] => {
    const fix = '登録済みの計画を書き出し（export）、それを直して取り込んでください。';
    const incoming = plan.changes.find(({ id }) => id === change.id);
    if (incoming && JSON.stringify(incoming) !== JSON.stringify(change)) return [{ code: 'kept-change', message: `登録済みの計画の変更「${change.id}」が、異なる内容で書かれています。`, fix }];
    const gone = [...change.nodes, ...(change.into === null ? [] : [change.into])].filter((id) => !known.has(id));
    return gone.map((id) => ({ code: 'kept-change', message: `計画の変更「${change.id}」の対象「${id}」が、新しい計画にありません。`, fix }));
  });
}

/** A report that stays must still fit the new plan: it goes through the same rules as one that comes in. */
async function refuseBrokenReports(trx: ReadTransaction, plan: Plan, reports: readonly YearReport[]): Promise<Refusal[]> {
  const replaced = new Set(reports.map(({ fiscalYear }) => fiscalYear));
  const refusals: Refusal[] = [];
  for (const year of await listReportedYears(trx, plan.id)) {
    const kept = replaced.has(year) ? undefined : await loadYearReport(trx, plan.id, year);
    if (!kept) continue;
    const parsed = parseYearReport(yearReportToBundle(kept, plan), plan);
    if (parsed.ok) continue;
    const label = fiscalYearLabel(year, plan.municipality.fiscalYearLabels);
    refusals.push(...parsed.problems.map(({ message }) => ({
      code: 'kept-report', message: `登録済みの${label}の報告が、新しい計画に合わなくなります。${message}`,
      fix: `計画から要素を削除しないか、${label}の報告も一緒に取り込んでください。`,
    })));
  }
  return refusals;
}

/** A department has been asked about it, and its answer must stay where it is. */
function refuseStrayRequests({ departments, municipality }: Plan, stored: Plan | undefined, stray: readonly StrayRequest[]): Refusal[] {
  const shown = stray.filter(({ roundState }) => roundState !== 'preparing');
  return shown.map(({ fiscalYear, subject, department }) => {
    const title = [...(stored?.nodes ?? []), ...(stored?.indicators ?? [])].find(({ id }) => id === subject.id)?.title ?? subject.id;
    const what = departments.some(({ id }) => id === department) ? `「${title}」` : `「${title}」を照会した部署「${department}」`;
    return {
      code: 'kept-request', message: `${fiscalYearLabel(fiscalYear, municipality.fiscalYearLabels)}の照会が、新しい計画に合わなくなります。${what}が新しい計画にありません。`,
      fix: '照会した要素・指標・部署は、計画から削除しないでください。',
    };
  });
}

/** What the tables hold, as a clerk says it. */
const tableNames: Readonly<Partial<Record<keyof Changes, string>>> = {
  municipality: '自治体', plan: '計画', plan_printed_variant: '計画名の別表記', plan_parent: '上位計画', plan_level: '階層', plan_department: '部署',
  plan_node: '体系の要素', plan_node_printed_variant: '要素名の別表記', plan_node_paragraph: '説明の段落', plan_node_owner: '推進部署',
  indicator: '指標', indicator_series: '指標の系列', indicator_node: '関連する要素', year_report: '版の番号と公表日', year_report_section: '前文の見出し',
  year_report_section_paragraph: '前文の段落', year_report_note: '注', measurement: '測定値', node_report: '取組状況', node_report_reporter: '報告した部署',
  report_paragraph: '取組状況の段落', plan_change: '計画の変更', plan_succession: '前の計画からの移行', plan_succession_item: '引き継いだ項目', plan_succession_ended: '引き継がなかった項目',
};

/** What the import did, or would do where it was only worked out, as Japanese sentences, one a line. */
export function explainImport(outcome: ImportOutcome, plan: Plan, planned = false): string[] {
  if (outcome.outcome === 'refused') return outcome.refusals.map(({ message, fix }) => `${message}${fix}`);
  if (outcome.outcome === 'unchanged') return [`計画「${plan.title}」は登録済みの内容と同じです。何も変更し${planned ? 'ません' : 'ていません'}。`];
  const { plan: planChanges, reports, dictionary } = outcome.changes;
  const done = planned ? 'ます' : 'ました';
  return [
    outcome.created ? `計画「${plan.title}」を登録し${done}。` : `計画「${plan.title}」を更新し${done}。`,
    ...explainChanges('計画', planChanges),
    ...reports.flatMap(({ fiscalYear, changes }) => explainChanges(`${fiscalYearLabel(fiscalYear, plan.municipality.fiscalYearLabels)}の報告`, changes)),
    ...(dictionary ? ['市の用字用語辞書を取り込みました。'] : []),
  ];
}

function explainChanges(of: string, changes: Changes): string[] {
  const parts = Object.entries(changes).map(([table, counts]) => `${tableNames[table as keyof Changes] ?? table}（${explainCounts(counts)}）`);
  return parts.length > 0 ? [`${of}：${parts.join('、')}`] : [];
}

function explainCounts({ added, changed, removed }: RowChanges): string {
  const parts = [[added, '追加'], [changed, '変更'], [removed, '削除']] as const;
  return parts.filter(([count]) => count > 0).map(([count, verb]) => `${verb}${count}件`).join('・');
}

type Details = Parameters<typeof appendAudit>[1]['details'];

function toDetails({ plan, reports, dictionary }: ImportChanges) {
  return { ...(dictionary ? { dictionary } : {}), plan: countsOf(plan), reports: reports.map(({ fiscalYear, changes }) => ({ fiscalYear, changes: countsOf(changes) })) };
}

function countsOf(changes: Changes): Details {
  return Object.fromEntries(Object.entries(changes).map(([table, { added, changed, removed }]) => [table, { added, changed, removed }]));
}
