import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { DecisionsShown } from '../domain/headquarters/decisions-shown.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** What the edition of a year carries of headquarters' decisions; nothing where there is no round. */
export async function loadDecisionsShown(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<DecisionsShown> {
  const row = await trx.selectFrom('round').select('decisions_shown').where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).executeTakeFirst();
  return row?.decisions_shown ?? 'none';
}

export async function saveDecisionsShown(trx: WriteTransaction, planId: string, fiscalYear: FiscalYear, shown: DecisionsShown): Promise<void> {
  await trx.updateTable('round').set({ decisions_shown: shown }).where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).execute();
}
