import type { Edition } from '../domain/edition/edition.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import { loadEdition } from './edition-store.ts';
import type { ReadTransaction } from './transaction.ts';

/** Editions by their hash. What stands under a hash never changes, so nothing here is ever out of date. */
const kept = new Map<string, Edition>();
const keptAtMost = 8;

/** The newest edition of the newest year before this one that was published; a round shows its texts beside this year's form. */
export async function loadEarlierEdition(trx: ReadTransaction, planId: string, before: FiscalYear): Promise<Edition | null> {
  const newest = await trx.selectFrom('edition').select(['fiscal_year', 'number', 'hash']).where('plan_id', '=', planId).where('fiscal_year', '<', before)
    .orderBy('fiscal_year', 'desc').orderBy('number', 'desc').limit(1).executeTakeFirst();
  if (!newest) return null;
  const known = kept.get(newest.hash);
  if (known) return known;
  const stored = await loadEdition(trx, planId, newest.fiscal_year, newest.number);
  if (!stored) return null;
  const oldest = kept.keys().next();
  if (kept.size >= keptAtMost && !oldest.done) kept.delete(oldest.value);
  kept.set(newest.hash, stored.edition);
  return stored.edition;
}
