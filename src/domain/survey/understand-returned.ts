import type { Actor } from '../organization/post.ts';
import type { SheetProblem } from '../plan-import/understood.ts';
import type { Answer } from '../round/answer.ts';
import { checkIdentity } from './check-identity.ts';
import { checkRows, type KnownRow } from './check-rows.ts';
import type { KnownRequest, KnownRound } from './known-round.ts';
import { readAnswer } from './read-answer.ts';
import type { ReturnedWorkbook } from './returned.ts';
import { seriesColumns, sheetNames, surveyColumns, type SurveyTable } from './tables.ts';

/** An answer as a workbook says it, with the one on which it was written. */
export interface ReturnedAnswer {
  readonly request: KnownRequest;
  readonly baseVersion: number | null;
  readonly base: Answer | null;
  readonly answer: Answer;
  /** Where its row stands: 取組状況 and B7. */
  readonly sheet: string;
  readonly cell: string | null;
}

export interface UnderstoodWorkbook {
  /** Names of the departments that it was made for; empty where that is not known. */
  readonly departments: readonly string[];
  readonly answers: readonly ReturnedAnswer[];
  readonly problems: readonly SheetProblem[];
}

/** What a workbook says about the round: every answer in it and every problem, each with sheet, cell and fix. */
export function understandReturned(workbook: ReturnedWorkbook, known: KnownRound, actor: Pick<Actor, 'posts'>): UnderstoodWorkbook {
  const checked = checkIdentity(workbook, known, actor);
  if ('problem' in checked) return { departments: [], answers: [], problems: [checked.problem] };
  const { identity } = checked;
  const departments = identity.departments.map(known.departmentName);
  const { rows, problems } = checkRows(workbook, identity, known);
  const read = [...Map.groupBy(rows, ({ request }) => request.requestId).values()].map((own) => understand(own, known));
  const moved = [...new Set(read.map(({ answer: { request } }) => request).filter(({ department }) => !identity.departments.includes(department)))];
  return {
    departments,
    answers: read.map(({ answer }) => answer),
    problems: [
      ...problems, ...read.flatMap((one) => one.problems),
      ...missingColumns(workbook, rows, known), ...missingRows(identity.departments, rows, known),
      ...moved.map(({ number, title, departmentName }) => warning('moved-request', `「${number} ${title}」の照会は、組織改正により${departmentName}に移っています。`, `取り込むと、${departmentName}の回答になります。`)),
    ],
  };
}

function understand(rows: readonly KnownRow[], { round, versionOf }: KnownRound): { readonly answer: ReturnedAnswer; readonly problems: readonly SheetProblem[] } {
  const main = rows.find(({ row }) => row.table === 'progress' || row.table === 'indicators') ?? rows[0];
  if (!main) throw new Error('A group of rows holds at least one.');
  const { request, row, key: { baseVersion } } = main;
  const base = baseVersion === null ? null : (versionOf(request.requestId, baseVersion) ?? null);
  const fitting = rows.filter(({ row: { table } }) => (table === 'indicators') === (request.subject.kind === 'indicator'));
  const { answer, problems } = readAnswer(fitting, base, round);
  return { answer: { request, baseVersion, base, answer, sheet: row.sheet, cell: row.places['number'] ?? null }, problems };
}

function missingColumns({ columns }: ReturnedWorkbook, rows: readonly KnownRow[], { round: { asked } }: KnownRound): SheetProblem[] {
  const mostSeries = Math.max(0, ...rows.map(({ request }) => request.series.length));
  const wanted = (table: SurveyTable, key: string): boolean => (key in seriesColumns ? mostSeries >= seriesColumns[key as keyof typeof seriesColumns]
    : table !== 'progress' || !(key in asked) || asked[key as keyof typeof asked] !== 'not-asked');
  return Object.entries(columns).flatMap(([name, keys]) => {
    const table = name as SurveyTable;
    return surveyColumns[table].filter(({ key, answer }) => answer && wanted(table, key) && !keys.includes(key))
      .map(({ heading }) => warning('missing-column', `シート「${sheetNames[table]}」に「${heading}」の列がありません。この欄は変更しません。`, '列を削除したときは、書き出し直したExcelに回答を写してください。'));
  });
}

/** Rows that the department has taken away; nothing is taken away with them. */
function missingRows(departments: readonly string[], rows: readonly KnownRow[], { requests }: KnownRound): SheetProblem[] {
  const there = new Set(rows.filter(({ row: { table } }) => table === 'progress' || table === 'indicators').map(({ request }) => request.requestId));
  return [...requests.values()].filter(({ requestId, department }) => departments.includes(department) && !there.has(requestId))
    .map(({ number, title, departmentName }) => warning('missing-row', `${departmentName}への照会「${number} ${title}」の行がありません。この項目は変更しません。`, '行を削除したときや、書き出した後に照会が追加されたときは、書き出し直したExcelで回答できます。'));
}

function warning(code: string, message: string, fix: string): SheetProblem {
  return { code, path: [], message, fix, sheet: null, cell: null, severity: 'warning' };
}
