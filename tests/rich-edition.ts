import type { DecisionRow, OpinionRow, PlanBundle, ReportBundle } from '../src/domain/plan/plan-bundle.ts';
import type { Edition } from '../src/domain/edition/edition.ts';
import { makeEdition, makeNodeReport } from './factories.ts';

// An edition that uses everything beside text and figures: approvals, the life of items, a plan before it, opinions, decisions.

export const richOpinion: OpinionRow = {
  id: '1', fiscalYear: 2020, subject: { kind: 'node', id: 'i01' }, body: 'advisory-council', bodyName: '見本市行財政改革推進委員会', statedOn: '2021-10-01',
  paragraphs: ['待ち時間の短縮を数値で示すべきである。', '市民への周知も必要である。'], decidedOn: '2021-12-01',
  responses: [
    { kind: 'response', department: { id: 'seisaku', name: '政策室' }, respondedOn: '2021-11-01', paragraphs: ['翌年度から数値で示す。'] },
    { kind: 'follow-up', department: { id: 'joho', name: '情報政策課' }, respondedOn: '2022-06-01', paragraphs: ['待ち時間を計測し、公表した。'] },
  ],
};

export const richDecision: DecisionRow = {
  id: '7', subject: { kind: 'node', id: 'i01' }, title: '取組項目01　窓口の見直し', meeting: { title: '令和３年度第１回推進本部', heldOn: '2021-07-12' },
  paragraphs: ['継続して取り組む。'], assessment: 'Ｂ　おおむね順調', explanation: ['単年度の事情によるため。'],
  instructions: [{ departments: [{ id: 'seisaku', name: '政策室' }, { id: 'zaisei', name: '財政課' }], paragraphs: ['効果を数値で示すこと。'], answerIn: 2021 }],
};

export const richPlan: Partial<PlanBundle> = {
  changes: [{ id: 'c1', kind: 'finished', fiscalYear: 2020, decidedOn: '2021-02-10', nodes: ['i02'], reason: '目的を達したため' }],
  succession: {
    from: { id: 'plan-0', title: '見本市前期推進計画' },
    items: [{ node: 'i01', from: [{ id: 'a01', number: '01', title: '窓口改革' }, { id: 'a02', number: '02', title: '総合案内' }] }, { node: 'i02' }],
    ended: [{ id: 'a03', number: '03', title: '庁舎の清掃', reason: '委託により完了したため' }],
  },
};

export const richReport: Partial<ReportBundle> = {
  reports: [
    makeNodeReport({ initiative: 'i01', responsiblePrinted: '政策室／関係各課（財政課）', reporters: ['zaisei'], paragraphs: [
      { text: '窓口を見直した。', department: 'seisaku', approval: { post: '政策室長' } },
      { item: '記載台を減らした。', department: 'zaisei', approval: { post: '財政課長', byDeputy: true, correctedAfter: true } },
    ] }),
    makeNodeReport({ initiative: 'i02' }),
  ],
  opinions: [richOpinion], decisions: [richDecision],
};

export function makeRichEdition(): Edition {
  return makeEdition({ plan: richPlan, report: richReport });
}
