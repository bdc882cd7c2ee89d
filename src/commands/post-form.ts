import { randomUUID } from 'node:crypto';
import type { KnownDepartment, NewPost, StoredPost } from '../database/people-store.ts';
import { isCalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import { departmentRoles, type Role, roles } from '../domain/organization/post.ts';
import { checkPostTitle } from '../domain/organization/post-title.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { problem } from './people-problem.ts';

/** A post as somebody typed it. */
export interface PostForm {
  readonly role: string;
  /** Empty for a role without a department. */
  readonly department: string;
  readonly from: string;
  /** Empty while it has no end. */
  readonly until: string;
  /** 職名; empty where the post is called after its department. */
  readonly title?: string;
}

/** The post, or everything that is wrong with it. What is held already on one of its days cannot be given again. */
export function parsePost(form: PostForm, departments: readonly KnownDepartment[], held: readonly StoredPost[] = [], personName = ''): { readonly post: NewPost } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const role = roles.find((candidate) => candidate === form.role);
  if (!role) problems.push(problem('role', 'role-missing', '役割を選んでください。', '一覧から一つ選んでください。'));
  const inDepartment = role !== undefined && departmentRoles.includes(role);
  const department = inDepartment ? departments.find(({ id }) => id === form.department) : undefined;
  if (inDepartment && !department) problems.push(problem('department', 'department-missing', '部署を選んでください。', '担当者・所属長・代決者は、部署ごとに登録します。'));
  if (role && !inDepartment && form.department !== '') problems.push(problem('department', 'department-unwanted', 'この役割は市全体のものなので、部署は選べません。', '部署を「部署なし」にしてください。'));
  if (!isCalendarDate(form.from)) problems.push(problem('from', 'from-invalid', '始まる日を、2026-04-01 の形で入力してください。', '実在する日付にしてください。'));
  if (form.until !== '' && !isCalendarDate(form.until)) problems.push(problem('until', 'until-invalid', '終わる日を、2027-03-31 の形で入力するか、空欄にしてください。', '実在する日付にしてください。'));
  else if (form.until !== '' && form.until < form.from) problems.push(problem('until', 'until-before-from', '終わる日が、始まる日より前です。', '終わる日を始まる日以後にしてください。'));
  const title = (form.title ?? '').trim();
  problems.push(...checkPostTitle(title, role, personName));
  if (problems.length > 0 || !role) return { problems };
  const post: NewPost = { id: randomUUID(), role, municipality: department?.municipality ?? null, department: department?.id ?? null, from: form.from, until: form.until || null, ...(title !== '' && { title }) };
  if (held.some((other) => overlaps(other, post))) {
    return { problems: [problem('role', 'post-held', '同じ役割と部署が、重なる期間で既に登録されています。', '先に登録済みのものを終わらせるか、期間を改めてください。')] };
  }
  return { post };
}

function overlaps(one: Pick<StoredPost, 'role' | 'department' | 'from' | 'until'>, other: { readonly role: Role; readonly department: string | null; readonly from: string; readonly until: string | null }): boolean {
  return one.role === other.role && one.department === other.department && (other.until === null || one.from <= other.until) && (one.until === null || other.from <= one.until);
}
