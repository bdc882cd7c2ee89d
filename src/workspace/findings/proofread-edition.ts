import type { ProofreadingDraft } from '../../commands/draft-for-proofreading.ts';
import type { CityProofreading } from '../../database/proofreading-store.ts';
import type { Finding } from '../../domain/proofreading/finding.ts';
import { withoutDecided } from '../../domain/round/finding-decision.ts';
import type { Proofreader } from '../../proofreader/open-proofreader.ts';
import { dictionaryOf, inTime } from './proofread-answer.ts';

/** What became of proofreading a report; `decided` counts the findings that somebody has decided on. */
export type ReportFindings = { readonly state: 'found'; readonly findings: readonly Finding[]; readonly decided: number } | { readonly state: 'unavailable' | 'later' };

/** What a proofreader would raise on the draft of a report and nobody has decided on yet. Null where the installation does without. */
export async function proofreadDraft(proofreader: Proofreader | null, city: CityProofreading | undefined, { edition, previous }: ProofreadingDraft, patience: number): Promise<ReportFindings | null> {
  if (!proofreader) return null;
  const all = await inTime(proofreader.edition(edition, previous, dictionaryOf(city)), patience);
  if (all === 'later') return { state: 'later' };
  if (all === null) return { state: 'unavailable' };
  const findings = withoutDecided(all, city?.decisions ?? [], { planId: edition.plan.id, fiscalYear: edition.fiscalYear });
  return { state: 'found', findings, decided: all.length - findings.length };
}
