import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith, duringRound, openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { actOnRequest } from '../../commands/act-on-request.ts';
import { addAgendaItem, callMeeting } from '../../commands/hold-meeting.ts';
import { recordDecision } from '../../commands/record-decision.ts';
import { verifyAudit } from '../../database/audit-store.ts';
import { listEditions, loadEdition } from '../../database/edition-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { listBoard } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import { emptyIndicatorAnswer } from '../../domain/round/indicator-answer.ts';
import type { WorkspaceEnv } from '../workspace.ts';
import { publishTask } from './publish.tsx';

let room: OpenTestDatabase;
let told = 0;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

const here = `/workspace/publish/${planId}/2021`;

async function ask(actor: Actor, path: string, fields?: Record<string, string>) {
  const app = new Hono<WorkspaceEnv>();
  app.use(async (context, next) => { context.set('actor', actor); await next(); });
  app.route('/workspace/publish', publishTask({ db: room.db, assets: { stylesheets: [], scripts: {} }, demo: false, proofreader: null, now: () => duringRound, published: async () => { told += 1; } }));
  const response = await app.request(path, fields ? { method: 'POST', body: new URLSearchParams(fields) } : {});
  return { status: response.status, text: await response.text(), to: response.headers.get('location') };
}

/** Every department answers, every head approves, the secretariat accepts. */
async function answerEverything(): Promise<void> {
  for (const { id, department, subject, number } of await readTransaction(room.db, (trx) => listBoard(trx, planId, 2021))) {
    const all = actorWith('tanto', ['reporter', department], ['section-head', department], ['secretariat']);
    const answer = subject.kind === 'node' ? { ...emptyItemAnswer, text: `${number}の取組を実施した。` } : { ...emptyIndicatorAnswer, printed: '20.0' };
    for (const step of [{ action: 'submit', answer }, { action: 'approve' }, { action: 'accept' }] as const) {
      const done = await actOnRequest(room.db, { requestId: id, actor: all, today: '2022-05-10', ...step });
      if (done.outcome !== 'done') throw new Error(`${number} ${step.action}: ${JSON.stringify(done)}`);
    }
  }
}

const texts = (text: string) => ({ 'preface-purpose': '令和３年度の目的', 'preface-governance': '令和３年度の進捗管理', ...Object.fromEntries([0, 1, 2, 3].map((index) => [`note-${index}`, text])) });

test('a round is published when everything is accepted, and corrected only with a reason; the first edition stays as it was', async () => {
  expect((await ask(people.secretariat, '/workspace/publish')).text).toContain('狛江市第６次行財政改革推進計画　令和３年度</a>　照会：受付中／未公表');
  const early = await ask(people.secretariat, here);
  expect(early.text).toContain('回答がないもの');
  expect(early.text).toContain('前文「計画の目的」は、前回の公表版の文章をそのまま引き継いでいます。');
  expect((await ask(people.secretariat, here, { action: 'publish' })).status).toBe(422);
  expect((await ask(people.writer, here)).status).toBe(403);

  await answerEverything();
  const wrong = await ask(people.secretariat, here, { action: 'save', issuedOn: '2022-02-30', ...texts('') });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('href="#issuedOn"');
  expect(wrong.text).toContain('href="#note-3"');
  expect((await ask(people.secretariat, here, { action: 'save', issuedOn: '2022-08-01', ...texts('注の説明') })).status).toBe(303);
  const ready = await ask(people.secretariat, here);
  expect(ready.text).toContain('ありません。公表できます。');
  expect(ready.text).toContain('令和２年度の版との違い');
  expect(ready.text).toContain(`href="${here}/preview/"`);
  await assessmentsNeedTheirReason();
  expect((await ask(people.secretariat, here, { action: 'publish' })).status).toBe(303);
  expect(told).toBe(1);
  const first = await readTransaction(room.db, (trx) => loadEdition(trx, planId, 2021, 1));
  expect(first?.edition).toMatchObject({ fiscalYear: 2021, number: 1, issuedOn: '2022-08-01', correctionReason: null, preface: [{ paragraphs: [{ text: '令和３年度の目的' }] }, {}] });

  expect(first?.edition.decisions).toEqual([]);
  const again = await ask(people.secretariat, here, { action: 'publish' });
  expect(again.text).toContain('公表済みの版と内容が同じです。');
  const settled = await ask(people.secretariat, here);
  for (const said of ['令和３年度は公表済み', '第１版を公表済みです', `href="/plans/${planId}/2021/"`]) expect(settled.text).toContain(said);
  expect(settled.text).not.toContain('公表の妨げになっていること');
  await ask(people.secretariat, here, { action: 'save', issuedOn: '2022-08-02', correctionReason: '公表日の誤り', ...texts('注の説明') });
  expect((await ask(people.secretariat, here, { action: 'publish' })).text).toContain('公表日のほかに、公表済みの版と異なるところがありません。公表日は版ごとの日付');
  await ask(people.secretariat, here, { action: 'save', issuedOn: '2022-08-01', ...texts('注の説明') });
  const [request] = await readTransaction(room.db, (trx) => listBoard(trx, planId, 2021));
  expect(await actOnRequest(room.db, { requestId: request!.id, action: 'correct', baseVersion: request!.currentVersion, actor: people.secretariat, today: '2022-09-01', note: '人数の誤り', answer: { ...emptyItemAnswer, text: '正しい人数は３人である。' } })).toMatchObject({ outcome: 'done' });
  expect((await ask(people.secretariat, here, { action: 'publish' })).text).toContain('訂正の理由が書かれていません。');
  await ask(people.secretariat, here, { action: 'save', issuedOn: '2022-09-02', correctionReason: '人数に誤りがあったため', ...texts('注の説明') });
  const errata = await ask(people.secretariat, here);
  expect(errata.text).toContain('正誤表（公表済みの版との違い）');
  expect(errata.text).toMatch(/<ins>.*正しい/);
  expect(errata.text).toMatch(new RegExp(`<a href="${here}/preview/plans/${planId}/2021/initiatives/01/">取組項目01`));
  await previewReadsAsItWillBe();
  expect((await ask(people.secretariat, here, { action: 'publish' })).status).toBe(303);

  const editions = await readTransaction(room.db, (trx) => listEditions(trx, planId));
  expect(editions.filter(({ fiscalYear }) => fiscalYear === 2021).map(({ number }) => number).toSorted()).toEqual([1, 2]);
  expect(await readTransaction(room.db, (trx) => loadEdition(trx, planId, 2021, 1))).toEqual(first);
  expect((await readTransaction(room.db, (trx) => loadEdition(trx, planId, 2021, 2)))?.edition).toMatchObject({ number: 2, correctionReason: '人数に誤りがあったため' });
  expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
}, 120_000);

/** In the middle of a correction: the first edition is published, the second is only a draft. */
async function previewReadsAsItWillBe(): Promise<void> {
  const at = (path: string) => ask(people.secretariat, `${here}/preview/${path}`);
  const year = `plans/${planId}/2021/`;
  const item = await at(`${year}initiatives/01/`);
  for (const said of ['正しい人数は３人である。', '公表前の確認用です。まだ公表されていません。', `href="${here}"`, 'noindex', '第２版']) expect(item.text).toContain(said);
  expect((await at(`${year}editions/2/errata/`)).text).toContain('人数に誤りがあったため');
  expect((await at(`plans/${planId}/history/initiatives/i01/`)).text).toContain('正しい人数は３人である。');
  expect((await at(`${year}search/?q=${encodeURIComponent('正しい人数')}`)).text).toContain('「正しい人数」の検索結果');
  expect((await at(`${year}search/index.js`)).text).toContain('正しい人数');
  // What is published stays where it is; what would be made on publication is not there yet; nothing leads out of the house.
  for (const path of [`plans/${planId}/2020/`, 'assets/style.css']) expect((await at(path)).to).toBe(`/${path}`);
  expect((await at('')).to).toBe(year);
  for (const path of [`${year}report.pdf`, '/example.org/', '%5Cexample.org', 'workspace/people']) expect([path, (await at(path)).status]).toEqual([path, 404]);
  for (const actor of [people.writer, people.head, people.viewer]) expect((await ask(actor, `${here}/preview/${year}`)).status).toBe(403);
}

/** The best assessment, recorded while nothing spoke against it; the figures that came since say that the indicator has turned back. */
async function assessmentsNeedTheirReason(): Promise<void> {
  const actor = people.secretariat;
  const show = (decisionsShown: string) => ask(actor, here, { action: 'save', issuedOn: '2022-08-01', ...texts('注の説明'), decisionsShown });
  const meeting = await callMeeting(room.db, { meeting: { planId, fiscalYear: 2021, heldOn: '2022-07-12', title: '第１回推進本部' }, actor });
  const meetingId = meeting.outcome === 'done' ? meeting.id : '';
  const item = await addAgendaItem(room.db, { item: { meetingId, subject: { kind: 'node', id: 'i05' }, title: '05 ICT人財の育成', paper: '' }, actor });
  const agendaItemId = item.outcome === 'done' ? item.id : '';
  const decide = (explanation: string | null) => recordDecision(room.db, { decision: { meetingId, agendaItemId, text: '継続する。', assessment: 'a', explanation, instruction: null }, indicators: [], actor });
  expect(await decide(null)).toMatchObject({ outcome: 'done' });
  expect((await ask(actor, here)).text, 'what is not published needs no reason').toContain('ありません。公表できます。');
  await show('decisions');
  const stopped = await ask(actor, here);
  for (const said of ['理由のない評価（1件）', `href="/workspace/headquarters/${meetingId}/items/${agendaItemId}"`, '評価「Ａ（順調）」と、指標「']) expect(stopped.text).toContain(said);
  expect((await ask(actor, here, { action: 'publish' })).status).toBe(422);
  expect(await decide('研修の成果は、調査の後に表れたため。')).toMatchObject({ outcome: 'done' });
  expect((await ask(actor, here)).text).toContain('ありません。公表できます。');
  await show('none');
}
