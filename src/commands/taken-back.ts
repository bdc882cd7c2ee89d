import type { Database } from '../database/connection.ts';
import { type WriteTransaction, writeTransaction } from '../database/transaction.ts';

/** Ends a transaction whose outcome was only wanted to be seen. */
export class TakenBack<T> extends Error {
  readonly outcome: T;

  private constructor(outcome: T) {
    super('The change was only tried.');
    this.outcome = outcome;
  }

  /** Does the work in full and takes it back: nothing is kept, no row in the audit log either. */
  static async try<T>(db: Database, work: (trx: WriteTransaction) => Promise<T>): Promise<T> {
    try {
      return await writeTransaction(db, async (trx): Promise<never> => { throw new TakenBack(await work(trx)); });
    } catch (thrown) {
      if (thrown instanceof TakenBack) return thrown.outcome as T;
      throw thrown;
    }
  }
}
