import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readAudit } from '../database/audit-store.ts';
import { listPlannedRequests, listRounds, loadRound } from '../database/round-store.ts';
import { listMyWork } from '../database/request-store.ts';
import { lockRequest } from '../database/locked-request.ts';
import { readTransaction, writeTransaction } from '../database/transaction.ts';
import type { Actor } from '../domain/organization/post.ts';
import { assignmentsOf, planRequests } from '../domain/round/plan-requests.ts';
import { askDepartment } from './ask-department.ts';
import { closeRound } from './close-round.ts';
import { importPlan } from './import-plan.ts';
import { openRound } from './open-round.ts';
import { prepareRound } from './prepare-round.ts';
import { days, departmentDeadline, fiscalYear, headDeadline, itemAnswer, openRoundRoom, planId, type RoundRoom, sampleRound } from './round.testing.ts';
import { saveAnswer } from './save-answer.ts';

let room: RoundRoom;
let secretariat: Actor;
beforeEach(async () => {
  room = await openRoundRoom();
  secretariat = await room.actor('secretariat');
});
afterEach(() => room.opened.close());

const prepare = (more: Partial<Parameters<typeof prepareRound>[1]> = {}) => prepareRound(room.db, { ...sampleRound(room), actor: secretariat, ...more });
const open = (more: Partial<Parameters<typeof openRound>[1]> = {}) => openRound(room.db, { planId, fiscalYear, actor: secretariat, ...more });
const round = () => readTransaction(room.db, (trx) => loadRound(trx, planId, fiscalYear));
const planned = () => readTransaction(room.db, (trx) => listPlannedRequests(trx, planId, fiscalYear));
const newestAudit = async () => (await readTransaction(room.db, (trx) => readAudit(trx))).at(-1)!;

test('prepares a round as last year was: a request for each department and item, in the order of the plan', async () => {
  const outcome = await prepare();
  const wanted = planRequests(room.plan, sampleRound(room).assignments);
  expect(outcome).toEqual({ outcome: 'prepared', requests: wanted.length });
  expect(await planned()).toEqual(wanted);
  expect(await round()).toMatchObject({ state: 'preparing', departmentDeadline, headDeadline, scale: [{ id: 'a', name: 'Ａ' }, { id: 'b', name: 'Ｂ' }], asked: { progress: 'required', effects: 'optional' } });
  expect(await newestAudit()).toMatchObject({ action: 'prepare-round', actor: secretariat.staffNumber, planId, details: { fiscalYear, requests: wanted.length } });
});

test('changes a prepared round as often as wanted, and its requests with it', async () => {
  await prepare();
  await prepare({ headDeadline: '2022-08-01', assignments: { forCollectives: { i01: ['zaisei', 'shokuin'] }, forIndicators: {} } });
  expect((await round())?.headDeadline).toBe('2022-08-01');
  const requests = await planned();
  expect(requests.slice(0, 2)).toEqual(['zaisei', 'shokuin'].map((department) => ({ subject: { kind: 'node', id: 'i01' }, department, capacity: 'for-collective' })));
  expect(requests.filter(({ subject }) => subject.kind === 'indicator')).toEqual([]);
  expect(assignmentsOf(requests)).toEqual({ forCollectives: { i01: ['zaisei', 'shokuin'] }, forIndicators: {} });
  expect(await readTransaction(room.db, (trx) => listRounds(trx, planId))).toHaveLength(1);
});

test('shows the requests to nobody before the round is open', async () => {
  const reporter = await room.actor('reporter', 'shokuin');
  const work = () => readTransaction(room.db, (trx) => listMyWork(trx, reporter, days.early));
  await prepare();
  expect(await work()).toEqual([]);
  expect(await open()).toMatchObject({ outcome: 'opened', requests: (await planned()).length });
  expect((await work()).length).toBeGreaterThan(10);
  expect(new Set((await work()).map(({ department }) => department))).toEqual(new Set(['shokuin']));
});

describe('preparing is refused', () => {
  const asked = { progress: 'required', selfAssessment: 'not-asked', issues: 'not-asked', nextYear: 'not-asked', effects: 'not-asked', evidence: 'not-asked' } as const;
  test.each([
    ['for a plan that is not there', { planId: 'nowhere' }, 'unknown-plan'],
    ['for a year that is none', { fiscalYear: Number.NaN }, 'not-a-year'],
    ['with a day that does not exist', { departmentDeadline: '2022-02-30' }, 'not-a-date-departmentDeadline'],
    ['with both days wrong, naming each', { departmentDeadline: '', headDeadline: 'x' }, 'not-a-date-departmentDeadline not-a-date-headDeadline'],
    ['when the head has less time than the department', { headDeadline: '2022-06-29' }, 'deadlines-out-of-order'],
    ['when the report itself is not asked for', { asked: { ...asked, progress: 'optional' } }, 'progress-not-required'],
    ['when a field is asked for in no known way', { asked: { ...asked, issues: 'perhaps' as 'optional' } }, 'unknown-asking'],
    ['when an assessment is asked for without a scale', { asked: { ...asked, selfAssessment: 'required' }, scale: [] }, 'no-scale'],
    ['when two steps of the scale are one', { scale: [{ id: 'a', name: 'Ａ' }, { id: 'b', name: 'Ａ' }] }, 'repeated-step'],
    ['when a step cannot be printed', { scale: [{ id: 'a', name: 'Ａ\u0000' }] }, 'unprintable-step'],
    ['for a department that the plan does not name', { assignments: { forCollectives: { i01: ['nowhere'] }, forIndicators: { ind1: 'nowhere' } } }, 'unknown-department'],
  ] satisfies [string, Partial<Parameters<typeof prepareRound>[1]>, string][])('%s', async (_name, more, codes) => {
    const outcome = await prepare(more);
    expect(outcome.outcome === 'refused' && outcome.refusals.map(({ code }) => code).join(' ')).toBe(codes);
    expect(await readTransaction(room.db, (trx) => listRounds(trx))).toEqual([]);
    expect(await newestAudit()).toMatchObject({ action: 'refusal', details: { attempted: 'prepare-round' } });
  });

  test('to everybody but the secretariat, and so are opening and closing', async () => {
    for (const role of ['executive', 'viewer', 'administrator'] as const) {
      const actor = await room.actor(role);
      for (const outcome of [await prepare({ actor }), await open({ actor }), await closeRound(room.db, { planId, fiscalYear, actor })]) {
        expect(outcome).toMatchObject({ outcome: 'refused', refusals: [{ code: 'not-secretariat' }] });
      }
    }
  });

  test('once the round is open: nobody loses a request that was shown', async () => {
    await prepare();
    await open();
    expect(await prepare()).toMatchObject({ outcome: 'refused', refusals: [{ code: 'not-preparing' }] });
    expect(await open()).toMatchObject({ outcome: 'refused', refusals: [{ code: 'not-preparing' }] });
  });
});

describe('opening', () => {
  test('is refused while nothing is prepared', async () => {
    expect(await open()).toMatchObject({ outcome: 'refused', refusals: [{ code: 'unknown-round' }] });
  });

  test('is refused with the names of what nobody is asked about, unless that is meant', async () => {
    const { assignments } = sampleRound(room);
    const { i01: _i01, ...forCollectives } = assignments.forCollectives as Record<string, string[]>;
    const { ind7: _ind7, ...forIndicators } = assignments.forIndicators as Record<string, string>;
    await prepare({ assignments: { forCollectives, forIndicators } });
    const outcome = await open();
    expect(outcome.outcome === 'refused' && outcome.refusals.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^取組項目01「.+」を照会する部署が決まっていません。$/), expect.stringMatching(/^指標7「.+」を照会する部署が決まっていません。$/),
    ]);
    expect((await round())?.state).toBe('preparing');
    expect(await open({ allowUnassigned: true })).toMatchObject({ outcome: 'opened' });
  });

  test('is refused when the plan has changed since, until the round is prepared again', async () => {
    await prepare();
    const plan = { ...room.plan, nodes: room.plan.nodes.map((node) => (node.id === 'i05' ? { ...node, responsible: [{ department: 'zaisei' }] } : node)) };
    await importPlan(room.db, { plan, reports: [], actor: '見本' });
    expect(await open()).toMatchObject({ outcome: 'refused', refusals: [{ code: 'plan-changed' }] });
    await prepare();
    expect(await open()).toMatchObject({ outcome: 'opened' });
  });
});

describe('asking one more department', () => {
  const ask = (subject: Parameters<typeof askDepartment>[1]['subject'], department: string, actor = secretariat) => askDepartment(room.db, { planId, fiscalYear, subject, department, actor });
  const node = (id: string) => ({ kind: 'node' as const, id });

  test('adds a request to a round that is open already, behind the others', async () => {
    await prepare({ assignments: { forCollectives: {}, forIndicators: {} } });
    expect(await ask(node('i01'), 'zaisei')).toMatchObject({ outcome: 'refused', refusals: [{ code: 'not-open' }] });
    await open({ allowUnassigned: true });
    expect(await ask(node('i01'), 'zaisei')).toMatchObject({ outcome: 'asked' });
    expect(await ask({ kind: 'indicator', id: 'ind1' }, 'seisaku')).toMatchObject({ outcome: 'asked' });
    expect((await planned()).slice(-2)).toEqual([
      { subject: node('i01'), department: 'zaisei', capacity: 'for-collective' }, { subject: { kind: 'indicator', id: 'ind1' }, department: 'seisaku', capacity: 'indicator-owner' },
    ]);
    const requestId = await room.requestOf('i01', 'zaisei');
    expect(await newestAudit()).toMatchObject({ action: 'ask-department' });
    expect(await saveAnswer(room.db, { requestId, answer: itemAnswer('後から聞かれた'), baseVersion: null, actor: await room.actor('reporter', 'zaisei'), today: days.early })).toMatchObject({ outcome: 'saved' });
  });

  test.each([
    ['the same department twice', node('i05'), 'shokuin', 'asked-already'], ['a second owner of an indicator', { kind: 'indicator' as const, id: 'ind1' }, 'zaisei', 'asked-already'],
    ['a department that the item is not the business of', node('i05'), 'zaisei', 'not-responsible'], ['a department that is not there', node('i01'), 'nowhere', 'unknown-department'],
    ['about a relisting', node('i45'), 'shokuin', 'unknown-subject'], ['about a heading', node('m1'), 'shokuin', 'unknown-subject'], ['about nothing', { kind: 'indicator' as const, id: 'x' }, 'zaisei', 'unknown-subject'],
  ])('refuses to ask %s', async (_name, subject, department, code) => {
    await prepare();
    await open();
    const before = await planned();
    expect(await ask(subject, department)).toMatchObject({ outcome: 'refused', refusals: [{ code }] });
    expect(await planned()).toEqual(before);
  });

  test('is the secretariat\'s', async () => {
    await prepare();
    await open();
    expect(await ask(node('i01'), 'zaisei', await room.actor('section-head', 'zaisei'))).toMatchObject({ outcome: 'refused', refusals: [{ code: 'not-secretariat' }] });
  });
});

describe('importing a plan without something that was asked about', () => {
  const without = () => ({ ...room.plan, nodes: room.plan.nodes.filter(({ id }) => id !== 'i01'), indicators: room.plan.indicators.filter(({ id }) => id !== 'ind7') });
  const reports = () => [{ ...room.report2020, reports: room.report2020.reports.filter(({ nodeId }) => nodeId !== 'i01'), measurements: room.report2020.measurements.filter(({ indicatorId }) => indicatorId !== 'ind7') }];

  test('takes it out of a round that is only prepared', async () => {
    await prepare();
    const before = (await planned()).length;
    expect(await importPlan(room.db, { plan: without(), reports: reports(), actor: '見本' })).toMatchObject({ outcome: 'imported' });
    expect(await planned()).toHaveLength(before - 2);
    expect(await open()).toMatchObject({ outcome: 'opened' });
  });

  test('is refused once the round is open', async () => {
    await prepare();
    await open();
    const outcome = await importPlan(room.db, { plan: without(), reports: reports(), actor: '見本' });
    expect(outcome.outcome === 'refused' && outcome.refusals.map(({ code }) => code)).toEqual(['kept-request', 'kept-request']);
  });
});

describe('closing', () => {
  test('is refused while something is not accepted, unless that is meant; then nothing moves any more', async () => {
    await prepare();
    await open();
    const close = (allowUnaccepted?: boolean) => closeRound(room.db, { planId, fiscalYear, actor: secretariat, ...(allowUnaccepted !== undefined && { allowUnaccepted }) });
    expect(await close()).toMatchObject({ outcome: 'refused', refusals: [{ code: 'unaccepted' }] });
    const requestId = await room.requestOf('i05', 'shokuin');
    const actor = await room.actor('reporter', 'shokuin');
    const save = (text: string, baseVersion: number | null) => saveAnswer(room.db, { requestId, answer: itemAnswer(text), baseVersion, actor, today: days.early });
    expect(await save('間に合った', null)).toMatchObject({ outcome: 'saved' });
    // Whoever saves while it closes comes before or after, never in between.
    const [closed, ...saves] = await Promise.all([close(true), ...Array.from({ length: 5 }, (_, index) => save(`間際${index}`, 1))]);
    expect(closed).toMatchObject({ outcome: 'closed' });
    const kept = await room.versionsOf(requestId);
    expect(saves.filter(({ outcome }) => outcome !== 'refused')).toHaveLength(kept.length - 1);
    expect(await save('遅い', kept.length)).toMatchObject({ outcome: 'refused', code: 'round-closed' });
    expect(await close(true)).toMatchObject({ outcome: 'refused', refusals: [{ code: 'not-open' }] });
    expect(await readTransaction(room.db, (trx) => listMyWork(trx, actor, days.early))).not.toEqual([]);
  });

  test('waits for whoever is in the middle of a step', async () => {
    await prepare();
    await open();
    const requestId = await room.requestOf('i05', 'shokuin');
    const entered = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    const step = writeTransaction(room.db, async (trx) => {
      const locked = await lockRequest(trx, requestId);
      entered.resolve();
      await done.promise;
      return [locked?.roundIsOpen, (await loadRound(trx, planId, fiscalYear))?.state];
    });
    await entered.promise;
    const closing = closeRound(room.db, { planId, fiscalYear, actor: secretariat, allowUnaccepted: true });
    expect(await Promise.race([closing, sleep(300, 'waits')])).toBe('waits');
    done.resolve();
    expect(await step).toEqual([true, 'open']);
    expect(await closing).toMatchObject({ outcome: 'closed' });
  });
});
