import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import { fiscalYearLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { isHeldOn } from '../domain/organization/post.ts';
import type { Remindable, RemindedRequest } from '../domain/round/digest.ts';
import { listPeople } from './people-store.ts';
import { summaries, summaryFromRow } from './request-summary.ts';
import type { ReadTransaction } from './transaction.ts';

/** The requests of all open rounds that a department still has to do something with. */
export async function listOpenRequests(trx: ReadTransaction): Promise<RemindedRequest[]> {
  const rows = await summaries(trx).where('round.state', '=', 'open').where('request.state', 'in', ['not-started', 'draft', 'returned', 'submitted']).execute();
  if (rows.length === 0) return [];
  const plans = await trx.selectFrom('plan').innerJoin('municipality', 'municipality.code', 'plan.municipality_code')
    .select(['plan.id', 'municipality.first_reiwa_year', 'municipality.year_digits']).execute();
  const labels = new Map(plans.map(({ id, first_reiwa_year, year_digits }) => [id, { firstReiwaYear: first_reiwa_year, digits: year_digits }]));
  return rows.map((row): RemindedRequest => {
    const { id, planId, planTitle, fiscalYear, subject, number, title, department, departmentName, state, departmentDeadline, headDeadline, unlockedUntil } = summaryFromRow(row);
    const labelling = labels.get(planId);
    return {
      id, planTitle, yearLabel: labelling ? fiscalYearLabel(fiscalYear, labelling) : String(fiscalYear), subject, number, title, department, departmentName,
      state, departmentDeadline, headDeadline, unlockedUntil,
    };
  });
}

/** Everybody who may be reminded on a day, with the posts held on it. */
export async function listRemindable(trx: ReadTransaction, today: CalendarDate): Promise<Remindable[]> {
  return (await listPeople(trx)).map(({ id, name, email, posts }) => ({ id, name, email, posts: posts.filter((post) => isHeldOn(post, today)) }));
}
