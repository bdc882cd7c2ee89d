import { permissionFor } from '../approval/request-policy.ts';
import type { CalendarDate } from '../fiscal-year/fiscal-year.ts';
import type { Actor } from '../organization/post.ts';
import { emptyItemAnswer } from '../round/answer.ts';
import { emptyIndicatorAnswer } from '../round/indicator-answer.ts';
import { answerToText, lengthOf, longestAnswer } from '../round/stored-answer.ts';
import type { ReturnedAnswer } from './understand-returned.ts';

/** What taking an answer in would do. */
export type Judgement =
  /** The workbook says what it said when it was made. */
  | { readonly kind: 'unchanged' }
  /** The answer that counts says the same already. */
  | { readonly kind: 'already-there' }
  | { readonly kind: 'change' }
  /** Somebody wrote into the answer since the workbook was made: a person has to choose. */
  | { readonly kind: 'conflict' }
  /** It may not be written now; the reason is for the person. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What a person can choose where both sides have written. */
export type Choice = 'keep' | 'take' | 'both';

export const choiceNames: Readonly<Record<Choice, string>> = {
  keep: 'あゆみの今の回答を残す（Excelの回答は取り込まない）', take: 'Excelの回答にする', both: '両方を残し、後で一つにまとめる',
};

/** The same rules as for a form: the table of transitions, the deadline, the length. */
export function judgeAnswer({ request, baseVersion, base, answer }: ReturnedAnswer, actor: Pick<Actor, 'posts'>, today: CalendarDate): Judgement {
  const empty = answer.kind === 'indicator' ? emptyIndicatorAnswer : emptyItemAnswer;
  const said = answerToText(answer);
  if (said === answerToText(base ?? empty)) return { kind: 'unchanged' };
  if (said === answerToText(request.current ?? empty)) return { kind: 'already-there' };
  const permission = permissionFor(actor, request, 'take-in', today);
  if (!permission.allowed) return { kind: 'refused', reason: permission.reason };
  const length = lengthOf(answer);
  if (length > longestAnswer) return { kind: 'refused', reason: `文章が長すぎます（${length.toLocaleString('ja-JP')}文字）。全体で${longestAnswer.toLocaleString('ja-JP')}文字以内にしてください。` };
  return { kind: baseVersion === request.currentVersion ? 'change' : 'conflict' };
}

/** What may be chosen for an answer; empty where nothing is to be chosen. */
export function choicesFor({ kind }: Judgement): Choice[] {
  return kind === 'conflict' ? ['keep', 'take', 'both'] : kind === 'refused' ? ['keep'] : [];
}
