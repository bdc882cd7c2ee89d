import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith, duringRound, openCityHall, people, planId, requestOf } from '../../../tests/city-hall.ts';
import { actOnRequest } from '../../commands/act-on-request.ts';
import { prepareRound } from '../../commands/prepare-round.ts';
import { openRound } from '../../commands/open-round.ts';
import { verifyAudit } from '../../database/audit-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { listBoard, loadRequest } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import type { WorkspaceEnv } from '../workspace.ts';
import { headquartersTask } from './headquarters.ts';

let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

async function ask(actor: Actor, path: string, fields?: Record<string, string>) {
  const app = new Hono<WorkspaceEnv>();
  app.use(async (context, next) => { context.set('actor', actor); await next(); });
  app.route('/workspace/headquarters', headquartersTask({ db: room.db, assets: { stylesheets: [], scripts: {} }, demo: false, proofreader: null, now: () => duringRound, published: async () => {} }));
  const response = await app.request(`/workspace/headquarters${path}`, fields ? { method: 'POST', body: new URLSearchParams(fields) } : {});
  return { status: response.status, text: await response.text(), to: response.headers.get('location') ?? '' };
}

test('a decision of headquarters orders a department, comes back at the top of its form in the next round, and must be answered', async () => {
  const called = await ask(people.secretariat, '', { round: `${planId} 2021`, title: '令和４年度第１回 行財政改革推進本部', heldOn: '2022-07-12' });
  const meeting = called.to.split('/').at(-1)!;
  expect(called.status).toBe(303);
  const added = await ask(people.secretariat, `/${meeting}/items`, { subject: 'node i05', title: '', paper: '資料１\n派遣の人数' });
  const item = added.to.split('item-').at(-1)!;
  const wrong = await ask(people.secretariat, `/${meeting}/items/${item}/decision`, { text: '', instruction: '効果を示すこと。' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('決定の内容が書かれていません。');
  expect(wrong.text).toContain('指示する部署が選ばれていません。');
  expect(wrong.text).toContain('効果を示すこと。');
  const decided = await ask(people.secretariat, `/${meeting}/items/${item}/decision`, {
    text: '継続して取り組む。', assessment: 'b', instruction: '研修の効果を数値で示すこと。', departments: 'shokuin',
  });
  expect(decided.status).toBe(303);
  const projector = await ask(actorWith('shicho', ['executive']), `/${meeting}/projector/1`);
  expect(projector.text).toContain('研修の効果を数値で示すこと。');
  expect((await ask(people.writer, `/${meeting}`)).status).toBe(403);

  const actor = people.secretariat;
  const prepared = await prepareRound(room.db, {
    planId, fiscalYear: 2022, asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'not-asked', nextYear: 'not-asked', effects: 'not-asked', evidence: 'not-asked' }, scale: [],
    departmentDeadline: '2023-05-19', headDeadline: '2023-05-26', assignments: { forCollectives: {}, forIndicators: {} }, actor,
  });
  expect(prepared.outcome).toBe('prepared');
  await openRound(room.db, { planId, fiscalYear: 2022, actor, allowUnassigned: true });
  expect((await readTransaction(room.db, async (trx) => loadRequest(trx, await requestOf(room.db, '05', 'shokuin'))))?.instructions).toEqual([]);
  const next = (await readTransaction(room.db, (trx) => listBoard(trx, planId, 2022))).find(({ number, department }) => number === '05' && department === 'shokuin')!;
  const detail = await readTransaction(room.db, (trx) => loadRequest(trx, next.id));
  const [instruction] = detail!.instructions;
  expect(instruction?.text).toBe('研修の効果を数値で示すこと。');

  const answer = { ...emptyItemAnswer, text: '研修に５人を派遣した。' };
  const send = (instructionAnswers: Record<string, string>, baseVersion: number | null) => actOnRequest(room.db, { requestId: next.id, action: 'submit', actor: people.writer, today: '2023-05-10', answer: { ...answer, instructionAnswers }, baseVersion });
  const silent = await send({}, null);
  expect(silent).toMatchObject({ outcome: 'invalid', problems: [{ path: ['instructionAnswers', instruction!.id] }] });
  const version = (await readTransaction(room.db, (trx) => loadRequest(trx, next.id)))!.currentVersion;
  expect(await send({ [instruction!.id]: '受講後の業務改善は12件である。' }, version)).toMatchObject({ outcome: 'done', state: 'submitted' });
  const followed = await ask(people.viewer, `/follow-up/${planId}`);
  expect(followed.text).toContain('受講後の業務改善は12件である。');
  expect(followed.text).toContain('未回答あり');
  expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
}, 60_000);
