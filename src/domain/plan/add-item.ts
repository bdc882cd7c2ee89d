import type { Problem } from '../problem/problem.ts';
import type { NodeRow, OwnerRow, PlanBundle } from './plan-bundle.ts';

/** An item that is added to the tree of a plan while it runs. */
export interface NewItem {
  readonly number: string;
  readonly title: string;
  /** Element above it, one level above the lowest; null where the plan has a single level. */
  readonly parentId: string | null;
  readonly responsible: readonly OwnerRow[];
  readonly description: readonly string[];
}

/** The plan with the item behind its siblings, and the id that it was given. */
export function addItem(bundle: PlanBundle, { number, title, parentId, responsible, description }: NewItem): { readonly bundle: PlanBundle; readonly id: string | null; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const missing = (field: string, name: string) => problems.push({ code: 'missing', path: [field], message: `${name}が書かれていません。`, fix: `${name}を書いてください。` });
  if (number.trim() === '') missing('number', '番号');
  if (title.trim() === '') missing('title', '題名');
  const ids = new Set<string>();
  const walk = (rows: readonly NodeRow[], depth: number): void => rows.forEach((row) => {
    ids.add(row.id);
    if (row.id === parentId && depth !== bundle.levels.length - 2) problems.push(wrongParent);
    walk(row.children ?? [], depth + 1);
  });
  walk(bundle.tree, 0);
  if (parentId === null ? bundle.levels.length > 1 : !ids.has(parentId)) problems.push(wrongParent);
  if (problems.length > 0) return { bundle, id: null, problems };
  const base = `i${number.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')}`;
  let id = base;
  for (let count = 2; ids.has(id); count += 1) id = `${base}-${count}`;
  const row: NodeRow = { id, number, title, ...(responsible.length > 0 && { responsible: [...responsible] }), ...(description.length > 0 && { description: [...description] }) };
  const added = (rows: readonly NodeRow[]): NodeRow[] => rows.map((entry) => (entry.id === parentId
    ? { ...entry, children: [...(entry.children ?? []), row] } : { ...entry, ...(entry.children && { children: added(entry.children) }) }));
  return { bundle: { ...bundle, tree: parentId === null ? [...bundle.tree, row] : added(bundle.tree) }, id, problems: [] };
}

const wrongParent: Problem = { code: 'wrong-parent', path: ['parent'], message: '追加する場所が、一番下の階層のすぐ上にありません。', fix: '項目を置く場所を選び直してください。' };
