import type { Edition, EditionIndicator, EditionNode } from '../edition/edition.ts';
import { departmentById, indicatorsFor, nodeById, ownerName } from '../edition/reading.ts';
import type { Paragraph } from '../report/paragraph.ts';
import type { ScaleStep } from '../round/round.ts';
import type { AgendaItem, DeliberatedItem } from './headquarters.ts';

// What stands beside an item of the agenda: read out of the edition, the same on the wall and on paper.

/** The element of the plan that an item is about; none where it is about an indicator or the whole plan. */
export function nodeOfItem(edition: Edition, { subject }: Pick<AgendaItem, 'subject'>): EditionNode | undefined {
  return subject?.kind === 'node' ? nodeById(edition, subject.id) : undefined;
}

/** The indicators that an item is judged by: its own, or those of its element and of what stands above it. */
export function indicatorsOfItem(edition: Edition, item: Pick<AgendaItem, 'subject'>): EditionIndicator[] {
  const node = nodeOfItem(edition, item);
  if (node) return indicatorsFor(edition, node);
  return edition.indicators.filter(({ id }) => item.subject?.kind === 'indicator' && id === item.subject.id);
}

/** What one department wrote this year. */
export interface DepartmentText {
  /** Name of the department; null where the report does not say who wrote it. */
  readonly department: string | null;
  readonly paragraphs: readonly Paragraph[];
}

/** The year's text on an element, department by department, in the order of the report. */
export function textByDepartment(edition: Edition, node: EditionNode): DepartmentText[] {
  const texts: { department: string | null; paragraphs: Paragraph[] }[] = [];
  for (const paragraph of node.report?.paragraphs ?? []) {
    const name = paragraph.department === null ? null : (departmentById(edition, paragraph.department)?.name ?? paragraph.department);
    const last = texts.at(-1);
    if (last && last.department === name) last.paragraphs.push(paragraph);
    else texts.push({ department: name, paragraphs: [paragraph] });
  }
  return texts;
}

/** 推進部署 of the item's element, as it is printed. */
export function responsibleOf(edition: Edition, node: EditionNode): string {
  return node.report?.responsiblePrinted || node.responsible.map((owner) => ownerName(edition, owner)).join('／');
}

/** Names of departments in one line. */
export function departmentNames(edition: Pick<Edition, 'departments'>, ids: readonly string[]): string {
  return ids.map((id) => edition.departments.find((department) => department.id === id)?.name ?? id).join('、');
}

/** The name of a step of the scale; its id where the city has changed the scale since, null where none was given. */
export function stepName(scale: readonly ScaleStep[], id: string | null): string | null {
  return id === null ? null : (scale.find((step) => step.id === id)?.name ?? id);
}

/** Where the agenda stands: 未決, or decided with the last assessment and how many orders were given. */
export function standingOf({ decisions, instructions }: Pick<DeliberatedItem, 'decisions' | 'instructions'>, scale: readonly ScaleStep[]): string {
  const last = decisions.at(-1);
  if (!last) return '未決';
  const step = stepName(scale, decisions.findLast(({ assessment }) => assessment !== null)?.assessment ?? null);
  return ['決定', step === null ? '' : `評価 ${step}`, instructions.length > 0 ? `本部指示 ${instructions.length}件` : ''].filter((part) => part !== '').join('　');
}
