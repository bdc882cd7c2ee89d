// The product as it publishes: imports a correction, publishes it, makes its outputs. Killed with -9 somewhere on the way.
//   node --import ./scripts/jsx.mjs scripts/faults/publication-app.ts <folder> <number of the edition>
import { join } from 'node:path';
import process from 'node:process';
import { importPlan } from '../../src/commands/import-plan.ts';
import { publishEdition } from '../../src/commands/publish-edition.ts';
import { openDatabase } from '../../src/database/connection.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/start-embedded-postgres.ts';
import { sealingOf } from '../../src/documents/edition-json/edition-json.ts';
import { loadPublishedFiles } from '../../src/published-state.ts';
import { correctedPlan, planId, fiscalYear } from './publication-plan.ts';

const [folder = '', number = '1'] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
const db = openDatabase(server.connection);
say(`ready ${server.pid}`);
await importPlan(db, { ...correctedPlan(Number(number)), actor: 'faults' });
const published = await publishEdition(db, { planId, fiscalYear, actor: 'faults', hashOf: sealingOf });
if (published.outcome === 'refused') throw new Error(JSON.stringify(published));
say(`published ${published.edition.hash}`);
await loadPublishedFiles(db, folder, () => {});
say('outputs');
// It is killed even when it was quick.
setInterval(() => {}, 1_000);
