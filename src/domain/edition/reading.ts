import { fiscalYearLabel } from '../fiscal-year/fiscal-year.ts';
import type { Status } from '../indicator/evaluation.ts';
import { lifeOf } from '../plan/plan-change.ts';
import type { Department, Owner } from '../organization/department.ts';
import type { Edition, EditionIndicator, EditionNode } from './edition.ts';

/** 令和２年度 of this edition, as its municipality prints it. */
export function yearLabelOf(edition: Edition): string {
  return fiscalYearLabel(edition.fiscalYear, edition.municipality.fiscalYearLabels);
}

/** 第１版. */
export function editionLabel(edition: Pick<Edition, 'number'>): string {
  return `第${edition.number < 10 ? String.fromCodePoint(0xff10 + edition.number) : edition.number}版`;
}

/** 施策１, 取組項目05: the level's name with the printed number. */
export function nodeLabel(edition: Edition, node: EditionNode): string {
  return `${edition.levels.find(({ id }) => id === node.level)?.name ?? ''}${node.number}`;
}

export function nodeById({ nodes }: Pick<Edition, 'nodes'>, id: string): EditionNode | undefined {
  const known = nodesById.get(nodes) ?? new Map(nodes.map((node) => [node.id, node]));
  nodesById.set(nodes, known);
  return known.get(id);
}

/** An edition is frozen, and every page asks for the elements above and beside its own. */
const nodesById = new WeakMap<Edition['nodes'], ReadonlyMap<string, EditionNode>>();

export function childrenOf(edition: Edition, parentId: string | null): EditionNode[] {
  return edition.nodes.filter((node) => node.parentId === parentId);
}

/** From the top of the tree down to the parent of the node; without the node itself. */
export function ancestorsOf(edition: Edition, node: EditionNode): EditionNode[] {
  const parent = node.parentId === null ? undefined : nodeById(edition, node.parentId);
  return parent ? [...ancestorsOf(edition, parent), parent] : [];
}

/** The elements of the lowest level (取組項目), in printed order; relistings included. */
export function initiativesOf(edition: Edition): EditionNode[] {
  const lowest = edition.levels.at(-1)?.id;
  return edition.nodes.filter(({ level }) => level === lowest);
}

/** Counts of the initiatives of an edition. */
export interface InitiativeCounts {
  /** As printed, relistings and ended ones too: 65. */
  readonly printed: number;
  readonly relisted: number;
  /** Without relistings, which count once in totals: 64. */
  readonly distinct: number;
  /** How many of the distinct have ended until the end of this year: stopped, finished, or merged into another. */
  readonly ended: number;
}

/** How many initiatives are printed, how many of them are relistings, and how many have ended. */
export function countInitiatives(edition: Edition): InitiativeCounts {
  const initiatives = initiativesOf(edition);
  const originals = initiatives.filter(({ relistingOf }) => relistingOf === null);
  return {
    printed: initiatives.length, relisted: initiatives.length - originals.length, distinct: originals.length,
    ended: originals.filter((node) => lifeOf(edition.planChanges, node).ended !== null).length,
  };
}

/** What must be said beside the printed count: （うち再掲１件、終了等２件）; empty where there is nothing. */
export function countsBeside({ relisted, ended }: Pick<InitiativeCounts, 'relisted' | 'ended'>): string {
  const parts = [...(relisted > 0 ? [`再掲${relisted}件`] : []), ...(ended > 0 ? [`終了・中止・統合${ended}件`] : [])];
  return parts.length > 0 ? `（うち${parts.join('、')}）` : '';
}

/** Indicators tied to a node itself or to one of its ancestors, in printed order. */
export function indicatorsFor(edition: Edition, node: EditionNode): EditionIndicator[] {
  const line = new Set([node.id, ...ancestorsOf(edition, node).map(({ id }) => id)]);
  return edition.indicators.filter(({ related }) => related.some((id) => line.has(id)));
}

export function departmentById(edition: Edition, id: string): Department | undefined {
  return edition.departments.find((department) => department.id === id);
}

export function ownerName(edition: Edition, owner: Owner): string {
  return 'collective' in owner ? owner.collective : (departmentById(edition, owner.department)?.name ?? owner.department);
}

/** What a department answers for in this edition: as owner in the plan, and as this year's reporter for a collective. */
export function initiativesOfDepartment(edition: Edition, departmentId: string): { readonly owned: EditionNode[]; readonly reported: EditionNode[] } {
  const initiatives = initiativesOf(edition);
  return {
    owned: initiatives.filter(({ responsible }) => responsible.some((owner) => 'department' in owner && owner.department === departmentId)),
    reported: initiatives.filter(({ report }) => report?.reporters.includes(departmentId) ?? false),
  };
}

/** Counts for a citizen's first question: how many indicators are on their way, late or turned back, withheld. */
export function countStatuses(edition: Edition): { readonly onTheWay: number; readonly late: number; readonly withheld: number } {
  const good: readonly (Status | 'withheld')[] = ['achieved', 'ahead', 'kept'];
  const withheld = edition.indicators.filter(({ evaluation }) => evaluation.status === 'withheld').length;
  const onTheWay = edition.indicators.filter(({ evaluation }) => good.includes(evaluation.status)).length;
  return { onTheWay, withheld, late: edition.indicators.length - onTheWay - withheld };
}
