import { type AnswerState, answerStates } from '../approval/transitions.ts';
import { type CalendarDate, type FiscalYearLabelling, dateLabel, daysBetween } from '../fiscal-year/fiscal-year.ts';
import type { Round } from './round.ts';

/** How far a fiscal year of a plan has come, as the records say. */
export interface YearStanding {
  /** Null while nobody has begun to prepare it. */
  readonly round: Pick<Round, 'state' | 'departmentDeadline' | 'headDeadline'> | null;
  readonly counts: Readonly<Partial<Record<AnswerState, number>>>;
  /** The days on which headquarters met or will meet on this year. */
  readonly meetings: readonly CalendarDate[];
  /** The newest edition of the year. */
  readonly published: { readonly number: number } | null;
}

export type YearStepName = 'request' | 'gather' | 'deliberate' | 'publish';

/** One of the four steps of a year: what is done, what is to be done now, and in a sentence what stands there. */
export interface YearStep {
  readonly name: YearStepName;
  readonly state: 'done' | 'now' | 'later';
  readonly sentence: string;
}

export const yearStepNames: Readonly<Record<YearStepName, string>> = { request: '照会', gather: '回答の確認', deliberate: '推進本部の審議', publish: '公表' };

/**
 * The four steps of a year (照会 → 回答の確認 → 推進本部の審議 → 公表), made from the records alone. A meeting of headquarters
 * is no condition of a publication: a year that was published without one has passed it. Source: product.md, "Functions", 7–29.
 */
export function yearSteps({ round, counts, meetings, published }: YearStanding, today: CalendarDate, labels: FiscalYearLabelling): YearStep[] {
  const total = answerStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const accepted = counts.accepted ?? 0;
  const opened = round !== null && round.state !== 'preparing';
  const gathered = opened && (round.state === 'closed' || (total > 0 && accepted === total));
  const met = meetings.filter((day) => day <= today).length;
  const request: YearStep = opened
    ? { name: 'request', state: 'done', sentence: `${total}件を照会しました。` }
    : { name: 'request', state: 'now', sentence: round ? '準備しています。内容を確かめて、照会を開始してください。' : 'まだ準備していません。' };
  const gather: YearStep = { name: 'gather', state: gathered ? 'done' : opened ? 'now' : 'later', sentence: opened ? gatherSentence(round, counts, total, today, labels) : '照会を開始すると、ここに回答の状況が出ます。' };
  const deliberate: YearStep = {
    name: 'deliberate', state: met > 0 || published ? 'done' : gathered ? 'now' : 'later',
    sentence: meetings.length === 0 ? '会議は登録されていません。' : meetings.toSorted().map((day) => `${dateLabel(day, labels)}${day > today ? '（予定）' : ''}`).join('、'),
  };
  const publish: YearStep = {
    name: 'publish', state: published ? 'done' : gathered ? 'now' : 'later',
    sentence: published ? `第${published.number}版を公表しました。` : gathered ? '公表の妨げになるものがないかを確かめて、公表してください。' : '全ての回答を受理すると、公表できます。',
  };
  return [request, gather, deliberate, publish];
}

function gatherSentence(round: NonNullable<YearStanding['round']>, counts: YearStanding['counts'], total: number, today: CalendarDate, labels: FiscalYearLabelling): string {
  const accepted = counts.accepted ?? 0;
  if (accepted === total) return `全${total}件を受理しました。`;
  if (round.state === 'closed') return `${total}件のうち${accepted}件を受理して、照会を終了しました。`;
  const unanswered = (counts['not-started'] ?? 0) + (counts.draft ?? 0) + (counts.returned ?? 0);
  const parts = ([['未回答', unanswered], ['所属長の確認待ち', counts.submitted ?? 0], ['事務局の確認待ち', counts.approved ?? 0], ['受理済み', accepted]] as const)
    .filter(([, count]) => count > 0).map(([words, count]) => `${words}${count}件`);
  const [who, deadline] = unanswered > 0 ? ['担当者', round.departmentDeadline] as const : ['所属長', round.headDeadline] as const;
  const left = daysBetween(today, deadline);
  return `${parts.join('、')}。${who}の締切は${dateLabel(deadline, labels)}${left > 0 ? `（あと${left}日）` : left === 0 ? '（今日）' : `（${-left}日経過）`}です。`;
}
