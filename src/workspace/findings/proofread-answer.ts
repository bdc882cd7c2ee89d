import type { CityProofreading } from '../../database/proofreading-store.ts';
import type { Dictionary } from '../../domain/proofreading/dictionary.ts';
import { emptyDictionary } from '../../domain/proofreading/dictionary.ts';
import { type Finding, groupFindings } from '../../domain/proofreading/finding.ts';
import type { Answer } from '../../domain/round/answer.ts';
import { longestText } from '../../domain/round/check-lines.ts';
import { withoutDecided } from '../../domain/round/finding-decision.ts';
import { fieldNames, type Subject } from '../../domain/round/round.ts';
import { writtenLines } from '../../domain/round/written-lines.ts';
import type { Proofreader } from '../../proofreader/open-proofreader.ts';
import { readDictionary } from '../../proofreader/read-dictionary.ts';
import type { FieldFinding, FieldFindings } from '../../ui/findings.tsx';

/** The fields of an answer that are written in sentences. */
export const proofreadFields = ['text', 'issues', 'nextYear'] as const;
export type ProofreadField = (typeof proofreadFields)[number];
export type AnswerFindings = Readonly<Record<ProofreadField, FieldFindings>>;

export const proofreadFieldNames: Readonly<Record<ProofreadField, string>> = { text: fieldNames.progress, issues: fieldNames.issues, nextYear: fieldNames.nextYear };

/** Nobody waits longer for a page because of proofreading. Milliseconds. */
export const pagePatience = 1_500;
/** Right after saving without a script, the findings are what the person waits for. Milliseconds. */
export const savedPatience = 4_000;

/** Words around a finding by which its place is known. Characters. */
const around = 8;

interface AnswerToProofread {
  readonly planId: string;
  readonly fiscalYear: number;
  readonly subject: Subject;
  readonly answer: Answer | null;
}

/** What a proofreader would raise on each field of an answer, without what the city has decided; null for an answer that has no sentences. */
export async function proofreadAnswer(
  proofreader: Proofreader | null, city: CityProofreading | undefined, { planId, fiscalYear, subject, answer }: AnswerToProofread, patience: number,
): Promise<AnswerFindings | null> {
  if (answer?.kind !== 'item') return null;
  const dictionary = dictionaryOf(city);
  const results = await Promise.all(proofreadFields.map((field) => proofreader
    ? inTime(proofreadText(proofreader, dictionary, field, subject.id, answer[field]), patience)
    : Promise.resolve(null)));
  const shown = (field: ProofreadField, result: Finding[] | null | 'later'): FieldFindings => {
    if (result === null) return { state: answer[field].trim() === '' ? 'found' : 'unavailable', findings: [] };
    if (result === 'later') return { state: 'later' };
    return { state: 'found', findings: withoutDecided(result, city?.decisions ?? [], { planId, fiscalYear }).map((finding) => placed(finding, answer[field])) };
  };
  return Object.fromEntries(proofreadFields.map((field, index) => [field, shown(field, results[index] ?? null)])) as unknown as AnswerFindings;
}

/** The findings of all fields for somebody who reads, each with the name of its field. */
export function readableFindings(findings: AnswerFindings): { readonly label: string; readonly result: FieldFindings }[] {
  return proofreadFields.map((field) => ({ label: proofreadFieldNames[field], result: findings[field] }));
}

/** The result, or 'later' when it is not there in time; the work goes on and its result is kept for the next who asks. */
export function inTime<T>(work: Promise<T>, patience: number): Promise<T | 'later'> {
  const { promise, resolve, reject } = Promise.withResolvers<T | 'later'>();
  const timer = setTimeout(() => resolve('later'), patience);
  work.then(resolve, reject).finally(() => clearTimeout(timer));
  return promise;
}

let read: { readonly source: string; readonly dictionary: Dictionary } = { source: '', dictionary: emptyDictionary };

/** The city's words. What was stored was read without a problem; where a newer version reads it more strictly, it says nothing. */
export function dictionaryOf(city: CityProofreading | undefined): Dictionary {
  const source = city?.dictionarySource ?? '';
  if (read.source !== source) {
    const result = readDictionary(source);
    read = { source, dictionary: result.ok ? result.value : emptyDictionary };
  }
  return read.dictionary;
}

/** Each line is a paragraph of the report. A paste that is longer than any answer may be is read as far as that. */
async function proofreadText(proofreader: Proofreader, dictionary: Dictionary, field: ProofreadField, nodeId: string, text: string): Promise<Finding[] | null> {
  const lines = writtenLines(text.slice(0, longestText));
  const found = await Promise.all(lines.map(async ({ start, text: line }, index) => {
    const id = `p${index + 1}`;
    const findings = await proofreader.paragraph({ path: `${field}#${id}`, nodeId, kind: 'report', paragraph: id, item: line.startsWith('・'), text: line }, dictionary);
    return findings?.map((finding) => ({ ...finding, places: finding.places.map((place) => ({ path: field, start: place.start + start, end: place.end + start })) })) ?? null;
  }));
  // A paragraph that could not be read does not take away what was found in the others.
  const known = found.filter((findings) => findings !== null);
  return known.length === 0 && lines.length > 0 ? null : groupFindings(known.flat());
}

function placed({ rule, level, message, quote, suggestion, places }: Finding, text: string): FieldFinding {
  const starts = places.map(({ start }) => start).toSorted((a, b) => a - b);
  const [first = 0] = starts;
  const lineStart = text.lastIndexOf('\n', first - 1) + 1;
  const end = first + quote.length;
  const lineEnd = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end);
  return {
    rule, level, message, quote, ...(suggestion === undefined ? {} : { suggestion }), starts,
    before: first === 0 ? '' : text.slice(Math.max(lineStart, first - around), first).toWellFormed(), after: text.slice(end, Math.min(lineEnd, end + around)).toWellFormed(),
  };
}
