import { describe, expect, test } from 'vitest';
import { composeDigests, digestText, type Remindable, type RemindedRequest } from './digest.ts';
import { daysOverdue, dueDateOf, isUnanswered } from './due-date.ts';

const request = (overrides: Partial<RemindedRequest> = {}): RemindedRequest => ({
  id: '1', planTitle: '見本計画', yearLabel: '令和３年度', subject: { kind: 'node', id: 'i01' }, number: '01', title: '窓口の見直し', department: 'seisaku', departmentName: '政策室',
  state: 'draft', departmentDeadline: '2022-05-20', headDeadline: '2022-05-27', unlockedUntil: null, ...overrides,
});
const person = (id: string, ...posts: Remindable['posts']): Remindable => ({ id, name: id, email: `${id}@example.lg.jp`, posts });
const reporter = person('tanto', { role: 'reporter', department: 'seisaku' });
const head = person('kacho', { role: 'section-head', department: 'seisaku' });
const deputy = person('dairi', { role: 'deputy', department: 'seisaku' });

describe('the day until which the next step is due', () => {
  test.each([
    ['the department\'s, while it writes', request({ state: 'draft' }), '2022-05-20'],
    ['the head\'s, while the head has it', request({ state: 'submitted' }), '2022-05-27'],
    ['the head\'s too for an answer that was sent back', request({ state: 'returned' }), '2022-05-27'],
    ['that of an unlock, when it is later', request({ unlockedUntil: '2022-06-03' }), '2022-06-03'],
    ['not that of an unlock that is earlier', request({ unlockedUntil: '2022-05-01' }), '2022-05-20'],
    ['none, once the secretariat has it', request({ state: 'approved' }), null],
    ['none, once it is accepted', request({ state: 'accepted' }), null],
  ])('is %s', (_name, standing, day) => { expect(dueDateOf(standing)).toBe(day); });

  test('is itself not overdue', () => {
    expect([daysOverdue(request(), '2022-05-20'), daysOverdue(request(), '2022-05-21')]).toEqual([0, 1]);
  });
});

test('an answer that was sent back counts as unanswered again, one that was handed in does not', () => {
  expect([isUnanswered(request({ state: 'returned' })), isUnanswered(request({ state: 'submitted' }))]).toEqual([true, false]);
});

describe('a reminder', () => {
  test('is one for a person, whatever there is in hand, what is overdue first', () => {
    const requests = [request({ id: '1' }), request({ id: '2', departmentDeadline: '2022-05-01' }), request({ id: '3', state: 'returned' })];
    const { digests } = composeDigests(requests, [reporter, head], '2022-05-10');
    expect(digests).toHaveLength(1);
    expect(digests[0]?.requests.map(({ id }) => id)).toEqual(['2', '1', '3']);
    expect([digests[0]?.overdue, digests[0]?.firstDueIn]).toEqual([1, -9]);
  });

  test('goes to the head and to the deputy when the head has it, and to nobody when the secretariat has it', () => {
    const { digests } = composeDigests([request({ state: 'submitted' }), request({ id: '2', state: 'approved' })], [reporter, head, deputy], '2022-05-10');
    expect(digests.map(({ person: { id } }) => id).toSorted()).toEqual(['dairi', 'kacho']);
    expect(digests.every(({ requests }) => requests.length === 1)).toBe(true);
  });

  test('that nobody can get is named', () => {
    expect(composeDigests([request({ state: 'submitted' })], [reporter], '2022-05-10').withoutPerson.map(({ id }) => id)).toEqual(['1']);
  });

  test('says in plain words what is late, what is not yet, and where to go', () => {
    const { digests } = composeDigests([request(), request({ id: '2', number: '02', title: '人財の育成', departmentDeadline: '2022-05-01' })], [reporter], '2022-05-10');
    const { subject, body } = digestText(digests[0]!, '2022-05-10', 'https://ayumi.example.lg.jp');
    expect(subject).toBe('【進捗管理】回答・確認をお願いするもの 2件（うち締切を過ぎたもの1件）');
    expect(body).toContain('■ 締切を過ぎているもの（1件）\n＜見本計画　令和３年度＞\n・02 人財の育成（政策室）\n　作成中　締切 5月1日（9日経過）');
    expect(body).toContain('■ 締切前のもの（1件）\n＜見本計画　令和３年度＞\n・01 窓口の見直し（政策室）\n　作成中　締切 5月20日（あと10日）');
    expect(body).toContain('5月10日現在、');
    expect(body).toContain('https://ayumi.example.lg.jp/workspace/');
    expect(body.indexOf('締切を過ぎているもの')).toBeLessThan(body.indexOf('締切前のもの'));
  });
});
