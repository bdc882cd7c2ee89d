import type { PlanChangeRequest } from '../../commands/record-plan-change.ts';
import type { FiscalYear } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { isPlanChangeKind } from '../../domain/plan/plan-change.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { typedLines } from '../../domain/report/typed-lines.ts';
import type { FormValues } from '../forms/form-values.ts';

/** A change as it was typed. */
export interface ChangeForm {
  readonly kind: string;
  readonly fiscalYear: string;
  readonly decidedOn: string;
  readonly nodes: readonly string[];
  readonly into: string;
  readonly reason: string;
  readonly number: string;
  readonly title: string;
  readonly parent: string;
  readonly responsible: readonly string[];
  readonly collective: string;
  readonly description: string;
}

const texts = ['kind', 'fiscalYear', 'decidedOn', 'into', 'reason', 'number', 'title', 'parent', 'collective', 'description'] as const;
const lists = ['nodes', 'responsible'] as const;

export function emptyChange(kind: string, fiscalYear: FiscalYear): ChangeForm {
  return { kind, fiscalYear: String(fiscalYear), decidedOn: '', nodes: [], into: '', reason: '', number: '', title: '', parent: '', responsible: [], collective: '', description: '' };
}

export function readChange(form: FormValues): ChangeForm {
  return { ...emptyChange('', 0), ...Object.fromEntries(texts.map((name) => [name, form.one(name).trim()])), ...Object.fromEntries(lists.map((name) => [name, form.all(name).filter((value) => value !== '')])) };
}

/** The same form as pairs of names and values, to be carried as hidden fields. */
export function changeFields(form: ChangeForm): (readonly [name: string, value: string])[] {
  return [...texts.map((name) => [name, form[name]] as const), ...lists.flatMap((name) => form[name].map((value) => [name, value] as const))];
}

/** What the command takes, or what cannot even be read. What is merely wrong is told by the command. */
export function requestFrom(planId: string, form: ChangeForm, actor: Actor): PlanChangeRequest | { readonly problems: readonly Problem[] } {
  const { kind } = form;
  if (!isPlanChangeKind(kind)) return { problems: [{ code: 'unknown-kind', path: [], message: '変更の種類が選ばれていません。', fix: '計画の変更の一覧から選び直してください。' }] };
  if (!/^(19|20|21)\d\d$/.test(form.fiscalYear)) return { problems: [{ code: 'not-a-year', path: ['fiscalYear'], message: `「${form.fiscalYear}」を年度として読み取れません。`, fix: '西暦の４桁で書いてください（令和３年度は2021）。' }] };
  const change = {
    kind, fiscalYear: Number(form.fiscalYear), ...(form.decidedOn !== '' && { decidedOn: form.decidedOn }), nodes: [...form.nodes],
    ...(kind === 'merged' && form.into !== '' && { into: form.into }), reason: form.reason.replaceAll('\n', ' '),
  };
  if (kind !== 'added') return { planId, change, newItem: null, actor };
  const responsible = [...form.responsible, ...(form.collective === '' ? [] : [{ collective: form.collective }])];
  return { planId, change: { ...change, nodes: [] }, newItem: { number: form.number, title: form.title, parentId: form.parent === '' ? null : form.parent, responsible, description: typedLines(form.description) }, actor };
}
