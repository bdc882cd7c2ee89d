import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { insertAgendaItem, insertMeeting, loadMeeting } from '../database/headquarters-store.ts';
import { loadPlan } from '../database/plan-store.ts';
import { lockPlan, writeTransaction } from '../database/transaction.ts';
import { listYearsWithResults } from '../database/years-with-results.ts';
import { isCalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { AgendaItem, Meeting } from '../domain/headquarters/headquarters.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { checkText } from '../domain/report/parse-paragraphs.ts';

/** Done with the id of what was made, or every problem with its field; nobody but the secretariat may. */
export type MeetingOutcome = { readonly outcome: 'done'; readonly id: string } | { readonly outcome: 'invalid'; readonly problems: readonly Problem[] } | { readonly outcome: 'refused'; readonly reason: string };

export const onlySecretariatDecides: MeetingOutcome & { readonly outcome: 'refused' } = { outcome: 'refused', reason: '会議と本部決定の記録は、事務局だけができます。' };

/** Calls a meeting of headquarters about the results of a year. */
export async function callMeeting(db: Database, { meeting, actor }: { readonly meeting: Omit<Meeting, 'id'>; readonly actor: Actor }): Promise<MeetingOutcome> {
  if (!holds(actor, 'secretariat')) return onlySecretariatDecides;
  const problems: Problem[] = [];
  checkText(meeting.title, ['title'], problems);
  if (!isCalendarDate(meeting.heldOn)) problems.push({ code: 'not-a-date', path: ['heldOn'], message: '開催日が正しくありません。', fix: '年-月-日で書いてください。' });
  return writeTransaction(db, async (trx): Promise<MeetingOutcome> => {
    if (!(await loadPlan(trx, meeting.planId))) problems.push({ code: 'unknown-plan', path: ['round'], message: '計画が登録されていません。', fix: '計画を選び直してください。' });
    else if (!(await listYearsWithResults(trx)).some(({ planId, fiscalYear }) => planId === meeting.planId && fiscalYear === meeting.fiscalYear)) problems.push({ code: 'unknown-year', path: ['round'], message: 'この年度の照会も、公表した版もありません。', fix: '計画と年度を選び直してください。' });
    if (problems.length > 0) return { outcome: 'invalid', problems };
    const id = await insertMeeting(trx, meeting);
    await appendAudit(trx, { actor: actor.staffNumber, action: 'call-meeting', planId: meeting.planId, details: { meeting: id, heldOn: meeting.heldOn, fiscalYear: meeting.fiscalYear } });
    return { outcome: 'done', id };
  });
}

/** What is wrong with the title and the paper of an item. */
export function checkItem({ title, paper }: Pick<AgendaItem, 'title' | 'paper'>): Problem[] {
  const problems: Problem[] = [];
  checkText(title, ['title'], problems);
  for (const line of paper.split('\n')) if (line.trim() !== '') checkText(line, ['paper'], problems);
  return problems;
}

/** Puts an item on the agenda, with its paper. */
export async function addAgendaItem(db: Database, { item, actor }: { readonly item: Omit<AgendaItem, 'id'>; readonly actor: Actor }): Promise<MeetingOutcome> {
  if (!holds(actor, 'secretariat')) return onlySecretariatDecides;
  const problems: Problem[] = checkItem(item);
  return writeTransaction(db, async (trx): Promise<MeetingOutcome> => {
    const meeting = await loadMeeting(trx, item.meetingId);
    if (meeting) await lockPlan(trx, meeting.planId);
    const plan = meeting && (await loadPlan(trx, meeting.planId));
    if (!meeting || !plan) return { outcome: 'refused', reason: '会議が登録されていません。' };
    const { subject } = item;
    const known = subject === null || (subject.kind === 'node' ? plan.nodes : plan.indicators).some(({ id }) => id === subject.id);
    if (!known) problems.push({ code: 'unknown-subject', path: ['subject'], message: '議題の対象が計画にありません。', fix: '対象を選び直してください。' });
    if (problems.length > 0) return { outcome: 'invalid', problems };
    const id = await insertAgendaItem(trx, item);
    await appendAudit(trx, { actor: actor.staffNumber, action: 'add-agenda-item', planId: meeting.planId, details: { meeting: meeting.id, item: id, title: item.title } });
    return { outcome: 'done', id };
  });
}
