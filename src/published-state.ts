import { join } from 'node:path';
import type { Database } from './database/connection.ts';
import { listEditions, loadEdition, type StoredEdition } from './database/edition-store.ts';
import { listPlans } from './database/plan-store.ts';
import { readTransaction } from './database/transaction.ts';
import type { PublishedEdition } from './domain/edition/edition.ts';
import type { ReportProgress } from './publication/build-outputs.tsx';
import { publishFiles, type PublishedFiles } from './publication/published-files.ts';
import type { UnpublishedPlan } from './site/plans-page.tsx';

/** What is published, as the database has it now. */
export interface PublishedState {
  /** The newest edition of every plan and year. */
  readonly editions: readonly PublishedEdition[];
  /** Editions that a later one of the same year corrects; their data stay to be had. */
  readonly superseded: readonly PublishedEdition[];
  readonly unpublished: readonly UnpublishedPlan[];
}

/** Reads everything that is published in one snapshot. */
export function loadPublishedState(db: Database): Promise<PublishedState> {
  return readTransaction(db, async (trx) => {
    const editions: PublishedEdition[] = [];
    const superseded: PublishedEdition[] = [];
    const unpublished: UnpublishedPlan[] = [];
    for (const { id, title } of await listPlans(trx)) {
      const listed = await listEditions(trx, id);
      if (listed.length === 0) unpublished.push({ id, title });
      for (const { fiscalYear, number } of listed) {
        const stored = await loadEdition(trx, id, fiscalYear, number);
        if (!stored) continue;
        const newest = listed.every((other) => other.fiscalYear !== fiscalYear || other.number <= number);
        (newest ? editions : superseded).push(publishedOf(stored));
      }
    }
    return { editions, superseded, unpublished };
  });
}

/** Without the text that was stored, where it can be made again from the edition: it is as large as the edition itself. */
function publishedOf({ edition, hash, earlierText }: StoredEdition): PublishedEdition {
  return { edition, hash, ...(earlierText !== undefined && { earlierText }) };
}

/** Makes the public side as the database has it now. */
export async function loadPublishedFiles(db: Database, home: string, say: (sentence: string) => void, publicUrl: string | null = null, progress: ReportProgress = () => {}): Promise<PublishedFiles> {
  const { editions, ...rest } = await loadPublishedState(db);
  if (editions.length > 0) say('公開するページと資料を準備しています。');
  return publishFiles(editions, { ...rest, publicUrl }, join(home, 'published'), progress);
}
