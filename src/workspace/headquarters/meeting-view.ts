import { draftPublication } from '../../commands/publish-round.ts';
import { listDatedDepartments } from '../../database/department-store.ts';
import { loadEdition } from '../../database/edition-store.ts';
import { listAgenda, loadMeeting } from '../../database/headquarters-store.ts';
import { loadPlan } from '../../database/plan-store.ts';
import { loadRound } from '../../database/round-store.ts';
import type { ReadTransaction } from '../../database/transaction.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { Meeting, MeetingRecord } from '../../domain/headquarters/headquarters.ts';
import type { Department } from '../../domain/organization/department.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** A meeting as its pages show it. */
export interface MeetingView extends MeetingRecord {
  readonly plan: Plan;
  /** The departments of the plan that there are today, with their names of today: an order to another would reach nobody. */
  readonly departments: readonly Department[];
}

/** The meeting with its agenda, and the edition of that year as it stands or as it was published. */
export async function loadMeetingView(trx: ReadTransaction, id: string): Promise<MeetingView | undefined> {
  const meeting = await loadMeeting(trx, id);
  const plan = meeting && (await loadPlan(trx, meeting.planId));
  if (!meeting || !plan) return undefined;
  const edition = await editionOf(trx, meeting);
  if (!edition) return undefined;
  const there = (await listDatedDepartments(trx, plan.municipality.code)).filter(({ id: department, ended }) => ended === null && plan.departments.some((named) => named.id === department));
  return { meeting, plan, departments: there.map(({ id: department, name }) => ({ id: department, name })), edition, items: await listAgenda(trx, id), scale: (await loadRound(trx, meeting.planId, meeting.fiscalYear))?.scale ?? [] };
}

async function editionOf(trx: ReadTransaction, { planId, fiscalYear }: Meeting): Promise<Edition | undefined> {
  const draft = await draftPublication(trx, planId, fiscalYear, () => []);
  return draft?.edition ?? (await loadEdition(trx, planId, fiscalYear))?.edition;
}
