import { createHash } from 'node:crypto';
import type { Database } from '../database/connection.ts';
import { listDatedDepartments } from '../database/department-store.ts';
import { loadMunicipality } from '../database/municipality-store.ts';
import { type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { readCsv } from '../documents/csv/read-csv.ts';
import type { CalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import type { Reorganisation } from '../domain/organization/department-history.ts';
import { departmentColumns, type ListedReorganisation, readDepartmentRows } from '../domain/organization/department-rows.ts';
import type { Actor } from '../domain/organization/post.ts';
import { mayKeepPeople } from '../domain/organization/sign-in-rules.ts';
import type { RowProblem } from '../domain/organization/typed-rows.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { type CarriedOut, carryOut, lockForReorganising, workOut } from './reorganise.ts';

export interface DepartmentImportRequest {
  readonly bytes: Uint8Array;
  /** Why, for every reorganisation of the list. */
  readonly reason: string;
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly now: () => Date;
}

/** One reorganisation of a list, with what it led to. */
export type ListedStep = { readonly line: number; readonly reorganisation: Reorganisation } & Omit<CarriedOut, 'id'>;

/** What a list does: all problems, or every reorganisation with its effects. */
export interface DepartmentImportPlan {
  readonly encoding: string | null;
  readonly rows: number;
  readonly problems: readonly RowProblem[];
  readonly steps: readonly ListedStep[];
  readonly unchanged: number;
  /** Tells whether the same is still to be done. */
  readonly seen: string;
}

export type DepartmentImportOutcome =
  | { readonly outcome: 'imported'; readonly plan: DepartmentImportPlan }
  /** There are problems, or something changed since the dry run: it is to be looked at again. */
  | { readonly outcome: 'look-again'; readonly plan: DepartmentImportPlan };

/** Ends a transaction without keeping anything of it, and carries out of it what was seen. */
class NothingKept extends Error {
  readonly plan: DepartmentImportPlan;
  constructor(plan: DepartmentImportPlan) {
    super('Nothing is kept of this transaction.');
    this.plan = plan;
  }
}

/** The dry run (予行): the list is carried out, looked at, and taken back as if it had never been, so that it shows the very effects. */
export async function planDepartmentImport(db: Database, request: DepartmentImportRequest): Promise<DepartmentImportPlan> {
  return (await importDepartments(db, { ...request, seen: null })).plan;
}

/**
 * Carries out a list of departments, all or nothing, each reorganisation with its row in the audit log.
 *
 * @param seen what the dry run showed (`DepartmentImportPlan.seen`); null for the dry run itself
 */
export async function importDepartments(db: Database, request: DepartmentImportRequest & { readonly seen: string | null }): Promise<DepartmentImportOutcome> {
  try {
    return await writeTransaction(db, async (trx): Promise<DepartmentImportOutcome> => {
      const plan = await carryOutList(trx, request);
      if (plan.problems.length > 0 || plan.seen !== request.seen) throw new NothingKept(plan);
      return { outcome: 'imported', plan };
    });
  } catch (error) {
    if (error instanceof NothingKept) return { outcome: 'look-again', plan: error.plan };
    throw error;
  }
}

async function carryOutList(trx: WriteTransaction, { bytes, reason, actor, today, now }: DepartmentImportRequest): Promise<DepartmentImportPlan> {
  const failed = (code: string, message: string): DepartmentImportPlan => ({ encoding: null, rows: 0, problems: [{ line: 1, column: '', code, message }], steps: [], unchanged: 0, seen: '' });
  if (!mayKeepPeople(actor)) return failed('not-administrator', '部署を取り込めるのは、システム管理者だけです。');
  const municipality = (await loadMunicipality(trx))?.code;
  if (municipality === undefined) return failed('no-city', '自治体が登録されていません。先に、自治体を登録してください。');
  const csv = readCsv(bytes);
  if (!csv.ok) return failed('unreadable', `${csv.message}${csv.fix}`);
  await lockForReorganising(trx);
  const listed = readDepartmentRows(csv.rows, await listDatedDepartments(trx, municipality));
  const problems: RowProblem[] = [...listed.problems];
  const steps: ListedStep[] = [];
  for (const step of listed.steps) {
    const plan = await workOut(trx, { municipality, form: { ...step.form, reason }, choices: new Map(), actor, today });
    const standing = plan.ok ? plan.standing : plan.problems;
    // What is wrong with the reason is wrong with all of them, and said once.
    problems.push(...standing.map((problem) => onLine(step, problem)).filter(({ column }) => column !== reasonColumn || !problems.some((other) => other.column === reasonColumn)));
    if (!plan.ok || standing.length > 0) continue;
    const { moved, merged, posts } = await carryOut(trx, { municipality, actor, now }, plan);
    steps.push({ line: step.line, reorganisation: plan.reorganisation, moved, merged, posts });
  }
  const seen = createHash('sha256').update(JSON.stringify(steps)).digest('hex').slice(0, 32);
  return { encoding: csv.encoding, rows: Math.max(csv.rows.length - 1, 0), problems: problems.toSorted((left, right) => left.line - right.line), steps, unchanged: listed.unchanged, seen };
}

const reasonColumn = '改正の理由';

/** A problem of a reorganisation at the column of the list that it comes from. */
function onLine({ line, form: { kind } }: ListedReorganisation, { code, path, message, fix }: Problem): RowProblem {
  const field = String(path[0] ?? '');
  const named = code === 'name-invalid' || code === 'name-taken' || code === 'name-unchanged';
  const column = field === 'day' ? (kind === 'abolish' ? 'until' : 'from') : field === 'after-0' && kind === 'abolish' ? 'successor' : named ? 'name' : field === 'reason' ? null : 'id';
  return { line, column: column === null ? reasonColumn : departmentColumns[column], code, message: `${message}${code === 'too-early' ? '改正日以後に、もう一度取り込んでください。' : fix}` };
}
