import type { Subject } from '../round/round.ts';
import { dissolvedBy, isIn, successorsIn } from './department-history.ts';
import type { Followed } from './follow-departments.ts';

/** One reorganisation in which a department gave an item or indicator to another. */
export interface HandOver {
  /** Id of the reorganisation. */
  readonly reorganisation: string;
  readonly from: string;
  readonly to: string;
}

/** Who may take over what a dissolved department has left, and through which reorganisations. */
export interface Heir {
  readonly department: string;
  readonly steps: readonly HandOver[];
}

/**
 * Who may take over what was accepted of a department, which stayed with it when it was dissolved: its successors from then on, one
 * alone where somebody was chosen for this item or indicator. Empty where nobody follows. Source: product.md, rule 9.
 *
 * @returns null for a department that goes on
 */
export function heirsOfRequest({ history, choices }: Followed, planId: string, { kind, id }: Subject, department: string): readonly Heir[] | null {
  const end = history.findIndex((reorganisation) => isIn(dissolvedBy(reorganisation), department));
  if (end === -1) return null;
  let heirs: Heir[] = [{ department, steps: [] }];
  for (const reorganisation of history.slice(end)) {
    const met = heirs.flatMap((heir): Heir[] => {
      const from = heir.department;
      if (!isIn(reorganisation.before, from)) return [heir];
      const chosen = choices.find((choice) => choice.reorganisation === reorganisation.id && choice.planId === planId && choice.from === from && choice.subject.kind === kind && choice.subject.id === id);
      return (chosen ? [chosen.to] : successorsIn(reorganisation, from))
        .map((to) => (to === from ? heir : { department: to, steps: [...heir.steps, { reorganisation: reorganisation.id, from, to }] }));
    });
    // Two that were merged are one; the first way to it counts.
    heirs = met.filter((heir, index) => met.findIndex((other) => other.department === heir.department) === index);
  }
  return heirs;
}
