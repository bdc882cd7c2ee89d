import type { Owner } from '../organization/department.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import type { Paragraph } from '../report/paragraph.ts';

/** An item of the plan as the form shows it to whoever reports on it. */
export interface RequestedNode {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** Name of its level: 取組項目. */
  readonly level: string;
  readonly description: readonly Paragraph[];
  readonly responsible: readonly Owner[];
  /** From the top of the tree down: 施策１ with its title and description. */
  readonly parents: readonly { readonly label: string; readonly title: string; readonly description: readonly Paragraph[] }[];
  /** Labels of the items that list this one again (再掲) and will repeat its text: 取組項目45. */
  readonly relistedAs: readonly string[];
}

export function requestedNode({ nodes, levels }: Pick<Plan, 'nodes' | 'levels'>, id: string): RequestedNode | null {
  const node = nodes.find((candidate) => candidate.id === id);
  if (!node) return null;
  const levelName = ({ level }: PlanNode): string => levels.find((candidate) => candidate.id === level)?.name ?? '';
  const labelOf = (of: PlanNode): string => `${levelName(of)}${of.number}`;
  const parents: PlanNode[] = [];
  for (let above = parentOf(node); above; above = parentOf(above)) parents.unshift(above);
  return {
    id, number: node.number, title: node.title, level: levelName(node), description: node.description, responsible: node.responsible,
    parents: parents.map((parent) => ({ label: labelOf(parent), title: parent.title, description: parent.description })),
    relistedAs: nodes.filter(({ relistingOf }) => relistingOf === id).map(labelOf),
  };

  function parentOf({ parentId }: PlanNode): PlanNode | undefined {
    return parentId === null ? undefined : nodes.find((candidate) => candidate.id === parentId);
  }
}
