import { appendVersion } from './answer-store.ts';
import type { WriteTransaction } from './transaction.ts';

/** A request that goes to another department, or into another request about the same subject. */
export interface RequestMove {
  readonly requestId: string;
  readonly to: string | null;
  readonly mergedInto: string | null;
}

/**
 * Moves requests of rounds that are not closed, with their answers, versions and state; the department that wrote a version stays
 * its author. What was written to a request that goes into another is kept there as a parked version, so that no word is lost.
 * The requests are locked by the caller.
 */
export async function moveRequests(trx: WriteTransaction, reorganisation: number, moves: readonly RequestMove[]): Promise<{ readonly moved: number; readonly merged: number }> {
  // First those that go into another: the department that remains is asked once about a subject.
  const ordered = moves.toSorted((left, right) => Number(right.mergedInto !== null) - Number(left.mergedInto !== null));
  for (const { requestId, to, mergedInto } of ordered) {
    const request = await trx.selectFrom('request').innerJoin('round', (join) => join.onRef('round.plan_id', '=', 'request.plan_id').onRef('round.fiscal_year', '=', 'request.fiscal_year'))
      .selectAll('request').select('round.state as round_state').where('request.id', '=', Number(requestId)).executeTakeFirstOrThrow();
    if (mergedInto !== null) await merge(trx, request, Number(mergedInto));
    else if (to !== null) await trx.updateTable('request').set({ department_id: to }).where('id', '=', request.id).execute();
    const deleted = mergedInto !== null && request.round_state === 'preparing';
    if (request.round_state === 'open' && !deleted && to !== null) {
      await trx.insertInto('request_move').values({ reorganisation_id: reorganisation, request_id: request.id, from_department_id: request.department_id, to_department_id: to }).execute();
    }
  }
  const merged = moves.filter(({ mergedInto }) => mergedInto !== null).length;
  return { moved: moves.length - merged, merged };
}

interface Merged {
  readonly id: number;
  readonly round_state: string;
  readonly current_version: number | null;
  readonly capacity: 'responsible' | 'for-collective' | 'ordered' | 'indicator-owner';
}

async function merge(trx: WriteTransaction, request: Merged, into: number): Promise<void> {
  // Of two capacities the one counts that says more of the plan.
  if (request.capacity === 'responsible') await trx.updateTable('request').set({ capacity: 'responsible' }).where('id', '=', into).execute();
  if (request.capacity === 'for-collective') await trx.updateTable('request').set({ capacity: 'for-collective' }).where('id', '=', into).where('capacity', '=', 'ordered').execute();
  // Nobody has been asked yet.
  if (request.round_state === 'preparing') {
    await trx.deleteFrom('request').where('id', '=', request.id).execute();
    return;
  }
  await trx.updateTable('request').set({ merged_into: into }).where('id', '=', request.id).execute();
  if (request.current_version === null) return;
  const { content, copied, department_id, person_id } = await trx.selectFrom('answer_version').selectAll().where('request_id', '=', request.id).where('number', '=', request.current_version).executeTakeFirstOrThrow();
  await appendVersion(trx, { request_id: into, base_number: null, content, copied, parked: true, person_id, department_id, cause: 'merge', note: '組織改正により、統合前の部署の回答を引き継ぎました。' });
}
