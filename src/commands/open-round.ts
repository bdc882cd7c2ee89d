import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { loadPlanToAsk } from '../database/department-store.ts';
import { listOrdersToAnswer } from '../database/headquarters-store.ts';
import { listPlannedRequests, saveRound } from '../database/round-store.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { assignmentsOf, type OrderToAnswer, planRequests, unassigned } from '../domain/round/plan-requests.ts';
import type { PlannedRequest } from '../domain/round/round.ts';
import type { Refusal } from './refusal.ts';
import { refuseDeadlines, refuseRound, type RoundRefused } from './round-refusal.ts';
import { stepOnRound } from './step-on-round.ts';

export interface OpenRequest {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  readonly actor: Actor;
  /** Whether items that nobody is asked about are left out on purpose. */
  readonly allowUnassigned?: boolean;
}

export type OpenOutcome = { readonly outcome: 'opened'; readonly requests: number } | RoundRefused;

/** Opens a prepared round: its requests stand in the work of each department from now on. */
export function openRound(db: Database, { planId, fiscalYear, actor, allowUnassigned = false }: OpenRequest): Promise<OpenOutcome> {
  return stepOnRound(db, { planId, fiscalYear, actor, from: 'preparing', action: 'open-round' }, async (trx, round): Promise<OpenOutcome> => {
    const plan = await loadPlanToAsk(trx, planId, fiscalYear);
    if (!plan) throw new Error(`The round of ${planId} has no plan; the tables forbid it.`);
    const requests = await listPlannedRequests(trx, planId, fiscalYear);
    const refusals = [...refuseDeadlines(round), ...refuseOutdated(plan, requests, await listOrdersToAnswer(trx, plan, fiscalYear)), ...(allowUnassigned ? [] : refuseUnassigned(plan, requests))];
    if (refusals.length > 0) return refuseRound(refusals);

    await saveRound(trx, { ...round, state: 'open' });
    await appendAudit(trx, { actor: actor.staffNumber, action: 'open-round', planId, details: { fiscalYear, requests: requests.length, allowUnassigned } });
    return { outcome: 'opened', requests: requests.length };
  });
}

/** The plan, or what headquarters has ordered, may have been changed since the round was prepared. */
function refuseOutdated(plan: Plan, requests: readonly PlannedRequest[], orders: readonly OrderToAnswer[]): Refusal[] {
  if (requests.length === 0) return [{ code: 'no-requests', message: '照会が一件もありません。', fix: '回答する部署を決めて、照会を準備し直してください。' }];
  if (JSON.stringify(planRequests(plan, assignmentsOf(requests), orders)) === JSON.stringify(requests)) return [];
  return [{ code: 'plan-changed', message: '照会を準備した後に、計画の体系、推進部署、本部指示のどれかが変わっています。', fix: '照会の準備の画面で内容を確かめ、もう一度保存してから開始してください。' }];
}

function refuseUnassigned(plan: Plan, requests: readonly PlannedRequest[]): Refusal[] {
  const { nodes, indicators } = unassigned(plan, assignmentsOf(requests));
  const level = plan.levels.at(-1)?.name ?? '';
  const names = [
    ...plan.nodes.filter(({ id }) => nodes.includes(id)).map(({ number, title }) => `${level}${number}「${title}」`),
    ...plan.indicators.filter(({ id }) => indicators.includes(id)).map(({ number, title }) => `指標${number}「${title}」`),
  ];
  return names.map((name) => ({ code: 'unassigned', message: `${name}を照会する部署が決まっていません。`, fix: '部署を選ぶか、照会しないことを確かめて開始してください。' }));
}
