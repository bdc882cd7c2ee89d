import type { Database } from '../database/connection.ts';
import { loadRequest } from '../database/request-store.ts';
import { readTransaction } from '../database/transaction.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { Answer } from '../domain/round/answer.ts';
import { correctText } from '../domain/round/correct-text.ts';
import { actOnRequest } from './act-on-request.ts';

/** The places in one answer at which the words are replaced. */
export interface CorrectionTarget {
  readonly requestId: string;
  /** The version that was read. */
  readonly version: number | null;
  readonly field: 'text' | 'printed' | 'issues' | 'nextYear';
  readonly starts: readonly number[];
}

export interface CorrectFindingRequest {
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly quote: string;
  readonly suggestion: string;
  readonly targets: readonly CorrectionTarget[];
}

export interface CorrectionResult {
  readonly requestId: string;
  readonly done: boolean;
  readonly sentence: string;
}

/** Replaces the words in each answer as a correction of the secretariat: its author stays, the department sees the difference and the note. */
export async function correctFinding(db: Database, { actor, today, quote, suggestion, targets }: CorrectFindingRequest): Promise<CorrectionResult[]> {
  const results: CorrectionResult[] = [];
  for (const { requestId, version, field, starts } of targets) {
    const result = (done: boolean, sentence: string) => results.push({ requestId, done, sentence });
    const request = await readTransaction(db, (trx) => loadRequest(trx, requestId));
    if (!request?.answer || request.currentVersion !== version) {
      result(false, '校閲した後に回答が書き換えられたため、修正していません。今の回答を確かめてください。');
      continue;
    }
    const answer = correctedAnswer(request.answer, field, { quote, suggestion, starts });
    if (!answer) {
      result(false, `「${quote}」が見つからないため、修正していません。`);
      continue;
    }
    const outcome = await actOnRequest(db, { requestId, action: 'correct', actor, today, answer, baseVersion: version, note: correctionNote(quote, suggestion) });
    switch (outcome.outcome) {
      case 'done': result(true, '修正しました。'); break;
      case 'conflict': result(false, '校閲した後に回答が書き換えられたため、修正していません。今の回答を確かめてください。'); break;
      case 'invalid': result(false, outcome.problems.map(({ message }) => message).join('')); break;
      case 'refused': result(false, outcome.reason);
    }
  }
  return results;
}

/** Why the secretariat changed an answer, as its department reads it. */
export function correctionNote(quote: string, suggestion: string): string {
  return `校閲による修正：「${quote}」を「${suggestion}」に直しました。`;
}

/** The answer with the words replaced in one field, or null when they are not there. */
export function correctedAnswer(answer: Answer, field: CorrectionTarget['field'], correction: { readonly quote: string; readonly suggestion: string; readonly starts: readonly number[] }): Answer | null {
  if (answer.kind === 'indicator') {
    const printed = field === 'printed' ? correctText(answer.printed, correction) : null;
    return printed === null ? null : { ...answer, printed };
  }
  if (field === 'printed') return null;
  const text = correctText(answer[field], correction);
  return text === null ? null : { ...answer, [field]: text };
}
