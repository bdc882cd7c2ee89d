import type { CalendarDate } from '../fiscal-year/fiscal-year.ts';

/** What a person is in the yearly round. Source: product.md, "Who uses it". */
export type Role = 'reporter' | 'section-head' | 'deputy' | 'secretariat' | 'executive' | 'viewer' | 'administrator';

export const roles: readonly Role[] = ['reporter', 'section-head', 'deputy', 'secretariat', 'executive', 'viewer', 'administrator'];

export const roleNames: Readonly<Record<Role, string>> = {
  reporter: '担当者', 'section-head': '所属長', deputy: '代決者', secretariat: '事務局', executive: '推進本部員', viewer: '閲覧者', administrator: 'システム管理者',
};

/** Roles that are held in a department; the others are held for the whole city. */
export const departmentRoles: readonly Role[] = ['reporter', 'section-head', 'deputy'];

/** A post (職): one role, in one department or for the whole city, between two days. A person may hold several. */
export interface Post {
  readonly role: Role;
  /** The department of a 担当者, 所属長 or 代決者; null for the other roles. */
  readonly department: string | null;
  readonly from: CalendarDate;
  /** Last day, or null while it has no end. */
  readonly until: CalendarDate | null;
  /** 職名 of a 所属長 as it is printed where the post has approved: 参事兼職員課長. Left out where it is called after the department. */
  readonly title?: string;
}

/** Somebody who is signed in, with the posts that he or she holds on the day of the request and no others. */
export interface Actor {
  readonly personId: string;
  /** 職員番号. */
  readonly staffNumber: string;
  readonly name: string;
  readonly posts: readonly Post[];
}

/** Whether a post is held on a day; both ends are included. */
export function isHeldOn(post: Post, day: CalendarDate): boolean {
  return post.from <= day && (post.until === null || day <= post.until);
}

/** Whether the actor holds the role, in the given department where the role is held in one. */
export function holds(actor: Pick<Actor, 'posts'>, role: Role, department: string | null = null): boolean {
  return actor.posts.some((post) => post.role === role && (!departmentRoles.includes(role) || post.department === department));
}

/** The departments in which the actor holds the role. */
export function departmentsOf(actor: Pick<Actor, 'posts'>, role: Role): string[] {
  return [...new Set(actor.posts.flatMap((post) => (post.role === role && post.department !== null ? [post.department] : [])))];
}
