import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerStates } from '../approval/transitions.ts';
import type { FiscalYearLabelling } from '../fiscal-year/fiscal-year.ts';
import { type YearStanding, yearSteps } from './year-steps.ts';

const labels: FiscalYearLabelling = { firstReiwaYear: '平成31年度', digits: 'single-full-width' };
const open = { state: 'open', departmentDeadline: '2022-05-20', headDeadline: '2022-05-27' } as const;
const steps = (standing: Partial<YearStanding>, today = '2022-05-14') => yearSteps({ round: null, counts: {}, meetings: [], published: null, ...standing }, today, labels).map(({ state, sentence }) => `${state} ${sentence}`);

describe('the steps of a year', () => {
  test('begin with the request that nobody has prepared', () => {
    expect(steps({})).toEqual(['now まだ準備していません。', 'later 照会を開始すると、ここに回答の状況が出ます。', 'later 会議は登録されていません。', 'later 全ての回答を受理すると、公表できます。']);
  });

  test('say who has how much in hand and until when, while answers are gathered', () => {
    expect(steps({ round: open, counts: { 'not-started': 2, returned: 1, approved: 4, accepted: 3 } }).slice(0, 2)).toEqual([
      'done 10件を照会しました。', 'now 未回答3件、事務局の確認待ち4件、受理済み3件。担当者の締切は令和４年５月20日（あと6日）です。',
    ]);
    expect(steps({ round: open, counts: { submitted: 1, accepted: 3 } }, '2022-05-29')[1]).toBe('now 所属長の確認待ち1件、受理済み3件。所属長の締切は令和４年５月27日（2日経過）です。');
  });

  test('lead to headquarters and to the publication when everything is accepted', () => {
    expect(steps({ round: open, counts: { accepted: 3 }, meetings: ['2022-07-20'] })).toEqual([
      'done 3件を照会しました。', 'done 全3件を受理しました。', 'now 令和４年７月20日（予定）', 'now 公表の妨げになるものがないかを確かめて、公表してください。',
    ]);
  });

  test('end with the publication, also of a year on which nobody met', () => {
    expect(steps({ round: { ...open, state: 'closed' }, counts: { accepted: 2, draft: 1 }, published: { number: 2 } })).toEqual([
      'done 3件を照会しました。', 'done 3件のうち2件を受理して、照会を終了しました。', 'done 会議は登録されていません。', 'done 第2版を公表しました。',
    ]);
  });

  test('never show an answer that nobody accepted as gathered while the round is open', () => {
    const counts = fc.record(Object.fromEntries(answerStates.map((state) => [state, fc.nat(5)])));
    fc.assert(fc.property(counts, (some) => {
      const [, gather] = yearSteps({ round: open, counts: some, meetings: [], published: null }, '2022-05-14', labels);
      const waiting = answerStates.some((state) => state !== 'accepted' && (some[state] ?? 0) > 0);
      if (waiting) expect(gather?.state).toBe('now');
    }));
  });
});
