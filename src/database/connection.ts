import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { PlainRefusal } from '../domain/problem/plain-refusal.ts';
import { typeParsers } from './column-types.ts';
import type { Tables } from './tables.ts';

declare const pool: unique symbol;

/**
 * The pool of connections. Only what opens a transaction takes it; everything else takes the transaction. A transaction is
 * no `Database`, so nothing that opens one can be called inside another.
 */
export type Database = Kysely<Tables> & { readonly [pool]: true };

/** Where the server is: an address as in DATABASE_URL, or its parts; `host` may be the folder of a Unix socket. */
export type ConnectionConfig =
  | { readonly connectionString: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string; readonly password?: string };

/** A server or a database that Ayumi cannot work with. The message is a Japanese sentence for the person who starts it. */
export class UnsuitableDatabaseError extends PlainRefusal {
  override readonly name = 'UnsuitableDatabaseError';
}

const oldestVersion = 15;
const connections = 10;

/** Opens a pool; nothing is connected before the first query. Close it with `db.destroy()`. */
export function openDatabase(config: ConnectionConfig): Database {
  const pool = new pg.Pool({ ...config, max: connections, application_name: 'ayumi', types: typeParsers });
  // A server that stops takes its connections with it. The query under way is told by its promise, and the pool opens new
  // connections; but without these listeners an idle or a waiting connection would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const dialect = new PostgresDialect({
    pool,
    // A server or a role can have another style of dates set; `typeParsers` reads this one.
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(`set datestyle to 'ISO, YMD'`));
    },
  });
  return new Kysely<Tables>({ dialect }).withSchema('ayumi') as Database;
}

/** What is asked of a server before anything is done on it. */
export interface ServerFacts {
  /** As the server counts: 150018 is 15.18. */
  readonly number: number;
  readonly name: string;
  readonly encoding: string;
}

/** Refuses a server that is too old, and a database whose encoding loses characters. */
export async function checkServerVersion(db: Database): Promise<void> {
  const { rows: [server] } = await sql<ServerFacts>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name, current_setting('server_encoding') as encoding
  `.execute(db);
  if (!server) throw new Error('The server did not tell its version.');
  refuseUnsuitable(server);
}

export function refuseUnsuitable({ number, name, encoding }: ServerFacts): void {
  if (number < oldestVersion * 10_000) {
    throw new UnsuitableDatabaseError(`PostgreSQL ${oldestVersion}以上が必要ですが、接続先は${name}です。データベースサーバーを更新してください。`);
  }
  if (encoding !== 'UTF8') {
    throw new UnsuitableDatabaseError(`データベースの文字コードは UTF8 である必要がありますが、接続先は${encoding}です。UTF8 のデータベースを作り直してください。`);
  }
}
