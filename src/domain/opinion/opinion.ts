import { type CalendarDate, type FiscalYear, fiscalYearOf } from '../fiscal-year/fiscal-year.ts';
import type { Subject } from '../round/round.ts';

/** Who gives an opinion from outside the administration: always a body, in public never a person. */
export type OpinionBody = 'advisory-council' | 'assembly' | 'external-reviewers';

export const bodyNames: Readonly<Record<OpinionBody, string>> = { 'advisory-council': '審議会', assembly: '議会', 'external-reviewers': '外部評価委員' };

export const opinionBodies = Object.keys(bodyNames) as readonly OpinionBody[];

/** The city's answer (対応), or what came of it in a later year (その後の状況). */
export type ResponseKind = 'response' | 'follow-up';

export const responseNames: Readonly<Record<ResponseKind, string>> = { response: '対応', 'follow-up': 'その後の状況' };

/** The words of an opinion; a correction is another version. */
export interface OpinionVersion {
  /** From 1. */
  readonly version: number;
  readonly body: OpinionBody;
  /** 狛江市行財政改革推進委員会, or null: then the kind of the body stands for it. */
  readonly bodyName: string | null;
  readonly statedOn: CalendarDate;
  readonly text: string;
  /** Instant in UTC. */
  readonly savedAt: string;
}

export interface OpinionResponse {
  readonly id: string;
  readonly kind: ResponseKind;
  readonly department: string;
  readonly respondedOn: CalendarDate;
  readonly text: string;
}

/** A decision on whether an opinion is published beside its item. It is about the words and answers of that day. */
export interface OpinionPublication {
  readonly isPublished: boolean;
  readonly decidedOn: CalendarDate;
  readonly version: number;
  readonly lastResponseId: string | null;
}

/** An opinion (意見) on the results of a year, on one item or on the whole plan, with all that followed. */
export interface Opinion {
  readonly id: string;
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  /** Null for the whole plan. */
  readonly subject: Subject | null;
  /** Oldest first; there is at least one. */
  readonly versions: readonly OpinionVersion[];
  /** Oldest first, with those that a later one stands for. */
  readonly responses: readonly OpinionResponse[];
  /** Oldest first; the last one holds. */
  readonly publications: readonly OpinionPublication[];
}

/** An opinion as the public may read it. */
export interface PublishedOpinion extends Omit<OpinionVersion, 'version' | 'savedAt'> {
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly subject: Subject | null;
  readonly responses: readonly OpinionResponse[];
  readonly decidedOn: CalendarDate;
}

export function currentVersion({ versions }: Pick<Opinion, 'versions'>): OpinionVersion {
  const last = versions.at(-1);
  if (!last) throw new Error('An opinion has at least one version.');
  return last;
}

/** The body in words: its own name, else its kind. */
export function bodyInWords({ body, bodyName }: Pick<OpinionVersion, 'body' | 'bodyName'>): string {
  return bodyName ?? bodyNames[body];
}

/** The answers that hold: of each kind, department and fiscal year the last. */
export function currentResponses(responses: readonly OpinionResponse[]): OpinionResponse[] {
  const key = ({ kind, department, respondedOn }: OpinionResponse) => `${kind} ${fiscalYearOf(respondedOn)} ${department}`;
  return [...new Map(responses.map((response) => [key(response), response])).values()];
}

/**
 * What the public may read: nothing while the last decision is not for it, else the words and answers that the decision was
 * about. What was written since waits for the next decision.
 */
export function publishedForm({ id, fiscalYear, subject, versions, responses, publications }: Opinion): PublishedOpinion | null {
  const last = publications.at(-1);
  const version = last?.isPublished ? versions.find((candidate) => candidate.version === last.version) : undefined;
  if (!last || !version) return null;
  const decided = responses.filter((response) => last.lastResponseId !== null && Number(response.id) <= Number(last.lastResponseId));
  const { body, bodyName, statedOn, text } = version;
  return { id, fiscalYear, subject, body, bodyName, statedOn, text, responses: currentResponses(decided), decidedOn: last.decidedOn };
}

/** Whether words or answers were written after the last decision for publication. */
export function hasChangedSince({ versions, responses, publications }: Opinion): boolean {
  const last = publications.at(-1);
  if (!last?.isPublished) return false;
  return versions.length > last.version || Number(responses.at(-1)?.id ?? 0) > Number(last.lastResponseId ?? 0);
}
