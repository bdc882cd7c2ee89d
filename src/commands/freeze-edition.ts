import { loadHistoryOfYear } from '../database/department-store.ts';
import { listEditions, loadEdition } from '../database/edition-store.ts';
import type { ReadTransaction } from '../database/transaction.ts';
import { buildEdition, correctingEdition } from '../domain/edition/build-edition.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { YearReport } from '../domain/report/year-report.ts';

/**
 * Freezes a year's report with what only the database knows: the reorganisations that led to the departments of the year, and, for
 * a correction, the edition that it corrects.
 *
 * @param plan as it is in the report's year
 */
export async function freezeEdition(trx: ReadTransaction, plan: Plan, report: YearReport): Promise<Edition> {
  const edition = buildEdition(plan, report, undefined, await loadHistoryOfYear(trx, plan, report.fiscalYear));
  const before = (await listEditions(trx, plan.id)).find(({ fiscalYear, number }) => fiscalYear === edition.fiscalYear && number < edition.number);
  const corrected = before && (await loadEdition(trx, plan.id, before.fiscalYear, before.number));
  return corrected ? correctingEdition(edition, corrected) : edition;
}
