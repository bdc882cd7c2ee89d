import { fiscalYearLabel } from '../fiscal-year/fiscal-year.ts';
import { type PlanChange, planChangeNames } from '../plan/plan-change.ts';
import type { Edition } from './edition.ts';
import { nodeById } from './reading.ts';

/** 「01 窓口の見直し」 of an item; its id where the tree does not have it. */
export function itemName(edition: Edition, id: string): string {
  const node = nodeById(edition, id);
  return node ? `${node.number} ${node.title}` : id;
}

/** What happened, without the reason: 令和３年度に終了, 令和３年度に「07 …」へ統合. */
export function changeInWords(edition: Edition, { kind, fiscalYear, into }: PlanChange): string {
  const year = fiscalYearLabel(fiscalYear, edition.municipality.fiscalYearLabels);
  return into === null ? `${year}に${planChangeNames[kind]}` : `${year}に「${itemName(edition, into)}」へ統合`;
}

/** The same from the side of the item that goes on: 令和３年度に「06 …」を統合. */
export function takenInInWords(edition: Edition, { fiscalYear, nodes }: PlanChange): string {
  return `${fiscalYearLabel(fiscalYear, edition.municipality.fiscalYearLabels)}に${nodes.map((id) => `「${itemName(edition, id)}」`).join('')}を統合`;
}
