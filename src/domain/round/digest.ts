import { type CalendarDate, daysBetween } from '../fiscal-year/fiscal-year.ts';
import type { Role } from '../organization/post.ts';
import { stateNames, whoHasIt } from '../approval/transitions.ts';
import { type DueStanding, daysOverdue, dueDateOf } from './due-date.ts';
import type { Subject } from './round.ts';

/** What a reminder says of one request. */
export interface RemindedRequest extends DueStanding {
  readonly id: string;
  readonly planTitle: string;
  /** 令和３年度. */
  readonly yearLabel: string;
  readonly subject: Subject;
  readonly number: string;
  readonly title: string;
  readonly department: string;
  readonly departmentName: string;
}

/** Somebody who may be reminded, with the posts that are held on the day. */
export interface Remindable {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly posts: readonly { readonly role: Role; readonly department: string | null }[];
}

/** The one reminder (督促) of a person on a day: everything that is in this person's hands, what is overdue first. */
export interface Digest {
  readonly person: Pick<Remindable, 'id' | 'name' | 'email'>;
  readonly requests: readonly RemindedRequest[];
  /** How many of them are past their day. */
  readonly overdue: number;
  /** Days until the first one is due; negative when it is past. */
  readonly firstDueIn: number;
}

export interface Digests {
  readonly digests: readonly Digest[];
  /** Requests that nobody can be reminded of: the department has no one in the post that has them. */
  readonly withoutPerson: readonly RemindedRequest[];
}

/** One digest for each person who has something in hand. A request that waits for the secretariat reminds nobody. */
export function composeDigests(requests: readonly RemindedRequest[], people: readonly Remindable[], today: CalendarDate): Digests {
  const byPerson = new Map<Remindable, RemindedRequest[]>();
  const withoutPerson: RemindedRequest[] = [];
  for (const request of requests) {
    if (dueDateOf(request) === null) continue;
    const roles: readonly Role[] = whoHasIt(request.state) === 'reporter' ? ['reporter'] : ['section-head', 'deputy'];
    const holders = people.filter(({ posts }) => posts.some(({ role, department }) => roles.includes(role) && department === request.department));
    if (holders.length === 0) withoutPerson.push(request);
    for (const person of holders) {
      const own = byPerson.get(person);
      if (own) own.push(request);
      else byPerson.set(person, [request]);
    }
  }
  const digests = [...byPerson].map(([{ id, name, email }, own]): Digest => {
    const sorted = own.toSorted((left, right) => (dueDateOf(left) ?? '').localeCompare(dueDateOf(right) ?? ''));
    return {
      person: { id, name, email }, requests: sorted,
      overdue: own.filter((request) => (daysOverdue(request, today) ?? 0) > 0).length,
      firstDueIn: daysBetween(today, dueDateOf(sorted[0]!)!),
    };
  });
  return { digests: digests.toSorted((left, right) => left.firstDueIn - right.firstDueIn || left.person.name.localeCompare(right.person.name, 'ja')), withoutPerson };
}

export interface DigestText {
  readonly subject: string;
  readonly body: string;
}

/**
 * The reminder in words, for a mail without markup.
 *
 * @param address where the staff side is reached: https://ayumi.example.lg.jp; null when it is not known
 */
export function digestText({ person, requests, overdue }: Digest, today: CalendarDate, address: string | null): DigestText {
  const late = requests.filter((request) => (daysOverdue(request, today) ?? 0) > 0);
  const inTime = requests.filter((request) => !late.includes(request));
  const count = overdue > 0 ? `${requests.length}件（うち締切を過ぎたもの${overdue}件）` : `${requests.length}件`;
  const block = (heading: string, own: readonly RemindedRequest[]) => (own.length === 0 ? [] : [`■ ${heading}（${own.length}件）`, ...linesOf(own, today), '']);
  return {
    subject: `【進捗管理】回答・確認をお願いするもの ${count}`,
    body: [
      `${person.name} 様`, '',
      `お疲れさまです。${Number(today.slice(5, 7))}月${Number(today.slice(8))}日現在、計画の進捗管理について、次のものが回答または確認の途中です。`,
      '締切までに手続をお願いします。行き違いで手続を終えられている場合は、御容赦ください。', '',
      ...block('締切を過ぎているもの', late), ...block('締切前のもの', inTime),
      ...(address === null ? ['「あゆみ」にサインインし、「わたしの仕事」を開いてください。'] : ['入力や確認は、次のページから行えます。', `${address}/workspace/`]),
      '', 'この案内は、一人につき一日に一通だけ送っています。',
    ].join('\n'),
  };
}

function linesOf(requests: readonly RemindedRequest[], today: CalendarDate): string[] {
  return [...Map.groupBy(requests, ({ planTitle, yearLabel }) => `${planTitle}　${yearLabel}`)].flatMap(([round, own]) => [
    `＜${round}＞`,
    ...own.map((request) => {
      const label = request.subject.kind === 'indicator' ? `指標${request.number}` : request.number;
      return `・${label} ${request.title}（${request.departmentName}）\n　${stateNames[request.state]}　締切 ${dueWords(request, today)}`;
    }),
  ]);
}

/** 5月20日（あと6日）. */
export function dueWords(request: DueStanding, today: CalendarDate): string {
  const due = dueDateOf(request);
  if (due === null) return '';
  const [, month, day] = due.split('-').map(Number);
  const left = daysBetween(today, due);
  return `${month}月${day}日（${left > 0 ? `あと${left}日` : left === 0 ? '今日まで' : `${-left}日経過`}）`;
}
