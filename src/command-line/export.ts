import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appendAudit } from '../database/audit-store.ts';
import { writeTransaction } from '../database/transaction.ts';
import { exportPlan } from '../commands/export-plan.ts';
import { bundleFiles } from '../documents/bundle/write-bundle.ts';
import { withHomeDatabase } from './home-database.ts';

/** Writes a plan and its reports as the files that `import` reads. Never writes over anything. */
export async function exportPlanFiles(planId: string, { out }: { readonly out: string }): Promise<number> {
  const names = await readdir(out).catch(() => []);
  if (names.length > 0) {
    console.error(`「${out}」には別のものが入っているため、書き出しませんでした。空のフォルダーか、まだないフォルダーを指定してください。`);
    return 1;
  }
  return withHomeDatabase(async (db) => {
    const exported = await exportPlan(db, planId);
    if (!exported) {
      console.error(`計画「${planId}」は登録されていません。計画の識別子を確かめてください。`);
      return 1;
    }
    await mkdir(out, { recursive: true });
    for (const [name, text] of bundleFiles(exported)) await writeFile(join(out, name), text);
    await writeTransaction(db, (trx) => appendAudit(trx, { actor: 'command-line', action: 'export-plan', planId, details: { years: exported.reports.map(({ fiscalYear }) => fiscalYear) } }));
    console.log(`「${out}」に計画と${exported.reports.length}年度分の報告${exported.dictionary === null ? '' : '、用字用語辞書'}を書き出しました。`);
    return 0;
  });
}
