import type { Insertable } from 'kysely';
import type { Evidence } from '../domain/round/evidence.ts';
import { keyOf } from './answer-store.ts';
import type { EvidenceTables } from './evidence-tables.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** The files beside an answer without those that were removed, oldest first. */
export async function listEvidence(trx: ReadTransaction, requestId: string): Promise<Evidence[]> {
  const key = keyOf(requestId);
  if (key === null) return [];
  const rows = await present(trx).where('evidence.request_id', '=', key).orderBy('evidence.id').execute();
  return rows.map(({ id, name, media_type, size, sha256, person_name, added_at }) => ({ id: String(id), name, mediaType: media_type, size, sha256, personName: person_name, addedAt: added_at }));
}

/** A file of this request with its bytes; nothing when it was removed or belongs to another. */
export async function loadEvidence(trx: ReadTransaction, requestId: string, id: string): Promise<(Pick<Evidence, 'name' | 'mediaType' | 'sha256'> & { readonly content: Buffer }) | undefined> {
  const [key, file] = [keyOf(requestId), keyOf(id)];
  if (key === null || file === null) return undefined;
  const row = await present(trx).select('evidence.content').where('evidence.request_id', '=', key).where('evidence.id', '=', file).executeTakeFirst();
  return row && { name: row.name, mediaType: row.media_type, sha256: row.sha256, content: row.content };
}

export async function appendEvidence(trx: WriteTransaction, file: Insertable<EvidenceTables['evidence']>): Promise<string> {
  const { id } = await trx.insertInto('evidence').values(file).returning('id').executeTakeFirstOrThrow();
  return String(id);
}

export async function appendRemoval(trx: WriteTransaction, id: string, personId: string): Promise<void> {
  await trx.insertInto('evidence_removal').values({ evidence_id: Number(id), person_id: personId }).execute();
}

function present(trx: ReadTransaction) {
  return trx.selectFrom('evidence').innerJoin('person', 'person.id', 'evidence.person_id')
    .select(['evidence.id', 'evidence.name', 'evidence.media_type', 'evidence.size', 'evidence.sha256', 'evidence.added_at', 'person.name as person_name'])
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('evidence_removal').select('evidence_removal.evidence_id').whereRef('evidence_removal.evidence_id', '=', 'evidence.id'))));
}
