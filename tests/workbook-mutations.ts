import fc from 'fast-check';
import { importWorkbook } from '../src/documents/workbook/import-workbook.ts';
import { workbookLimits } from '../src/documents/workbook/limits.ts';
import { parseWorkbook } from '../src/documents/workbook/parse-workbook.ts';
import { readWorkbook } from '../src/documents/workbook/read-workbook.ts';
import { packZip, unpackZip } from '../src/documents/zip/repack-zip.ts';
import { answerFromText, answerToText } from '../src/domain/round/stored-answer.ts';
import { judgeAnswer } from '../src/domain/survey/judge-answer.ts';
import type { KnownRound } from '../src/domain/survey/known-round.ts';
import { surveySecretariat } from '../src/domain/survey/known-round.testing.ts';
import { understandReturned } from '../src/domain/survey/understand-returned.ts';
import { readSurveySheets } from '../src/documents/survey-workbook/read-survey-sheets.ts';
import { draftPlan } from '../src/domain/plan/parse-plan.ts';

/** One change to a workbook: of the bytes of the file, or of the XML inside. */
export interface WorkbookMutation { readonly inside: boolean; readonly part: number; readonly kind: 'flip' | 'cut' | 'repeat' | 'insert' | 'swap' | 'truncate' | 'number'; readonly at: number; readonly length: number; readonly with: string }

const nasty = ['<', '>', '&', '"', '\u0000', ']]>', '<!DOCTYPE x [<!ENTITY a "b">]>', '&#x0;', '&#x110000;', '<c r="XFD1048576"><v>1</v></c>', '<row r="0">', '<c r="A1" t="s"><v>999999</v></c>', '<mergeCell ref="A1:XFD1048576"/>', '<f>1/0</f>', '〃', '同上', '（再掲）', '①', '-1', '1e308', 'NaN', '\ud800', '=', ',', '\t', '\r\n', '""'];

export const workbookMutation: fc.Arbitrary<WorkbookMutation> = fc.record({
  // Most damage to the bytes of a zip is refused at once; inside the parts it is read further.
  inside: fc.nat(5).map((number) => number > 0), part: fc.nat(20), kind: fc.constantFrom('flip', 'cut', 'repeat', 'insert', 'swap', 'truncate', 'number'), at: fc.nat(1_000_000), length: fc.integer({ min: 1, max: 400 }), with: fc.constantFrom(...nasty),
});

export function mutateWorkbook(bytes: Uint8Array, mutations: readonly WorkbookMutation[]): Uint8Array {
  return mutations.reduce((current, mutation) => {
    const files = mutation.inside && current[0] === 0x50 ? unpacked(current) : null;
    if (!files) return change(current, mutation);
    const names = [...files.keys()];
    const name = names[mutation.part % names.length]!;
    files.set(name, change(files.get(name)!, mutation));
    return packZip(files);
  }, bytes);
}

/** A file that was damaged before may not open any more: then its bytes are changed. */
function unpacked(bytes: Uint8Array): Map<string, Uint8Array> | null {
  try {
    const files = unpackZip(bytes);
    return files.size > 0 ? files : null;
  } catch {
    return null;
  }
}

function change(bytes: Uint8Array, { kind, at, length, with: text }: WorkbookMutation): Uint8Array {
  if (bytes.length === 0) return new TextEncoder().encode(text);
  const from = at % bytes.length;
  const to = Math.min(bytes.length, from + length);
  const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
  const [head, middle, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  switch (kind) {
    case 'flip': {
      const flipped = Uint8Array.from(bytes);
      flipped[from] = flipped[from]! ^ (1 << (length % 8));
      return flipped;
    }
    case 'cut': return join(head, tail);
    case 'repeat': return join(head, middle, middle, tail);
    case 'swap': return join(head, tail, middle);
    case 'truncate': return join(head);
    case 'insert': return join(head, new TextEncoder().encode(text), bytes.subarray(from));
    case 'number': {
      const latin = Buffer.from(bytes).toString('latin1');
      const digits = latin.slice(from).search(/\d/);
      return digits < 0 ? join(head, tail) : new Uint8Array(Buffer.from(`${latin.slice(0, from + digits)}${['0', '-1', '99999999999', '1.5', 'x'][length % 5]}${latin.slice(from + digits + 1)}`, 'latin1'));
    }
  }
}

/**
 * Reads a file and expects an answer: refused with a sentence, understood with problems that have words and cells, or a plan
 * that the parser accepts. @throws on anything else
 */
export async function expectWorkbookAnswer(bytes: Uint8Array, inChild: boolean): Promise<'refused' | 'problems' | 'plan'> {
  const started = performance.now();
  const read = inChild ? await readWorkbook(bytes) : await parseWorkbook(bytes, 'CSV', workbookLimits);
  const sentences = (problems: readonly { readonly message: string; readonly fix: string; readonly code: string }[]) => {
    for (const { message, fix, code } of problems) if (!message.endsWith('。') || !/[。）]$/.test(fix) || code === 'reader-failed') throw new Error(`No sentence: ${code} ${message} ${fix}`);
  };
  if (!read.ok) {
    if (read.problems.length === 0) throw new Error('Refused without a reason.');
    sentences(read.problems);
    return within(started, 'refused');
  }
  const imported = importWorkbook(read.sheets, null, { code: '132195', city: '見本市', plan: 'plan', title: '見本計画' });
  sentences(imported.problems);
  if (imported.problems.some(({ severity }) => severity === 'blocking')) return within(started, 'problems');
  if (draftPlan(imported.bundle).problems.length > 0) throw new Error('A plan with problems was let through.');
  return within(started, 'plan');
}

/**
 * Reads a changed survey workbook and expects an answer about a round: a refusal, problems that have words, or answers to requests of
 * that round which the rules have judged. @throws on anything else
 */
export async function expectSurveyAnswer(bytes: Uint8Array, known: KnownRound, inChild: boolean): Promise<'refused' | 'problems' | 'answers'> {
  const started = performance.now();
  const read = inChild ? await readWorkbook(bytes) : await parseWorkbook(bytes, 'CSV', workbookLimits);
  if (!read.ok) {
    if (read.problems.some(({ code, message }) => code === 'reader-failed' || !message.endsWith('。'))) throw new Error('Refused without a sentence.');
    return within(started, 'refused');
  }
  const { answers, problems } = understandReturned(readSurveySheets(read.sheets), known, surveySecretariat);
  for (const { message, fix, code } of problems) if (!message.endsWith('。') || !fix.endsWith('。')) throw new Error(`No sentence: ${code} ${message} ${fix}`);
  const ids = answers.map(({ request }) => request.requestId);
  if (new Set(ids).size !== ids.length || ids.some((id) => !known.requests.has(id))) throw new Error('An answer to nothing, or two to one request.');
  for (const answer of answers) {
    judgeAnswer(answer, surveySecretariat, known.today);
    if (answerToText(answerFromText(answerToText(answer.answer))) !== answerToText(answer.answer)) throw new Error('An answer that cannot be stored.');
  }
  return within(started, problems.some(({ severity }) => severity === 'blocking') ? 'problems' : 'answers');
}

function within<T>(started: number, answer: T): T {
  if (performance.now() - started > workbookLimits.time) throw new Error('Too slow.');
  return answer;
}
