import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readAudit, verifyAudit } from '../database/audit-store.ts';
import { listBoard, listMyWork, loadRequest } from '../database/request-store.ts';
import { readTransaction } from '../database/transaction.ts';
import { sealingOf } from '../documents/edition-json/edition-json.ts';
import { initiativesOf } from '../domain/edition/reading.ts';
import type { Answer } from '../domain/round/answer.ts';
import { closeRound } from './close-round.ts';
import { composeYearReport } from './compose-year-report.ts';
import { actOnRequest } from './act-on-request.ts';
import { importPlan } from './import-plan.ts';
import { publishEdition } from './publish-edition.ts';
import { days, fiscalYear, indicatorAnswer, itemAnswer, openRoundRoom, openSampleRound, planId, type RoundRoom } from './round.testing.ts';

let room: RoundRoom;
beforeEach(async () => {
  room = await openRoundRoom();
  await openSampleRound(room);
});
afterEach(() => room.opened.close());

const compose = () => readTransaction(room.db, (trx) => composeYearReport(trx, planId, fiscalYear));
const board = () => readTransaction(room.db, (trx) => listBoard(trx, planId, fiscalYear, days.early));

/** From the empty form to the accepted answer, each step by who takes it. */
async function answer(requestId: string, department: string, given: Answer): Promise<void> {
  const today = days.early;
  const steps = [
    await actOnRequest(room.db, { requestId, action: 'submit', actor: await room.actor('reporter', department), today, answer: given, baseVersion: null }),
    await actOnRequest(room.db, { requestId, action: 'approve', actor: await room.actor('section-head', department), today, baseVersion: 1 }),
    await actOnRequest(room.db, { requestId, action: 'accept', actor: await room.actor('secretariat'), today, baseVersion: 1 }),
  ];
  expect(steps.map((step) => (step.outcome === 'done' ? step.state : step))).toEqual(['submitted', 'approved', 'accepted']);
}

const answerNode = async (id: string, department: string, given: Answer) => answer(await room.requestOf(id, department), department, given);

test('a whole round on the real plan becomes the edition of the next year', async () => {
  const requests = await board();
  const figures: Readonly<Record<string, Answer>> = {
    ind1: indicatorAnswer('38.1 ※１', { series: 'all-answers', alternative: '６１．２' }), ind2: indicatorAnswer('25.0'), ind3: indicatorAnswer('９０．１ ※４', { asOf: '2021-03-31', standing: 'reference' }),
    ind4: indicatorAnswer('0'), ind5: indicatorAnswer('未確定'), ind6: indicatorAnswer('８４．２％', { standing: 'provisional' }), ind7: indicatorAnswer('26.4', { asOf: '2022-04-01', note: '暫定の集計' }),
  };
  for (const { id, subject, department, departmentName } of requests) await answer(id, department, subject.kind === 'indicator' ? figures[subject.id]! : itemAnswer(`${departmentName}が取り組んだ。\n・内訳のとおり。`));
  expect(await closeRound(room.db, { planId, fiscalYear, actor: await room.actor('secretariat') })).toMatchObject({ outcome: 'closed', unaccepted: 0 });

  const { report, open, review, problems } = await compose();
  expect(open).toEqual([]);
  expect(problems).toEqual([]);
  expect(report).toMatchObject({ planId, fiscalYear, editionNumber: 1, issuedOn: null, correctionReason: null, preface: room.report2020.preface, notes: [...room.report2020.notes, { mark: '※５', text: '暫定の集計' }] });
  // The real report of 2020 was written by hand; ours has the same cells, letter for letter, for the same answers.
  expect(report.reports.map(({ nodeId, responsiblePrinted, reporters }) => ({ nodeId, responsiblePrinted, reporters })))
    .toEqual(room.report2020.reports.map(({ nodeId, responsiblePrinted, reporters }) => ({ nodeId, responsiblePrinted, reporters })));
  const byNode = new Map(report.reports.map((entry) => [entry.nodeId, entry]));
  expect(byNode.get('i04')).toMatchObject({
    nodeId: 'i04', responsiblePrinted: '政策室／未来戦略室／関係各課（高齢障がい課）', reporters: ['korei-shogai'],
    paragraphs: [['seisaku', '政策室'], ['mirai', '未来戦略室'], ['korei-shogai', '高齢障がい課']].flatMap(([department, name], index) => [
      { id: `p${index * 2 + 1}`, kind: 'text', text: `${name}が取り組んだ。`, department }, { id: `p${index * 2 + 2}`, kind: 'item', text: '・内訳のとおり。', department },
    ]),
  });
  expect(byNode.get('i45')?.paragraphs).toEqual(byNode.get('i05')?.paragraphs);
  expect(report.measurements.map(({ indicatorId, label, printed, value, alternative, valueYear, standing, series, alternativeSeries }) =>
    [indicatorId, label, printed, value, alternative, valueYear, standing, series, alternativeSeries])).toEqual([
    ['ind1', '令和３年度末現状値', '38.1（６１．２）※１', 38.1, 61.2, 2021, null, 'all-answers', 'without-dont-know'],
    ['ind2', '令和３年度末現状値', '25.0', 25, null, 2021, null, 'main', null],
    ['ind3', '令和３年度末現状値', '９０．１ ※４', 90.1, null, 2020, 'reference', 'main', null],
    ['ind4', '令和３年度末現状値', '0', 0, null, 2021, null, 'main', null],
    ['ind5', '令和３年度末現状値', '未確定', null, null, 2021, null, 'main', null],
    ['ind6', '令和３年度末現状値', '８４．２％', 84.2, null, 2021, 'provisional', 'main', null],
    ['ind7', '令和３年度末現状値', '26.4 ※５', 26.4, null, 2021, null, 'main', null],
  ]);
  expect(review.map(({ place, id }) => `${place} ${id}`)).toEqual(['preface purpose', 'preface governance', 'notes ※１', 'notes ※２', 'notes ※３', 'notes ※４', 'indicator ind7']);

  await importPlan(room.db, { plan: room.plan, reports: [report], actor: '見本' });
  const published = await publishEdition(room.db, { planId, fiscalYear, actor: '見本', hashOf: sealingOf });
  if (published.outcome !== 'published') throw new Error(JSON.stringify(published));
  const [first, , , , , , seventh] = published.edition.edition.indicators;
  expect(first?.measurement).toMatchObject({ printed: '38.1（６１．２）※１', value: 38.1, alternative: 61.2, series: 'all-answers', alternativeSeries: 'without-dont-know' });
  expect(seventh?.measurement).toMatchObject({ printed: '26.4 ※５', asOf: '2022-04-01', notes: ['※５'] });
  expect(initiativesOf(published.edition.edition).filter((node) => node.report === null)).toEqual([]);
  expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
  const steps = await readTransaction(room.db, (trx) => readAudit(trx, { planId }));
  expect(steps.filter(({ action }) => action === 'accept-answer')).toHaveLength(requests.length);
});

describe('a part of a round', () => {
  test('says which requests are open, and reports only what was accepted', async () => {
    await answerNode('i05', 'shokuin', itemAnswer('研修を行った。'));
    const reporter = await room.actor('reporter', 'shokuin');
    await actOnRequest(room.db, { requestId: await room.requestOf('i47', 'shokuin'), action: 'submit', actor: reporter, today: days.early, answer: itemAnswer('途中'), baseVersion: null });
    const { report, open, problems } = await compose();
    expect(problems).toEqual([]);
    expect(report.reports.map(({ nodeId }) => nodeId)).toEqual(['i05', 'i45']);
    expect(open).toHaveLength((await board()).length - 1);
  });

  test('gives the reason of 検討なし, 中止 and 見合わせ as it stands, and marks it for review', async () => {
    await answerNode('i05', 'shokuin', itemAnswer('令和３年度は検討を行っていない。', { outcome: 'not-considered' }));
    const { report, review } = await compose();
    expect(report.reports[0]?.paragraphs).toMatchObject([{ id: 'p1', kind: 'text', text: '令和３年度は検討を行っていない。', department: 'shokuin' }]);
    expect(review.filter(({ place }) => place === 'node')).toEqual([{ place: 'node', id: 'i05', message: '05：職員課の回答は「検討なし」です。理由の文章だけで伝わるか確かめてください。' }]);
  });

  test('names who reported for a collective only once that was accepted', async () => {
    await answerNode('i04', 'seisaku', itemAnswer('政策室の取組。'));
    expect((await compose()).report.reports[0]).toMatchObject({ responsiblePrinted: '政策室／未来戦略室／関係各課', reporters: [] });
  });

  test('refuses a bracketed figure that cannot be given to a series, and never guesses', async () => {
    const actor = await room.actor('reporter', 'seisaku');
    const submitted = await actOnRequest(room.db, { requestId: await room.requestOf('ind2', 'seisaku'), action: 'submit', actor, today: days.early, answer: indicatorAnswer('25.0（30.0）'), baseVersion: null });
    expect(submitted).toMatchObject({ outcome: 'invalid', problems: [{ code: 'no-other-series', path: ['printed'] }], version: 1 });
  });

  test('says which note a figure refers to that is not there', async () => {
    await answer(await room.requestOf('ind2', 'seisaku'), 'seisaku', indicatorAnswer('25.0 ※９'));
    expect((await compose()).problems).toMatchObject([{ code: 'unknown-note' }]);
  });

  test('prints a tab as a space', async () => {
    await answerNode('i05', 'shokuin', itemAnswer('回数\t２回'));
    expect((await compose()).report.reports[0]?.paragraphs[0]?.text).toBe('回数 ２回');
  });

  test('says of each paragraph which post approved it, never who: the head, a deputy for the head, or words that were changed afterwards', async () => {
    const [requestId, today] = [await room.requestOf('i05', 'shokuin'), days.early];
    await actOnRequest(room.db, { requestId, action: 'submit', actor: await room.actor('reporter', 'shokuin'), today, answer: itemAnswer('研修を行った。\n調査を行った。'), baseVersion: null });
    await actOnRequest(room.db, { requestId, action: 'approve', actor: await room.actor('deputy', 'shokuin'), today, baseVersion: 1 });
    await actOnRequest(room.db, { requestId, action: 'accept', actor: await room.actor('secretariat'), today, baseVersion: 1 });
    await answerNode('i04', 'mirai', itemAnswer('業務を見直した。'));
    expect(await actOnRequest(room.db, { requestId, action: 'correct', actor: await room.actor('secretariat'), today, note: '人数', answer: itemAnswer('研修を２回行った。\n調査を行った。'), baseVersion: 1 })).toMatchObject({ outcome: 'done' });
    const approvals = (await compose()).report.reports.map(({ nodeId, paragraphs }) => [nodeId, ...paragraphs.map(({ approval }) => approval)]);
    const byDeputy = { post: '職員課長', byDeputy: true };
    expect(approvals).toEqual([
      ['i04', { post: '未来戦略室長', byDeputy: false, correctedAfter: false }],
      ...['i05', 'i45'].map((id) => [id, { ...byDeputy, correctedAfter: true }, { ...byDeputy, correctedAfter: false }]),
    ]);
    expect(JSON.stringify(approvals)).not.toMatch(/deputy\.|section-head\./);
    // Whoever approved: the post is that of the head, under the title that was recorded for the day, else after the department.
    await room.actor('section-head', 'shokuin');
    const posts = async (title: string, until: string | null) => {
      await room.db.updateTable('post').set({ title, valid_until: until }).where('id', '=', 'section-head.shokuin').execute();
      return (await compose()).report.reports.map(({ paragraphs }) => paragraphs[0]?.approval?.post);
    };
    expect(await posts('参事兼職員課長', null)).toEqual(['未来戦略室長', '参事兼職員課長', '参事兼職員課長']);
    expect(await posts('参事兼職員課長', '2022-03-31')).toEqual(['未来戦略室長', '職員課長', '職員課長']);
  });

  test('takes the words of a correction, with the department as author', async () => {
    await answerNode('i05', 'shokuin', itemAnswer('研集を行った。'));
    const requestId = await room.requestOf('i05', 'shokuin');
    const actor = await room.actor('secretariat');
    const correct = (more: Partial<Parameters<typeof actOnRequest>[1]>) => actOnRequest(room.db, { requestId, action: 'correct', actor, today: days.afterHead, note: '誤字', baseVersion: 1, ...more });
    expect(await correct({})).toMatchObject({ outcome: 'refused', code: 'answer-missing' });
    expect(await correct({ answer: itemAnswer('研集を行った。') })).toMatchObject({ outcome: 'refused', code: 'nothing-changed' });
    expect(await correct({ answer: itemAnswer('') })).toMatchObject({ outcome: 'invalid', version: 1 });
    expect(await correct({ answer: itemAnswer('研修を行った。') })).toEqual({ outcome: 'done', state: 'accepted', version: 2 });
    expect((await compose()).report.reports[0]?.paragraphs).toMatchObject([{ id: 'p1', kind: 'text', text: '研修を行った。', department: 'shokuin' }]);
    expect((await room.versionsOf(requestId))[1]).toMatchObject({ cause: 'correct', note: '誤字', personId: actor.personId, department: 'shokuin' });
    // A second corrector who has not seen the first one's words is stopped, and loses nothing.
    expect(await correct({ answer: itemAnswer('研修を三回行った。') })).toMatchObject({ outcome: 'conflict', parkedVersion: 3, current: { number: 2 } });
  });
});

test('the board says who has it now and who had it last; my work shows what is mine', async () => {
  const requestId = await room.requestOf('i05', 'shokuin');
  const [reporter, head, deputy, secretariat] = [await room.actor('reporter', 'shokuin'), await room.actor('section-head', 'shokuin'), await room.actor('deputy', 'shokuin'), await room.actor('secretariat')];
  const row = async (today: string = days.early) => (await readTransaction(room.db, (trx) => listBoard(trx, planId, fiscalYear, today))).find(({ id }) => id === requestId)!;
  expect(await row()).toMatchObject({ state: 'not-started', lastPerson: null, withWhom: [reporter.name], number: '05', departmentName: '職員課', roundIsOpen: true, lastActivity: null, currentVersion: null });
  await actOnRequest(room.db, { requestId, action: 'submit', actor: reporter, today: days.early, answer: itemAnswer('本文'), baseVersion: null });
  expect(await row()).toMatchObject({ state: 'submitted', lastPerson: reporter.name, withWhom: [head.name] });
  await room.db.updateTable('post').set({ valid_until: '2022-03-31' }).where('id', '=', head.personId).execute();
  expect(await row()).toMatchObject({ withWhom: [deputy.name] });
  expect(await row('2022-03-31')).toMatchObject({ withWhom: [head.name] });
  await actOnRequest(room.db, { requestId, action: 'approve', actor: deputy, today: days.early });
  expect(await row()).toMatchObject({ state: 'approved', lastPerson: deputy.name, withWhom: [secretariat.name] });
  await actOnRequest(room.db, { requestId, action: 'accept', actor: secretariat, today: days.early });
  expect(await row()).toMatchObject({ state: 'accepted', withWhom: [] });
  expect(await readTransaction(room.db, (trx) => listBoard(trx, planId, fiscalYear))).toHaveLength((await board()).length);
  for (const actor of [reporter, head, deputy]) expect((await readTransaction(room.db, (trx) => listMyWork(trx, actor, days.early))).some(({ id }) => id === requestId)).toBe(true);
  expect(await readTransaction(room.db, (trx) => listMyWork(trx, secretariat, days.early))).toEqual([]);
});

test('a request shows last year, the plan around it, and what others are asked', async () => {
  const detail = await readTransaction(room.db, async (trx) => loadRequest(trx, await room.requestOf('i04', 'mirai')));
  expect(detail).toMatchObject({
    planId, fiscalYear, subject: { kind: 'node', id: 'i04' }, department: 'mirai', capacity: 'responsible', answer: null, versions: 0, events: [], instructions: [], indicator: null,
    round: { state: 'open' }, plan: { id: planId, labels: { firstReiwaYear: '平成31年度' } },
    node: { id: 'i04', number: '04', level: '取組項目', relistedAs: [] }, lastYear: { fiscalYear: 2020, measurement: null },
  });
  expect(detail?.node?.parents.map(({ label }) => label)).toEqual(['施策１', '方向性２', '基本事業１']);
  expect(detail?.others.map(({ department, capacity }) => [department, capacity])).toEqual([['seisaku', 'responsible'], ['korei-shogai', 'for-collective']]);
  expect(detail?.lastYear?.paragraphs).toEqual(room.report2020.reports.find(({ nodeId }) => nodeId === 'i04')?.paragraphs);
  const indicator = await readTransaction(room.db, async (trx) => loadRequest(trx, await room.requestOf('ind1', 'seisaku')));
  expect(indicator).toMatchObject({ node: null, indicator: { id: 'ind1' }, capacity: 'indicator-owner', lastYear: { paragraphs: [], measurement: { printed: '37.0（60.3）※１' } } });
  expect(await readTransaction(room.db, (trx) => loadRequest(trx, '999999'))).toBeUndefined();
});

test('after the deadline a request moves only while the secretariat allows it, and a send-back can allow it', async () => {
  await answerNode('i05', 'shokuin', itemAnswer('本文'));
  const requestId = await room.requestOf('i05', 'shokuin');
  const [reporter, secretariat] = [await room.actor('reporter', 'shokuin'), await room.actor('secretariat')];
  const late = { requestId, today: days.afterHead };
  const submit = (text: string, baseVersion: number) => actOnRequest(room.db, { ...late, action: 'submit', actor: reporter, answer: itemAnswer(text), baseVersion });
  const sendBack = (unlockUntil?: string) => actOnRequest(room.db, { ...late, action: 'send-back', actor: secretariat, note: '数を書いてください。', ...(unlockUntil !== undefined && { unlockUntil }) });
  expect(await sendBack('2022-07-10')).toMatchObject({ outcome: 'refused', code: 'unlock-date-past' });
  expect(await sendBack('2022-07-32')).toMatchObject({ outcome: 'refused', code: 'unlock-date-missing' });
  expect(await sendBack()).toMatchObject({ outcome: 'done', state: 'returned' });
  expect(await submit('２回行った。', 1)).toMatchObject({ outcome: 'refused', code: 'locked' });
  const unlock = (unlockUntil?: string) => actOnRequest(room.db, { ...late, action: 'unlock', actor: secretariat, note: '電話で依頼があった。', ...(unlockUntil !== undefined && { unlockUntil }) });
  expect(await unlock()).toMatchObject({ outcome: 'refused', code: 'unlock-date-missing' });
  expect(await unlock('2022-07-15')).toMatchObject({ outcome: 'done', state: 'returned' });
  expect(await submit('２回行った。', 1)).toMatchObject({ outcome: 'done', state: 'submitted' });
  const detail = await readTransaction(room.db, (trx) => loadRequest(trx, requestId));
  expect(detail).toMatchObject({ unlockedUntil: '2022-07-15', lastNote: '数を書いてください。' });
  expect(detail?.events.map(({ action }) => action)).toEqual(['submit', 'approve', 'accept', 'send-back', 'unlock', 'submit']);
});
