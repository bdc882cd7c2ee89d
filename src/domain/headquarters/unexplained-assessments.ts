import type { Edition } from '../edition/edition.ts';
import type { ScaleStep } from '../round/round.ts';
import { disagreementOf } from './assessment-disagreement.ts';
import { indicatorsOfItem } from './deliberation.ts';
import type { DeliberatedItem } from './headquarters.ts';

/** An item whose assessment says something else than its indicators do now, with the sentence that asks for the reason. */
export interface UnexplainedAssessment {
  readonly item: DeliberatedItem;
  readonly sentence: string;
}

/**
 * Assessments without the reason that they need. It was asked for when they were recorded; a figure that was corrected since can
 * have turned the judgement of an indicator. The last assessment of an item counts, as it is printed.
 *
 * @param edition with the figures as they are to be published
 */
export function unexplainedAssessments(items: readonly DeliberatedItem[], scale: readonly ScaleStep[], edition: Edition): UnexplainedAssessment[] {
  return items.flatMap((item): UnexplainedAssessment[] => {
    const assessed = item.decisions.findLast(({ assessment }) => assessment !== null);
    if (!assessed || assessed.explanation?.trim()) return [];
    const sentence = disagreementOf(assessed.assessment, scale, indicatorsOfItem(edition, item).map(({ title, evaluation: { status } }) => ({ title, status })));
    return sentence === null ? [] : [{ item, sentence }];
  });
}
