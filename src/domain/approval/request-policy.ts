import type { CalendarDate } from '../fiscal-year/fiscal-year.ts';
import { type Actor, holds } from '../organization/post.ts';
import { type Action, type ActingRole, actionNames, type AnswerState, findTransition, stateNames, type Transition } from './transitions.ts';

/** What must be known of a request to decide who may do what with it. */
export interface RequestStanding {
  readonly department: string;
  readonly state: AnswerState;
  readonly roundIsOpen: boolean;
  /** Last day for the department, and for its head; both included. */
  readonly departmentDeadline: CalendarDate;
  readonly headDeadline: CalendarDate;
  /** Last day of an unlock by the secretariat, or null. */
  readonly unlockedUntil: CalendarDate | null;
}

export type Permission =
  | { readonly allowed: true; readonly transition: Transition }
  | { readonly allowed: false; readonly code: 'not-yours' | 'not-in-this-state' | 'locked' | 'round-closed'; readonly reason: string };

/** The capacities in which an actor meets a request. Somebody who holds several posts has several. */
export function actingRolesOf(actor: Pick<Actor, 'posts'>, { department }: Pick<RequestStanding, 'department'>): ActingRole[] {
  const roles: ActingRole[] = [];
  if (holds(actor, 'reporter', department)) roles.push('reporter');
  if (holds(actor, 'section-head', department) || holds(actor, 'deputy', department)) roles.push('section-head');
  if (holds(actor, 'secretariat')) roles.push('secretariat');
  return roles;
}

/** Everybody who has a post may read, but a person who only keeps the system (システム管理者) may not touch reports. */
export function mayRead(actor: Pick<Actor, 'posts'>, request: Pick<RequestStanding, 'department'>): boolean {
  return actingRolesOf(actor, request).length > 0 || holds(actor, 'executive') || holds(actor, 'viewer');
}

/** Whether the actor may do this now, and if not, why in words for the person. The table decides; a deadline can lock it. */
export function permissionFor(actor: Pick<Actor, 'posts'>, request: RequestStanding, action: Action, today: CalendarDate): Permission {
  const roles = actingRolesOf(actor, request);
  if (roles.length === 0) return { allowed: false, code: 'not-yours', reason: 'この照会の担当ではないため、操作できません。' };
  if (!request.roundIsOpen) return { allowed: false, code: 'round-closed', reason: 'この年度の照会は終了しているため、操作できません。' };
  const possible = roles.map((role) => findTransition(role, request.state, action)).filter((found) => found !== undefined);
  const transition = possible.find((found) => !isLocked(request, found, today)) ?? possible[0];
  if (!transition) return { allowed: false, code: 'not-in-this-state', reason: `「${stateNames[request.state]}」の照会では「${actionNames[action]}」ことはできません。` };
  if (isLocked(request, transition, today)) {
    return { allowed: false, code: 'locked', reason: '締切を過ぎたため、入力できません。入力が必要なときは、事務局に締切後の入力を依頼してください。' };
  }
  return { allowed: true, transition };
}

/** What the actor may do with the request now, in the order of the table: the buttons of a page. */
export function permittedActions(actor: Pick<Actor, 'posts'>, request: RequestStanding, today: CalendarDate, candidates: readonly Action[]): Action[] {
  return candidates.filter((action) => permissionFor(actor, request, action, today).allowed);
}

/** Whether the deadline that a transition heeds has passed without an unlock. A returned answer may be mended until the head's deadline. */
export function isLocked(request: RequestStanding, { lockedAfter, from }: Pick<Transition, 'lockedAfter' | 'from'>, today: CalendarDate): boolean {
  if (lockedAfter === null || (request.unlockedUntil !== null && today <= request.unlockedUntil)) return false;
  const deadline = lockedAfter === 'department' && from !== 'returned' ? request.departmentDeadline : request.headDeadline;
  return today > deadline;
}
