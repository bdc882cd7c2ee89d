import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePlan, makeYearReport } from '../../tests/factories.ts';
import { answerApi } from '../api/answer-api.ts';
import { publishEdition, type PublishOutcome } from '../commands/publish-edition.ts';
import { importPlan } from '../commands/import-plan.ts';
import { appendEdition } from '../database/edition-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { writeTransaction } from '../database/transaction.ts';
import { sealingOf } from '../documents/edition-json/edition-json.ts';
import { readEdition } from '../domain/edition/read-edition.ts';
import { buildDocuments } from './build-outputs.tsx';
import { publishFolder } from './publish-folder.ts';
import { loadPublishedState } from '../published-state.ts';

// A city published in the first form of ayumi-edition/1, and goes on with the program of today.

const earlier = readFileSync('tests/earlier-edition.json', 'utf8');
const hash = createHash('sha256').update(earlier).digest('hex');
const plan = makePlan();
let opened: OpenTestDatabase;
let room: string;
beforeAll(async () => {
  opened = await openTestDatabase();
  room = mkdtempSync(join(tmpdir(), 'ayumi-earlier-'));
  await importPlan(opened.db, { plan, reports: [makeYearReport({}, plan)], actor: '事務局' });
  await writeTransaction(opened.db, (trx) => appendEdition(trx, { edition: readEdition(earlier).edition, canonical: earlier, hash }));
});
afterAll(async () => {
  rmSync(room, { recursive: true, force: true });
  await opened.close();
});

const publish = (): Promise<PublishOutcome> => publishEdition(opened.db, { planId: 'plan', fiscalYear: 2020, actor: '事務局', hashOf: sealingOf });
const hashOf = (...path: string[]) => createHash('sha256').update(readFileSync(join(room, ...path))).digest('hex');

test('pages, documents, data and API are made of it, and edition.json is the text that was stored', async () => {
  const { editions, ...rest } = await loadPublishedState(opened.db);
  const documents = await buildDocuments(editions[0]!);
  await publishFolder([{ published: editions[0]!, documents }], rest, join(room, 'first'));
  for (const path of ['edition.json', 'editions/1/edition.json']) expect([path, hashOf('first', 'plans/plan/2020', path)]).toEqual([path, hash]);
  expect(documents.map(({ path }) => path)).toEqual(expect.arrayContaining(['report.docx', 'report.xlsx', 'data/plan.csv']));
  expect(readFileSync(join(room, 'first/plans/plan/2020/initiatives/01/index.html'), 'utf8')).toContain('窓口を見直した。');
  const answer = answerApi(new Request('http://localhost/api/v1/plans/plan/editions/2020/document'), { editions, superseded: [] }, (error) => { throw error; });
  expect(await answer.json()).toEqual(JSON.parse(earlier));
});

test('the same content published again is known', async () => {
  expect(await publish()).toMatchObject({ outcome: 'already-published', edition: { hash } });
});

test('it is corrected by an edition of today: the 正誤表 names what differs and nothing that the format got later', async () => {
  const report = makeYearReport({ edition: { number: 2, issuedOn: '2021-12-01', correctionReason: '誤記の訂正' }, preface: [{ id: 'purpose', heading: '計画の目的', paragraphs: ['訂正した文章です。'] }] }, plan);
  await importPlan(opened.db, { plan, reports: [report], actor: '事務局' });
  const outcome = await publish();
  expect(outcome).toMatchObject({ outcome: 'published', edition: { edition: { corrects: { number: 1, hash } } } });
  expect(outcome.outcome === 'published' && outcome.edition.edition.corrects?.changes.map(({ place }) => place)).toEqual(['前文「計画の目的」　段落1']);
  const { editions, ...rest } = await loadPublishedState(opened.db);
  await publishFolder(editions.map((published) => ({ published, documents: [] })), rest, join(room, 'second'));
  expect(hashOf('second', 'plans/plan/2020/editions/1/edition.json')).toBe(hash);
  expect(readFileSync(join(room, 'second/plans/plan/2020/editions/2/errata/index.html'), 'utf8')).toContain(hash);
});
