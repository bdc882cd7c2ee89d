import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { NodeRow, PlanBundle } from '../../domain/plan/plan-bundle.ts';

/** The sample's plan as a clerk's own sheet would have it: one row an item, 65 of them. */
export interface SampleRow { readonly path: readonly { readonly number: string; readonly title: string }[]; readonly departments: string; readonly description: string }

export const samplePlan = parse(readFileSync(new URL('../../../samples/komae-2020/plan.yaml', import.meta.url), 'utf8')) as PlanBundle;
const names = new Map(samplePlan.departments.map(({ id, name }) => [id, name]));

export const sampleRows: readonly SampleRow[] = below(samplePlan.tree, []);

function below(rows: readonly NodeRow[], above: SampleRow['path']): SampleRow[] {
  return rows.flatMap((row) => {
    const path = [...above, { number: row.number, title: row.title }];
    if (row.children) return below(row.children, path);
    const departments = (row.responsible ?? []).map((owner) => (typeof owner === 'string' ? names.get(owner)! : owner.collective)).join('／');
    return [{ path, departments, description: '' }];
  });
}

/** What a tree says without ids and texts: to compare what came in with what went out. */
export function outline(bundle: PlanBundle): string[] {
  const departments = new Map(bundle.departments.map(({ id, name }) => [id, name]));
  const walk = (rows: readonly NodeRow[], depth: number): string[] => rows.flatMap(({ number, title, responsible = [], relistingOf, children = [] }) => [
    `${'  '.repeat(depth)}${number} ${title}${responsible.length > 0 ? ` [${responsible.map((owner) => (typeof owner === 'string' ? departments.get(owner) : `<${owner.collective}>`)).join('、')}]` : ''}${relistingOf ? ` → ${relistingOf}` : ''}`,
    ...walk(children, depth + 1),
  ]);
  return walk(bundle.tree, 0);
}
