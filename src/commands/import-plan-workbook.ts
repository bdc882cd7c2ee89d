import type { Database } from '../database/connection.ts';
import { listEditions } from '../database/edition-store.ts';
import { saveImportMapping } from '../database/import-mapping-store.ts';
import { findUpload, removeUpload } from '../database/plan-upload-store.ts';
import { loadPlan } from '../database/plan-store.ts';
import { loadRound } from '../database/round-store.ts';
import { lockPlan, type ReadTransaction, type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { loadYearReport } from '../database/year-report-store.ts';
import { fiscalYearLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import { keepUnread } from '../domain/plan-import/keep-unread.ts';
import type { ImportMapping } from '../domain/plan-import/mapping.ts';
import type { Plan } from '../domain/plan/plan.ts';
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

/** Takes a plan in from the workbook that was sent: plan, report, mapping and audit row in one transaction; the file goes. */
export function importPlanWorkbook(db: Database, request: WorkbookImport): Promise<ImportOutcome> {
  return writeTransaction(db, (trx) => importWorkbookIn(trx, request));
}

/** What the import would do, taken back. */
export async function previewPlanWorkbook(db: Database, request: WorkbookImport): Promise<ImportOutcome> {
  return TakenBack.try(db, (trx) => importWorkbookIn(trx, request));
}

async function importWorkbookIn(trx: WriteTransaction, { uploadId, plan, report, mapping, updates, actor, now }: WorkbookImport): Promise<ImportOutcome> {
  await lockPlan(trx, plan.id);
  const upload = await findUpload(trx, uploadId, actor.personId, now);
  const stored = await loadPlan(trx, plan.id);
  const refusals = [
    ...(holds(actor, 'secretariat') ? [] : [onlySecretariat]),
    ...(upload ? [] : [uploadGone]),
    ...(stored && !updates ? [refuseTakenId(stored)] : []),
    ...(report ? await refuseReportedYear(trx, plan, report) : []),
  ];
  if (!upload || refusals.length > 0) return { outcome: 'refused', refusals };
  const whole = stored ? keepUnread(plan, stored, mapping) : plan;
  const kept = report && (await loadYearReport(trx, plan.id, report.fiscalYear));
  const outcome = await importIn(trx, {
    plan: whole, reports: report ? [{ ...report, ...(kept && { preface: kept.preface, issuedOn: kept.issuedOn }) }] : [],
    actor: actor.staffNumber, source: { file: upload.name, hash: upload.sha256 },
  });
  if (outcome.outcome === 'refused') return outcome;
  await saveImportMapping(trx, plan.id, { mapping, fileName: upload.name, personId: actor.personId, savedAt: now.toISOString() });
  await removeUpload(trx, uploadId);
  return outcome;
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
