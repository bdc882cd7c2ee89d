import { type CalendarDate, fiscalYearOf } from '../../domain/fiscal-year/fiscal-year.ts';
import { itemsToSettle, type NextPlanForm, type SuccessionStep, successionSteps } from '../../domain/plan/next-plan.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import type { FormValues } from '../forms/form-values.ts';

/** The form as it was typed, field by field. */
export type TypedForm = ReadonlyMap<string, string>;

/** How many new items one form takes; more are added later as changes of the plan. */
export const newItems = 10;

/** Every item goes on, under the next title and the years behind those of this plan. */
export function proposedForm(plan: Plan, today: CalendarDate): TypedForm {
  const from = plan.period ? plan.period.to + 1 : fiscalYearOf(today) + 1;
  const length = plan.period ? plan.period.to - plan.period.from : 4;
  const digit = /第([１-８1-8])次/.exec(plan.title);
  const next = digit ? plan.title.replace(digit[0], `第${String.fromCodePoint(digit[1]!.codePointAt(0)! + 1)}次`) : plan.title;
  return new Map([
    ['id', plan.id.replace(/\d+$/, (number) => String(Number(number) + 1))], ['title', next], ['adopted', ''], ['from', String(from)], ['to', String(from + length)],
    ...itemsToSettle(plan).map(({ id }) => [`step-${id}`, 'continue'] as const),
  ]);
}

export function readTyped(form: FormValues): TypedForm {
  return new Map(form.names().filter((name) => /^(id|title|adopted|from|to)$|^(step|words)-[a-z0-9-]+$|^added-(title|parent)-\d$/.test(name)).map((name) => [name, form.one(name).trim()]));
}

/** What the command takes, with everything that cannot even be read. */
export function typedToForm(typed: TypedForm): { readonly form: NextPlanForm; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const value = (name: string): string => typed.get(name) ?? '';
  const year = (name: string): number => {
    if (!/^(19|20|21)\d\d$/.test(value(name))) problems.push({ code: 'not-a-year', path: [name], message: `「${value(name)}」を年度として読み取れません。`, fix: '西暦の４桁で書いてください（令和７年度は2025）。' });
    return Number(value(name));
  };
  if (value('title') === '') problems.push({ code: 'missing', path: ['title'], message: '計画の名称が書かれていません。', fix: '名称を書いてください。' });
  const period = { from: year('from'), to: year('to') };
  const steps = new Map([...typed].flatMap(([name, step]) => (name.startsWith('step-') && isStep(step) ? [[name.slice('step-'.length), { step, words: value(name.replace(/^step-/, 'words-')) }] as const] : [])));
  const added = Array.from({ length: newItems }, (_, index) => ({ parentId: value(`added-parent-${index}`), title: value(`added-title-${index}`) })).filter(({ parentId, title }) => parentId !== '' || title !== '');
  return { form: { id: value('id'), title: value('title'), adopted: value('adopted') || null, period, steps, added }, problems };
}

function isStep(text: string): text is SuccessionStep {
  return text in successionSteps;
}
