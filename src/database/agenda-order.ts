import type { WriteTransaction } from './transaction.ts';

/** Changes what stands on the agenda before it is deliberated. */
export async function updateAgendaItem(trx: WriteTransaction, id: string, { title, paper }: { readonly title: string; readonly paper: string }): Promise<void> {
  await trx.updateTable('agenda_item').set({ title, paper }).where('id', '=', Number(id)).execute();
}

/** Writes the order of a whole agenda, from 1 without gaps. The uniqueness of places is looked at when the transaction ends. */
export async function orderAgenda(trx: WriteTransaction, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await trx.updateTable('agenda_item').set({ position: index + 1 }).where('id', '=', Number(id)).where('position', '<>', index + 1).execute();
  }
}

export async function deleteAgendaItem(trx: WriteTransaction, id: string): Promise<void> {
  await trx.deleteFrom('agenda_item').where('id', '=', Number(id)).execute();
}
