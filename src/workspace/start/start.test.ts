import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorWith } from '../../../tests/city-hall.ts';
import { makePlan, makeYearReport } from '../../../tests/factories.ts';
import { importPlan } from '../../commands/import-plan.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { insertPerson } from '../../database/people-store.ts';
import { writeTransaction } from '../../database/transaction.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { startTask } from './start.ts';

const address = '/workspace/start';
const administrator = actorWith('kanri', ['administrator']);
const secretariat = actorWith('jimukyoku', ['secretariat']);
let room: OpenTestDatabase;
beforeAll(async () => { room = await openTestDatabase(); });
afterAll(() => room.close());
const as = (actor: typeof administrator) => taskClient(address, startTask(testParts(room.db)), actor);
const links = (html: string) => [...html.matchAll(/<a href="(\/workspace\/[^"]+)"/g)].map(([, href]) => href).filter((href) => !['/workspace/people', '/workspace/departments', '/workspace/audit', '/workspace/account'].includes(href!));

test('is for システム管理者 and 事務局 alone', async () => {
  expect((await as(actorWith('tanto', ['reporter', 'seisaku'])).get(address)).status).toBe(403);
});

describe('the way from nothing', () => {
  test('leads the administrator to the city and to somebody of 事務局, and to nothing that waits for them', async () => {
    const { text } = await as(administrator).get(address);
    expect(links(text)).toEqual(['/workspace/start/municipality', '/workspace/people/new?role=secretariat']);
    expect(text).toContain('事務局がします。');
  });
  test('comes back with every problem at its field and what was typed', async () => {
    const { status, text } = await as(administrator).post(`${address}/municipality`, [['code', '13219'], ['name', ''], ['firstReiwaYear', ''], ['digits', 'half-width']]);
    expect(status).toBe(422);
    for (const field of ['code', 'name', 'firstReiwaYear']) expect(text).toContain(`href="#${field}"`);
    expect(text).toContain('検査数字を加えた６桁（132195）');
    expect(text).toContain('value="13219"');
  });
  test('shows examples of both ways to write a year, and registers what was chosen', async () => {
    const { text } = await as(administrator).get(`${address}/municipality`);
    for (const example of ['平成30年度、平成31年度、令和２年度', '平成30年度、令和元年度、令和２年度', '令和１２年度', '令和2年度']) expect(text).toContain(example);
    const { to } = await as(administrator).post(`${address}/municipality`, [['code', '132195'], ['name', '狛江市'], ['firstReiwaYear', '平成31年度'], ['digits', 'single-full-width']]);
    expect(to).toBe(`${address}?done=municipality`);
    expect((await as(administrator).get(to!)).text).toContain('狛江市（132195）。平成31年度、令和２年度のように書きます。');
  });
  test('goes on with 事務局: the plan; then people are the administrator’s, and the year that came with the plan is 事務局’s', async () => {
    await writeTransaction(room.db, (trx) => insertPerson(trx, { id: 'p', staffNumber: 'jimu', name: '水野 音', email: null, authUserId: null, demo: false, mustChangePassword: false, posts: [{ id: 'q', role: 'secretariat', municipality: null, department: null, from: '2020-04-01', until: null }] }));
    expect(links((await as(secretariat).get(address)).text)).toContain('/workspace/plan-import');
    const municipality = { code: '132195', name: '狛江市', fiscalYearLabels: { firstReiwaYear: '平成31年度', digits: 'single-full-width' } } as const;
    const plan = makePlan({ municipality });
    await importPlan(room.db, { plan, reports: [makeYearReport({}, plan)], actor: 'test' });
    expect(links((await as(secretariat).get(address)).text)).toContain('/workspace/publish/plan/2020/imported');
    const { text } = await as(administrator).get(address);
    expect(links(text)).not.toContain('/workspace/publish/plan/2020/imported');
    expect(text).toContain('<a href="/workspace/people">部署の担当者と所属長を登録する</a>');
    expect((await as(administrator).get(`${address}/municipality`)).text).toContain('計画が登録されているため、変更できません');
  });
});
