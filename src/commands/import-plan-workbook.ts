import type { Database } from '../database/connection.ts';
import { listEditions } from '../database/edition-store.ts';
import { saveImportMapping } from '../database/import-mapping-store.ts';
import { findUpload, removeUpload } from '../database/plan-upload-store.ts';
import { loadPlan } from '../database/plan-store.ts';
import { listRounds, loadRound } from '../database/round-store.ts';
import { lockPlan, type ReadTransaction, type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { listReportedYears, loadYearReport } from '../database/year-report-store.ts';
import { fiscalYearLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import { keepUnread } from '../domain/plan-import/keep-unread.ts';
import type { ImportMapping } from '../domain/plan-import/mapping.ts';
import { parsePlan } from '../domain/plan/parse-plan.ts';
import { planToBundle } from '../domain/plan/plan-to-bundle.ts';
import type { Plan, PlanNode } from '../domain/plan/plan.ts';
import type { YearReport } from '../domain/report/year-report.ts';
import { importIn, type ImportOutcome } from './import-plan.ts';
import type { Refusal } from './refusal.ts';
import { TakenBack } from './taken-back.ts';

export interface WorkbookImport {
  readonly uploadId: string;
  /** As the workbook says them; what it has no column for is kept as it is stored. */
  readonly plan: Plan;
  readonly report: YearReport | null;
  /** How it was read, for the next year. */
  readonly mapping: ImportMapping;
  /** Whether the plan is one that is stored already. */
  readonly updates: boolean;
  readonly actor: Actor;
  readonly now: Date;
}

/** What the import did or would do; `kept` are the elements that the workbook leaves out and that stay in the plan. */
export type WorkbookOutcome = ImportOutcome & { readonly kept: readonly PlanNode[] };

/** Takes a plan in from the workbook that was sent: plan, report, mapping and audit row in one transaction; the file goes. */
export function importPlanWorkbook(db: Database, request: WorkbookImport): Promise<WorkbookOutcome> {
  return writeTransaction(db, (trx) => importWorkbookIn(trx, request));
}

/** What the import would do, taken back. */
export async function previewPlanWorkbook(db: Database, request: WorkbookImport): Promise<WorkbookOutcome> {
  return TakenBack.try(db, (trx) => importWorkbookIn(trx, request));
}

async function importWorkbookIn(trx: WriteTransaction, { uploadId, plan, report, mapping, updates, actor, now }: WorkbookImport): Promise<WorkbookOutcome> {
  await lockPlan(trx, plan.id);
  const upload = await findUpload(trx, uploadId, actor.personId, now);
  const stored = await loadPlan(trx, plan.id);
  const refusals = [
    ...(holds(actor, 'secretariat') ? [] : [onlySecretariat]),
    ...(upload ? [] : [uploadGone]),
    ...(stored && !updates ? [refuseTakenId(stored)] : []),
    ...(report ? await refuseReportedYear(trx, plan, report) : []),
  ];
  if (!upload || refusals.length > 0) return { outcome: 'refused', refusals, kept: [] };
  const { plan: whole, kept: left } = stored ? keepUnread(plan, stored, mapping, await isBuiltOn(trx, stored, report)) : { plan, kept: [] };
  const broken = left.length > 0 ? refuseKept(whole, left) : [];
  if (broken.length > 0) return { outcome: 'refused', refusals: broken, kept: left };
  const kept = report && (await loadYearReport(trx, plan.id, report.fiscalYear));
  const outcome = await importIn(trx, {
    plan: whole, reports: report ? [{ ...report, ...(kept && { preface: kept.preface, issuedOn: kept.issuedOn }) }] : [],
    actor: actor.staffNumber, source: { file: upload.name, hash: upload.sha256 },
  });
  if (outcome.outcome === 'refused') return { ...outcome, kept: left };
  await saveImportMapping(trx, plan.id, { mapping, fileName: upload.name, personId: actor.personId, savedAt: now.toISOString() });
  await removeUpload(trx, uploadId);
  return { ...outcome, kept: left };
}

/** Whether anything beside the report that comes now stands on the plan. */
async function isBuiltOn(trx: ReadTransaction, { id, changes }: Plan, report: YearReport | null): Promise<boolean> {
  return changes.length > 0 || (await listEditions(trx, id)).length > 0 || (await listRounds(trx, id)).length > 0 || (await listReportedYears(trx, id)).some((year) => year !== report?.fiscalYear);
}

/** An element that stays must fit beside those that came: its number may be another's by now. */
function refuseKept(plan: Plan, kept: readonly PlanNode[]): Refusal[] {
  const parsed = parsePlan(planToBundle(plan));
  if (parsed.ok) return [];
  const names = kept.map(({ number, title }) => `「${number} ${title}」`).join('');
  return parsed.problems.map(({ message }) => ({ code: 'kept-element', message: `一覧にない要素${names}を計画に残すと、${message}`, fix: '番号を改めるか、残る要素も一覧に加えて、ファイルを差し替えてください。' }));
}

const onlySecretariat: Refusal = { code: 'not-secretariat', message: '計画を取り込めるのは、事務局だけです。', fix: '事務局に依頼してください。' };
const uploadGone: Refusal = { code: 'upload-gone', message: '送ったファイルが残っていません。', fix: 'もう一度ファイルを選んでください。' };

function refuseTakenId({ id, title }: Plan): Refusal {
  return { code: 'plan-id-taken', message: `識別子「${id}」は、計画「${title}」で使われています。`, fix: '別の識別子にするか、「どの計画か」でその計画の更新を選んでください。' };
}

/** What departments answer in a round, and what is published, is not written over by a sheet. */
async function refuseReportedYear(trx: ReadTransaction, { id, municipality }: Plan, { fiscalYear }: YearReport): Promise<Refusal[]> {
  const year = fiscalYearLabel(fiscalYear, municipality.fiscalYearLabels);
  const fix = '「列の意味」で、取組状況と実績値の列を「使わない」にしてください。';
  if ((await listEditions(trx, id)).some((edition) => edition.fiscalYear === fiscalYear)) return [{ code: 'year-published', message: `${year}の進捗状況は公表済みのため、取組状況を取り込めません。`, fix }];
  if (await loadRound(trx, id, fiscalYear)) return [{ code: 'year-has-round', message: `${year}は照会があるため、取組状況を取り込めません。`, fix }];
  return [];
}
