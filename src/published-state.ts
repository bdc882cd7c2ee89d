import { join } from 'node:path';
import type { Database } from './database/connection.ts';
import { listEditions, loadEdition } from './database/edition-store.ts';
import { listPlans } from './database/plan-store.ts';
import { readTransaction } from './database/transaction.ts';
import type { PublishedEdition } from './domain/edition/edition.ts';
import { publishFiles, type PublishedFiles } from './publication/published-files.ts';

/** Makes the public side as the database has it now: the newest edition of every year, and plans without one. */
export async function loadPublishedFiles(db: Database, home: string, say: (sentence: string) => void): Promise<PublishedFiles> {
  const { editions, unpublished } = await readTransaction(db, async (trx) => {
    const found: PublishedEdition[] = [];
    const waiting: { id: string; title: string }[] = [];
    for (const { id, title } of await listPlans(trx)) {
      const listed = await listEditions(trx, id);
      if (listed.length === 0) waiting.push({ id, title });
      for (const { fiscalYear, number } of newestOfEachYear(listed)) {
        const edition = await loadEdition(trx, id, fiscalYear, number);
        if (edition) found.push({ edition: edition.edition, hash: edition.hash });
      }
    }
    return { editions: found, unpublished: waiting };
  });
  if (editions.length > 0) say('公開するページと資料を準備しています。');
  return publishFiles(editions, unpublished, join(home, 'published'));
}

function newestOfEachYear<T extends { readonly fiscalYear: number; readonly number: number }>(editions: readonly T[]): T[] {
  const newest = new Map<number, T>();
  for (const edition of editions) if ((newest.get(edition.fiscalYear)?.number ?? 0) < edition.number) newest.set(edition.fiscalYear, edition);
  return [...newest.values()];
}
