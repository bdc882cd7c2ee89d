import type { Database } from '../database/connection.ts';
import { loadPlanOfYear } from '../database/department-store.ts';
import { listEditions } from '../database/edition-store.ts';
import { loadRound } from '../database/round-store.ts';
import { lockPlan, type ReadTransaction, writeTransaction } from '../database/transaction.ts';
import { loadYearReport, saveYearReport } from '../database/year-report-store.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import type { YearReport } from '../domain/report/year-report.ts';
import { freezeEdition } from './freeze-edition.ts';
import { publishIn, type PublishOutcome, type PublishRequest } from './publish-edition.ts';
import type { UnprintableIn } from './publish-round.ts';
import type { Refusal } from './refusal.ts';
import { auditRoundRefusal, refuseRound, type RoundRefused } from './round-refusal.ts';

/** A report that came with a plan's workbook, as the edition that it would be, and everything that stands in its way. */
export interface ImportedDraft {
  readonly report: YearReport;
  readonly edition: Edition;
  readonly refusals: readonly Refusal[];
}

/** The first edition of a year that no round asked about. Nothing when there is no such report. Stores nothing. */
export async function draftImportedReport(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear, unprintableIn: UnprintableIn): Promise<ImportedDraft | undefined> {
  const plan = await loadPlanOfYear(trx, planId, fiscalYear);
  const report = plan && (await loadYearReport(trx, planId, fiscalYear));
  if (!plan || !report) return undefined;
  const edition = await freezeEdition(trx, plan, report);
  return {
    report, edition,
    refusals: [
      ...((await loadRound(trx, planId, fiscalYear)) ? [{ code: 'year-has-round', message: 'この年度には照会があります。', fix: '「公表」の一覧から、照会の結果として公表してください。' }] : []),
      ...((await listEditions(trx, planId)).some((other) => other.fiscalYear === fiscalYear) ? [{ code: 'year-published', message: 'この年度は公表済みです。', fix: '訂正するときは、「照会の設定」で、この年度の照会を準備してください。' }] : []),
      ...unprintableIn(edition).map((message) => ({ code: 'missing-glyph', message, fix: '印刷できる文字に直し、もう一度取り込んでください。' })),
    ],
  };
}

/** Publishes a report as it was taken in, or refuses with everything that stands in the way. For 事務局 alone. */
export async function publishImportedReport(
  db: Database, request: { readonly planId: string; readonly fiscalYear: FiscalYear; readonly issuedOn: CalendarDate | null; readonly actor: Actor; readonly hashOf: PublishRequest['hashOf']; readonly unprintableIn: UnprintableIn },
): Promise<Exclude<PublishOutcome, { outcome: 'refused' }> | RoundRefused> {
  const { planId, fiscalYear, issuedOn, actor, hashOf, unprintableIn } = request;
  const outcome = await writeTransaction(db, async (trx) => {
    if (!holds(actor, 'secretariat')) return refuseRound([{ code: 'not-secretariat', message: '公表は、事務局だけができます。', fix: '事務局に依頼してください。' }]);
    await lockPlan(trx, planId);
    const draft = await draftImportedReport(trx, planId, fiscalYear, unprintableIn);
    if (!draft) return refuseRound([{ code: 'no-report', message: 'この年度の取組状況は取り込まれていません。', fix: '計画の取込みで、取組状況の列を選んでください。' }]);
    if (draft.refusals.length > 0) return refuseRound(draft.refusals);
    await saveYearReport(trx, { ...draft.report, issuedOn });
    const published = await publishIn(trx, { planId, fiscalYear, actor: actor.staffNumber, hashOf });
    return published.outcome === 'refused' ? refuseRound([published.refusal]) : published;
  });
  if (outcome.outcome === 'refused') await auditRoundRefusal(db, actor, 'publish-imported-report', planId, fiscalYear, outcome);
  return outcome;
}
