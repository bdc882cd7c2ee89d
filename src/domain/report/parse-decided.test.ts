import { describe, expect, test } from 'vitest';
import { makePlan, makeReportBundle, makeYearReport } from '../../../tests/factories.ts';
import { buildEdition } from '../edition/build-edition.ts';
import { compareEditions } from '../edition/compare-editions.ts';
import type { DecisionRow, OpinionRow, ReportBundle } from '../plan/plan-bundle.ts';
import { parseYearReport } from './parse-year-report.ts';
import { yearReportToBundle } from './year-report-to-bundle.ts';

const opinion: OpinionRow = {
  id: '1', fiscalYear: 2020, subject: { kind: 'node', id: 'i01' }, body: 'advisory-council', bodyName: '行財政改革推進委員会', statedOn: '2021-10-01', paragraphs: ['数値で示すべきである。'], decidedOn: '2021-12-01',
  responses: [{ kind: 'response', department: { id: 'gone', name: '旧情報課' }, respondedOn: '2021-11-01', paragraphs: ['翌年度から示す。', '方法は検討する。'] }],
};
const decision: DecisionRow = {
  id: '7', subject: { kind: 'indicator', id: 'ind1' }, title: '指標1', meeting: { title: '第１回本部', heldOn: '2021-07-12' }, paragraphs: ['継続する。'], assessment: 'Ａ', explanation: ['単年度の事情による。'],
  instructions: [{ departments: [{ id: 'seisaku', name: '政策室' }], paragraphs: ['効果を示すこと。'], answerIn: 2021 }],
};

const codesOf = (overrides: Partial<ReportBundle>): string[] => {
  const parsed = parseYearReport(makeReportBundle(overrides), makePlan());
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
};

test('approvals, opinions and decisions written as a clerk writes them and read again are the same', () => {
  const plan = makePlan();
  const report = makeYearReport({ opinions: [opinion], decisions: [decision], reports: [{ initiative: 'i01', responsiblePrinted: '政策室', paragraphs: [{ text: '窓口を見直した。', approval: { post: '政策室長', byDeputy: true } }, '続けた。'] }] }, plan);
  expect(report.reports[0]?.paragraphs.map(({ approval }) => approval)).toEqual([{ post: '政策室長', byDeputy: true, correctedAfter: false }, null]);
  expect(parseYearReport(yearReportToBundle(report, plan), plan)).toEqual({ ok: true, value: report });
});

describe('is refused', () => {
  test.each<[string, Partial<ReportBundle>, string]>([
    ['an opinion on what the plan does not have', { opinions: [{ ...opinion, subject: { kind: 'node', id: 'x' } }] }, 'unknown-node'],
    ['a decision on an indicator that the plan does not have', { decisions: [{ ...decision, subject: { kind: 'indicator', id: 'x' } }] }, 'unknown-indicator'],
    ['the same opinion twice', { opinions: [opinion, opinion] }, 'duplicate-id'],
    ['a day that does not exist', { opinions: [{ ...opinion, statedOn: '2021-02-30' }] }, 'not-a-date'],
    ['a response without words', { opinions: [{ ...opinion, responses: [{ ...opinion.responses![0]!, paragraphs: [' '] }] }] }, 'empty-text'],
    ['a line break inside of a paragraph', { decisions: [{ ...decision, paragraphs: ['継続\nする。'] }] }, 'line-break'],
    ['an approval by nobody', { reports: [{ initiative: 'i01', responsiblePrinted: '政策室', paragraphs: [{ text: '見直した。', approval: { post: '' } }] }] }, 'empty-text'],
  ])('%s', (_, overrides, code) => expect(codesOf(overrides)).toContain(code));
});

test('an opinion, a response, a decision or an approval that is added later is a difference between editions, and so is one that is taken out', () => {
  const plan = makePlan();
  const bare = buildEdition(plan, makeYearReport({}, plan));
  const said = buildEdition(plan, makeYearReport({ opinions: [opinion], decisions: [decision] }, plan));
  expect(compareEditions(bare, said).map(({ kind, before }) => [kind, before])).toEqual([['opinion', null], ['opinion', null], ['decision', null]]);
  expect(compareEditions(said, bare).map(({ kind, after }) => [kind, after])).toEqual([['opinion', null], ['opinion', null], ['decision', null]]);
  const answered = buildEdition(plan, makeYearReport({ opinions: [{ ...opinion, responses: [] }], decisions: [decision] }, plan));
  expect(compareEditions(answered, said)).toMatchObject([{ kind: 'opinion', subject: { id: 'i01' }, after: '対応　旧情報課（令和３年11月１日）　翌年度から示す。　方法は検討する。' }]);
});

test('an edition tells of changes of the plan until its year, and shows no item that was added later', () => {
  const changes = [{ id: 'c1', kind: 'added' as const, fiscalYear: 2021, nodes: ['i02'], reason: '新しい課題のため' }];
  const plan = makePlan({ changes });
  const ids = (fiscalYear: number) => buildEdition(plan, makeYearReport({ fiscalYear, reports: [] }, plan)).nodes.map(({ id }) => id);
  expect(ids(2020)).not.toContain('i02');
  expect(ids(2020), 'the relisting of what is not there yet').not.toContain('i03');
  expect(ids(2021)).toContain('i02');
  expect(buildEdition(plan, makeYearReport({ fiscalYear: 2020, reports: [] }, plan)).planChanges).toEqual([]);
  expect(compareEditions(buildEdition(makePlan(), makeYearReport({ fiscalYear: 2021 })), buildEdition(plan, makeYearReport({ fiscalYear: 2021 }, plan)))).toMatchObject([{ kind: 'plan-change', after: '02 人財の育成：令和３年度に追加（新しい課題のため）' }]);
});
