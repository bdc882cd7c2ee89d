import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { appendEdition, listEditions, loadEdition, type SealedEdition, type StoredEdition } from '../database/edition-store.ts';
import { loadPlanOfYear } from '../database/department-store.ts';
import { lockPlan, type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { loadYearReport } from '../database/year-report-store.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { editionLabel } from '../domain/edition/reading.ts';
import { type FiscalYear, fiscalYearLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { freezeEdition } from './freeze-edition.ts';
import type { Refusal } from './refusal.ts';

export interface PublishRequest {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  /** Who publishes, for the audit log. */
  readonly actor: string;
  /** Canonical JSON of an edition and its SHA-256. */
  readonly hashOf: (edition: Edition) => Pick<SealedEdition, 'canonical' | 'hash'>;
}

export type PublishOutcome =
  | { readonly outcome: 'published'; readonly edition: StoredEdition }
  /** The very same content was published before; nothing was done. */
  | { readonly outcome: 'already-published'; readonly edition: StoredEdition }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

/** Freezes the plan and its report of a year as they stand now into an edition, with a row in the audit log, both or none. */
export function publishEdition(db: Database, request: PublishRequest): Promise<PublishOutcome> {
  return writeTransaction(db, (trx) => publishIn(trx, request));
}

/** The publication itself, in a transaction that the caller has begun. */
export async function publishIn(trx: WriteTransaction, { planId, fiscalYear, actor, hashOf }: PublishRequest): Promise<PublishOutcome> {
  // Two publications at once, or a publication and an import, go one after the other.
  await lockPlan(trx, planId);
  const plan = await loadPlanOfYear(trx, planId, fiscalYear);
  if (!plan) return refuse('unknown-plan', `計画「${planId}」は登録されていません。`, '計画の識別子を確かめるか、先に計画を取り込んでください。');
  const yearLabel = fiscalYearLabel(fiscalYear, plan.municipality.fiscalYearLabels);
  const report = await loadYearReport(trx, planId, fiscalYear);
  if (!report) return refuse('no-report', `計画「${plan.title}」には、${yearLabel}の報告がありません。`, `${yearLabel}の報告を取り込んでから公表してください。`);

  const edition = await freezeEdition(trx, plan, report);
  const { canonical, hash } = hashOf(edition);
  const published = (await listEditions(trx, planId)).filter((other) => other.fiscalYear === fiscalYear);
  const newest = published[0];
  if (published.some(({ number }) => number === edition.number)) {
    const existing = await loadEdition(trx, planId, fiscalYear, edition.number);
    // One from before the newer members of the format is compared as it is read.
    if (existing && hashOf(existing.edition).hash === hash) return { outcome: 'already-published', edition: existing };
    return refuse(
      'number-taken', `${yearLabel}の${editionLabel(edition)}は、異なる内容で公表済みです。公表した版は変更できません。`,
      `訂正するときは、版の番号を${(newest?.number ?? edition.number) + 1}に改めて公表してください。`,
    );
  }
  if (newest && newest.number > edition.number) {
    return refuse(
      'number-behind', `${yearLabel}は${editionLabel(newest)}まで公表済みのため、${editionLabel(edition)}は公表できません。`,
      `版の番号を${newest.number + 1}に改めて公表してください。`,
    );
  }
  const stored = await appendEdition(trx, { edition, canonical, hash });
  await appendAudit(trx, { actor, action: 'publish-edition', planId, details: { fiscalYear, number: edition.number, hash } });
  return { outcome: 'published', edition: stored };
}

function refuse(code: string, message: string, fix: string): PublishOutcome {
  return { outcome: 'refused', refusal: { code, message, fix } };
}
