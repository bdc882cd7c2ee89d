import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnRequest } from '../../src/commands/act-on-request.ts';
import { openRound } from '../../src/commands/open-round.ts';
import { prepareRound } from '../../src/commands/prepare-round.ts';
import { publishRound, saveEditionFrame } from '../../src/commands/publish-round.ts';
import { planReorganisation, reorganise } from '../../src/commands/reorganise.ts';
import { verifyAudit } from '../../src/database/audit-store.ts';
import { listEditions, loadEdition } from '../../src/database/edition-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../src/database/open-test-database.ts';
import { listBoard, loadRequest } from '../../src/database/request-store.ts';
import { readTransaction } from '../../src/database/transaction.ts';
import { sealingOf } from '../../src/documents/edition-json/edition-json.ts';
import { emptyItemAnswer } from '../../src/domain/round/answer.ts';
import { emptyIndicatorAnswer } from '../../src/domain/round/indicator-answer.ts';
import type { ReorganisationForm } from '../../src/domain/organization/check-reorganisation.ts';
import { editionSites, renderSite } from '../../src/site/render-site.ts';
import { headquartersTask } from '../../src/workspace/headquarters/headquarters.ts';
import { taskClient, testParts } from '../../src/workspace/task-client.testing.ts';
import { actorWith, openCityHall, people, planId } from '../city-hall.ts';

// A year of headquarters over a spring in which a department is renamed, one split and two merged: decide, order, publish, correct,
// and the order comes back. Through the commands and the pages that take them; the browser walks the same pages elsewhere.

const office = people.secretariat;
let room: OpenTestDatabase;

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
}, 120_000);
afterAll(() => room.close());

const headquarters = () => taskClient('/workspace/headquarters', headquartersTask(testParts(room.db)), office);
const board = (year: number) => readTransaction(room.db, (trx) => listBoard(trx, planId, year));
const edition = (year: number, number: number) => readTransaction(room.db, (trx) => loadEdition(trx, planId, year, number));
const publish = () => publishRound(room.db, { planId, fiscalYear: 2021, actor: office, hashOf: sealingOf, unprintableIn: () => [] });

async function answerEverything(): Promise<void> {
  for (const { id, department, subject, number } of await board(2021)) {
    const all = actorWith('tanto', ['reporter', department], ['section-head', department], ['secretariat']);
    const answer = subject.kind === 'node' ? { ...emptyItemAnswer, text: `${number}の取組を実施した。` } : { ...emptyIndicatorAnswer, printed: '20.0' };
    for (const step of [{ action: 'submit', answer }, { action: 'approve' }, { action: 'accept' }] as const) {
      const done = await actOnRequest(room.db, { requestId: id, actor: all, today: '2022-05-10', ...step });
      if (done.outcome !== 'done') throw new Error(`${number} ${step.action}: ${JSON.stringify(done)}`);
    }
  }
}

async function keepReason(correctionReason: string | null): Promise<void> {
  const before = (await edition(2020, 1))!.edition;
  const frame = { issuedOn: '2022-08-01', preface: before.preface, notes: before.notes, correctionReason, decisionsShown: 'instructions' as const };
  expect(await saveEditionFrame(room.db, { planId, fiscalYear: 2021, frame, actor: office })).toEqual({ outcome: 'saved' });
}

/** The secretariat mends the words of an accepted answer. */
async function mend(number: string, text: string): Promise<void> {
  const request = (await board(2021)).find((candidate) => candidate.number === number && candidate.subject.kind === 'node')!;
  const done = await actOnRequest(room.db, { requestId: request.id, action: 'correct', baseVersion: request.currentVersion, actor: office, today: '2022-09-01', note: '誤記', answer: { ...emptyItemAnswer, text } });
  expect(done).toMatchObject({ outcome: 'done' });
}

async function change(form: Omit<ReorganisationForm, 'day' | 'reason'>): Promise<void> {
  const request = { municipality: '132195', form: { ...form, day: '2023-04-01', reason: '組織規則の改正' }, choices: new Map<string, string>(), actor: people.administrator, today: '2023-04-01', now: () => new Date('2023-04-01T00:00:00Z') };
  const planned = await planReorganisation(room.db, request);
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  const done = await reorganise(room.db, { ...request, seen: planned.seen });
  expect(done.outcome, JSON.stringify(done)).toBe('reorganised');
}

let firstCanonical = '';

test('headquarters decides and orders, and the edition carries it with the posts that approved', async () => {
  const meeting = (await headquarters().post('/workspace/headquarters', [['round', `${planId} 2021`], ['title', '第１回推進本部'], ['heldOn', '2022-07-12']])).to!.split('/').at(-1)!;
  const item = (await headquarters().post(`/workspace/headquarters/${meeting}/items`, [['subject', 'node i05'], ['title', ''], ['paper', '']])).to!.split('item-').at(-1)!;
  const decided = await headquarters().post(`/workspace/headquarters/${meeting}/items/${item}/decision`, [['text', '継続する。'], ['assessment', 'b'], ['instruction', '研修の効果を数値で示すこと。'], ['departments', 'shokuin']]);
  expect(decided.status, decided.text).toBe(303);
  await answerEverything();
  await keepReason(null);
  expect(await publish()).toMatchObject({ outcome: 'published' });
  const first = (await edition(2021, 1))!;
  firstCanonical = first.canonical;
  expect(first.edition.decisions).toMatchObject([{ subject: { id: 'i05' }, assessment: 'Ｂ（おおむね順調）', instructions: [{ departments: [{ id: 'shokuin', name: '職員課' }] }] }]);
  expect(first.edition.nodes.find(({ id }) => id === 'i05')?.report?.paragraphs[0]?.approval).toEqual({ post: '職員課長', byDeputy: false, correctedAfter: false });
}, 240_000);

test('two corrections in one minute are two editions, each with its reason; one that is published while somebody mends holds one state, never a mixture', async () => {
  await mend('05', '正しい人数は３人である。');
  await keepReason('人数に誤りがあったため');
  expect(await publish()).toMatchObject({ outcome: 'published' });
  expect(await publish(), 'the reason of one correction is not that of the next').toMatchObject({ outcome: 'refused' });
  await mend('06', '正しい課は４課である。');
  await keepReason('課の数に誤りがあったため');
  const [outcome] = await Promise.all([publish(), mend('07', '公表の間に直した文章である。')]);
  expect(outcome).toMatchObject({ outcome: 'published' });
  const third = (await edition(2021, 3))!.edition;
  expect([third.correctionReason, third.corrects?.number]).toEqual(['課の数に誤りがあったため', 2]);
  const text = (id: string) => third.nodes.find((node) => node.id === id)?.report?.paragraphs.map((paragraph) => paragraph.text);
  expect(text('i06')?.[0]).toBe('正しい課は４課である。');
  expect(['07の取組を実施した。', '公表の間に直した文章である。']).toContain(text('i07')?.[0]);
  expect((await edition(2021, 2))!.edition.nodes.find(({ id }) => id === 'i05')?.report?.paragraphs[0]?.approval).toMatchObject({ post: '職員課長', correctedAfter: true });
  expect((await readTransaction(room.db, (trx) => listEditions(trx, planId))).filter(({ fiscalYear }) => fiscalYear === 2021).map(({ number }) => number).toSorted()).toEqual([1, 2, 3]);
}, 120_000);

test('over a renaming, a split and a merger the order comes back to who follows, must be answered, and is answered', async () => {
  await change({ kind: 'rename', before: ['zaisei'], after: [{ id: 'zaisei', name: '財務課' }] });
  await change({ kind: 'split', before: ['seisaku'], after: [{ id: 'kikaku', name: '企画課' }, { id: 'digital', name: 'デジタル推進課' }] });
  await change({ kind: 'merge', before: ['shokuin', 'mirai'], after: [{ id: 'jinzai', name: '人財戦略課' }] });
  const prepared = await prepareRound(room.db, {
    planId, fiscalYear: 2022, asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'not-asked', nextYear: 'not-asked', effects: 'not-asked', evidence: 'not-asked' }, scale: [],
    departmentDeadline: '2023-05-20', headDeadline: '2023-05-27', actor: office, assignments: { forCollectives: {}, forIndicators: {} },
  });
  if (prepared.outcome === 'refused') throw new Error(JSON.stringify(prepared.refusals));
  await openRound(room.db, { planId, fiscalYear: 2022, actor: office, allowUnassigned: true });
  const request = (await board(2022)).find(({ subject }) => subject.id === 'i05')!;
  expect(request.departmentName).toBe('人財戦略課');
  const detail = (await readTransaction(room.db, (trx) => loadRequest(trx, request.id)))!;
  expect(detail.instructions.map(({ text }) => text)).toEqual(['研修の効果を数値で示すこと。']);
  expect(detail.lastYear?.paragraphs.map(({ text }) => text)).toEqual(['正しい人数は３人である。']);
  const all = actorWith('tanto', ['reporter', 'jinzai'], ['section-head', 'jinzai'], ['secretariat']);
  const submit = (instructionAnswers: Record<string, string>, baseVersion: number | null = null) => actOnRequest(room.db, { requestId: request.id, action: 'submit', actor: all, today: '2023-05-10', baseVersion, answer: { ...emptyItemAnswer, text: '研修を実施した。', instructionAnswers } });
  expect(await submit({})).toMatchObject({ outcome: 'invalid', version: 1 });
  expect(await submit({ [detail.instructions[0]!.id]: '受講者の８割が活用している。' }, 1)).toMatchObject({ outcome: 'done' });
  for (const action of ['approve', 'accept'] as const) expect(await actOnRequest(room.db, { requestId: request.id, action, actor: all, today: '2023-05-11' })).toMatchObject({ outcome: 'done' });
  const followed = (await headquarters().get(`/workspace/headquarters/follow-up/${planId}`)).text;
  for (const said of ['（人財戦略課が引継ぎ）', '回答済み', '受講者の８割が活用している。']) expect(followed).toContain(said);
}, 120_000);

test('what was published stands byte for byte, and reads with the names of its day', async () => {
  const first = (await edition(2021, 1))!;
  expect(first.canonical).toBe(firstCanonical);
  const all = [(await edition(2020, 1))!, (await edition(2021, 3))!];
  const pages = new Map([...renderSite(editionSites(all.map((published) => ({ published, files: [] })), [first, (await edition(2021, 2))!]), [], { stylesheet: 'a.css', searchScript: 's.js' })].map(({ path, content }) => [path, content]));
  const item = pages.get(`plans/${planId}/2021/initiatives/05/index.html`) ?? '';
  for (const said of ['職員課', '承認：職員課長（承認後に事務局が修正）', '評価　<b>Ｂ（おおむね順調）</b>', '研修の効果を数値で示すこと。']) expect(item).toContain(said);
  expect(pages.get(`plans/${planId}/2021/departments/index.html`)).not.toMatch(/企画課|人財戦略課|財務課/);
  expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
});
