import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { loadPlanToAsk, nameSuccessors } from '../database/department-store.ts';
import { listOrdersToAnswer } from '../database/headquarters-store.ts';
import { addRequest, listPlannedRequests, loadRound } from '../database/round-store.ts';
import { lockPlan, writeTransaction } from '../database/transaction.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { PlannedRequest, Subject } from '../domain/round/round.ts';
import type { Refusal } from './refusal.ts';
import { auditRoundRefusal, refuseRound, refuseUnlessIn, refuseUnlessSecretariat, type RoundRefused } from './round-refusal.ts';

export interface AskRequest {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  readonly subject: Subject;
  readonly department: string;
  readonly actor: Actor;
}

export type AskOutcome = { readonly outcome: 'asked'; readonly requestId: string } | RoundRefused;

/** Asks one more department in a round that is open already: about an item that nobody was asked about, or beside others. */
export async function askDepartment(db: Database, { planId, fiscalYear, subject, department, actor }: AskRequest): Promise<AskOutcome> {
  const outcome = await writeTransaction(db, async (trx): Promise<AskOutcome> => {
    const own = refuseUnlessSecretariat(actor);
    if (own.length > 0) return refuseRound(own);
    // Closing takes the same lock, so the round stays open until this ends.
    await lockPlan(trx, planId);
    const round = await loadRound(trx, planId, fiscalYear);
    const plan = await loadPlanToAsk(trx, planId, fiscalYear);
    if (!round || !plan || round.state !== 'open') return refuseRound(refuseUnlessIn('open', round));
    const ordered = (await listOrdersToAnswer(trx, plan, fiscalYear)).some(({ nodeId, departments }) => subject.kind === 'node' && nodeId === subject.id && departments.includes(department));
    const capacity = capacityOf(plan, subject, department, ordered);
    if (typeof capacity !== 'string') return refuseRound([capacity]);
    const asked = await listPlannedRequests(trx, planId, fiscalYear);
    const refusals = refuseRepeated(asked, subject, department);
    if (refusals.length > 0) return refuseRound(refusals);

    await nameSuccessors(trx, plan);
    const requestId = await addRequest(trx, planId, fiscalYear, { subject, department, capacity });
    await appendAudit(trx, { actor: actor.staffNumber, action: 'ask-department', planId, details: { fiscalYear, request: requestId, subject: `${subject.kind} ${subject.id}`, department, capacity } });
    return { outcome: 'asked', requestId };
  });
  if (outcome.outcome === 'refused') await auditRoundRefusal(db, actor, 'ask-department', planId, fiscalYear, outcome);
  return outcome;
}

function capacityOf({ nodes, levels, indicators, departments }: Plan, subject: Subject, department: string, ordered: boolean): PlannedRequest['capacity'] | Refusal {
  if (!departments.some(({ id }) => id === department)) return { code: 'unknown-department', message: `部署「${department}」は、この計画の部署一覧にありません。`, fix: '計画の部署一覧に加えるか、別の部署を選んでください。' };
  const unknown = { code: 'unknown-subject', message: '照会する要素や指標が計画にないか、照会できない要素です。', fix: '計画の取組項目か指標を選び直してください。' };
  if (subject.kind === 'indicator') return indicators.some(({ id }) => id === subject.id) ? 'indicator-owner' : unknown;
  const node = nodes.find(({ id }) => id === subject.id);
  if (!node || node.level !== levels.at(-1)?.id || node.relistingOf !== null) return unknown;
  if (node.responsible.some((owner) => 'department' in owner && owner.department === department)) return 'responsible';
  if (node.responsible.some((owner) => 'collective' in owner)) return 'for-collective';
  if (ordered) return 'ordered';
  return { code: 'not-responsible', message: `「${node.title}」の推進部署に、この部署も、関係各課などの総称もありません。`, fix: '計画の推進部署を改めてから照会してください。' };
}

/** A department is asked once about an item, and an indicator has one owner. */
function refuseRepeated(asked: readonly PlannedRequest[], subject: Subject, department: string): Refusal[] {
  const same = asked.filter((request) => request.subject.kind === subject.kind && request.subject.id === subject.id);
  if (!same.some((request) => subject.kind === 'indicator' || request.department === department)) return [];
  return [{ code: 'asked-already', message: 'この要素や指標は、すでに照会しています。', fix: '進捗の一覧で確かめてください。' }];
}
