import { type Actor, departmentsOf, holds } from '../organization/post.ts';

type Posts = Pick<Actor, 'posts'>;

/** The secretariat sends workbooks out and takes them back for everybody; a reporter for the own departments. */
export function mayExchange(actor: Posts): boolean {
  return holds(actor, 'secretariat') || departmentsOf(actor, 'reporter').length > 0;
}

/** Whether the actor may have the workbook of a department. */
export function mayTakeOut(actor: Posts, department: string): boolean {
  return holds(actor, 'secretariat') || holds(actor, 'reporter', department);
}

/** All workbooks at once are the secretariat's. */
export function mayTakeOutAll(actor: Posts): boolean {
  return holds(actor, 'secretariat');
}
