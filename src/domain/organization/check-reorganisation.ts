import { type CalendarDate, isCalendarDate } from '../fiscal-year/fiscal-year.ts';
import type { Problem } from '../problem/problem.ts';
import { type DepartmentHistory, dissolvedBy, endedOn, isIn, nameOn, type Reorganisation, type ReorganisationKind } from './department-history.ts';
import type { Department } from './department.ts';

/** A reorganisation as it was typed: departments by id, new ones with the id and the name that they get. */
export interface ReorganisationForm {
  readonly kind: string;
  readonly day: string;
  readonly reason: string;
  readonly before: readonly string[];
  /** An id that exists with an empty name keeps its name. */
  readonly after: readonly Department[];
}

const kinds: readonly ReorganisationKind[] = ['establish', 'rename', 'split', 'merge', 'abolish'];
const longestReason = 500;
const longestName = 60;
const lastDayThereIs: CalendarDate = '9999-12-31';

/**
 * The reorganisation that was typed, or every problem in it. An id is never given again and a department takes part only in
 * the order of days, which keeps lineage free of circles.
 *
 * @param departments every department that there was or is, with the name of today
 */
export function checkReorganisation(form: ReorganisationForm, history: DepartmentHistory, departments: readonly Department[]): { readonly reorganisation: Reorganisation } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const add = (field: string, code: string, message: string, fix: string) => { problems.push({ code, message, fix, path: [field] }); };
  const kind = kinds.find((candidate) => candidate === form.kind);
  if (!kind) add('kind', 'kind-missing', '改正の種類が選ばれていません。', '新設・名称変更・分割・統合・廃止のいずれかを選んでください。');
  const dated = isCalendarDate(form.day);
  if (!dated) add('day', 'not-a-date', '改正日が日付ではありません。', '「2022-04-01」のように年-月-日で書いてください。');
  const reason = form.reason.trim();
  if (reason === '') add('reason', 'no-reason', '改正の理由が書かれていません。', '条例・規則の改正など、改正の根拠を書いてください。');
  if ([...reason].length > longestReason || isUnprintable(reason.replaceAll('\n', ''))) add('reason', 'reason-invalid', `改正の理由は、制御文字を使わずに${longestReason}字以内で書いてください。`, '文を短くしてください。');

  const known = new Map(departments.map((department) => [department.id, department.name]));
  const nameNow = (id: string): string => nameOn(history, id, lastDayThereIs, known.get(id) ?? id);
  const ids = [...new Set(form.before)];
  for (const id of ids) {
    if (!known.has(id)) add('before', 'unknown-department', `部署「${id}」は登録されていません。`, '部署の一覧から選んでください。');
    else if (endedOn(history, id) !== null) add('before', 'already-dissolved', `「${nameNow(id)}」は、${endedOn(history, id)}の改正で、既になくなっています。`, 'いまある部署を選んでください。');
  }
  const after = form.after.map(({ id, name }) => ({ id: id.trim(), name: name.trim() || (known.has(id.trim()) ? nameNow(id.trim()) : '') }));
  after.forEach((department, index) => checkAfter(department, index, after, ids));
  if (kind) checkShape(kind, ids, after);
  const later = dated && history.find((entry) => entry.day > form.day && [...ids, ...after.map(({ id }) => id)].some((id) => isIn(entry.before, id) || isIn(entry.after, id)));
  if (later) add('day', 'out-of-order', `選んだ部署には、${form.day}より後（${later.day}）の改正が既に登録されています。`, `改正日を${later.day}以後にしてください。`);

  if (problems.length > 0 || !kind) return { problems };
  // The department that takes over stands on both sides: it goes on, and is not founded on this day.
  const before = kind === 'abolish' ? [...new Set([...ids, ...after.map(({ id }) => id)])] : ids;
  return { reorganisation: { id: '', day: form.day, kind, reason, before: before.map((id) => ({ id, name: nameNow(id) })), after } };

  function checkAfter({ id, name }: Department, index: number, all: readonly Department[], before: readonly string[]): void {
    const field = `after-${index}`;
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) add(field, 'id-form', `部署の識別子「${id}」が正しくありません。`, '半角の英小文字、数字、ハイフンで書いてください（例：kikaku）。');
    else if (all.findIndex((other) => other.id === id) < index) add(field, 'repeated-department', `部署の識別子「${id}」が重複しています。`, '部署ごとに異なる識別子を付けてください。');
    else if (known.has(id) && endedOn(history, id) !== null) add(field, 'id-used', `識別子「${id}」は、なくなった部署「${nameNow(id)}」のものです。`, '過去の部署の識別子は使えません。新しい識別子を付けてください。');
    else if (known.has(id) && !before.includes(id) && kind !== 'abolish') add(field, 'id-used', `識別子「${id}」は、「${nameNow(id)}」に使われています。`, '新しい識別子を付けるか、その部署も改正の対象に加えてください。');
    else if (!known.has(id) && kind === 'abolish') add(field, 'unknown-department', '事務を引き継ぐ部署が登録されていません。', 'いまある部署から選んでください。');
    if (name === '' || [...name].length > longestName || isUnprintable(name)) add(field, 'name-invalid', '部署の名称が空か、長すぎるか、印刷できない文字を含みます。', `制御文字を使わずに、${longestName}字以内で書いてください。`);
    const ending = new Set(dissolvedBy({ before: before.map((each) => ({ id: each, name: '' })), after: [...all] }).map((department) => department.id));
    const same = [...known.keys()].find((other) => other !== id && !ending.has(other) && endedOn(history, other) === null && !isIn(all, other) && nameNow(other) === name);
    if (same || all.findIndex((other) => other.name === name) < index) add(field, 'name-taken', `「${name}」という名称の部署が、ほかにもあります。`, '部署を区別できる名称にしてください。');
  }

  function checkShape(shape: ReorganisationKind, before: readonly string[], all: readonly Department[]): void {
    const wrong = (field: string, message: string, fix: string) => add(field, 'wrong-shape', message, fix);
    if (shape === 'establish' && (before.length > 0 || all.length !== 1)) wrong('after-0', '新設では、新しい部署を一つだけ書きます。', '識別子と名称を書いてください。');
    if (shape === 'rename') {
      const [only] = all;
      if (before.length !== 1 || all.length !== 1 || only?.id !== before[0]) wrong('before', '名称変更では、部署を一つだけ選びます。', '名称の変わる部署を一つ選んでください。');
      else if (only?.name === nameNow(before[0] ?? '')) add('after-0', 'name-unchanged', '新しい名称が、いまの名称と同じです。', '新しい名称を書いてください。');
    }
    if (shape === 'split' && (before.length !== 1 || all.length < 2)) wrong(before.length === 1 ? 'after-0' : 'before', '分割では、一つの部署を選び、分割後の部署を二つ以上書きます。', '部署の数を確かめてください。');
    if (shape === 'merge' && (before.length < 2 || all.length !== 1)) wrong(before.length < 2 ? 'before' : 'after-0', '統合では、二つ以上の部署を選び、統合後の部署を一つ書きます。', '部署の数を確かめてください。');
    if (shape === 'abolish' && (before.length !== 1 || all.length > 1 || isIn(all, before[0] ?? ''))) wrong('before', '廃止では、廃止する部署を一つと、事務を引き継ぐ別の部署を一つまで選びます。', '部署を選び直してください。');
  }
}

function isUnprintable(text: string): boolean {
  return !text.isWellFormed() || /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u.test(text);
}
