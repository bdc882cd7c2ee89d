import type { FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { Path, Problem } from '../problem/problem.ts';
import type { NodeRow, PlanBundle, SuccessionRow } from './plan-bundle.ts';
import { planToBundle } from './plan-to-bundle.ts';
import type { Plan, PlanNode } from './plan.ts';

/** What becomes of an item of the plan before. */
export type SuccessionStep = 'continue' | 'merge' | 'split' | 'end';

export const successionSteps: Readonly<Record<SuccessionStep, string>> = { continue: '引き継ぐ', merge: '統合する', split: '分割する', end: '終了する' };

export interface NextPlanForm {
  readonly id: string;
  readonly title: string;
  /** YYYY-MM or YYYY-MM-DD, or null. */
  readonly adopted: string | null;
  readonly period: { readonly from: FiscalYear; readonly to: FiscalYear };
  /** For each item of the plan before: the step, and the number into which it goes, the titles into which it is split, or the reason. */
  readonly steps: ReadonlyMap<string, { readonly step: SuccessionStep; readonly words: string }>;
  readonly added: readonly { readonly parentId: string; readonly title: string }[];
}

/** The items that the next plan must say something about: the lowest level without relistings. */
export function itemsToSettle({ nodes, levels }: Pick<Plan, 'nodes' | 'levels'>): PlanNode[] {
  return nodes.filter(({ level, relistingOf }) => level === levels.at(-1)?.id && relistingOf === null);
}

/**
 * The plan that follows another one: its tree with what becomes of each item, numbered anew, and the mapping of the items. Figures
 * and targets of indicators belong to a plan, so the next plan begins without any. Source: product.md, function 42.
 *
 * @param plan as it stands today: with the departments of now and without items that have ended
 */
export function nextPlan(plan: Plan, form: NextPlanForm): { readonly bundle: PlanBundle; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const refuse = (code: string, path: Path, message: string, fix: string) => problems.push({ code, path, message, fix });
  const items = itemsToSettle(plan);
  const former = ({ id, number, title }: PlanNode) => ({ id, number, title });
  const stepOf = (id: string) => form.steps.get(id) ?? { step: 'continue' as const, words: '' };
  const mergedInto = new Map<string, PlanNode[]>();
  const ended: NonNullable<SuccessionRow['ended']> = [];
  for (const item of items) {
    const { step, words } = stepOf(item.id);
    const place = [`words-${item.id}`];
    if (step === 'merge') {
      const goal = items.find(({ number }) => number === words.trim());
      if (!goal) refuse('unknown-goal', place, `${item.number}の統合先「${words}」が、引き継ぐ項目の番号にありません。`, '統合した後に残る項目の番号を書いてください。');
      else if (goal.id === item.id || stepOf(goal.id).step !== 'continue') refuse('goal-not-continued', place, `${item.number}の統合先「${goal.number} ${goal.title}」は、引き継ぐ項目ではありません。`, '「引き継ぐ」を選んだ項目の番号を書いてください。');
      else mergedInto.set(goal.id, [...(mergedInto.get(goal.id) ?? []), item]);
    }
    if (step === 'split' && titlesIn(words).length < 2) refuse('split-into-one', place, `${item.number}を分割した後の題名が、二つ以上書かれていません。`, '題名を「／」で区切って書いてください。');
    if (step === 'end') {
      if (words.trim() === '') refuse('missing', place, `${item.number}を終了する理由が書かれていません。`, '理由を書いてください。');
      ended.push({ ...former(item), reason: words.trim() });
    }
  }
  form.added.forEach(({ title, parentId }, index) => {
    if (title.trim() === '') refuse('missing', [`added-title-${index}`], '新しい項目の題名が書かれていません。', '題名を書くか、置く場所の選択を外してください。');
    if (!plan.nodes.some(({ id, level }) => id === parentId && level === plan.levels.at(-2)?.id)) refuse('wrong-parent', [`added-parent-${index}`], '新しい項目を置く場所が選ばれていません。', '場所を選んでください。');
  });

  const origins: SuccessionRow['items'] = [];
  const bundle = planToBundle(plan);
  const renew = (rows: readonly NodeRow[], depth: number): NodeRow[] => rows.flatMap((row): NodeRow[] => {
    const { alsoPrinted: _, children = [], ...kept } = row;
    if (depth < plan.levels.length - 1) {
      const below = [...renew(children, depth + 1), ...newBelow(row.id)];
      return below.length > 0 ? [{ ...kept, children: below }] : [];
    }
    if (row.relistingOf) return stepOf(row.relistingOf).step === 'continue' ? [kept] : [];
    const item = items.find(({ id }) => id === row.id);
    const { step, words } = stepOf(row.id);
    if (!item || step === 'merge' || step === 'end') return [];
    if (step === 'continue') {
      origins.push({ node: row.id, from: [former(item), ...(mergedInto.get(row.id) ?? []).map(former)] });
      return [kept];
    }
    return titlesIn(words).map((title, index) => {
      const id = `${row.id}-${index + 1}`;
      origins.push({ node: id, from: [former(item)] });
      return { ...kept, id, title };
    });
  });
  const newBelow = (parent: string): NodeRow[] => form.added.flatMap(({ parentId, title }, index) => {
    if (parentId !== parent || title.trim() === '') return [];
    const id = `new-${index + 1}`;
    origins.push({ node: id });
    return [{ id, number: '0', title: title.trim() }];
  });
  const tree = renew(bundle.tree, 0);
  return {
    problems,
    bundle: {
      ...bundle, tree: numbered(tree, plan.levels.length - 1), indicators: [], changes: [],
      plan: { ...bundle.plan, id: form.id, title: form.title, adopted: form.adopted, period: { ...form.period }, alsoPrinted: [] },
      succession: { from: { id: plan.id, title: plan.title }, items: origins, ...(ended.length > 0 && { ended }) },
    },
  };
}

function titlesIn(words: string): string[] {
  return words.split(/[／\n]/).map((title) => title.trim()).filter((title) => title !== '');
}

/** Items are numbered through the whole plan, in as many digits as the last one needs, two at least: 01. */
function numbered(rows: readonly NodeRow[], depth: number): NodeRow[] {
  const count = (list: readonly NodeRow[], level: number): number => (level === depth ? list.length : list.reduce((sum, { children = [] }) => sum + count(children, level + 1), 0));
  const digits = Math.max(2, String(count(rows, 0)).length);
  let number = 0;
  const walk = (list: readonly NodeRow[], level: number): NodeRow[] => list.map((row) => {
    if (level < depth) return { ...row, children: walk(row.children ?? [], level + 1) };
    number += 1;
    return { ...row, number: String(number).padStart(digits, '0') };
  });
  return walk(rows, 0);
}
