import type { CalendarDate } from '../fiscal-year/fiscal-year.ts';
import type { ReorganisationForm } from './check-reorganisation.ts';
import type { Department } from './department.ts';
import { readTypedRows, type RowProblem, type TypedLine } from './typed-rows.ts';

export const departmentColumns = { id: '識別子', name: '名称', from: '開始日', until: '終了日', successor: '引継先' } as const;
type Column = keyof typeof departmentColumns;

/** A row of a list of departments (部署の一覧) with the line on which it stands. */
interface DepartmentRow extends Department {
  readonly line: number;
  /** Null where nothing is written. */
  readonly from: CalendarDate | null;
  /** The last day. */
  readonly until: CalendarDate | null;
  /** Id or name of the department that takes over; empty where none does. */
  readonly successor: string;
}

/** A reorganisation that a row asks for; its reason is the same for the whole list. */
export interface ListedReorganisation {
  readonly line: number;
  readonly form: Omit<ReorganisationForm, 'reason'>;
}

/** What a list of departments asks for, in the order in which it is to be done; all problems that its rows alone show. */
export interface ListedDepartments {
  readonly steps: readonly ListedReorganisation[];
  /** Rows that say what is known already. */
  readonly unchanged: number;
  readonly problems: readonly RowProblem[];
}

/** A city has a hundred departments or two. */
const mostRows = 500;
/** On one day departments are first founded, then renamed, then dissolved into what is there. */
const order: readonly string[] = ['establish', 'rename', 'abolish'];

/**
 * Reads a list of departments against those that are known: a new id is founded on its first day, another name is a renaming from
 * that day, and a last day is an abolition on the day after. Splits and mergers need choices, and have a form of their own.
 *
 * @param known departments that there are or were, with the name of today
 */
export function readDepartmentRows(lines: readonly TypedLine[], known: readonly Department[]): ListedDepartments {
  const { rows: typed, problems } = readTypedRows<Column>(lines, { titles: departmentColumns, otherNames: { 部署: 'name', 部署名: 'name', 部署コード: 'id' }, optional: ['until', 'successor'], mostRows });
  const at = (line: number, column: Column, code: string, message: string) => { problems.push({ line, column: departmentColumns[column], code, message }); };
  const rows = typed.flatMap((row): DepartmentRow[] => {
    const before = problems.length;
    const [id, name, from, until, successor] = [row.text('id'), row.text('name'), row.day('from'), row.day('until'), row.text('successor')];
    if (id === '') row.add('id', 'no-id', '識別子がありません。半角の英小文字、数字、ハイフンで書いてください（例：kikaku）。');
    if (from && until && until < from) row.add('until', 'until-before-from', '終了日が、開始日より前です。');
    if (until === null && successor !== '') row.add('successor', 'successor-without-end', '引継先があるのに、終了日がありません。部署がなくなるときだけ、引継先を書いてください。');
    return problems.length > before || from === undefined || until === undefined ? [] : [{ line: row.line, id, name, from, until, successor }];
  });

  const steps: ListedReorganisation[] = [];
  let unchanged = 0;
  const ids = new Map([...known, ...rows].flatMap(({ id, name }) => [[name, id], [id, id]]));
  for (const own of Map.groupBy(rows, ({ id }) => id).values()) {
    let name = known.find(({ id }) => id === own[0]!.id)?.name;
    const said = new Map<string, number>();
    for (const row of own.toSorted((left, right) => ((left.from ?? '') < (right.from ?? '') ? -1 : (left.from ?? '') > (right.from ?? '') ? 1 : left.line - right.line))) {
      const { line, id, from, until } = row;
      const words = JSON.stringify([row.name, from, until]);
      if (said.has(words)) {
        at(line, 'id', 'duplicate-row', `${said.get(words)}行目と同じ内容です。`);
        continue;
      }
      said.set(words, line);
      const renamed = name !== undefined && row.name !== '' && row.name !== name;
      if ((name === undefined || renamed) && from === null) {
        at(line, 'from', 'no-days', renamed ? `名称が「${name}」から変わる日を、開始日に書いてください。` : '新しい部署には、開始日が必要です。');
        continue;
      }
      if (name === undefined) steps.push({ line, form: { kind: 'establish', day: from!, before: [], after: [{ id, name: row.name }] } });
      else if (renamed) steps.push({ line, form: { kind: 'rename', day: from!, before: [id], after: [{ id, name: row.name }] } });
      else if (until === null) unchanged += 1;
      name = row.name || name || '';
      if (until === null) continue;
      const successor = row.successor === '' ? null : ids.get(row.successor);
      if (successor === undefined) at(line, 'successor', 'unknown-department', `引継先「${row.successor.slice(0, 60)}」は登録されていません。部署の名称か識別子を書いてください。`);
      else steps.push({ line, form: { kind: 'abolish', day: dayAfter(until), before: [id], after: successor === null ? [] : [{ id: successor, name: '' }] } });
    }
  }
  return { steps: steps.toSorted((left, right) => (left.form.day < right.form.day ? -1 : left.form.day > right.form.day ? 1 : order.indexOf(left.form.kind) - order.indexOf(right.form.kind))), unchanged, problems };
}

function dayAfter(day: CalendarDate): CalendarDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
