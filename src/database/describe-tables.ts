import { sql } from 'kysely';
import type { Database } from './connection.ts';
import type { ReadTransaction } from './transaction.ts';

interface ColumnDescription {
  readonly table: string;
  readonly meaning: string | null;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly columnMeaning: string | null;
}

const introduction = `# The tables

Every table of the schemas \`ayumi\` and \`auth\` and every column of it. Written from the comments in the database, which the migrations set:
after a new migration run \`npx vitest run src/database/tables.test.ts -u\`. A table or a column without a comment fails the test.

- Identity is a short id that a person chose (\`gyozaisei-6\`, \`i05\`, \`seisaku\`), never a title or a name; keys within a plan begin with \`plan_id\`.
- A fiscal year is the calendar year in which it begins. \`position\` counts from 1.
- Figures are kept as printed; what they say is read from the printed form each time, so there is no second truth.
- \`edition\`, \`audit_event\`, \`answer_version\`, \`answer_event\`, \`evidence\`, \`evidence_removal\` and \`deadline_change\` only grow. The database refuses UPDATE, DELETE and TRUNCATE on them, for the owner of the tables too.
  Who may drop a table or its triggers can still get round it; the hashes then show it (those of answers stand in the audit log).
- In \`edition\` and \`audit_event\` the hashed text is the record. The other columns are generated from it, so they cannot disagree.
- Keys within a plan are checked at the end of the transaction (deferrable), so that rows can be stored in any order.
- Every change of \`request\` and \`round\` is told on channel \`ayumi_round\` (NOTIFY): \`planId fiscalYear requestId\`, for the round itself without the last.
- To restore a copy, load \`audit_event\` in the order of \`sequence\`: each entry must follow the last one.
`;

/** The catalog of the schemas `ayumi` and `auth` as Markdown, and what in it is not explained. */
export async function describeTables(db: Database | ReadTransaction): Promise<{ readonly markdown: string; readonly unexplained: readonly string[] }> {
  const { rows } = await sql<ColumnDescription>`
    select case when n.nspname = 'ayumi' then c.relname else n.nspname || '.' || c.relname end as table, obj_description(c.oid, 'pg_class') as meaning, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as nullable, col_description(c.oid, a.attnum) as "columnMeaning"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('ayumi', 'auth') and c.relkind in ('r', 'p', 'v', 'm', 'f')
    order by c.oid, a.attnum
  `.execute(db as Database);
  const sections = [...Map.groupBy(rows, ({ table }) => table)].map(([table, columns]) => [
    `## ${table}\n\n${columns[0]?.meaning ?? ''}\n`,
    '| column | type | meaning |', '|---|---|---|',
    ...columns.map(({ column, type, nullable, columnMeaning }) => `| ${column} | ${type}${nullable ? ' or null' : ''} | ${columnMeaning ?? ''} |`),
  ].join('\n'));
  const unexplained = rows.flatMap(({ table, meaning, column, columnMeaning }) => [...(meaning ? [] : [table]), ...(columnMeaning ? [] : [`${table}.${column}`])]);
  return { markdown: `${[introduction.trimEnd(), ...sections].join('\n\n')}\n`, unexplained: [...new Set(unexplained)] };
}
