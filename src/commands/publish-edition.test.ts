import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readAudit, verifyAudit } from '../database/audit-store.ts';
import { type Database, openDatabase } from '../database/connection.ts';
import { listEditions, loadEdition } from '../database/edition-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { listPlans } from '../database/plan-store.ts';
import { lockAuditChain, readTransaction, writeTransaction } from '../database/transaction.ts';
import { type Bundle, readBundle } from '../documents/bundle/read-bundle.ts';
import { canonicalEdition, hashOfCanonical } from '../documents/edition-json/edition-json.ts';
import { buildEdition, correctingEdition } from '../domain/edition/build-edition.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { importPlan } from './import-plan.ts';
import { publishEdition } from './publish-edition.ts';

let opened: OpenTestDatabase;
let db: Database;
let sample: Bundle;
beforeEach(async () => {
  opened = await openTestDatabase();
  db = opened.db;
  const read = await readBundle('samples/komae-2020');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  sample = read.value;
  await importPlan(db, { ...sample, actor });
});
afterEach(() => opened.close());

const actor = '事務局';
const planId = 'gyozaisei-6';
const hashOf = (edition: Edition) => {
  const canonical = canonicalEdition(edition);
  return { canonical, hash: hashOfCanonical(canonical) };
};
const publish = (database = db, fiscalYear = 2020) => publishEdition(database, { planId, fiscalYear, actor, hashOf });
const stored = (database = db) => readTransaction(database, async (trx) => ({
  editions: await listEditions(trx), audit: await readAudit(trx), faults: await verifyAudit(trx),
}));
/** Imports the report once more under another number, with another text where one is given. */
const importNumber = (editionNumber: number, text?: string) => importPlan(db, {
  plan: sample.plan, actor,
  reports: sample.reports.map((report) => ({
    ...report, editionNumber, correctionReason: editionNumber > 1 ? '誤記の訂正' : null, notes: report.notes.map((note, index) => (index === 0 && text !== undefined ? { ...note, text } : note)),
  })),
});

test('freezes the stored plan and report into an edition, with a row in the audit log', async () => {
  const outcome = await publish();
  const edition = buildEdition(sample.plan, sample.reports[0]!);
  expect(outcome).toMatchObject({ outcome: 'published', edition: hashOf(edition) });
  expect((await readTransaction(db, (trx) => loadEdition(trx, planId, 2020)))?.edition).toStrictEqual(edition);
  const { audit, faults } = await stored();
  expect(audit.at(-1)).toMatchObject({ sequence: 2, actor, action: 'publish-edition', planId, details: { fiscalYear: 2020, number: 1, hash: hashOf(edition).hash } });
  expect(faults).toEqual([]);
});

test('gives the edition that is there when the same content is published again, and leaves no trace', async () => {
  const first = await publish();
  const before = await stored();
  const again = await publish();
  expect(again).toEqual({ ...first, outcome: 'already-published' });
  expect(await stored()).toEqual(before);
});

test('publishes a correction under a new number and keeps the edition before it', async () => {
  const first = await publish();
  await importNumber(2, '改めた注');
  expect(await publish()).toMatchObject({ outcome: 'published', edition: { edition: { number: 2 } } });
  expect(await readTransaction(db, listPlans)).toMatchObject([{ id: planId, reportedYears: [2020], newestEdition: { fiscalYear: 2020, number: 2 } }]);
  expect(await readTransaction(db, (trx) => loadEdition(trx, planId, 2020, 1))).toEqual('edition' in first && first.edition);
});

describe('publication is refused, and nothing is stored,', () => {
  const refused = async (...args: Parameters<typeof publish>) => {
    const before = await stored();
    const outcome = await publish(...args);
    expect(await stored()).toEqual(before);
    return outcome.outcome === 'refused' ? outcome.refusal : outcome;
  };

  test('when there is no such plan', async () => {
    expect(await publishEdition(db, { planId: 'nowhere', fiscalYear: 2020, actor, hashOf })).toEqual({
      outcome: 'refused',
      refusal: { code: 'unknown-plan', message: '計画「nowhere」は登録されていません。', fix: '計画の識別子を確かめるか、先に計画を取り込んでください。' },
    });
  });

  test('when the year has no report', async () => {
    expect(await refused(db, 2021)).toEqual({
      code: 'no-report', message: '計画「狛江市第６次行財政改革推進計画」には、令和３年度の報告がありません。', fix: '令和３年度の報告を取り込んでから公表してください。',
    });
  });

  test('when other content was published under its number, with the number for a correction', async () => {
    await publish();
    await importNumber(1, '改めた注');
    expect(await refused()).toEqual({
      code: 'number-taken', message: '令和２年度の第１版は、異なる内容で公表済みです。公表した版は変更できません。', fix: '訂正するときは、版の番号を2に改めて公表してください。',
    });
  });

  test('when a later number was published', async () => {
    await importNumber(3);
    await publish();
    await importNumber(2);
    expect(await refused()).toEqual({
      code: 'number-behind', message: '令和２年度は第３版まで公表済みのため、第２版は公表できません。', fix: '版の番号を4に改めて公表してください。',
    });
  });
});

describe('when several publish at once', () => {
  test('there is exactly one edition and one row in the audit log', async () => {
    const programs = Array.from({ length: 3 }, () => openDatabase(opened.connection));
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, index) => publish(programs[index % programs.length])));
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([...Array.from({ length: 11 }, () => 'already-published'), 'published']);
    const { editions, audit, faults } = await stored();
    expect(editions).toHaveLength(1);
    expect(audit.filter(({ action }) => action === 'publish-edition')).toHaveLength(1);
    expect(faults).toEqual([]);
    await Promise.all(programs.map((program) => program.destroy()));
  });

  test('with imports in between, every edition is one of the imported states, never a mixture', async () => {
    const states = [sample, { ...sample, plan: { ...sample.plan, title: '題名Ｂ' }, reports: sample.reports.map((report) => ({ ...report, editionNumber: 2, correctionReason: '題名の訂正', issuedOn: '2021-08-01' })) }];
    await Promise.all(Array.from({ length: 16 }, (_, index) => (index % 2 === 0 ? importPlan(db, { ...states[(index / 2) % 2]!, actor }) : publish())));
    const frozen = states.map((state) => buildEdition(state.plan, state.reports[0]!));
    // The second is sealed with its 正誤表 against the first where that was published before it.
    const sealed = correctingEdition(frozen[1]!, { edition: frozen[0]!, hash: hashOf(frozen[0]!).hash });
    const allowed = [...frozen, sealed].map((edition) => hashOf(edition).hash);
    const { editions, faults } = await stored();
    expect(editions.length).toBeGreaterThan(0);
    expect(editions.filter(({ hash }) => !allowed.includes(hash))).toEqual([]);
    expect(faults).toEqual([]);
  });
});

test('leaves neither edition nor audit row when the process is killed between the two', async () => {
  const waiting = async () => (await sql<{ pid: number }>`select pid from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`.execute(db)).rows.length;
  let child: ChildProcess | undefined;
  const before = await stored();
  await writeTransaction(db, async (trx) => {
    // The child appends the edition and then waits for us at the audit log; there it is killed.
    await lockAuditChain(trx);
    child = spawn(process.execPath, ['--input-type=module', '-e', publishingProgram, opened.connection.connectionString], { stdio: ['ignore', 'inherit', 'inherit'] });
    await until(async () => (await waiting()) === 1);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
  });
  await until(async () => (await waiting()) === 0);
  expect(await stored()).toEqual(before);
  expect(await publish()).toMatchObject({ outcome: 'published' });
});

const publishingProgram = `
  import { openDatabase } from '${import.meta.resolve('../database/connection.ts')}';
  import { publishEdition } from '${import.meta.resolve('./publish-edition.ts')}';
  import { canonicalEdition, hashOfCanonical } from '${import.meta.resolve('../documents/edition-json/edition-json.ts')}';
  const hashOf = (edition) => { const canonical = canonicalEdition(edition); return { canonical, hash: hashOfCanonical(canonical) }; };
  await publishEdition(openDatabase({ connectionString: process.argv[1] }), { planId: '${planId}', fiscalYear: 2020, actor: 'killed', hashOf });
`;

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let patience = 0; patience < 500; patience += 1) {
    if (await condition()) return;
    await sleep(20);
  }
  throw new Error('It did not come to pass within ten seconds.');
}
