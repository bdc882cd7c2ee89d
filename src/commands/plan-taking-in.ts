import { createHash } from 'node:crypto';
import type { Database } from '../database/connection.ts';
import { loadKnownRound } from '../database/survey-store.ts';
import { type ReadTransaction, readTransaction } from '../database/transaction.ts';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../domain/organization/post.ts';
import type { SheetProblem } from '../domain/plan-import/understood.ts';
import { answerToText } from '../domain/round/stored-answer.ts';
import { type Judgement, judgeAnswer } from '../domain/survey/judge-answer.ts';
import type { KnownRound } from '../domain/survey/known-round.ts';
import type { ReceivedFile } from '../domain/survey/returned.ts';
import { parseRowKey } from '../domain/survey/row-key.ts';
import { type ReturnedAnswer, understandReturned } from '../domain/survey/understand-returned.ts';
import { actorOn } from './answer-steps.ts';

export interface TakingIn {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  readonly files: readonly ReceivedFile[];
  readonly actor: Actor;
  readonly today: CalendarDate;
}

/** An answer of a file with what taking it in would do. */
export interface JudgedAnswer extends ReturnedAnswer {
  readonly judgement: Judgement;
}

export interface JudgedFile {
  readonly name: string;
  readonly hash: string;
  readonly departments: readonly string[];
  readonly problems: readonly SheetProblem[];
  readonly answers: readonly JudgedAnswer[];
}

/** What taking the files in would do: every problem and every change. */
export interface TakingInPlan {
  readonly known: KnownRound;
  readonly files: readonly JudgedFile[];
  /** Whether nothing stands in the way but choices. */
  readonly ready: boolean;
  /** Tells whether the same changes are still to be made, on the same versions. */
  readonly seen: string;
}

/** Problems of one file that are shown; a file with more is not mended line by line. */
export const mostProblems = 200;

/** The dry run. Stores nothing; nothing when there is no such round. */
export function planTakingIn(db: Database, request: TakingIn): Promise<TakingInPlan | undefined> {
  return readTransaction(db, (trx) => workOutTakingIn(trx, request));
}

export async function workOutTakingIn(trx: ReadTransaction, { planId, fiscalYear, files, actor: given, today }: TakingIn): Promise<TakingInPlan | undefined> {
  const actor = actorOn(given, today);
  const bases = files.flatMap(({ workbook }) => workbook?.rows ?? []).flatMap(({ key }) => {
    const parsed = key === null ? null : parseRowKey(key);
    return parsed && parsed.baseVersion !== null ? [{ requestId: parsed.requestId, number: parsed.baseVersion }] : [];
  });
  const known = await loadKnownRound(trx, planId, fiscalYear, today, bases);
  if (!known) return undefined;
  const judged = withoutDoubles(files.map((file): JudgedFile => {
    const understood = file.workbook ? understandReturned(file.workbook, known, actor) : { departments: [], answers: [], problems: [] };
    return {
      name: file.name, hash: file.hash, departments: understood.departments, problems: bounded([...file.problems, ...understood.problems]),
      answers: understood.answers.map((answer) => ({ ...answer, judgement: judgeAnswer(answer, actor, today) })),
    };
  }));
  const blocked = judged.some(({ problems }) => problems.some(({ severity }) => severity === 'blocking'));
  const changes = judged.flatMap(({ answers }) => answers).filter(({ judgement }) => judgement.kind !== 'unchanged' && judgement.kind !== 'already-there');
  const print = changes.map(({ request, judgement, answer }) => [request.requestId, request.currentVersion, request.state, judgement.kind, answerToText(answer)]);
  const seen = createHash('sha256').update(JSON.stringify([blocked, print.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))])).digest('hex').slice(0, 32);
  return { known, files: judged, ready: !blocked && changes.length > 0, seen };
}

/** One request has one answer: where two files say different things about it, a person must choose the file. The same said twice is one. */
function withoutDoubles(files: readonly JudgedFile[]): JudgedFile[] {
  const first = new Map<string, { readonly file: string; readonly text: string }>();
  return files.map((file) => {
    const problems: SheetProblem[] = [];
    const answers = file.answers.filter((answer) => {
      const { request, judgement, sheet, cell } = answer;
      if (judgement.kind === 'unchanged' || judgement.kind === 'already-there') return true;
      const before = first.get(request.requestId);
      const text = answerToText(answer.answer);
      if (!before) first.set(request.requestId, { file: file.name, text });
      else if (before.text !== text) {
        problems.push({
          code: 'two-files', path: [], sheet, cell, severity: 'blocking', message: `「${request.number} ${request.title}」（${request.departmentName}）の回答が、「${before.file}」にもあり、内容が異なります。`,
          fix: '正しい方を確かめ、もう一方のファイルを除いてください。',
        });
      }
      return !before;
    });
    return { ...file, answers, problems: bounded([...file.problems, ...problems]) };
  });
}

function bounded(problems: readonly SheetProblem[]): SheetProblem[] {
  const sorted = problems.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return sorted.slice(0, mostProblems);
}
