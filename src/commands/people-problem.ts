import { type Actor } from '../domain/organization/post.ts';
import { mayKeepPeople } from '../domain/organization/sign-in-rules.ts';
import type { Problem } from '../domain/problem/problem.ts';

/** What a change of people leads to: it is done, or nothing is and every reason is given, each with its field. */
export type PeopleOutcome<T = object> = ({ readonly done: true } & T) | { readonly done: false; readonly problems: readonly Problem[] };

export function problem(field: string, code: string, message: string, fix: string): Problem {
  return { code, message, fix, path: field === '' ? [] : [field] };
}

/** Only システム管理者 keeps people; the page asks the same, but a command does not rely on its page. */
export function refuseOthers(actor: Pick<Actor, 'posts'>): Problem[] {
  return mayKeepPeople(actor) ? [] : [problem('', 'not-administrator', '利用者を変更できるのは、システム管理者だけです。', 'システム管理者に依頼してください。')];
}

export const noSuchPerson: Problem = problem('', 'no-such-person', 'この利用者は登録されていません。', '利用者の一覧から選び直してください。');
