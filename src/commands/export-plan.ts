import type { Database } from '../database/connection.ts';
import { loadPlan } from '../database/plan-store.ts';
import { readTransaction } from '../database/transaction.ts';
import { listReportedYears, loadYearReport } from '../database/year-report-store.ts';
import type { PlanBundle, ReportBundle } from '../domain/plan/plan-bundle.ts';
import { planToBundle } from '../domain/plan/plan-to-bundle.ts';
import { yearReportToBundle } from '../domain/report/year-report-to-bundle.ts';

/** A plan with all of its reports, as a clerk writes them. */
export interface ExportedPlan {
  readonly plan: PlanBundle;
  /** Oldest year first. */
  readonly reports: readonly ReportBundle[];
}

/** The plan as it stands now with all of its reports, in one consistent view; nothing when there is no such plan. */
export function exportPlan(db: Database, planId: string): Promise<ExportedPlan | undefined> {
  return readTransaction(db, async (trx) => {
    const plan = await loadPlan(trx, planId);
    if (!plan) return undefined;
    const reports: ReportBundle[] = [];
    for (const year of await listReportedYears(trx, planId)) {
      const report = await loadYearReport(trx, planId, year);
      if (report) reports.push(yearReportToBundle(report, plan));
    }
    return { plan: planToBundle(plan), reports };
  });
}
