import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEdition } from '../domain/edition/build-edition.ts';
import type { Edition } from '../domain/edition/edition.ts';
import { parsePlan } from '../domain/plan/parse-plan.ts';
import { hardTexts } from './arbitrary-bundles.ts';
import { appendEdition, DamagedEditionError, listEditions, loadEdition, type SealedEdition } from './edition-store.ts';
import { type OpenTestDatabase, openTestDatabase } from './open-test-database.ts';
import { savePlan } from './plan-store.ts';
import { readTransaction, writeTransaction } from './transaction.ts';

let opened: OpenTestDatabase;
const parsed = parsePlan({
  format: 'ayumi-plan/1', municipality: { code: '132195', name: '狛江市', fiscalYearLabels: { firstReiwaYear: '平成31年度', digits: 'full-width' } },
  plan: { id: 'p', title: '計画' }, levels: [{ id: 'top', name: '取組項目' }], departments: [], indicators: [],
  tree: [{ id: 'n', number: '1', title: '要素', description: [...hardTexts] }],
});
if (!parsed.ok) throw new Error('The plan of this test is wrong.');
const plan = parsed.value;

beforeAll(async () => {
  opened = await openTestDatabase();
  await writeTransaction(opened.db, (trx) => savePlan(trx, plan));
});
afterAll(() => opened.close());

function seal(fiscalYear: number, editionNumber: number): SealedEdition {
  const edition: Edition = buildEdition(plan, { planId: 'p', fiscalYear, editionNumber, issuedOn: null, correctionReason: editionNumber > 1 ? '誤記の訂正' : null, preface: [], notes: [], measurements: [], reports: [], opinions: [], decisions: [] });
  const canonical = canonicalize(edition)!;
  return { edition, canonical, hash: createHash('sha256').update(canonical).digest('hex') };
}

const append = (sealed: SealedEdition) => writeTransaction(opened.db, (trx) => appendEdition(trx, sealed));
const load = (fiscalYear: number, number?: number) => readTransaction(opened.db, (trx) => loadEdition(trx, 'p', fiscalYear, number));

test('gives an edition back byte for byte, and as the value that was frozen', async () => {
  const sealed = seal(2020, 1);
  await append(sealed);
  const stored = await load(2020, 1);
  expect(stored).toMatchObject({ canonical: sealed.canonical, hash: sealed.hash });
  expect(stored?.edition).toStrictEqual(sealed.edition);
});

test('hands out an edition that nobody can change by mistake', async () => {
  const stored = await load(2020);
  expect(() => { (stored!.edition.nodes[0]!.description[0] as { text: string }).text = '書換え'; }).toThrow(TypeError);
});

test('takes the newest number of the year unless one is asked for', async () => {
  await append(seal(2020, 2));
  await append(seal(2021, 1));
  expect((await load(2020))?.edition.number).toBe(2);
  expect((await load(2020, 1))?.edition.number).toBe(1);
  expect(await load(2020, 3)).toBeUndefined();
  expect(await load(1999)).toBeUndefined();
});

test('lists editions with the newest first', async () => {
  const listed = await readTransaction(opened.db, (trx) => listEditions(trx, 'p'));
  expect(listed.map(({ fiscalYear, number }) => [fiscalYear, number])).toEqual([[2021, 1], [2020, 2], [2020, 1]]);
  expect(listed[2]?.createdAt).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]{12}Z$/);
  expect(await readTransaction(opened.db, (trx) => listEditions(trx))).toEqual(listed);
});

test('refuses to hand out an edition whose text does not fit its hash', async () => {
  const { db, close } = await openTestDatabase();
  await writeTransaction(db, (trx) => savePlan(trx, plan));
  await writeTransaction(db, (trx) => appendEdition(trx, seal(2020, 1)));
  // What a broken disk does, or somebody who owns the database: nothing short of this gets past the table.
  await sql`
    alter table ayumi.edition disable trigger append_only;
    alter table ayumi.edition drop constraint edition_check;
    update ayumi.edition set canonical = replace(canonical, '狛江市', '別の市');
  `.execute(db);
  const refusal = await readTransaction(db, (trx) => loadEdition(trx, 'p', 2020)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DamagedEditionError);
  expect(String(refusal)).toContain('記録されたハッシュ値と一致しません');
  await close();
});
