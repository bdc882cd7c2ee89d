import type { ImportMapping } from '../domain/plan-import/mapping.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** How the workbook of a plan was read last time. The mapping is JSON that is still to be parsed. */
export interface SavedMapping {
  readonly planId: string;
  readonly mapping: string;
  readonly fileName: string;
  /** ISO 8601. */
  readonly savedAt: string;
}

export async function listSavedMappings(trx: ReadTransaction): Promise<SavedMapping[]> {
  const rows = await trx.selectFrom('import_mapping').select(['plan_id', 'mapping', 'file_name', 'saved_at']).orderBy('plan_id').execute();
  return rows.map(({ plan_id, mapping, file_name, saved_at }) => ({ planId: plan_id, mapping, fileName: file_name, savedAt: saved_at }));
}

export async function saveImportMapping(trx: WriteTransaction, planId: string, { mapping, fileName, personId, savedAt }: { readonly mapping: ImportMapping; readonly fileName: string; readonly personId: string; readonly savedAt: string }): Promise<void> {
  const row = { mapping: JSON.stringify(mapping), file_name: fileName, person_id: personId, saved_at: savedAt };
  await trx.insertInto('import_mapping').values({ plan_id: planId, ...row }).onConflict((conflict) => conflict.column('plan_id').doUpdateSet(row)).execute();
}
