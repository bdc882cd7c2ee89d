import { loadEarlierEdition } from '../database/earlier-edition.ts';
import { loadPlanOfYear } from '../database/department-store.ts';
import { listApprovals } from '../database/answer-approvals.ts';
import { listAnswersOfRound } from '../database/round-answers.ts';
import type { ReadTransaction } from '../database/transaction.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { parseYearReport } from '../domain/report/parse-year-report.ts';
import { yearReportToBundle } from '../domain/report/year-report-to-bundle.ts';
import type { YearReport } from '../domain/report/year-report.ts';
import { composeReport } from '../domain/round/compose-report.ts';
import { composeDecided } from './compose-decided.ts';
import type { ReviewMark } from '../domain/round/review-mark.ts';

export interface ComposedYearReport {
  readonly report: YearReport;
  /** Ids of the requests that are not accepted; what they say is not in the report. */
  readonly open: readonly string[];
  /** What a person should look at before it is published. */
  readonly review: readonly ReviewMark[];
  /** What keeps the report from being stored and published; none when it is right. */
  readonly problems: readonly Problem[];
}

/** The report of a year as the accepted answers of its round make it. Stores nothing. */
export async function composeYearReport(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<ComposedYearReport> {
  const plan = await loadPlanOfYear(trx, planId, fiscalYear);
  if (!plan) throw new Error(`There is no plan ${planId}.`);
  const answers = await listAnswersOfRound(trx, planId, fiscalYear);
  const approvals = await listApprovals(trx, plan, fiscalYear);
  const accepted = answers.flatMap(({ id, request, state, answer }) => (state === 'accepted' && answer ? [{ ...request, answer, approved: approvals.get(id) ?? null }] : []));
  const composed = composeReport(plan, fiscalYear, accepted, await loadEarlierEdition(trx, planId, fiscalYear));
  const { review } = composed;
  const report = { ...composed.report, ...(await composeDecided(trx, plan, fiscalYear)) };
  const parsed = parseYearReport(yearReportToBundle(report, plan), plan);
  return { report, review, problems: parsed.ok ? [] : parsed.problems, open: answers.flatMap(({ id, state }) => (state === 'accepted' ? [] : [id])) };
}
