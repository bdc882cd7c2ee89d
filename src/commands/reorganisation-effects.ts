import { type AnswerState, answerStates } from '../domain/approval/transitions.ts';
import { listDatedDepartments, loadDepartmentHistory, loadPlanNow } from '../database/department-store.ts';
import { listInstructions } from '../database/headquarters-store.ts';
import { listPeople, type Person, type StoredPost } from '../database/people-store.ts';
import { listPlans } from '../database/plan-store.ts';
import { type RequestSummary, summaries, summaryFromRow } from '../database/request-summary.ts';
import { listRounds } from '../database/round-store.ts';
import type { ReadTransaction } from '../database/transaction.ts';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import { isIn, type Reorganisation, successorsIn, successorsOn } from '../domain/organization/department-history.ts';
import type { Department } from '../domain/organization/department.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Subject } from '../domain/round/round.ts';

/** The successor that was chosen for an item or a post, by its key. */
export type Choices = ReadonlyMap<string, string>;

/** For a post: it ends, and no other begins. */
export const endOnly = 'end-only';

interface Chosen {
  /** Names the choice in a form. */
  readonly key: string;
  readonly from: string;
  /** Who may follow; the first follows where nobody is chosen. */
  readonly successors: readonly string[];
  /** Who follows; null where nobody can. */
  readonly to: string | null;
}

/** A request of a round that is not closed, and to whom it moves. */
export interface MovingRequest extends Chosen {
  readonly request: RequestSummary;
  /** The request into which it goes, where its new department is asked about the same subject anyway. */
  readonly mergedInto: string | null;
}

/** An element of a plan whose owner is concerned. */
export interface MovingOwner extends Chosen {
  readonly planId: string;
  readonly planTitle: string;
  readonly subject: Subject;
  readonly number: string;
  readonly title: string;
}

/** A post that ends, and the one that is made instead. */
export interface MovingPost extends Chosen {
  readonly person: Pick<Person, 'id' | 'name' | 'staffNumber'>;
  readonly post: StoredPost;
  /** Its last day from now on; null where it has not begun by then and is taken back. */
  readonly until: CalendarDate | null;
  /** First day of the new one; null where none is made: nobody follows, none is wanted, or the person holds it already. */
  readonly newFrom: CalendarDate | null;
}

/** An order of headquarters to a department that is no more, and who has to answer it. */
export interface FollowingInstruction {
  readonly text: string;
  readonly planTitle: string;
  readonly answerIn: FiscalYear;
  readonly from: string;
  readonly successors: readonly string[];
}

/** Everything that a reorganisation leads to. Nothing of it is stored yet. */
export interface ReorganisationEffects {
  readonly departments: readonly Department[];
  readonly plans: readonly Plan[];
  readonly rounds: readonly { readonly planId: string; readonly fiscalYear: FiscalYear }[];
  readonly requests: readonly MovingRequest[];
  readonly owners: readonly MovingOwner[];
  readonly posts: readonly MovingPost[];
  readonly instructions: readonly FollowingInstruction[];
}

export function subjectKey(planId: string, { kind, id }: Subject, from: string): string {
  return `to.${planId}.${kind}.${id}.${from}`;
}

/** Works out what a reorganisation leads to, with the successors that were chosen. */
export async function reorganisationEffects(trx: ReadTransaction, municipality: string, reorganisation: Reorganisation, choices: Choices): Promise<ReorganisationEffects> {
  const moving = reorganisation.before.filter(({ id }) => reorganisation.kind === 'split' || !isIn(reorganisation.after, id)).map(({ id }) => id);
  const chosen = (key: string, from: string): Chosen => {
    const all = successorsIn(reorganisation, from);
    const successors = all.includes(from) ? [from, ...all.filter((id) => id !== from)] : all;
    const wanted = choices.get(key);
    return { key, from, successors, to: wanted !== undefined && successors.includes(wanted) ? wanted : (successors[0] ?? null) };
  };
  const history = await loadDepartmentHistory(trx, municipality);
  const plans: Plan[] = [];
  for (const { id, municipality: { code } } of await listPlans(trx)) {
    const plan = code === municipality ? await loadPlanNow(trx, id) : undefined;
    if (plan) plans.push(plan);
  }
  const rounds = (await listRounds(trx)).filter(({ state, planId }) => state !== 'closed' && plans.some(({ id }) => id === planId));
  const known = [...await listDatedDepartments(trx, municipality)].map(({ id, name }) => ({ id, name }));
  return {
    departments: [...known, ...reorganisation.after.filter(({ id }) => !isIn(known, id))], plans, rounds,
    requests: await movingRequests(trx, rounds, moving, chosen),
    owners: plans.flatMap((plan) => plan.nodes.flatMap((node) => node.responsible.flatMap((owner) => {
      if (!('department' in owner) || !moving.includes(owner.department)) return [];
      const subject: Subject = { kind: 'node', id: node.id };
      return [{ ...chosen(subjectKey(plan.id, subject, owner.department), owner.department), planId: plan.id, planTitle: plan.title, subject, number: node.number, title: node.title }];
    }))),
    posts: (await listPeople(trx)).flatMap((person) => person.posts.flatMap((post) => movingPost(person, post, reorganisation.day, moving, chosen, choices))),
    instructions: await followingInstructions(trx, plans, reorganisation, history),
  };
}

/** What was accepted is done and stays with the department that wrote it. Source: product.md, rule 9: unanswered requests move on. */
async function movingRequests(trx: ReadTransaction, rounds: ReorganisationEffects['rounds'], moving: readonly string[], chosen: (key: string, from: string) => Chosen): Promise<MovingRequest[]> {
  if (moving.length === 0 || rounds.length === 0) return [];
  const years = new Set(rounds.map(({ planId, fiscalYear }) => `${planId} ${fiscalYear}`));
  const asked = (await summaries(trx).where('round.state', '<>', 'closed').execute()).map(summaryFromRow).filter(({ planId, fiscalYear }) => years.has(`${planId} ${fiscalYear}`));
  const placed = asked.map((request) => {
    const moves = moving.includes(request.department) && request.state !== 'accepted';
    return { request, moves, choice: moves ? chosen(subjectKey(request.planId, request.subject, request.department), request.department) : null };
  });
  const groups = Map.groupBy(placed, ({ request: { planId, fiscalYear, subject, department }, choice }) => `${planId} ${fiscalYear} ${subject.kind} ${subject.id} ${choice?.to ?? department}`);
  return [...groups.values()].flatMap((group) => {
    const survivor = group.toSorted((left, right) => rank(right.request.state) - rank(left.request.state))[0];
    return group.flatMap(({ request, choice }) => (choice ? [{ ...choice, request, mergedInto: survivor && survivor.request.id !== request.id ? survivor.request.id : null }] : mergedBesides(request, survivor?.request)));
  }).filter(({ from, to, mergedInto }) => from !== to || mergedInto !== null);
}

/** A request that does not move goes into the one that comes, where that one is further. */
function mergedBesides(request: RequestSummary, survivor: RequestSummary | undefined): MovingRequest[] {
  if (!survivor || survivor.id === request.id) return [];
  return [{ request, mergedInto: survivor.id, key: '', from: request.department, to: request.department, successors: [] }];
}

function rank(state: AnswerState): number {
  return answerStates.indexOf(state === 'returned' ? 'draft' : state);
}

function movingPost(person: Person, post: StoredPost, day: CalendarDate, moving: readonly string[], chosen: (key: string, from: string) => Chosen, choices: Choices): MovingPost[] {
  if (post.department === null || !moving.includes(post.department) || (post.until !== null && post.until < day)) return [];
  const key = `post.${post.id}`;
  const choice = choices.get(key) === endOnly ? { ...chosen(key, post.department), to: null } : chosen(key, post.department);
  if (choice.to === post.department) return choice.successors.length > 1 ? [{ ...choice, person, post, until: post.until, newFrom: null }] : [];
  const from = post.from > day ? post.from : day;
  const held = person.posts.some((other) => other.role === post.role && other.department === choice.to && (other.until === null || from <= other.until) && (post.until === null || other.from <= post.until));
  return [{ ...choice, person, post, until: post.from < day ? dayBefore(day) : null, newFrom: choice.to === null || held ? null : from }];
}

async function followingInstructions(trx: ReadTransaction, plans: readonly Plan[], reorganisation: Reorganisation, history: Parameters<typeof successorsOn>[0]): Promise<FollowingInstruction[]> {
  const closed = new Set((await listRounds(trx)).filter(({ state }) => state === 'closed').map(({ planId, fiscalYear }) => `${planId} ${fiscalYear}`));
  const found: FollowingInstruction[] = [];
  for (const plan of plans) {
    for (const { text, answerIn, departments } of await listInstructions(trx, plan.id)) {
      if (closed.has(`${plan.id} ${answerIn}`)) continue;
      for (const department of departments) {
        const concerned = successorsOn(history, department, '9999-12-31').filter((id) => isIn(reorganisation.before, id) && (reorganisation.kind === 'split' || !isIn(reorganisation.after, id)));
        for (const from of concerned) found.push({ text, planTitle: plan.title, answerIn, from, successors: successorsIn(reorganisation, from) });
      }
    }
  }
  return found;
}

export function dayBefore(day: CalendarDate): CalendarDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
