import type { Database } from '../database/connection.ts';
import { loadPlan } from '../database/plan-store.ts';
import { loadCityProofreading } from '../database/proofreading-store.ts';
import { type ReadTransaction, readTransaction } from '../database/transaction.ts';
import { listReportedYears, loadYearReport } from '../database/year-report-store.ts';
import type { PlanBundle, ReportBundle } from '../domain/plan/plan-bundle.ts';
import { planToBundle } from '../domain/plan/plan-to-bundle.ts';
import { yearReportToBundle } from '../domain/report/year-report-to-bundle.ts';

/** A plan with all of its reports, as a clerk writes them. */
export interface ExportedPlan {
  readonly plan: PlanBundle;
  /** Oldest year first. */
  readonly reports: readonly ReportBundle[];
  /** The city's own words (YAML in the format of prh, as typed), or null while there are none. */
  readonly dictionary: string | null;
}

/** The plan as it stands now with all of its reports, in one consistent view; nothing when there is no such plan. */
export function exportPlan(db: Database, planId: string): Promise<ExportedPlan | undefined> {
  return readTransaction(db, (trx) => planInBundle(trx, planId));
}

/** The same within a view that is open already. */
export async function planInBundle(trx: ReadTransaction, planId: string): Promise<ExportedPlan | undefined> {
  const plan = await loadPlan(trx, planId);
  if (!plan) return undefined;
  const reports: ReportBundle[] = [];
  for (const year of await listReportedYears(trx, planId)) {
    const report = await loadYearReport(trx, planId, year);
    if (report) reports.push(yearReportToBundle(report, plan));
  }
  const city = await loadCityProofreading(trx, planId);
  return { plan: planToBundle(plan), reports, dictionary: city && city.dictionarySource !== '' ? city.dictionarySource : null };
}
