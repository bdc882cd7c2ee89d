import type { CalendarDate } from '../fiscal-year/fiscal-year.ts';
import { checkPostTitle } from './post-title.ts';
import { departmentRoles, type Role, roleNames, roles } from './post.ts';
import { parseStaffNumber } from './staff-number.ts';
import { readTypedRows, type RowProblem, type TypedLine, type TypedRow } from './typed-rows.ts';

/** A row of a list of people (異動一覧) with the line on which it stands. */
export interface PeopleRow {
  readonly line: number;
  readonly staffNumber: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly department: string | null;
  /** Null where only the end of a post that is held is given. */
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  /** 職名; empty where the list says nothing of it. */
  readonly title: string;
}

/** A department that a row can name, by id or by name. */
export interface NameableDepartment {
  readonly id: string;
  readonly name: string;
  readonly from: CalendarDate | null;
  readonly ended: CalendarDate | null;
}

export const columns = { staffNumber: '職員番号', name: '氏名', email: 'メール', department: '部署', role: '役割', from: '開始日', until: '終了日', title: '職名' } as const;
type Column = keyof typeof columns;

const otherNames: Readonly<Record<string, Column>> = { メールアドレス: 'email', 始まる日: 'from', 終わる日: 'until', 所属: 'department' };
/** A city has a few thousand people; more than this is not a list of them. */
const mostRows = 50_000;

/** Reads the rows of a list of people, or every problem in them. */
export function readPeopleRows(lines: readonly TypedLine[], departments: readonly NameableDepartment[]): { readonly rows: readonly PeopleRow[]; readonly problems: readonly RowProblem[] } {
  const { rows: typed, problems } = readTypedRows(lines, { titles: columns, otherNames, optional: ['title'], mostRows });
  const byName = new Map<string, NameableDepartment>();
  // A name that was given up and taken again means the department that has it now.
  for (const department of departments.toSorted((left, right) => Number(left.ended === null) - Number(right.ended === null))) byName.set(department.name, department);
  for (const department of departments) byName.set(department.id, department);
  return { rows: typed.flatMap((row) => readRow(row, byName, problems) ?? []), problems };
}

function readRow({ line, add, text: read, day: readDate }: TypedRow<Column>, departments: ReadonlyMap<string, NameableDepartment>, problems: readonly RowProblem[]): PeopleRow | null {
  const before = problems.length;
  const typed = read('staffNumber');
  const staffNumber = parseStaffNumber(typed);
  if (staffNumber === null) add('staffNumber', 'staff-number-invalid', typed === '' ? '職員番号がありません。' : `職員番号「${typed.slice(0, 40)}」が正しくありません。30字以内の半角の英数字で書いてください。`);
  const name = read('name');
  if ([...name].length > 60) add('name', 'name-invalid', '氏名は60字以内で書いてください。');
  const email = read('email');
  if (email !== '' && (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254)) add('email', 'email-invalid', 'メールアドレスの形が正しくありません。');
  const roleText = read('role');
  const role = roles.find((candidate) => roleNames[candidate] === roleText || candidate === roleText);
  if (!role) add('role', 'role-unknown', `役割「${roleText.slice(0, 40)}」はありません。${roles.map((each) => roleNames[each]).join('・')}のいずれかを書いてください。`);
  const from = readDate('from');
  const until = readDate('until');
  if (from === null && until === null) add('from', 'no-days', '開始日がありません。役割を終わらせるだけのときは、終了日を書いてください。');
  if (from && until && until < from) add('until', 'until-before-from', '終了日が、開始日より前です。');
  const department = readDepartment(from ?? null, until ?? null);
  const title = read('title');
  for (const { code, message, fix } of checkPostTitle(title, role, '')) add('title', code, `${message}${fix}`);
  if (problems.length > before || staffNumber === null || !role || from === undefined || until === undefined) return null;
  return { line, staffNumber, name, email, role, department, from, until, title };

  function readDepartment(first: CalendarDate | null, last: CalendarDate | null): string | null {
    const text = read('department');
    if (!role) return null;
    if (!departmentRoles.includes(role)) {
      if (text !== '') add('department', 'department-unwanted', `「${roleNames[role]}」は市全体の役割なので、部署は書けません。`);
      return null;
    }
    if (text === '') {
      add('department', 'department-missing', `「${roleNames[role]}」には、部署が必要です。`);
      return null;
    }
    const found = departments.get(text);
    if (!found) add('department', 'unknown-department', `部署「${text.slice(0, 60)}」は登録されていません。部署の一覧の名称か識別子を書いてください。`);
    else if (first !== null && found.from !== null && first < found.from) add('department', 'department-too-early', `部署「${found.name}」は${found.from}にできたので、それより前の役割は登録できません。`);
    else if (first !== null && found.ended !== null && (last === null || last >= found.ended)) add('department', 'department-ended', `部署「${found.name}」は${found.ended}になくなっています。引き継いだ部署を書いてください。`);
    return found?.id ?? null;
  }
}
