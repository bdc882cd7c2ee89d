import type { ImportDraft } from '../domain/plan-import/import-draft.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** A workbook that is being taken in. */
export interface PlanUpload {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly sha256: string;
  /** Null until it was chosen which plan it is. */
  readonly draft: ImportDraft | null;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** No person needs more of them at once; the oldest make room. */
const mostOfOnePerson = 5;

/** The uploads of a person that have not expired, newest first. */
export async function listUploads(trx: ReadTransaction, personId: string, now: Date): Promise<PlanUpload[]> {
  const rows = await uploads(trx).where('person_id', '=', personId).where('expires_at', '>', now.toISOString()).orderBy('created_at', 'desc').execute();
  return rows.map(fromRow);
}

/** Nothing when it is another person's or has expired. */
export async function findUpload(trx: ReadTransaction, id: string, personId: string, now: Date): Promise<PlanUpload | undefined> {
  const row = await uploads(trx).where('id', '=', id).where('person_id', '=', personId).where('expires_at', '>', now.toISOString()).executeTakeFirst();
  return row && fromRow(row);
}

export async function loadUploadContent(trx: ReadTransaction, id: string): Promise<Buffer | undefined> {
  return (await trx.selectFrom('plan_upload').select('content').where('id', '=', id).executeTakeFirst())?.content;
}

/** Keeps a file, and removes what has expired and what is too much of one person. */
export async function insertUpload(trx: WriteTransaction, upload: PlanUpload & { readonly content: Uint8Array }, now: Date): Promise<void> {
  await trx.deleteFrom('plan_upload').where('expires_at', '<=', now.toISOString()).execute();
  const own = await trx.selectFrom('plan_upload').select('id').where('person_id', '=', upload.personId).orderBy('created_at', 'desc').offset(mostOfOnePerson - 1).execute();
  if (own.length > 0) await trx.deleteFrom('plan_upload').where('id', 'in', own.map(({ id }) => id)).execute();
  await trx.insertInto('plan_upload').values({
    id: upload.id, person_id: upload.personId, name: upload.name, sha256: upload.sha256, content: Buffer.from(upload.content),
    draft: upload.draft && JSON.stringify(upload.draft), created_at: upload.createdAt, expires_at: upload.expiresAt,
  }).execute();
}

export async function saveDraft(trx: WriteTransaction, id: string, draft: ImportDraft): Promise<void> {
  await trx.updateTable('plan_upload').set({ draft: JSON.stringify(draft) }).where('id', '=', id).execute();
}

/** Puts a mended file in the place of the one that was sent; what was chosen stays. */
export async function replaceContent(trx: WriteTransaction, id: string, file: Pick<PlanUpload, 'name' | 'sha256'> & { readonly content: Uint8Array }): Promise<void> {
  await trx.updateTable('plan_upload').set({ name: file.name, sha256: file.sha256, content: Buffer.from(file.content) }).where('id', '=', id).execute();
}

export async function removeUpload(trx: WriteTransaction, id: string): Promise<void> {
  await trx.deleteFrom('plan_upload').where('id', '=', id).execute();
}

function uploads(trx: ReadTransaction) {
  return trx.selectFrom('plan_upload').select(['id', 'person_id', 'name', 'sha256', 'draft', 'created_at', 'expires_at']);
}

function fromRow({ id, person_id, name, sha256, draft, created_at, expires_at }: Awaited<ReturnType<ReturnType<typeof uploads>['execute']>>[number]): PlanUpload {
  return { id, personId: person_id, name, sha256, draft: draft === null ? null : JSON.parse(draft) as ImportDraft, createdAt: created_at, expiresAt: expires_at };
}
