// Publishes correction after correction while the product is killed with -9 at random: an edition stands whole with its row in the
// audit log and all its outputs come, or it does not stand at all.
//   node --import ./scripts/jsx.mjs scripts/faults/publication.ts [rounds, default 100]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readAudit, verifyAudit } from '../../src/database/audit-store.ts';
import type { Database } from '../../src/database/connection.ts';
import { listEditions, loadEdition } from '../../src/database/edition-store.ts';
import { migrateToLatest } from '../../src/database/migrate.ts';
import { readTransaction } from '../../src/database/transaction.ts';
import { canWritePdf } from '../../src/documents/pdf/pdf-support.ts';
import { fileAt } from '../../src/publication/published-files.ts';
import { loadPublishedFiles } from '../../src/published-state.ts';
import { withHomeDatabase } from '../../tests/home-database.ts';
import { fiscalYear, planId } from './publication-plan.ts';

export interface PublicationFindings {
  readonly rounds: number;
  /** How many editions stood at the end; the others were killed before they stood. */
  readonly editions: number;
  /** How often the kill came while outputs were being made. */
  readonly duringOutputs: number;
  readonly faults: readonly string[];
}

/** Kills the product `rounds` times while it publishes, every other time with its database, and checks what stands after each. */
export async function killWhilePublishing(folder: string, rounds: number): Promise<PublicationFindings> {
  await withHomeDatabase(folder, (db) => migrateToLatest(db));
  const faults: string[] = [];
  let [editions, duringOutputs] = [0, 0];
  for (let round = 1; round <= rounds; round += 1) {
    const told = await publishAndKill(folder, editions + 1, round);
    if (told.published !== null && !told.outputs) duringOutputs += 1;
    await withHomeDatabase(folder, async (db) => {
      const found = await checkPublication(db, folder, told.published);
      editions = found.editions;
      faults.push(...found.faults.map((fault) => `round ${round}: ${fault}`));
    });
  }
  return { rounds, editions, duringOutputs, faults };
}

interface Told {
  /** Hash of the edition that the product said it has published, or null. */
  readonly published: string | null;
  readonly outputs: boolean;
}

/** The kill comes at any moment: before, during and after the publication, and while outputs are made. */
async function publishAndKill(folder: string, number: number, round: number): Promise<Told> {
  const app = spawn(process.execPath, ['--import', fileURLToPath(new URL('../jsx.mjs', import.meta.url)), fileURLToPath(new URL('publication-app.ts', import.meta.url)), folder, String(number)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(app, 'exit');
  const told = { published: null as string | null, outputs: false };
  const lines = createInterface({ input: app.stdout });
  lines.on('line', (line) => {
    if (line.startsWith('published ')) told.published = line.slice('published '.length);
    if (line === 'outputs') told.outputs = true;
  });
  const [first] = (await Promise.race([once(lines, 'line'), exit.then(() => ['ended'])])) as [string];
  if (!first.startsWith('ready ')) throw new Error(`the product ended in round ${round}: ${first}`);
  // A third of the kills come around the publication itself, which takes some hundredths of a second.
  await sleep(Math.random() * (round % 3 === 0 ? 250 : 2_500));
  if (round % 2 === 0) process.kill(Number(first.split(' ')[1]), 'SIGKILL');
  app.kill('SIGKILL');
  await exit;
  return told;
}

/** Every edition whole, each with one row in the log, nothing acknowledged lost; and from what stands all outputs come. */
async function checkPublication(db: Database, folder: string, acknowledged: string | null): Promise<{ readonly editions: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  const { hashes, rows, broken } = await readTransaction(db, async (trx) => {
    const listed = await listEditions(trx, planId);
    // Reading an edition holds it against its hash.
    for (const { number } of listed) await loadEdition(trx, planId, fiscalYear, number);
    const log = (await readAudit(trx)).filter(({ action }) => action === 'publish-edition');
    return { hashes: listed.map(({ hash }) => hash), rows: log.map(({ details }) => String(details['hash'])), broken: await verifyAudit(trx) };
  });
  if (JSON.stringify(hashes.toSorted()) !== JSON.stringify(rows.toSorted())) faults.push(`${hashes.length} editions, ${rows.length} rows in the log`);
  if (acknowledged !== null && !hashes.includes(acknowledged)) faults.push(`edition ${acknowledged} was acknowledged and is lost`);
  for (const fault of broken) faults.push(`audit: ${JSON.stringify(fault)}`);
  if (hashes.length === 0) return { editions: 0, faults };
  const published = await loadPublishedFiles(db, folder, () => {});
  const wanted = ['', 'report.docx', 'report.xlsx', 'edition.json', 'data/paragraphs.csv', ...(canWritePdf() ? ['report.pdf', 'report-archive.pdf'] : [])];
  for (const path of wanted) if ((fileAt(published, `plans/${planId}/${fiscalYear}/${path}`)?.bytes.byteLength ?? 0) < 200) faults.push(`${path || 'the page'} did not come`);
  const json = fileAt(published, `plans/${planId}/${fiscalYear}/edition.json`)?.bytes;
  if (json && !new TextDecoder().decode(json).includes(`"number":${hashes.length},`)) faults.push('edition.json is not that of the newest edition');
  const pdf = fileAt(published, `plans/${planId}/${fiscalYear}/report.pdf`)?.bytes;
  if (pdf && !new TextDecoder('latin1').decode(pdf.slice(-64)).includes('%%EOF')) faults.push('report.pdf is cut off');
  return { editions: hashes.length, faults };
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-publication-'));
  const started = Date.now();
  const { rounds, editions, duringOutputs, faults } = await killWhilePublishing(folder, Number(process.argv[2] ?? 100));
  rmSync(folder, { recursive: true, force: true });
  console.log(`${rounds} kills in ${Math.round((Date.now() - started) / 1000)} s; ${editions} editions stand, ${duringOutputs} kills while outputs were made; ${faults.length} faults`);
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
