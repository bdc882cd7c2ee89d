import { createHash } from 'node:crypto';
import type { PublishedEdition } from '../domain/edition/edition.ts';
import { readEdition } from '../domain/edition/read-edition.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Row } from './tables.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** An edition with the text under whose hash it is stored. */
export interface SealedEdition extends PublishedEdition {
  /** Canonical JSON of the edition: the very text that was hashed. */
  readonly canonical: string;
}

export interface StoredEdition extends SealedEdition {
  /** Instant in UTC. */
  readonly createdAt: string;
}

/** An edition in a list. */
export interface EditionSummary {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  readonly number: number;
  readonly hash: string;
  /** Instant in UTC. */
  readonly createdAt: string;
}

/** A stored edition whose text does not fit its hash: a broken disk, or somebody at the files of the database. */
export class DamagedEditionError extends Error {
  override readonly name = 'DamagedEditionError';
}

/**
 * Appends an edition for ever. The database refuses a hash that is not the text's, a plan that it does not hold, and a
 * second edition of the same plan, year and number.
 */
export async function appendEdition(trx: WriteTransaction, { canonical, hash }: SealedEdition): Promise<StoredEdition> {
  return parseEdition(await trx.insertInto('edition').values({ canonical, hash }).returningAll().executeTakeFirstOrThrow());
}

/** The edition of a plan and year with this number, without one the newest. */
export async function loadEdition(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear, number?: number): Promise<StoredEdition | undefined> {
  let query = trx.selectFrom('edition').selectAll().where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear);
  if (number !== undefined) query = query.where('number', '=', number);
  const row = await query.orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row && parseEdition(row);
}

/** The editions of one plan, or of all; newest year first, newest number first. */
export async function listEditions(trx: ReadTransaction, planId?: string): Promise<EditionSummary[]> {
  let query = trx.selectFrom('edition').select(['plan_id', 'fiscal_year', 'number', 'hash', 'created_at']);
  if (planId !== undefined) query = query.where('plan_id', '=', planId);
  const rows = await query.orderBy('plan_id').orderBy('fiscal_year', 'desc').orderBy('number', 'desc').execute();
  return rows.map(({ plan_id, fiscal_year, number, hash, created_at }) => ({ planId: plan_id, fiscalYear: fiscal_year, number, hash, createdAt: created_at }));
}

function parseEdition(row: Row<'edition'>): StoredEdition {
  const { canonical, hash, created_at } = row;
  if (createHash('sha256').update(canonical, 'utf8').digest('hex') !== hash) {
    throw new DamagedEditionError(
      `公表済みの版（${row.plan_id}、${row.fiscal_year}年度、第${row.number}版）の本文が、記録されたハッシュ値と一致しません。データベースが壊れているか、書き換えられています。バックアップから戻してください。`,
    );
  }
  const { edition, earlierForm } = readEdition(canonical);
  return { edition, canonical, hash, createdAt: created_at, ...(earlierForm && { earlierText: canonical }) };
}
