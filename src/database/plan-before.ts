import type { Edition } from '../domain/edition/edition.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Subject } from '../domain/round/round.ts';
import { loadEarlierEdition } from './earlier-edition.ts';
import type { ReadTransaction } from './transaction.ts';

/** The edition before a year, and what of it belongs to an item of the plan: of the plan before, it may be several items or none. */
export interface Before {
  readonly edition: Edition;
  subjectsOf(subject: Subject): readonly Subject[];
}

/** The newest edition before this year: of the plan itself, and in its first year of the plan from which it goes on. */
export async function loadBefore(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<Before | null> {
  const own = await loadEarlierEdition(trx, planId, fiscalYear);
  if (own) return { edition: own, subjectsOf: (subject) => [subject] };
  const succession = await trx.selectFrom('plan_succession').select('from_plan_id').where('plan_id', '=', planId).executeTakeFirst();
  const edition = succession && (await loadEarlierEdition(trx, succession.from_plan_id, fiscalYear));
  if (!edition) return null;
  const rows = await trx.selectFrom('plan_succession_item').select(['node_id', 'former_id']).where('plan_id', '=', planId).where('former_id', 'is not', null).orderBy('position').orderBy('place').execute();
  const former = Map.groupBy(rows, ({ node_id }) => node_id);
  return {
    edition,
    subjectsOf: ({ kind, id }) => (kind === 'node' ? (former.get(id) ?? []).flatMap(({ former_id }): Subject[] => (former_id === null ? [] : [{ kind: 'node', id: former_id }])) : []),
  };
}
