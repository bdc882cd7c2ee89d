import { nameOn } from '../domain/organization/department-history.ts';
import type { Department } from '../domain/organization/department.ts';
import { heirsOfRequest } from '../domain/organization/heirs-of-request.ts';
import type { Subject } from '../domain/round/round.ts';
import { loadFollowed } from './department-store.ts';
import type { ReadTransaction } from './transaction.ts';

/** A request that went from one department to another with a reorganisation, by their names. */
export interface HandedOver {
  readonly from: string;
  readonly to: string;
  /** Day of the reorganisation. */
  readonly day: string;
}

/** How a request stands to the reorganisations of its city. */
export interface RequestLineage {
  readonly handedOver: readonly HandedOver[];
  /** Who may take over what its department has left; null while that goes on, empty where nobody follows. */
  readonly heirs: readonly Department[] | null;
}

const endOfDays = '9999-12-31';

/** From which departments a request came, and to which it can go where its own is no more. */
export async function loadRequestLineage(trx: ReadTransaction, { key, planId, subject, department }: { readonly key: number; readonly planId: string; readonly subject: Subject; readonly department: string }): Promise<RequestLineage> {
  const { municipality_code: code } = await trx.selectFrom('plan').select('municipality_code').where('id', '=', planId).executeTakeFirstOrThrow();
  const followed = await loadFollowed(trx, { id: planId, municipality: { code } });
  if (followed.history.length === 0) return { handedOver: [], heirs: null };
  const printed = new Map((await trx.selectFrom('plan_department').select(['department_id', 'name']).where('plan_id', '=', planId).execute()).map((row) => [row.department_id, row.name]));
  const nameOf = (id: string): string => nameOn(followed.history, id, endOfDays, printed.get(id) ?? id);
  const moves = await trx.selectFrom('request_move').innerJoin('reorganisation', 'reorganisation.id', 'request_move.reorganisation_id')
    .select(['from_department_id', 'to_department_id', 'effective_on']).where('request_id', '=', key).where('from_department_id', '<>', (eb) => eb.ref('to_department_id')).orderBy('reorganisation_id').execute();
  return {
    handedOver: moves.map((move) => ({ from: nameOf(move.from_department_id), to: nameOf(move.to_department_id), day: move.effective_on })),
    heirs: heirsOfRequest(followed, planId, subject, department)?.map((heir) => ({ id: heir.department, name: nameOf(heir.department) })) ?? null,
  };
}
