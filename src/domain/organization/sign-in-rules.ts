import { type Actor, holds } from './post.ts';

/** How somebody came in; oidc is the sign-in service of the city. */
export type SignInMethod = 'password' | 'password-and-code' | 'password-and-recovery-code' | 'demonstration' | 'oidc';

/** Whose second step is required: 事務局 and システム管理者 in any case, or everybody. */
export type SecondStepRule = 'keepers' | 'everybody';

/**
 * Whether the person must give a second step at sign-in. A fictional person of the demonstration has none, and who comes from
 * the sign-in service of the city has given the one that it asks for.
 */
export function needsSecondStep(actor: Pick<Actor, 'posts'>, rule: SecondStepRule, method: SignInMethod | null = null): boolean {
  if (method === 'oidc' || method === 'demonstration') return false;
  return rule === 'everybody' || holds(actor, 'secretariat') || holds(actor, 'administrator');
}

/** システム管理者 keeps people, posts and their sign-in. */
export function mayKeepPeople(actor: Pick<Actor, 'posts'>): boolean {
  return holds(actor, 'administrator');
}

/** The audit log is read by システム管理者 and 事務局. */
export function mayReadAudit(actor: Pick<Actor, 'posts'>): boolean {
  return holds(actor, 'administrator') || holds(actor, 'secretariat');
}
