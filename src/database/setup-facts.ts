import { sql } from 'kysely';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { SetupFacts } from '../domain/setup/first-steps.ts';
import { loadMunicipality } from './municipality-store.ts';
import type { ReadTransaction } from './transaction.ts';

/** What a new installation has so far. */
export async function loadSetupFacts(trx: ReadTransaction, today: CalendarDate): Promise<SetupFacts> {
  const held = await trx.selectFrom('post').select(['role', sql<number>`count(distinct person_id)::integer`.as('people')])
    .where('valid_from', '<=', today).where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', today)])).groupBy('role').execute();
  const holders = (...roles: readonly string[]) => held.reduce((sum, { role, people }) => sum + (roles.includes(role) ? people : 0), 0);
  const count = async (table: 'plan' | 'edition') => (await trx.selectFrom(table).select(sql<number>`count(*)::integer`.as('rows')).executeTakeFirstOrThrow()).rows;
  const rounds = (await trx.selectFrom('round').select(sql<number>`count(*)::integer`.as('rows')).where('state', '!=', 'preparing').executeTakeFirstOrThrow()).rows;
  return {
    municipality: (await loadMunicipality(trx))?.name ?? null, secretariat: holders('secretariat'), reporters: holders('reporter'), heads: holders('section-head', 'deputy'),
    plans: await count('plan'), editions: await count('edition'), rounds,
  };
}

/** A year that came with a plan's workbook: there is a report, and neither a round nor an edition. */
export interface ImportedYear { readonly planId: string; readonly planTitle: string; readonly fiscalYear: FiscalYear }

/** Years whose report can be published as it was taken in, newest first. */
export async function listImportedYears(trx: ReadTransaction): Promise<ImportedYear[]> {
  const rows = await trx.selectFrom('year_report').innerJoin('plan', 'plan.id', 'year_report.plan_id').select(['year_report.plan_id', 'plan.title', 'year_report.fiscal_year'])
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('round').select('round.plan_id').whereRef('round.plan_id', '=', 'year_report.plan_id').whereRef('round.fiscal_year', '=', 'year_report.fiscal_year'))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('edition').select('edition.id').whereRef('edition.plan_id', '=', 'year_report.plan_id').whereRef('edition.fiscal_year', '=', 'year_report.fiscal_year'))))
    .orderBy('year_report.fiscal_year', 'desc').orderBy('plan.title').execute();
  return rows.map(({ plan_id, title, fiscal_year }) => ({ planId: plan_id, planTitle: title, fiscalYear: fiscal_year }));
}
