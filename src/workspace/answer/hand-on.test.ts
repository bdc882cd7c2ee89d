import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith, duringRound, openCityHall, people, requestOf } from '../../../tests/city-hall.ts';
import { actOnRequest } from '../../commands/act-on-request.ts';
import { planReorganisation, reorganise } from '../../commands/reorganise.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import type { WorkspaceEnv } from '../workspace.ts';
import { answerTask } from './answer.ts';

let room: OpenTestDatabase;
let id: string;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
  id = await requestOf(room.db, '06', 'kazei');
  const today = '2022-05-10';
  const staff = { ...people.writer, posts: actorWith('', ['reporter', 'kazei'], ['section-head', 'kazei']).posts };
  await actOnRequest(room.db, { requestId: id, today, action: 'submit', actor: staff, answer: { ...emptyItemAnswer, text: '入力を自動化した。' }, baseVersion: null });
  await actOnRequest(room.db, { requestId: id, today, action: 'approve', actor: staff });
  await actOnRequest(room.db, { requestId: id, today, action: 'accept', actor: people.secretariat });
  const form = { kind: 'split', day: '2022-04-01', reason: '組織規則の改正', before: ['kazei'], after: [{ id: 'shiminzei', name: '市民税課' }, { id: 'shisanzei', name: '資産税課' }] };
  const asked = { municipality: '132195', form, choices: new Map(), actor: people.administrator, today };
  const plan = await planReorganisation(room.db, asked);
  await reorganise(room.db, { ...asked, now: () => duringRound, seen: plan.ok ? plan.seen : '' });
});
afterAll(() => room.close());

test('an accepted answer of a department that was split asks the secretariat who takes it over, and says afterwards where it came from', async () => {
  const app = new Hono<WorkspaceEnv>();
  app.use(async (context, next) => { context.set('actor', people.secretariat); await next(); });
  app.route('/workspace/requests', answerTask({ db: room.db, assets: { stylesheets: [], scripts: {} }, demo: false, proofreader: null, now: () => duringRound, published: async () => {} }));
  const post = (fields: Record<string, string>) => app.request(`/workspace/requests/${id}`, { method: 'POST', body: new URLSearchParams({ action: 'send-back', note: '件数を書いてください。', ...fields }) });
  expect(await (await app.request(`/workspace/requests/${id}`)).text()).toContain('<option value="shisanzei">資産税課</option>');
  const refused = await post({ successor: '' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('<a href="#successor">');
  expect((await post({ successor: 'shisanzei' })).headers.get('location')).toBe(`/workspace/requests/${id}?done=send-back`);
  const page = await (await app.request(`/workspace/requests/${id}`)).text();
  expect(page).toContain('組織改正（令和４年４月１日）により、課税課から資産税課に引き継がれました。');
  expect(page).not.toContain('name="successor"');
  expect(page).toContain('入力を自動化した。');
});
