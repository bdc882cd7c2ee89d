import type { CalendarDate } from '../fiscal-year/fiscal-year.ts';
import { columns, type PeopleRow } from './people-rows.ts';
import { checkPostTitle } from './post-title.ts';
import type { Post } from './post.ts';
import type { RowProblem } from './typed-rows.ts';

/** Somebody who is known already. */
export interface KnownPerson {
  readonly id: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly email: string | null;
  readonly posts: readonly (Post & { readonly id: string })[];
}

/** What an import does. Nothing else is touched: people and posts that are not in the list stay as they are. */
export interface PeopleChanges {
  readonly newPeople: readonly { readonly staffNumber: string; readonly name: string; readonly email: string | null; readonly posts: readonly Post[] }[];
  readonly changedPeople: readonly { readonly person: KnownPerson; readonly name: string; readonly email: string | null }[];
  readonly newPosts: readonly { readonly person: KnownPerson; readonly post: Post }[];
  /** Posts that get another last day, or lose it (null). */
  readonly endingPosts: readonly { readonly person: KnownPerson; readonly post: KnownPerson['posts'][number]; readonly until: CalendarDate | null }[];
  /** Posts that are called otherwise where they have approved. */
  readonly retitledPosts: readonly { readonly person: KnownPerson; readonly post: KnownPerson['posts'][number]; readonly title: string }[];
  readonly unchanged: number;
}

/** Compares the rows with who is known: every change, and every problem. Time grows with the number of rows alone, but for sorting the posts of each person. */
export function planPeopleImport(rows: readonly PeopleRow[], people: readonly KnownPerson[], today: CalendarDate): { readonly changes: PeopleChanges; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [];
  const known = new Map(people.map((person) => [person.staffNumber.toLowerCase(), person]));
  const newPeople: PeopleChanges['newPeople'][number][] = [];
  const changedPeople: PeopleChanges['changedPeople'][number][] = [];
  const newPosts: PeopleChanges['newPosts'][number][] = [];
  const endingPosts: PeopleChanges['endingPosts'][number][] = [];
  const retitledPosts: PeopleChanges['retitledPosts'][number][] = [];
  let unchanged = 0;
  for (const [key, own] of Map.groupBy(rows, ({ staffNumber }) => staffNumber.toLowerCase())) {
    const person = known.get(key);
    const name = agreed(own, 'name', problems) || person?.name || '';
    const email = agreed(own, 'email', problems) || person?.email || null;
    for (const row of own) problems.push(...checkPostTitle(row.title, row.role, name).filter(({ code }) => code === 'title-names-person').map(({ code, message, fix }) => at(row, 'title', code, `${message}${fix}`)));
    if (name === '') problems.push(at(own[0]!, 'name', 'name-missing', '新しい利用者には、氏名が必要です。'));
    const posts: Post[] = [];
    for (const same of Map.groupBy(own, ({ role, department }) => `${role} ${department ?? ''}`).values()) {
      const held = person?.posts.filter(({ role, department }) => role === same[0]!.role && department === same[0]!.department) ?? [];
      const { added, ended, retitled, kept } = comparePosts(same, held, problems);
      unchanged += kept;
      posts.push(...added);
      if (person) endingPosts.push(...ended.map((change) => ({ person, ...change })));
      if (person) retitledPosts.push(...retitled.map((change) => ({ person, ...change })));
    }
    if (!person) newPeople.push({ staffNumber: own[0]!.staffNumber, name, email, posts });
    else {
      newPosts.push(...posts.map((post) => ({ person, post })));
      if (name !== person.name || email !== person.email) changedPeople.push({ person, name, email });
    }
  }
  const changes = { newPeople, changedPeople, newPosts, endingPosts, retitledPosts, unchanged };
  if (!keepsAdministrator(people, changes, today)) problems.push({ line: 1, column: columns.until, code: 'last-administrator', message: '期限のないシステム管理者がいなくなるため、取り込めません。' });
  return { changes, problems };
}

function at(row: PeopleRow, column: keyof typeof columns, code: string, message: string): RowProblem {
  return { line: row.line, column: columns[column], code, message };
}

/** What all rows of one person say; an empty cell says nothing. */
function agreed(rows: readonly PeopleRow[], column: 'name' | 'email', problems: RowProblem[]): string {
  const first = rows.find((row) => row[column] !== '');
  for (const row of rows) {
    if (first && row[column] !== '' && row[column] !== first[column]) problems.push(at(row, column, 'disagreeing-rows', `同じ職員番号の${first.line}行目では「${first[column]}」になっています。`));
  }
  return first?.[column] ?? '';
}

/** The rows of one person about one role in one department, against what is held of it. */
function comparePosts(rows: readonly PeopleRow[], held: KnownPerson['posts'], problems: RowProblem[]): { readonly added: Post[]; readonly ended: { post: KnownPerson['posts'][number]; until: CalendarDate | null }[]; readonly retitled: { post: KnownPerson['posts'][number]; title: string }[]; readonly kept: number } {
  const ended: { post: KnownPerson['posts'][number]; until: CalendarDate | null }[] = [];
  const retitled: { post: KnownPerson['posts'][number]; title: string }[] = [];
  const spans: { readonly row: PeopleRow | null; readonly from: CalendarDate; readonly until: CalendarDate | null }[] = [];
  const touched = new Set<string>();
  const lines = new Map<string, number>();
  let kept = 0;
  for (const row of rows) {
    const words = `${row.from ?? ''} ${row.until ?? ''}`;
    const earlier = lines.get(words);
    if (earlier !== undefined) {
      problems.push(at(row, 'staffNumber', 'duplicate-row', `${earlier}行目と同じ内容です。`));
      continue;
    }
    lines.set(words, row.line);
    const { from, until } = row;
    const post = from === null ? held.find((other) => until !== null && other.from <= until && (other.until === null || until <= other.until)) : held.find((other) => other.from === from);
    if (!post) {
      if (from === null) problems.push(at(row, 'until', 'no-such-post', '終わらせる役割が登録されていません。開始日、部署、役割を確かめてください。'));
      else spans.push({ row, from, until });
      continue;
    }
    if (touched.has(post.id)) problems.push(at(row, 'from', 'overlapping-posts', '同じ役割の期間が、ほかの行と重なっています。'));
    touched.add(post.id);
    spans.push({ row, from: post.from, until });
    const otherwise = row.title !== '' && row.title !== post.title;
    if (otherwise) retitled.push({ post, title: row.title });
    if (post.until !== until) ended.push({ post, until });
    else if (!otherwise) kept += 1;
  }
  const added = spans.flatMap(({ row, from, until }) => (row && row.from !== null && !held.some((other) => other.from === from) ? [{ role: row.role, department: row.department, from, until, ...(row.title !== '' && { title: row.title }) }] : []));
  for (const other of held) if (!touched.has(other.id)) spans.push({ row: null, from: other.from, until: other.until });
  const sorted = spans.toSorted((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0));
  let end: CalendarDate | null = '0000-00-00';
  sorted.forEach(({ row, from, until }, index) => {
    const before = sorted[index - 1];
    if (before && (end === null || from <= end)) {
      const blamed = row ?? before.row;
      const other = row ? before.row : null;
      if (blamed) problems.push(at(blamed, 'from', 'overlapping-posts', other ? `同じ役割の期間が、${other.line}行目と重なっています。` : '同じ役割の期間が、登録済みのものと重なっています。先に終了日を書いた行を加えてください。'));
    }
    if (end !== null && (until === null || until > end)) end = until;
  });
  return { added, ended, retitled, kept };
}

/** Somebody must be left who keeps the system, today and without an end. */
function keepsAdministrator(people: readonly KnownPerson[], { endingPosts, newPosts, newPeople }: PeopleChanges, today: CalendarDate): boolean {
  const keeps = ({ role, from, until }: Pick<Post, 'role' | 'from' | 'until'>) => role === 'administrator' && from <= today && until === null;
  const ending = new Map(endingPosts.map(({ post, until }) => [post.id, until]));
  const before = people.flatMap(({ posts }) => posts);
  if (!before.some(keeps)) return true;
  return before.some((post) => keeps({ ...post, until: ending.has(post.id) ? ending.get(post.id)! : post.until })) || newPosts.some(({ post }) => keeps(post)) || newPeople.some(({ posts }) => posts.some(keeps));
}
