import { type Answer, emptyItemAnswer } from './answer.ts';
import { emptyIndicatorAnswer } from './indicator-answer.ts';

/** No version is longer, all of its texts together. Characters. A longer paste is refused while the browser still holds it. */
export const longestAnswer = 200_000;

/**
 * An answer as the text that is stored and compared: JSON with its members always in the same order. JSON escapes NUL and
 * half surrogates, so whatever was pasted survives a database that refuses them. Line breaks are kept as LF, since browsers
 * send the very same text with CR LF or with LF.
 */
export function answerToText(answer: Answer): string {
  if (answer.kind === 'indicator') {
    const { kind, printed, series, alternative, alternativeSeries, asOf, standing, note } = answer;
    return toJson({ kind, printed, series, alternative, alternativeSeries, asOf, standing, note });
  }
  const { kind, outcome, text, selfAssessment, issues, nextYear, effects, instructionAnswers } = answer;
  return toJson({
    kind, outcome, text, selfAssessment, issues, nextYear,
    effects: effects.map(({ kind, printed, method }) => ({ kind, printed, method })),
    instructionAnswers: Object.fromEntries(Object.entries(instructionAnswers).sort(([left], [right]) => (left < right ? -1 : 1))),
  });
}

/** The inverse of `answerToText`. A field that was added to answers later is empty in older ones. */
export function answerFromText(text: string): Answer {
  const stored = JSON.parse(text) as Answer;
  return stored.kind === 'indicator' ? { ...emptyIndicatorAnswer, ...stored } : { ...emptyItemAnswer, ...stored };
}

/** Characters in all the texts of an answer. */
export function lengthOf(answer: Answer): number {
  return textsOf(answer).reduce((sum, text) => sum + text.length, 0);
}

/** Whether nobody has written anything into it yet. The series of an indicator is chosen by the form itself, as in the year before. */
export function isEmptyAnswer(answer: Answer): boolean {
  if (answer.kind === 'item') return answerToText(answer) === answerToText(emptyItemAnswer);
  return answerToText({ ...answer, series: null, alternativeSeries: null }) === answerToText(emptyIndicatorAnswer);
}

function textsOf(answer: Answer): string[] {
  if (answer.kind === 'indicator') return [answer.printed, answer.series ?? '', answer.alternative, answer.alternativeSeries ?? '', answer.asOf, answer.note];
  const { text, selfAssessment, issues, nextYear, effects, instructionAnswers } = answer;
  return [text, selfAssessment ?? '', issues, nextYear, ...effects.flatMap(({ printed, method }) => [printed, method]), ...Object.entries(instructionAnswers).flat()];
}

function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (typeof member === 'string' ? member.replace(/\r\n?/g, '\n') : member));
}
