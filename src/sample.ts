import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importPlan } from './commands/import-plan.ts';
import { publishEdition } from './commands/publish-edition.ts';
import type { Database } from './database/connection.ts';
import { listPlans } from './database/plan-store.ts';
import { readTransaction } from './database/transaction.ts';
import { readBundle } from './documents/bundle/read-bundle.ts';
import { sealingOf } from './documents/edition-json/edition-json.ts';

const folder = fileURLToPath(new URL('../samples/komae-2020', import.meta.url));

/** Loads and publishes the sample when the database holds no plan at all; an installation in use is never touched. */
export async function loadSampleIfNew(db: Database, say: (sentence: string) => void): Promise<void> {
  if ((await readTransaction(db, listPlans)).length > 0) return;
  say('新しい保存フォルダーです。見本（狛江市第６次行財政改革推進計画）を読み込んでいます。');
  const read = await readBundle(folder);
  if (!read.ok) throw new Error(`The shipped sample has problems: ${read.problems.map(({ message }) => message).join(' ')}`);
  const { plan, reports } = read.value;
  await importPlan(db, { plan, reports, dictionary: readFileSync(`${folder}/dictionary.yaml`, 'utf8'), actor: 'system' });
  for (const { fiscalYear } of reports) await publishEdition(db, { planId: plan.id, fiscalYear, actor: 'system', hashOf: sealingOf });
}
