import type { Municipality } from '../domain/plan/municipality.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** The city of this installation: the one that owns its plans, else the one that was registered; nothing before the first of both. */
export async function loadMunicipality(trx: ReadTransaction): Promise<Municipality | undefined> {
  const planned = await trx.selectFrom('plan').select('municipality_code').orderBy('municipality_code').limit(1).executeTakeFirst();
  const rows = await trx.selectFrom('municipality').selectAll().orderBy('code').execute();
  const row = rows.find(({ code }) => code === planned?.municipality_code) ?? rows[0];
  return row && { code: row.code, name: row.name, fiscalYearLabels: { firstReiwaYear: row.first_reiwa_year, digits: row.year_digits }, ...(row.licence ? { licence: row.licence } : {}) };
}

/** Whether anything is kept under the code of the city: then the code stays. */
export async function isMunicipalityInUse(trx: ReadTransaction, code: string): Promise<boolean> {
  for (const table of ['plan', 'department'] as const) {
    if (await trx.selectFrom(table).select('municipality_code').where('municipality_code', '=', code).limit(1).executeTakeFirst()) return true;
  }
  return false;
}

/** Registers the city, in the place of the one before where that had another code. */
export async function storeMunicipality(trx: WriteTransaction, { code, name, fiscalYearLabels, licence }: Municipality, before: string | null): Promise<void> {
  if (before !== null && before !== code) await trx.deleteFrom('municipality').where('code', '=', before).execute();
  const row = { name, first_reiwa_year: fiscalYearLabels.firstReiwaYear, year_digits: fiscalYearLabels.digits, licence: licence ?? null };
  await trx.insertInto('municipality').values({ code, ...row }).onConflict((conflict) => conflict.column('code').doUpdateSet(row)).execute();
}
