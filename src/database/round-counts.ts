import type { AnswerState } from '../domain/approval/transitions.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { ReadTransaction } from './transaction.ts';

/** How many requests of a round are in each state; states without any are left out. */
export async function countRequestStates(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<Partial<Record<AnswerState, number>>> {
  const rows = await trx.selectFrom('request').select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).where('merged_into', 'is', null).groupBy('state').execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
