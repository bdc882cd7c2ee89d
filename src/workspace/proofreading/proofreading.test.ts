import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCityHall, people, planId, requestOf } from '../../../tests/city-hall.ts';
import { actOnRequest } from '../../commands/act-on-request.ts';
import { saveAnswer } from '../../commands/save-answer.ts';
import { readAudit } from '../../database/audit-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { loadRequest } from '../../database/request-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import { openProofreader, type Proofreader } from '../../proofreader/open-proofreader.ts';
import { publishTask } from '../publish/publish.tsx';
import { type TaskClient, taskClient, testParts } from '../task-client.testing.ts';
import { proofreadingTask } from './proofreading.ts';

let room: OpenTestDatabase;
let proofreader: Proofreader;
let secretariat: TaskClient;
let ids: string[];

const today = '2022-05-10';
const address = `/workspace/proofreading/${planId}/2021`;
const slip = '費用対効果などついて検証を行った。';
const missingNi = { rule: 'missing-ni', quote: 'などついて', suggestion: 'などについて' };

beforeAll(async () => {
  room = await openTestDatabase();
  proofreader = openProofreader();
  await openCityHall(room.db);
  await proofreader.paragraph({ path: 'a', nodeId: null, kind: 'report', paragraph: null, item: false, text: '用意ができた。' }, { entries: [] });
  secretariat = taskClient('/workspace/proofreading', proofreadingTask({ ...testParts(room.db), proofreader }), people.secretariat);
  ids = await Promise.all(['05', '43', '44'].map((number) => requestOf(room.db, number, 'shokuin')));
  for (const [index, id] of ids.entries()) {
    const answer = { ...emptyItemAnswer, text: `職員に研修を行った。\n${index < 2 ? slip : '来年度なの準備を進めた。'}` };
    await saveAnswer(room.db, { requestId: id, answer, baseVersion: null, actor: people.writer, today });
    for (const [action, actor] of [['submit', people.writer], ['approve', people.head]] as const) await actOnRequest(room.db, { requestId: id, action, actor, today });
  }
});
afterAll(async () => {
  await proofreader.close();
  await room.close();
});

/** Ids of the forms of a finding as they stand on the page. */
async function versionsOf(quote: string): Promise<string> {
  const { text } = await secretariat.get(address);
  const form = text.split('<form').find((part) => part.includes('/fix"') && part.includes(`&quot;quote&quot;:&quot;${quote}&quot;`)) ?? '';
  return /name="versions" value="([^"]*)"/.exec(form)?.[1] ?? '';
}
const textOf = async (id: string) => (await readTransaction(room.db, (trx) => loadRequest(trx, id)))!;

describe('proofreading the whole report', () => {
  test('is for the secretariat, and leads to the newest round', async () => {
    for (const actor of [people.writer, people.head, people.viewer, people.administrator]) {
      expect((await taskClient('/workspace/proofreading', proofreadingTask({ ...testParts(room.db), proofreader }), actor).get(address)).status).toBe(403);
    }
    expect((await secretariat.get('/workspace/proofreading')).to).toBe(address);
    expect((await secretariat.get(`/workspace/proofreading/${planId}/1999`)).status).toBe(404);
  });

  test('shows one finding with all its places, each with the way to its answer', async () => {
    const { text } = await secretariat.get(address);
    expect(text.split('<h3><mark>などついて</mark>')).toHaveLength(2);
    for (const id of ids.slice(0, 2)) expect(text).toContain(`href="/workspace/requests/${id}">取組項目`);
    expect(text).toMatch(/<dt>誤り<\/dt><dd>/);
    expect(text).toContain('費用対効果<mark>などついて</mark>検証を行った。');
  });

  test('mends all answers by one click, as corrections with their note, and shows where somebody was faster', async () => {
    const versions = await versionsOf('などついて');
    expect(versions.split(' ').toSorted()).toEqual(ids.slice(0, 2).map((id) => `${id}:1`).toSorted());
    const second = await textOf(ids[1]!);
    await actOnRequest(room.db, { requestId: ids[1]!, action: 'correct', actor: people.secretariat, today, note: '追記', baseVersion: 1, answer: { ...emptyItemAnswer, text: `${second.answer?.kind === 'item' ? second.answer.text : ''}\n追記した。` } });
    const { to } = await secretariat.post(`${address}/fix`, [['finding', JSON.stringify(missingNi)], ['versions', versions]]);
    const { text } = await secretariat.get(to!);
    expect(text).toContain('修正しました。');
    expect(text).toContain('校閲した後に回答が書き換えられたため、修正していません。');
    const first = await textOf(ids[0]!);
    expect([first.answer, first.state]).toMatchObject([{ text: '職員に研修を行った。\n費用対効果などについて検証を行った。' }, 'approved']);
    expect(first.events.at(-1)).toMatchObject({ action: 'correct', note: '校閲による修正：「などついて」を「などについて」に直しました。' });
    expect((await textOf(ids[1]!)).answer).toMatchObject({ text: expect.stringContaining('などついて') as string });
  });

  test('leaves a finding as it is in this report only, and takes that back', async () => {
    const decided = await secretariat.post(`${address}/decide`, [['finding', JSON.stringify(missingNi)], ['verdict', 'left-as-it-is'], ['reason', '引用です。']]);
    expect(decided.to).toBe(`${address}?done=left-as-it-is`);
    const page = (await secretariat.get(address)).text;
    expect(page).not.toContain('<h3><mark>などついて</mark>');
    expect(page).toContain('引用です。');
    const id = /name="decision" value="(\d+)"/.exec(page)?.[1] ?? '';
    expect((await secretariat.post(`${address}/withdraw`, [['decision', id]])).to).toBe(`${address}?done=withdraw`);
    expect((await secretariat.get(address)).text).toContain('<h3><mark>などついて</mark>');
    expect((await secretariat.post(`${address}/withdraw`, [['decision', id]])).status).toBe(422);
    const audit = (await readTransaction(room.db, (trx) => readAudit(trx, { planId }))).map(({ action }) => action);
    expect(audit.slice(-2)).toEqual(['decide-finding', 'withdraw-finding-decision']);
  });

  test('refuses what is no finding', async () => {
    for (const finding of ['', 'null', '{"rule":"none","quote":"x"}']) {
      expect((await secretariat.post(`${address}/decide`, [['finding', finding], ['verdict', 'not-an-error']])).status).toBe(422);
      expect((await secretariat.post(`${address}/fix`, [['finding', finding], ['versions', '']])).status).toBe(422);
    }
  });

  test('takes the city\'s words, which win over every rule, and tells every problem in them with its line', async () => {
    const wrong = await secretariat.post(`${address}/dictionary`, [['source', 'rules:\n  - expected: a\n    pattern: /(/\n  - pattern: b\n'], ['before', '']]);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/2行目：.*4行目：/s);
    const words = 'rules:\n  - などついて\n  - expected: 講習\n    pattern: 研修\n';
    expect((await secretariat.post(`${address}/dictionary`, [['source', words], ['before', '']])).to).toBe(`${address}?done=dictionary`);
    const page = (await secretariat.get(address)).text;
    expect(page).not.toContain('<h3><mark>などついて</mark>');
    expect(page).toContain('<h3><mark>研修</mark>　→　講習<');
    expect((await secretariat.get(`${address}/dictionary`)).text).toContain('expected: 講習');
    const late = await secretariat.post(`${address}/dictionary`, [['source', 'rules: []'], ['before', '']]);
    expect([late.status, late.text.includes('ほかの人が用字用語辞書を保存しました。')]).toEqual([422, true]);
    expect((await readTransaction(room.db, (trx) => readAudit(trx, { planId }))).at(-1)).toMatchObject({ action: 'save-dictionary', details: { words: ['などついて', '講習'] } });
  });
});

describe('before publication', () => {
  test('proofreading advises with the number and the way there, and does not stand in the way', async () => {
    const publish = taskClient('/workspace/publish', publishTask({ ...testParts(room.db), proofreader }), people.secretariat);
    await secretariat.get(address);
    const { text } = await publish.get(`/workspace/publish/${planId}/2021`);
    expect(text).toMatch(new RegExp(`<a href="${address}">校閲の指摘が\\d+件あります</a>`));
    expect(text).toContain('このままでも公表できます。');
    const silent = taskClient('/workspace/publish', publishTask(testParts(room.db)), people.secretariat);
    expect((await silent.get(`/workspace/publish/${planId}/2021`)).text).not.toContain('校閲の指摘');
  });
});
