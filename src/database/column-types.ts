import pg from 'pg';

const { builtins } = pg.types;

/**
 * How the values of PostgreSQL become values of the program. The one place that decides it: `pg` gives bigint and
 * count(*) as text, and days as instants in the time zone of the machine.
 */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: parseBigint,
  // A calendar day stays YYYY-MM-DD: it is in no time zone.
  [builtins.DATE]: (text) => text,
  [builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
};

/** For the configuration of a pool, so that nothing is changed for other users of `pg` in the process. */
export const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers[oid] ?? pg.types.getTypeParser(oid, format),
};

function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond what a number holds exactly.`);
  return value;
}
