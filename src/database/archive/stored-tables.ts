import { sql } from 'kysely';
import { archivedTables, type TableTreatment } from '../../domain/archive/archived-tables.ts';
import type { ReadTransaction, WriteTransaction } from '../transaction.ts';

/** A table as the catalog of the database knows it. */
export interface StoredTable {
  /** As in tables.md: schema `ayumi` is not named. */
  readonly name: string;
  readonly schema: string;
  readonly table: string;
  /** Columns that are stored, without those that the database makes of others. */
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Columns of text: sorted by the language of the server unless one says otherwise. */
  readonly texts: readonly string[];
  /** Column that the database numbers, or null. */
  readonly numbered: string | null;
  readonly treatment: TableTreatment;
}

/** A table about which nobody has decided whether an archive carries it. */
export class UndecidedTables extends Error {
  override readonly name = 'UndecidedTables';
}

/** Columns whose value stands in a file of its own, byte for byte. */
export const columnsInFiles: Readonly<Record<string, string>> = { edition: 'canonical', evidence: 'content' };

interface Catalogued { readonly name: string; readonly schema: string; readonly table: string; readonly columns: string[]; readonly key: string[]; readonly texts: string[]; readonly numbered: string | null; readonly needs: string[] }

/**
 * Every table of the schemas `ayumi` and `auth`, each after those that its rows refer to unless that is checked at the end of a transaction.
 *
 * @throws UndecidedTables when there is a table that `archivedTables` does not name
 */
export async function storedTables(trx: ReadTransaction | WriteTransaction): Promise<StoredTable[]> {
  const { rows } = await sql<Catalogued>`
    select case when n.nspname = 'ayumi' then c.relname else n.nspname || '.' || c.relname end as name, n.nspname as schema, c.relname as table,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i join lateral unnest(i.indkey) with ordinality k (attnum, place) on true join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attcollation <> 0) as texts,
      (select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '' and not a.attisdropped) as numbered,
      array(select distinct case when rn.nspname = 'ayumi' then r.relname else rn.nspname || '.' || r.relname end from pg_constraint f
        join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace where f.conrelid = c.oid and f.contype = 'f' and not f.condeferred) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('ayumi', 'auth') and c.relkind in ('r', 'p') order by n.nspname collate "C", c.relname collate "C"
  `.execute(executor(trx));
  const undecided = rows.filter(({ name }) => !archivedTables[name]);
  if (undecided.length > 0) throw new UndecidedTables(`Decide in src/domain/archive/archived-tables.ts what becomes of: ${undecided.map(({ name }) => name).join(', ')}`);
  return inOrder(rows).map(({ needs: _needs, ...table }) => ({ ...table, treatment: archivedTables[table.name]! }));
}

/** Whether the rows of a table go into an archive of this kind. */
export function isCarried({ treatment }: StoredTable, { signIn }: { readonly signIn: boolean }): boolean {
  return treatment.kind === 'carried' || (treatment.kind === 'secret' && signIn);
}

/** The transaction as Kysely's raw SQL wants it; a read transaction hides what could write, and its server refuses it. */
export function executor(trx: ReadTransaction | WriteTransaction): WriteTransaction {
  return trx as WriteTransaction;
}

function inOrder(tables: readonly Catalogued[]): Catalogued[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const ordered = new Set<Catalogued>();
  const visit = (table: Catalogued, above: readonly string[]): void => {
    for (const name of table.needs) {
      const needed = byName.get(name);
      if (needed && needed !== table && !above.includes(name)) visit(needed, [...above, table.name]);
    }
    ordered.add(table);
  };
  for (const table of tables) visit(table, []);
  return [...ordered];
}
