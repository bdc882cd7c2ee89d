import type { BoardRow } from '../../database/request-store.ts';
import { answerStates, type AnswerState } from '../../domain/approval/transitions.ts';
import type { CalendarDate } from '../../domain/fiscal-year/fiscal-year.ts';
import { daysOverdue, isUnanswered } from '../../domain/round/due-date.ts';

/** What of the board is shown; everything by default. */
export interface BoardFilter {
  /** Id of a department, or empty. */
  readonly department: string;
  readonly state: AnswerState | '';
  /** Words of the number or the title, apart by spaces; all must occur. */
  readonly words: string;
  readonly only: '' | 'unanswered' | 'overdue';
}

export const noFilter: BoardFilter = { department: '', state: '', words: '', only: '' };

export function filterFrom(query: URLSearchParams): BoardFilter {
  const state = query.get('state') ?? '';
  const only = query.get('only') ?? '';
  return {
    department: query.get('department') ?? '',
    state: answerStates.find((known) => known === state) ?? '',
    words: (query.get('words') ?? '').slice(0, 200),
    only: only === 'unanswered' || only === 'overdue' ? only : '',
  };
}

/** The filter as the query of an address, without what is empty: ?state=draft. Empty for no filter. */
export function queryOf(filter: Partial<BoardFilter>): string {
  const entries = Object.entries(filter).filter(([, value]) => value !== '');
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`;
}

export function applyFilter(rows: readonly BoardRow[], { department, state, words, only }: BoardFilter, today: CalendarDate): BoardRow[] {
  const wanted = words.split(/[\s　]+/).filter((word) => word !== '').map(folded);
  return rows.filter((row) => (department === '' || row.department === department)
    && (state === '' || row.state === state)
    && (only !== 'unanswered' || isUnanswered(row))
    && (only !== 'overdue' || (daysOverdue(row, today) ?? 0) > 0)
    && wanted.every((word) => folded(`${labelOf(row)} ${row.title}`).includes(word)));
}

/** 05, or 指標1. */
export function labelOf({ subject, number }: Pick<BoardRow, 'subject' | 'number'>): string {
  return subject.kind === 'indicator' ? `指標${number}` : number;
}

/** Widths and cases make no difference to a search; what is shown stays as it was typed. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export type StateCounts = Readonly<Record<AnswerState, number>>;

export interface BoardCounts {
  readonly all: StateCounts;
  readonly unanswered: number;
  readonly overdue: number;
  /** In the order in which the departments occur. */
  readonly departments: readonly { readonly id: string; readonly name: string; readonly counts: StateCounts; readonly total: number; readonly overdue: number }[];
}

export function countStates(rows: readonly BoardRow[], today: CalendarDate): BoardCounts {
  const overdue = (own: readonly BoardRow[]) => own.filter((row) => (daysOverdue(row, today) ?? 0) > 0).length;
  return {
    all: count(rows), unanswered: rows.filter(isUnanswered).length, overdue: overdue(rows),
    departments: [...Map.groupBy(rows, ({ department }) => department)].map(([id, own]) => ({
      id, name: own[0]?.departmentName ?? id, counts: count(own), total: own.length, overdue: overdue(own),
    })),
  };
}

function count(rows: readonly BoardRow[]): StateCounts {
  const counts: Record<AnswerState, number> = { 'not-started': 0, draft: 0, submitted: 0, returned: 0, approved: 0, accepted: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
