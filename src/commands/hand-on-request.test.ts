import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { duringRound, openCityHall, people, planId, requestOf } from '../../tests/city-hall.ts';
import { listVersions } from '../database/answer-store.ts';
import { readAudit } from '../database/audit-store.ts';
import { loadRoundFollows } from '../database/department-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { listBoard, loadRequest } from '../database/request-store.ts';
import { readTransaction, writeTransaction } from '../database/transaction.ts';
import { saveYearReport } from '../database/year-report-store.ts';
import { sealingOf } from '../documents/edition-json/edition-json.ts';
import type { ReorganisationForm } from '../domain/organization/check-reorganisation.ts';
import type { Actor } from '../domain/organization/post.ts';
import { emptyItemAnswer } from '../domain/round/answer.ts';
import { actOnRequest, type ActRequest } from './act-on-request.ts';
import { composeYearReport } from './compose-year-report.ts';
import { publishEdition } from './publish-edition.ts';
import { type Choices, subjectKey } from './reorganisation-effects.ts';
import { planReorganisation, reorganise } from './reorganise.ts';
import { saveAnswer } from './save-answer.ts';

// What was accepted stays with its department when that is dissolved. Sent back, it comes to who follows.

const today = '2022-05-10';
let room: OpenTestDatabase;
let id: string;

beforeEach(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
  await acceptedFor('05', 'shokuin');
});
afterEach(() => room.close());

const act = (action: ActRequest['action'], actor: Actor, more: Partial<ActRequest> = {}) => actOnRequest(room.db, { requestId: id, action, actor, today, ...more });
const sendBack = (more: Partial<ActRequest> = {}) => act('send-back', people.secretariat, { note: '人数を書いてください。', ...more });
const stateNow = () => readTransaction(room.db, (trx) => loadRequest(trx, id));
const versions = () => readTransaction(room.db, (trx) => listVersions(trx, id));
const reporterOf = (department: string): Actor => ({ ...people.stranger, posts: [{ role: 'reporter', department, from: '2020-04-01', until: null }] });
const headOf = (department: string): Actor => ({ ...people.head, posts: [{ role: 'section-head', department, from: '2020-04-01', until: null }] });

async function acceptedFor(number: string, department: string): Promise<void> {
  id = await requestOf(room.db, number, department);
  await act('submit', reporterOf(department), { answer: { ...emptyItemAnswer, text: '研修を実施した。' }, baseVersion: null });
  await act('approve', headOf(department));
  expect(await act('accept', people.secretariat)).toMatchObject({ outcome: 'done' });
}

async function reorganised(change: Partial<ReorganisationForm>, choices: Choices = new Map()): Promise<void> {
  const request = { municipality: '132195', form: { kind: 'merge', day: '2022-04-01', reason: '組織規則の改正', before: ['shokuin'], after: [], ...change }, choices, actor: people.administrator, today };
  const plan = await planReorganisation(room.db, request);
  expect(await reorganise(room.db, { ...request, now: () => duringRound, seen: plan.ok ? plan.seen : '' })).toMatchObject({ outcome: 'reorganised' });
}
const split = { kind: 'split', after: [{ id: 'jinji', name: '人事課' }, { id: 'kenshu', name: '研修課' }] };

describe('an accepted answer that is sent back', () => {
  test('stays with its department where that only got another name', async () => {
    await reorganised({ kind: 'rename', after: [{ id: 'shokuin', name: '人財課' }] });
    expect(await sendBack()).toMatchObject({ outcome: 'done', state: 'returned' });
    expect(await stateNow()).toMatchObject({ state: 'returned', department: 'shokuin', departmentName: '人財課' });
    expect(await room.db.selectFrom('request_move').selectAll().execute()).toEqual([]);
  });

  test('comes to the department into which its own was merged, with everything that was written, and is mended and published from there', async () => {
    await reorganised({ before: ['shokuin', 'seisaku'], after: [{ id: 'kikaku-jinji', name: '企画人事課' }] });
    const before = await versions();
    expect(await stateNow()).toMatchObject({ department: 'shokuin' });
    expect(await sendBack()).toMatchObject({ outcome: 'done', state: 'returned' });
    const returned = await stateNow();
    expect(returned).toMatchObject({ state: 'returned', department: 'kikaku-jinji', departmentName: '企画人事課', lastNote: '人数を書いてください。', answer: { text: '研修を実施した。' } });
    expect(returned?.events.map(({ action }) => action)).toEqual(expect.arrayContaining(['submit', 'approve', 'accept', 'send-back']));
    expect(returned?.handedOver).toEqual([{ from: '職員課', to: '企画人事課', day: '2022-04-01' }]);
    expect(await versions()).toEqual(before);
    expect((await readTransaction(room.db, (trx) => readAudit(trx))).findLast(({ action }) => action === 'send-back-answer')?.details).toMatchObject({ department: 'shokuin', successor: 'kikaku-jinji', to: 'returned' });

    const mended = { answer: { ...emptyItemAnswer, text: '研修を30人に実施した。' }, baseVersion: before.at(-1)!.number };
    expect(await act('submit', reporterOf('kikaku-jinji'), mended)).toMatchObject({ outcome: 'done', state: 'submitted' });
    await act('approve', headOf('kikaku-jinji'));
    expect(await act('accept', people.secretariat)).toMatchObject({ outcome: 'done', state: 'accepted' });
    expect((await versions()).map(({ department }) => department).toSorted()).toEqual(['kikaku-jinji', 'shokuin']);
    const { report, problems } = await readTransaction(room.db, (trx) => composeYearReport(trx, planId, 2021));
    expect(problems).toEqual([]);
    expect(report.reports.find(({ nodeId }) => nodeId === 'i05')?.paragraphs).toMatchObject([{ text: '研修を30人に実施した。', department: 'kikaku-jinji', approval: { post: '企画人事課長' } }]);
  });

  test('comes after a split to whoever was chosen for its item', async () => {
    await reorganised(split, new Map([[subjectKey(planId, { kind: 'node', id: 'i05' }, 'shokuin'), 'kenshu']]));
    expect(await sendBack()).toMatchObject({ outcome: 'done' });
    expect(await stateNow()).toMatchObject({ department: 'kenshu' });
  });

  test('asks after a split where nobody was chosen, and keeps the choice for the years to come', async () => {
    await acceptedFor('06', 'kazei');
    await reorganised({ ...split, before: ['kazei'], after: [{ id: 'shiminzei', name: '市民税課' }, { id: 'shisanzei', name: '資産税課' }] });
    expect((await stateNow())?.heirs).toEqual([{ id: 'shiminzei', name: '市民税課' }, { id: 'shisanzei', name: '資産税課' }]);
    for (const successor of [undefined, 'zaisei']) {
      const outcome = await sendBack(successor === undefined ? {} : { successor });
      expect(outcome).toMatchObject({ outcome: 'refused', code: 'successor-missing' });
      expect(outcome.outcome === 'refused' && outcome.reason).toContain('市民税課、資産税課');
    }
    expect(await stateNow()).toMatchObject({ state: 'accepted', department: 'kazei' });
    expect(await sendBack({ successor: 'shisanzei' })).toMatchObject({ outcome: 'done' });
    expect(await stateNow()).toMatchObject({ state: 'returned', department: 'shisanzei' });
    expect(await room.db.selectFrom('reorganisation_successor').select(['subject_id', 'department_id', 'successor_id']).where('subject_id', '=', 'i06').execute()).toEqual([{ subject_id: 'i06', department_id: 'kazei', successor_id: 'shisanzei' }]);
  });

  test('is refused where nobody took over, and can be corrected by the secretariat', async () => {
    await acceptedFor('03', 'kenko-suishin');
    await reorganised({ kind: 'abolish', before: ['kenko-suishin'] });
    expect(await sendBack()).toMatchObject({ outcome: 'refused', code: 'no-successor' });
    const { currentVersion } = (await stateNow())!;
    expect(await act('correct', people.secretariat, { note: '誤記', answer: { ...emptyItemAnswer, text: '修正した。' }, baseVersion: currentVersion })).toMatchObject({ outcome: 'done', state: 'accepted' });
  });

  test('is refused where its successor has answered about the same item itself', async () => {
    const theirs = await requestOf(room.db, '04', 'seisaku');
    await acceptedFor('04', 'mirai');
    await reorganised({ kind: 'abolish', before: ['mirai'], after: [{ id: 'seisaku', name: '' }] });
    await saveAnswer(room.db, { requestId: theirs, baseVersion: null, answer: { ...emptyItemAnswer, text: '政策室の回答' }, actor: reporterOf('seisaku'), today });
    const refused = await sendBack();
    expect(refused).toMatchObject({ outcome: 'refused', code: 'successor-answers' });
    expect(refused.outcome === 'refused' && refused.reason).toContain('政策室も、同じものに回答しています（作成中）');
  });

  test('comes one after the other where two that were merged are sent back at once: the second is told what stands there', async () => {
    const ids: string[] = [];
    for (const department of ['mirai', 'seisaku']) {
      await acceptedFor('04', department);
      ids.push(id);
    }
    await reorganised({ before: ['mirai', 'seisaku'], after: [{ id: 'kikaku', name: '企画課' }] });
    const outcomes = await Promise.all(ids.map((requestId) => sendBack({ requestId })));
    expect(outcomes.map((outcome) => (outcome.outcome === 'refused' ? outcome.code : outcome.outcome)).toSorted()).toEqual(['done', 'successor-answers']);
  });

  test('takes in what its successor has not begun', async () => {
    const theirs = await requestOf(room.db, '04', 'seisaku');
    await acceptedFor('04', 'mirai');
    await reorganised({ kind: 'abolish', before: ['mirai'], after: [{ id: 'seisaku', name: '' }] });
    expect(await sendBack()).toMatchObject({ outcome: 'done' });
    expect((await readTransaction(room.db, (trx) => listBoard(trx, planId, 2021))).filter(({ number, department }) => number === '04' && department === 'seisaku').map((row) => [row.id, row.state, row.capacity])).toEqual([[id, 'returned', 'responsible']]);
    expect(await readTransaction(room.db, (trx) => loadRequest(trx, theirs))).toBeUndefined();
  });

  test('goes on through later reorganisations, and is there for whoever works in the newest department', async () => {
    await reorganised({ kind: 'merge', before: ['shokuin', 'seisaku'], after: [{ id: 'kikaku-jinji', name: '企画人事課' }] });
    await reorganised({ kind: 'abolish', day: '2022-05-01', before: ['kikaku-jinji'], after: [{ id: 'zaisei', name: '' }] });
    expect(await sendBack()).toMatchObject({ outcome: 'done' });
    expect(await stateNow()).toMatchObject({ department: 'zaisei' });
    expect((await readTransaction(room.db, (trx) => listBoard(trx, planId, 2021, today))).find((row) => row.id === id)?.withWhom).toEqual(['tanto', 'tanto2', 'yoso']);
  });

  test('lets a published year follow the reorganisation from then on, which it had not met', async () => {
    await acceptedFor('03', 'kenko-suishin');
    await writeTransaction(room.db, async (trx) => saveYearReport(trx, (await composeYearReport(trx, planId, 2021)).report));
    expect(await publishEdition(room.db, { planId, fiscalYear: 2021, actor: 'system', hashOf: sealingOf })).toMatchObject({ outcome: 'published' });
    await reorganised({ kind: 'abolish', before: ['kenko-suishin'], after: [{ id: 'zaisei', name: '' }] });
    const met = async () => (await readTransaction(room.db, (trx) => loadRoundFollows(trx, planId, 2021)))?.reorganisations.size;
    expect(await met()).toBe(0);
    expect(await sendBack()).toMatchObject({ outcome: 'done' });
    expect(await met()).toBe(1);
    expect(await stateNow()).toMatchObject({ department: 'zaisei' });
  });
});
