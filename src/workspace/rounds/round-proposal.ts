import { loadEdition } from '../../database/edition-store.ts';
import { loadEarlierEdition } from '../../database/earlier-edition.ts';
import { listDatedDepartments, loadFollowed, loadHistoryOfYear, loadPlanToAsk } from '../../database/department-store.ts';
import { listOrdersToAnswer } from '../../database/headquarters-store.ts';
import { listPlannedRequests, listRounds, loadRound } from '../../database/round-store.ts';
import { loadPlan } from '../../database/plan-store.ts';
import type { ReadTransaction } from '../../database/transaction.ts';
import { type CalendarDate, type FiscalYear, fiscalYearLabel, fiscalYearOf } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type Assignments, assignmentsOf, proposeAssignments } from '../../domain/round/plan-requests.ts';
import { assignmentsAfter, type Followed } from '../../domain/organization/follow-departments.ts';
import { historySince } from '../../domain/organization/history-of-year.ts';
import type { PlannedRequest, Round } from '../../domain/round/round.ts';
import { type Departed, departedSince } from './departed.tsx';
import { type NotAsked, notAskedIn } from './ended-items.tsx';

/** A round in preparation: as it was saved, or as it is proposed from the year before. */
export interface RoundDraft {
  readonly plan: Plan;
  readonly round: Omit<Round, 'state'>;
  /** Null while nothing was saved. */
  readonly state: Round['state'] | null;
  readonly assignments: Assignments;
  readonly requests: readonly PlannedRequest[];
  /** 令和３年度. */
  readonly yearLabel: string;
  /** Of its steps: /workspace/rounds/gyozaisei-6/2021. */
  readonly address: string;
  /** The published year from which the proposal was made: 令和２年度. */
  readonly proposedFrom: string | null;
  /** Departments that were asked last time and are no more. */
  readonly departed: readonly Departed[];
  /** Items with an order of headquarters that nobody is asked about who could answer it. */
  readonly unansweredOrders: readonly string[];
  /** Items of the plan that are not asked in this year, or are asked for the last time. */
  readonly notAsked: readonly NotAsked[];
}

export function roundAddress(planId: string, fiscalYear: FiscalYear): string {
  return `/workspace/rounds/${encodeURIComponent(planId)}/${fiscalYear}`;
}

/** The steps of the city's own scale that are offered until it writes others. */
const scale: Round['scale'] = ['Ａ　予定を上回って進んだ', 'Ｂ　予定どおり進んだ', 'Ｃ　予定より遅れた', 'Ｄ　進まなかった'].map((name, index) => ({ id: `s${index + 1}`, name }));

export async function loadRoundDraft(trx: ReadTransaction, planId: string, year: string, today: CalendarDate): Promise<RoundDraft | undefined> {
  const plan = /^(19|20|21)\d{2}$/.test(year) ? await loadPlanToAsk(trx, planId, Number(year)) : undefined;
  if (!plan) return undefined;
  const fiscalYear = Number(year);
  const stored = await loadRound(trx, planId, fiscalYear);
  // A year that was taken in is asked about to be corrected: who reports stands in its own edition.
  const takenIn = stored ? undefined : await loadEdition(trx, planId, fiscalYear);
  const edition = takenIn?.edition ?? (await loadEarlierEdition(trx, planId, fiscalYear));
  const labels = plan.municipality.fiscalYearLabels;
  const former = (await listRounds(trx, planId)).find((round) => round.fiscalYear < fiscalYear);
  const formerRequests = former ? await listPlannedRequests(trx, planId, former.fiscalYear) : [];
  const followed = await loadFollowed(trx, plan);
  const departed = departedSince(edition, formerRequests, followed.history, await listDatedDepartments(trx, plan.municipality.code));
  const common = { departed, notAsked: notAskedIn(await loadPlan(trx, planId), fiscalYear), plan, yearLabel: fiscalYearLabel(fiscalYear, labels), address: roundAddress(planId, fiscalYear), proposedFrom: edition && fiscalYearLabel(edition.fiscalYear, labels) };
  if (stored) {
    const { state, ...round } = stored;
    const requests = await listPlannedRequests(trx, planId, fiscalYear);
    const unansweredOrders = (await listOrdersToAnswer(trx, plan, fiscalYear)).filter(({ nodeId, departments }) => !requests.some(({ subject, department }) => subject.id === nodeId && departments.includes(department))).map(({ nodeId }) => nodeId);
    return { ...common, unansweredOrders, state, round: { ...round, scale: round.scale.length > 0 ? round.scale : scale }, requests, assignments: assignmentsOf(requests) };
  }
  // A round after the newest edition knows better than the edition who reports.
  const fromRound = former !== undefined && (!edition || former.fiscalYear > edition.fiscalYear);
  const formerAssignments = assignmentsOf(formerRequests);
  const { forIndicators } = await carriedOn(trx, formerAssignments, followed, plan, former?.fiscalYear);
  const { forCollectives } = await carriedOn(trx, fromRound ? formerAssignments : proposeAssignments(edition), followed, plan, fromRound ? former.fiscalYear : edition?.fiscalYear);
  return {
    ...common, unansweredOrders: [], state: null, requests: [], assignments: knownOnly({ forCollectives, forIndicators }, plan),
    round: {
      planId, fiscalYear, asked: former?.asked ?? { progress: 'required', selfAssessment: 'not-asked', issues: 'optional', nextYear: 'optional', effects: 'optional', evidence: 'not-asked' },
      scale: former && former.scale.length > 0 ? former.scale : scale, ...proposeDeadlines(fiscalYear, today),
    },
  };
}

/** Who was asked in a former year, or does the work of those since; what that year met itself is not followed again. */
async function carriedOn(trx: ReadTransaction, assignments: Assignments, followed: Followed, plan: Plan, year: FiscalYear | undefined): Promise<Assignments> {
  if (year === undefined) return assignments;
  return assignmentsAfter(assignments, followed, plan.id, historySince(followed.history, await loadHistoryOfYear(trx, plan, year)));
}

/** A department that the plan no longer has cannot be asked. */
function knownOnly({ forCollectives, forIndicators }: Assignments, { departments, nodes, indicators }: Plan): Assignments {
  const known = (id: string) => departments.some((department) => department.id === id);
  return {
    forCollectives: Object.fromEntries(Object.entries(forCollectives).filter(([id]) => nodes.some((node) => node.id === id)).map(([id, own]) => [id, own.filter(known)])),
    forIndicators: Object.fromEntries(Object.entries(forIndicators).filter(([id, department]) => known(department) && indicators.some((indicator) => indicator.id === id))),
  };
}

/** 20 and 27 May after the year, before the accounts are closed on the 31st; when that is past, two and three weeks from now. */
function proposeDeadlines(fiscalYear: FiscalYear, today: CalendarDate): Pick<Round, 'departmentDeadline' | 'headDeadline'> {
  const departmentDeadline = `${fiscalYear + 1}-05-20`;
  if (today <= departmentDeadline) return { departmentDeadline, headDeadline: `${fiscalYear + 1}-05-27` };
  const inDays = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return { departmentDeadline: inDays(14), headDeadline: inDays(21) };
}

/** The years for which a round can be prepared: from the one after the newest edition or round to the present one; the first is proposed. */
export function yearsToPrepare(newest: FiscalYear | null, today: CalendarDate): FiscalYear[] {
  const present = fiscalYearOf(today);
  const first = newest === null ? present - 1 : newest + 1;
  return Array.from({ length: Math.max(present - first + 1, 1) }, (_, index) => first + index).slice(0, 30);
}
