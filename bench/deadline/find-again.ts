import { verifyAudit } from '../../src/database/audit-store.ts';
import { listVersions } from '../../src/database/answer-store.ts';
import type { Database } from '../../src/database/connection.ts';
import { readTransaction } from '../../src/database/transaction.ts';
import type { Acknowledged } from './person.ts';

/** Looks for every acknowledged write in the database, and says which are lost; also what is wrong with the audit chain. */
export async function findAgain(db: Database, acknowledged: readonly Acknowledged[]): Promise<{ readonly lost: readonly string[]; readonly chain: readonly string[] }> {
  const lost: string[] = [];
  for (const [id, writes] of Map.groupBy(acknowledged, ({ request }) => request)) {
    const versions = await readTransaction(db, (trx) => listVersions(trx, id));
    const standing = await db.selectFrom('request').select(['state', 'current_version']).where('id', '=', Number(id)).executeTakeFirstOrThrow();
    for (const { words, version } of writes) {
      const kept = versions.find(({ number }) => number === (version ?? standing.current_version));
      const there = kept?.answer.kind === 'item' && kept.answer.text === words;
      if (!there || (version === null && standing.state !== 'submitted')) lost.push(`request ${id}, version ${version ?? 'submitted'}`);
    }
  }
  return { lost, chain: (await readTransaction(db, (trx) => verifyAudit(trx))).map((fault) => JSON.stringify(fault)) };
}
