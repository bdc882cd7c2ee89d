import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorWith, openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { reviseOpinion } from '../../commands/record-opinion.ts';
import { readAudit, verifyAudit } from '../../database/audit-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { listPublishedOpinions, loadOpinion } from '../../database/opinion-store.ts';
import { readTransaction, writeTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { opinionsTask } from './opinions.ts';

let room: OpenTestDatabase;
const address = '/workspace/opinions';
const as = (person: Actor) => taskClient(address, opinionsTask(testParts(room.db, new Date('2022-09-01T03:00:00Z'))), person);
const office = () => as(people.secretariat);
const published = () => readTransaction(room.db, (trx) => listPublishedOpinions(trx, planId, 2021));
const asForm = (fields: Record<string, string>) => Object.entries(fields);

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

async function record(fields: Record<string, string> = {}): Promise<string> {
  const { to, text } = await office().post(`${address}/new/${planId}/2021`, asForm({ subject: 'node i05', body: 'advisory-council', bodyName: '行財政改革推進委員会', statedOn: '2022-08-02', text: '研修の効果を数値で示すべきである。', ...fields }));
  if (!to) throw new Error(text);
  return to.split('/').at(-1)!;
}
const respond = (id: string, fields: Record<string, string> = {}) => office().post(`${address}/${id}/response`, asForm({ kind: 'response', department: 'shokuin', respondedOn: '2022-08-20', responseText: '受講後の調査を行う。', ...fields }));
const decide = (id: string, decision: string, decidedOn = '2022-09-01') => office().post(`${address}/${id}/publication`, asForm({ decision, decidedOn }));

test('an opinion is written down, answered by a department, followed up next year, and read by the mayor', async () => {
  const id = await record();
  expect((await respond(id)).status).toBe(303);
  expect((await respond(id, { kind: 'follow-up', respondedOn: '2023-07-01', responseText: '調査を２回実施した。' })).status).toBe(303);
  const page = await as(actorWith('shicho', ['executive'])).get(`${address}/${id}`);
  for (const said of ['行財政改革推進委員会', '研修の効果を数値で示すべきである。', '職員課', '受講後の調査を行う。', 'その後の状況', '調査を２回実施した。', '令和４年８月20日']) expect(page.text, said).toContain(said);
  expect(page.text).not.toContain('<textarea');
  expect((await office().get(address)).text).toContain('その後の状況を記録済み');
  expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
});

test('an opinion on an indicator and one on the whole plan stand under their own names', async () => {
  await record({ subject: '', bodyName: '', body: 'assembly', text: '計画の全体を見直すべきである。' });
  await record({ subject: 'indicator ind1', text: '指標の定義を見直すべきである。' });
  const list = await office().get(address);
  expect(list.text).toContain('計画全体');
  expect(list.text).toContain('指標1 質の高い行政運営が行われていると感じている市民の割合');
  expect(list.text).toContain('議会');
});

describe('an opinion is public', () => {
  test('not before that is decided, and not after it is decided otherwise', async () => {
    const id = await record();
    expect((await published()).filter((opinion) => opinion.id === id)).toEqual([]);
    await decide(id, 'publish');
    expect((await published()).find((opinion) => opinion.id === id)).toMatchObject({ subject: { kind: 'node', id: 'i05' }, body: 'advisory-council', decidedOn: '2022-09-01', responses: [] });
    await decide(id, 'withhold', '2022-09-02');
    expect((await published()).filter((opinion) => opinion.id === id)).toEqual([]);
  });

  test('with the words and answers of the day of the decision; what is newer waits for another one', async () => {
    const id = await record();
    await respond(id);
    await decide(id, 'publish');
    await respond(id, { responseText: 'まだ公表しない内容。' });
    await office().post(`${address}/${id}/words`, asForm({ baseVersion: '1', body: 'assembly', bodyName: '', statedOn: '2022-08-03', text: 'まだ公表しない意見。' }));
    expect(JSON.stringify(await published())).not.toContain('まだ公表しない');
    expect((await published()).find((opinion) => opinion.id === id)?.responses.map(({ text }) => text)).toEqual(['受講後の調査を行う。']);
    expect((await office().get(`${address}/${id}`)).text).toContain('公表を決めた後に、意見か対応が変わっています。');
    await decide(id, 'publish');
    const shown = (await published()).find((opinion) => opinion.id === id);
    expect(shown).toMatchObject({ text: 'まだ公表しない意見。', body: 'assembly', bodyName: null });
    // The same department in the same fiscal year: the later answer stands for the earlier.
    expect(shown?.responses.map(({ text }) => text)).toEqual(['まだ公表しない内容。']);
  });

  test('as a body: neither the secretariat\'s number nor a person\'s id goes out with it', async () => {
    expect(JSON.stringify(await published())).not.toMatch(/person-|jimukyoku/);
  });
});

test.each([
  ['no body', { body: '' }, '機関が選ばれていません'], ['an unknown body', { body: 'mayor' }, '機関が選ばれていません'], ['no text', { text: '　' }, '本文が空です'],
  ['a day that does not exist', { statedOn: '2022-02-30' }, '日付が正しくありません'], ['an item of another plan', { subject: 'node x99' }, '対象が計画にありません'], ['NUL', { text: 'あ\u0000い' }, '制御文字'],
])('is told of %s, and keeps what was typed', async (_, fields, said) => {
  const refused = await office().post(`${address}/new/${planId}/2021`, asForm({ subject: '', body: 'assembly', bodyName: '委員会の名称', statedOn: '2022-08-02', text: '意見の本文', ...fields }));
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(said);
  expect(refused.text).toContain('委員会の名称');
});

test('an answer of a department that is not in the plan, or from before the opinion, is refused', async () => {
  const id = await record();
  expect((await respond(id, { department: 'haishi-ka' })).text).toContain('回答する部署が計画にありません。');
  expect((await respond(id, { respondedOn: '2022-08-01' })).text).toContain('意見が述べられた日より前の日付です。');
  expect((await decide(id, 'publish', '2020-01-01')).status).toBe(422);
  expect((await readTransaction(room.db, (trx) => loadOpinion(trx, id)))?.responses).toEqual([]);
});

test('hostile words stay words on every page', async () => {
  const id = await record({ text: '<script>alert(1)</script>"&\'</p>', bodyName: '<b>委員会</b>' });
  for (const path of [address, `${address}/${id}`]) {
    const { text } = await office().get(path);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<b>委員会');
  }
});

test('two who correct the same opinion: the second is told, and nothing of the first is lost', async () => {
  const id = await record();
  const words = { body: 'assembly', bodyName: null, statedOn: '2022-08-02' } as const;
  const both = await Promise.all(['一人目', '二人目'].map((text) => reviseOpinion(room.db, { id, words: { ...words, text }, baseVersion: 1, actor: people.secretariat })));
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'invalid']);
  expect((await readTransaction(room.db, (trx) => loadOpinion(trx, id)))?.versions).toHaveLength(2);
});

test('only the secretariat writes, executives and viewers read, a reporter sees nothing', async () => {
  const id = await record();
  expect((await as(people.writer).get(address)).status).toBe(403);
  for (const reader of [people.viewer, actorWith('shicho', ['executive'])]) {
    expect((await as(reader).get(address)).status).toBe(200);
    expect((await as(reader).get(`${address}/new/${planId}/2021`)).status).toBe(403);
    expect((await as(reader).post(`${address}/new/${planId}/2021`, asForm({ body: 'assembly', statedOn: '2022-08-02', text: 'x' }))).status).toBe(403);
    for (const action of ['words', 'response', 'publication']) expect((await as(reader).post(`${address}/${id}/${action}`)).status).toBe(403);
  }
  for (const wrong of ['999999', 'x', '1e3']) expect((await office().get(`${address}/${wrong}`)).status).toBe(404);
  expect((await office().get(`${address}/new/${planId}/1999`)).status).toBe(404);
});

test.each(['opinion', 'opinion_version', 'opinion_response', 'opinion_publication'])('the database itself refuses to change or delete from %s', async (table) => {
  await expect(writeTransaction(room.db, (trx) => sql`delete from ${sql.id('ayumi', table)}`.execute(trx))).rejects.toThrow('append-only');
  await expect(writeTransaction(room.db, (trx) => sql.raw(`update ayumi.${table} set ${table === 'opinion' ? 'plan_id = plan_id' : 'person_id = person_id'}`).execute(trx))).rejects.toThrow('append-only');
});

test('every step stands in the log', async () => {
  const actions = new Set((await readTransaction(room.db, (trx) => readAudit(trx))).map(({ action }) => action));
  for (const action of ['record-opinion', 'revise-opinion', 'respond-to-opinion', 'decide-opinion-publication']) expect(actions).toContain(action);
});
