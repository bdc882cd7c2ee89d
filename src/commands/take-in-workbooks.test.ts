import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCityHall, people, planId, requestOf } from '../../tests/city-hall.ts';
import { listEvents, listVersions } from '../database/answer-store.ts';
import { readAudit, verifyAudit } from '../database/audit-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { loadRequest } from '../database/request-store.ts';
import { readTransaction } from '../database/transaction.ts';
import type { Actor } from '../domain/organization/post.ts';
import { emptyItemAnswer } from '../domain/round/answer.ts';
import type { Choice } from '../domain/survey/judge-answer.ts';
import type { ReceivedFile } from '../domain/survey/returned.ts';
import { actOnRequest } from './act-on-request.ts';
import { planTakingIn } from './plan-taking-in.ts';
import { saveAnswer } from './save-answer.ts';
import { openWorkbookOf, receivedFile } from './survey-workbooks.testing.ts';
import { takeInWorkbooks } from './take-in-workbooks.ts';

let room: OpenTestDatabase;
const today = '2022-05-10';
beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

const request = (number: string) => requestOf(room.db, number, 'shokuin');
const detail = async (number: string) => {
  const id = await request(number);
  return readTransaction(room.db, async (trx) => ({ ...(await loadRequest(trx, id))!, allVersions: await listVersions(trx, id), steps: await listEvents(trx, id) }));
};
const order = (files: readonly ReceivedFile[], actor: Actor = people.secretariat, day = today) => ({ planId, fiscalYear: 2021, files, actor, today: day });
const dryRun = async (files: readonly ReceivedFile[], actor?: Actor, day?: string) => (await planTakingIn(room.db, order(files, actor, day)))!;
async function takeIn(files: readonly ReceivedFile[], { actor, choices = {}, day }: { actor?: Actor; choices?: Record<string, Choice>; day?: string } = {}) {
  const { seen } = await dryRun(files, actor, day);
  return takeInWorkbooks(room.db, { ...order(files, actor, day), seen, choices: new Map(Object.entries(choices)) });
}
async function filled(texts: Readonly<Record<string, string>>): Promise<ReceivedFile> {
  const workbook = await openWorkbookOf(room.db, 'shokuin');
  for (const [number, text] of Object.entries(texts)) workbook.write('progress', number, 'text', text);
  return receivedFile(workbook.save());
}

describe('taking answers in', () => {
  test('changes nothing before it is applied, then writes all of them, as a draft of the department', async () => {
    const file = await filled({ '05': '派遣した。', '43': '研修を行った。' });
    const plan = await dryRun([file]);
    expect([plan.ready, plan.files[0]!.departments, plan.files[0]!.problems]).toEqual([true, ['職員課'], []]);
    expect(plan.files[0]!.answers.filter(({ judgement }) => judgement.kind === 'change').map(({ request: { number } }) => number)).toEqual(['05', '43']);
    expect((await detail('05')).currentVersion).toBeNull();
    const outcome = await takeIn([file]);
    expect(outcome).toMatchObject({ outcome: 'taken-in', answers: [{ became: 'saved', version: 1 }, { became: 'saved', version: 1 }] });
    const { state, answer, allVersions, steps } = await detail('05');
    expect([state, answer]).toEqual(['draft', { ...emptyItemAnswer, text: '派遣した。' }]);
    // The secretariat has put it in; the department is its author.
    expect(allVersions).toMatchObject([{ cause: 'workbook', department: 'shokuin', personId: people.secretariat.personId }]);
    expect(steps).toMatchObject([{ action: 'take-in', actingRole: 'secretariat', from: 'not-started', to: 'draft' }]);
    const log = await readTransaction(room.db, (trx) => readAudit(trx));
    expect(log.slice(-3).map(({ action }) => action)).toEqual(['take-in-answer', 'take-in-answer', 'take-in-workbooks']);
    expect(log.at(-1)!.details).toMatchObject({ fiscalYear: 2021, files: [{ name: '回答.xlsx' }], saved: 2, kept: 0, parked: 0 });
  });

  test('the same file twice finds that it is there already', async () => {
    const file = await filled({ '44': '一度だけ。' });
    await takeIn([file]);
    const plan = await dryRun([file]);
    expect(plan.files[0]!.answers.map(({ judgement: { kind } }) => kind).filter((kind) => kind !== 'unchanged')).toEqual(['already-there']);
    expect(plan.ready).toBe(false);
  });

  test('a reporter does it for the own department', async () => {
    const file = await filled({ '58': '担当が記入した。' });
    expect(await takeIn([file], { actor: people.writer })).toMatchObject({ outcome: 'taken-in' });
    expect((await detail('58')).steps).toMatchObject([{ action: 'take-in', actingRole: 'reporter' }]);
    expect((await dryRun([file], people.stranger)).files[0]!.problems).toMatchObject([{ code: 'other-department' }]);
    expect((await dryRun([file], people.viewer)).files[0]!.problems).toMatchObject([{ code: 'other-department' }]);
  });
});

describe('where somebody has written meanwhile', () => {
  async function conflict(number: string, browser: string, sheet: string) {
    const file = await filled({ [number]: sheet });
    const id = await request(number);
    const { currentVersion } = await detail(number);
    await saveAnswer(room.db, { requestId: id, answer: { ...emptyItemAnswer, text: browser }, baseVersion: currentVersion, actor: people.otherWriter, today });
    return { file, id };
  }
  test('nothing is done until a person has chosen', async () => {
    const { file, id } = await conflict('47', '画面で書いた。', '表で書いた。');
    expect((await dryRun([file])).files[0]!.answers.find(({ judgement }) => judgement.kind === 'conflict')).toMatchObject({ base: null, answer: { text: '表で書いた。' }, request: { current: { text: '画面で書いた。' }, currentBy: { name: 'tanto2' } } });
    expect(await takeIn([file])).toMatchObject({ outcome: 'look-again', why: 'choices', missing: [id] });
    expect(await takeIn([file], { choices: { [id]: 'keep' } })).toMatchObject({ outcome: 'taken-in', answers: [{ became: 'kept' }] });
    expect((await detail('47')).answer).toMatchObject({ text: '画面で書いた。' });
    expect(await takeIn([file], { choices: { [id]: 'take' } })).toMatchObject({ outcome: 'taken-in', answers: [{ became: 'saved', version: 2 }] });
    expect((await detail('47')).answer).toMatchObject({ text: '表で書いた。' });
  });
  test('both can be kept, to be merged by hand', async () => {
    const { file, id } = await conflict('49', '画面で書いた。', '表で書いた。');
    expect(await takeIn([file], { choices: { [id]: 'both' } })).toMatchObject({ outcome: 'taken-in', answers: [{ became: 'parked', version: 2 }] });
    const { answer, allVersions } = await detail('49');
    expect(answer).toMatchObject({ text: '画面で書いた。' });
    expect(allVersions[1]).toMatchObject({ parked: true, cause: 'workbook', department: 'shokuin', answer: { text: '表で書いた。' } });
  });
  test('what the workbook did not change is no conflict', async () => {
    const file = await filled({ '52': '表で書いた。' });
    await saveAnswer(room.db, { requestId: await request('54'), answer: { ...emptyItemAnswer, text: '画面で書いた。' }, baseVersion: null, actor: people.writer, today });
    expect((await dryRun([file])).files[0]!.answers.flatMap(({ judgement: { kind }, request: { number } }) => (kind === 'unchanged' ? [] : [[number, kind]]))).toEqual([['52', 'change']]);
  });
});

describe('all or nothing', () => {
  test('a dry run that is out of date is shown again, and nothing is written', async () => {
    const file = await filled({ '52': '表で書いた。', '55': '表で書いた。' });
    const { seen } = await dryRun([file]);
    await saveAnswer(room.db, { requestId: await request('55'), answer: { ...emptyItemAnswer, text: '割り込んだ。' }, baseVersion: null, actor: people.writer, today });
    expect(await takeInWorkbooks(room.db, { ...order([file]), seen, choices: new Map() })).toMatchObject({ outcome: 'look-again', why: 'changed' });
    expect((await detail('52')).currentVersion).toBeNull();
  });
  test('one bad file keeps all the others out', async () => {
    const good = await filled({ '52': '表で書いた。' });
    const bad = await receivedFile(new TextEncoder().encode('%PDF-1.7'), '議事録.pdf');
    expect(await takeIn([good, bad])).toMatchObject({ outcome: 'look-again', why: 'problems' });
    expect((await detail('52')).currentVersion).toBeNull();
  });
  test('an answer that may not be written is left out only when somebody says so', async () => {
    const file = await filled({ '56': '表で書いた。', '52': '表で書いた。' });
    const id = await request('56');
    await actOnRequest(room.db, { requestId: id, action: 'submit', actor: people.writer, today, answer: { ...emptyItemAnswer, text: '提出した。' }, baseVersion: null });
    expect((await dryRun([file])).files[0]!.answers.find(({ request: { number } }) => number === '56')?.judgement).toEqual({ kind: 'refused', reason: '「所属長の確認待ち」の照会では「Excelから取り込む」ことはできません。' });
    expect(await takeIn([file], { choices: { [id]: 'take' } })).toMatchObject({ outcome: 'look-again', why: 'choices', missing: [id] });
    expect(await takeIn([file], { choices: { [id]: 'keep' } })).toMatchObject({ outcome: 'taken-in', answers: expect.arrayContaining([expect.objectContaining({ became: 'kept' }), expect.objectContaining({ became: 'saved' })]) });
    expect((await detail('56')).answer).toMatchObject({ text: '提出した。' });
  });
  test('the deadline holds for the secretariat too', async () => {
    const file = await filled({ '57': '遅れた。' });
    const late = await dryRun([file], people.secretariat, '2022-05-21');
    expect(late.files[0]!.answers.find(({ request: { number } }) => number === '57')?.judgement).toMatchObject({ kind: 'refused', reason: expect.stringContaining('締切を過ぎた') });
  });
  test('two files that say different things about one answer are named; the same said twice is one', async () => {
    const [one, two] = [await filled({ '57': '甲' }), await filled({ '57': '乙' })];
    expect((await dryRun([one, { ...one, name: '写し.xlsx' }])).ready).toBe(true);
    const both = await dryRun([one, { ...two, name: '乙.xlsx' }]);
    expect(both.files[1]!.problems).toMatchObject([{ code: 'two-files', sheet: '取組状況', message: expect.stringContaining('回答が、「回答.xlsx」にもあり、内容が異なります。') }]);
    expect(await takeIn([one, two])).toMatchObject({ outcome: 'look-again', why: 'problems' });
  });
  test('an order of headquarters is asked and answered', async () => {
    const [meeting] = await room.db.insertInto('meeting').values({ plan_id: planId, fiscal_year: 2020, held_on: '2021-08-01', title: '本部' }).returning('id').execute();
    const [item] = await room.db.insertInto('agenda_item').values({ meeting_id: meeting!.id, position: 1, node_id: 'i05', indicator_id: null, title: '人財', paper: '' }).returning('id').execute();
    const [order_] = await room.db.insertInto('instruction').values({ agenda_item_id: item!.id, plan_id: planId, node_id: 'i05', text: '成果を数で示すこと。', answer_in: 2021, person_id: people.secretariat.personId }).returning('id').execute();
    await room.db.insertInto('instruction_department').values({ instruction_id: order_!.id, department_id: 'shokuin' }).execute();
    const workbook = await openWorkbookOf(room.db, 'shokuin');
    expect(workbook.rowsOf('orders', '05')[0]).toContain('成果を数で示すこと。');
    const file = await receivedFile(workbook.write('orders', '05', 'orderAnswer', '３人を派遣した。').save());
    expect(await takeIn([file])).toMatchObject({ outcome: 'taken-in' });
    expect((await detail('05')).answer).toMatchObject({ text: '派遣した。', instructionAnswers: { [String(order_!.id)]: '３人を派遣した。' } });
  });
  test('the log of it all is whole', async () => {
    expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
  });
});
