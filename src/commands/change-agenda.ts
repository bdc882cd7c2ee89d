import { deleteAgendaItem, orderAgenda, updateAgendaItem } from '../database/agenda-order.ts';
import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { listAgenda, loadMeeting } from '../database/headquarters-store.ts';
import { lockPlan, type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { refuseEdit, refuseMove, refuseRemoval } from '../domain/headquarters/agenda-changes.ts';
import type { DeliberatedItem, Meeting } from '../domain/headquarters/headquarters.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { checkItem, type MeetingOutcome, onlySecretariatDecides } from './hold-meeting.ts';

/** The item that is corrected, and who does it. */
export interface AgendaChange {
  readonly meetingId: string;
  readonly itemId: string;
  readonly actor: Actor;
}

/** Corrects the title and the paper of an item on which nothing was decided. */
export function editAgendaItem(db: Database, { title, paper, ...change }: AgendaChange & { readonly title: string; readonly paper: string }): Promise<MeetingOutcome> {
  const problems: Problem[] = checkItem({ title, paper });
  return onAgenda(db, change, async (trx, meeting, _items, item) => {
    const refused = refuseEdit(item);
    if (refused !== null) return { outcome: 'refused', reason: refused };
    if (problems.length > 0) return { outcome: 'invalid', problems };
    await updateAgendaItem(trx, item.id, { title, paper });
    await audit(trx, change, 'change-agenda-item', meeting, { before: { title: item.title, paper: item.paper }, after: { title, paper } });
    return { outcome: 'done', id: item.id };
  });
}

/** Lets an item change places with its neighbour. */
export function moveAgendaItem(db: Database, { step, ...change }: AgendaChange & { readonly step: -1 | 1 }): Promise<MeetingOutcome> {
  return onAgenda(db, change, async (trx, meeting, items, item) => {
    const refused = refuseMove(items, item.id, step);
    if (refused !== null) return { outcome: 'refused', reason: refused };
    const index = items.indexOf(item);
    const order = items.map(({ id }) => id).toSpliced(index, 1).toSpliced(index + step, 0, item.id);
    await orderAgenda(trx, order);
    await audit(trx, change, 'move-agenda-item', meeting, { title: item.title, before: index + 1, after: index + step + 1 });
    return { outcome: 'done', id: item.id };
  });
}

/** Takes an item off the agenda; what it said stays in the log. */
export function removeAgendaItem(db: Database, change: AgendaChange): Promise<MeetingOutcome> {
  return onAgenda(db, change, async (trx, meeting, items, item) => {
    const refused = refuseRemoval(items, item.id);
    if (refused !== null) return { outcome: 'refused', reason: refused };
    await deleteAgendaItem(trx, item.id);
    await orderAgenda(trx, items.filter(({ id }) => id !== item.id).map(({ id }) => id));
    await audit(trx, change, 'remove-agenda-item', meeting, { before: { title: item.title, paper: item.paper } });
    return { outcome: 'done', id: item.id };
  });
}

type Work = (trx: WriteTransaction, meeting: Meeting, items: readonly DeliberatedItem[], item: DeliberatedItem) => Promise<MeetingOutcome>;

/** One at a time: a decision and a correction of the same agenda wait for each other. */
async function onAgenda(db: Database, { meetingId, itemId, actor }: AgendaChange, work: Work): Promise<MeetingOutcome> {
  if (!holds(actor, 'secretariat')) return onlySecretariatDecides;
  return writeTransaction(db, async (trx) => {
    const meeting = await loadMeeting(trx, meetingId);
    if (meeting) await lockPlan(trx, meeting.planId);
    const items = meeting ? await listAgenda(trx, meeting.id) : [];
    const item = items.find(({ id }) => id === itemId);
    return meeting && item ? work(trx, meeting, items, item) : { outcome: 'refused', reason: '議題が登録されていません。' };
  });
}

async function audit(trx: WriteTransaction, { itemId, actor }: AgendaChange, action: string, meeting: Meeting, details: Parameters<typeof appendAudit>[1]['details']): Promise<void> {
  await appendAudit(trx, { actor: actor.staffNumber, action, planId: meeting.planId, details: { meeting: meeting.id, item: itemId, ...details } });
}
