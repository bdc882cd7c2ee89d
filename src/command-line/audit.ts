import { auditHead, verifyAudit } from '../database/audit-store.ts';
import { readTransaction } from '../database/transaction.ts';
import { explainFault, type KnownHead } from '../domain/audit/verify-chain.ts';
import { withReadableDatabase } from './reading-database.ts';

/** Looks for altered, missing and inserted entries of the audit log, also while the server runs. 0 whole, 1 not. */
export async function verifyAuditLog({ head }: { readonly head?: string }): Promise<number> {
  const known = head === undefined ? null : parseHead(head);
  if (known === undefined) {
    console.error('--head は「番号:要約値」（例：120:3f5a…、要約値は64桁）の形で指定してください。');
    return 1;
  }
  return withReadableDatabase(async ({ db }) => {
    const { faults, last } = await readTransaction(db, async (trx) => ({ faults: await verifyAudit(trx, known), last: await auditHead(trx) }));
    if (faults.length > 0) {
      for (const fault of faults) console.error(explainFault(fault));
      console.error(`監査記録に異常が${faults.length}件あります。バックアップと比べてください。`);
      return 1;
    }
    console.log(last ? `監査記録1から${last.sequence}までに異常はありません。\n最後の記録　${last.sequence}:${last.hash}` : '監査記録はまだありません。異常もありません。');
    return 0;
  });
}

/** The end of the log as it was noted elsewhere, written as this command prints it. */
function parseHead(text: string): KnownHead | undefined {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text) ?? [];
  return sequence === undefined || hash === undefined ? undefined : { sequence: Number(sequence), hash: hash.toLowerCase() };
}
