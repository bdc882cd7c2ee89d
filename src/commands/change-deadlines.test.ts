import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAudit, verifyAudit } from '../database/audit-store.ts';
import { listDeadlineChanges } from '../database/deadline-change-store.ts';
import { listMyWork, loadRequest } from '../database/request-store.ts';
import { loadRound } from '../database/round-store.ts';
import { readTransaction } from '../database/transaction.ts';
import { changeDeadlines, type ChangeDeadlinesRequest } from './change-deadlines.ts';
import { closeRound } from './close-round.ts';
import { departmentDeadline, fiscalYear, headDeadline, itemAnswer, openRoundRoom, openSampleRound, planId, type RoundRoom } from './round.testing.ts';
import { saveAnswer } from './save-answer.ts';

let room: RoundRoom;
beforeAll(async () => {
  room = await openRoundRoom();
  await openSampleRound(room);
});
afterAll(() => room.opened.close());

const change = async (more: Partial<ChangeDeadlinesRequest> = {}) => changeDeadlines(room.db, {
  planId, fiscalYear, departmentDeadline: '2022-07-15', headDeadline: '2022-07-22', reason: '議会対応のため', actor: await room.actor('secretariat'), today: '2022-07-01', ...more,
});
const codes = async (more: Partial<ChangeDeadlinesRequest>) => {
  const outcome = await change(more);
  return outcome.outcome === 'refused' ? outcome.refusals.map(({ code }) => code) : outcome;
};
const round = () => readTransaction(room.db, (trx) => loadRound(trx, planId, fiscalYear));

describe('the deadlines of an open round', () => {
  test.each<[string, Partial<ChangeDeadlinesRequest>, string[]]>([
    ['to days that are none', { departmentDeadline: 'あした', headDeadline: '2022-02-30' }, ['not-a-date-departmentDeadline', 'not-a-date-headDeadline']],
    ['to days that have passed', { departmentDeadline: '2022-06-29', headDeadline: '2022-06-30' }, ['past-departmentDeadline', 'past-headDeadline']],
    ['so that the head has to be done first', { departmentDeadline: '2022-07-20', headDeadline: '2022-07-19' }, ['deadlines-out-of-order']],
    ['to what they are', { departmentDeadline, headDeadline }, ['nothing-changed']],
    ['without a reason', { reason: ' \n' }, ['reason-missing']],
    ['with a book as the reason', { reason: '長'.repeat(2_001) }, ['reason-too-long']],
    ['with several things wrong at once', { departmentDeadline: '2022-06-01', reason: '' }, ['past-departmentDeadline', 'reason-missing']],
    ['of a round that is not there', { fiscalYear: 2030 }, ['unknown-round']],
  ])('are not moved %s', async (_, more, expected) => {
    expect(await codes(more)).toEqual(expected);
    expect(await round()).toMatchObject({ departmentDeadline, headDeadline });
    expect((await readTransaction(room.db, (trx) => readAudit(trx, { planId }))).at(-1)).toMatchObject({ action: 'refusal', details: { attempted: 'change-deadlines', codes: expected } });
  });

  test('are the secretariat\'s to move', async () => {
    expect(await codes({ actor: await room.actor('section-head', 'shokuin') })).toEqual(['not-secretariat']);
  });

  test('are moved for everybody: what was locked can be written again, the reason is read, and the change is in the log', async () => {
    const reporter = await room.actor('reporter', 'shokuin');
    const requestId = await room.requestOf('i05', 'shokuin');
    const save = () => saveAnswer(room.db, { requestId, answer: itemAnswer('本文'), baseVersion: null, actor: reporter, today: '2022-07-01' });
    expect(await save()).toMatchObject({ outcome: 'refused', code: 'locked' });
    expect(await change({ reason: ' 議会対応のため ' })).toEqual({ outcome: 'changed' });
    expect(await save()).toMatchObject({ outcome: 'saved' });
    expect(await round()).toMatchObject({ state: 'open', departmentDeadline: '2022-07-15', headDeadline: '2022-07-22' });
    const expected = { reason: '議会対応のため', former: { departmentDeadline, headDeadline }, departmentDeadline: '2022-07-15', headDeadline: '2022-07-22' };
    expect(await readTransaction(room.db, (trx) => loadRequest(trx, requestId))).toMatchObject({ departmentDeadline: '2022-07-15', deadlineChange: expected });
    expect((await readTransaction(room.db, (trx) => listMyWork(trx, reporter, '2022-07-01'))).every((request) => request.departmentDeadline === '2022-07-15')).toBe(true);
    const log = await readTransaction(room.db, (trx) => readAudit(trx, { planId }));
    expect(log.find(({ action }) => action === 'change-deadlines')).toMatchObject({ details: { fiscalYear, before: { departmentDeadline }, after: { headDeadline: '2022-07-22' }, note: '議会対応のため' } });
  });

  test('can be moved again, one alone, and the one that has passed may stay', async () => {
    expect(await change({ headDeadline: '2022-08-05', today: '2022-07-20' })).toEqual({ outcome: 'changed' });
    const changes = await readTransaction(room.db, (trx) => listDeadlineChanges(trx, planId, fiscalYear));
    expect(changes.map((entry) => entry.headDeadline)).toEqual(['2022-08-05', '2022-07-22']);
    await expect(room.db.deleteFrom('deadline_change').execute()).rejects.toThrow('append-only');
  });

  test('stay where they are once the round is closed', async () => {
    await closeRound(room.db, { planId, fiscalYear, actor: await room.actor('secretariat'), allowUnaccepted: true });
    expect(await codes({ headDeadline: '2022-09-01' })).toEqual(['not-open']);
    expect(await readTransaction(room.db, (trx) => verifyAudit(trx))).toEqual([]);
  });
});
