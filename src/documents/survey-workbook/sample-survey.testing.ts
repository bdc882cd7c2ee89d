import { readBundle } from '../bundle/read-bundle.ts';
import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import { emptyIndicatorAnswer } from '../../domain/round/indicator-answer.ts';
import { planRequests, proposeAssignments } from '../../domain/round/plan-requests.ts';
import { requestedNode } from '../../domain/round/requested-node.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Survey, SurveyItem } from '../../domain/survey/survey.ts';

const read = await readBundle('samples/komae-2020');
if (!read.ok) throw new Error('The sample has problems.');
const { plan, reports: [report] } = read.value;

export const sampleRound: Round = {
  planId: plan.id, fiscalYear: 2021, state: 'open',
  asked: { progress: 'required', selfAssessment: 'required', issues: 'optional', nextYear: 'optional', effects: 'optional', evidence: 'not-asked' },
  scale: [{ id: 'a', name: 'Ａ（順調）' }, { id: 'b', name: 'Ｂ（おおむね順調）' }, { id: 'c', name: 'Ｃ（遅れ, 見直し）' }], departmentDeadline: '2022-05-20', headDeadline: '2022-05-27',
};

/** What is asked of a department of the sample in 2021; indicators are asked of 政策室. Nothing was written yet. */
export function sampleSurvey(department = 'shokuin', more: Partial<Survey> = {}): Survey {
  const assigned = proposeAssignments(null, Object.fromEntries(plan.indicators.map(({ id }) => [id, 'seisaku'])));
  const forCollectives = Object.fromEntries((report?.reports ?? []).map(({ nodeId, reporters }) => [nodeId, reporters]));
  const requests = planRequests(plan, { ...assigned, forCollectives }).map((request, index) => ({ ...request, id: String(index + 1) }));
  const name = plan.departments.find(({ id }) => id === department)?.name ?? department;
  return {
    municipality: plan.municipality, planId: plan.id, planTitle: plan.title, round: sampleRound, departments: [{ id: department, name }], person: null, madeOn: '2022-04-11',
    items: requests.filter((request) => request.department === department).map(({ id, subject }): SurveyItem => {
      const node = subject.kind === 'node' ? requestedNode(plan, subject.id) : null;
      const indicator = subject.kind === 'indicator' ? (plan.indicators.find((one) => one.id === subject.id) ?? null) : null;
      const paragraphs = report?.reports.find(({ nodeId }) => nodeId === subject.id)?.paragraphs ?? [];
      return {
        requestId: id, subject, department, departmentName: name, number: node?.number ?? indicator?.number ?? '', title: node?.title ?? indicator?.title ?? '',
        description: [...(node?.parents ?? []).slice(-1).flatMap(({ description }) => description), ...(node?.description ?? [])].map(({ text }) => text).join('\n'),
        lastYear: indicator ? (report?.measurements.find(({ indicatorId }) => indicatorId === indicator.id)?.printed ?? '') : paragraphs.map(({ text }) => text).join('\n'),
        indicator, proposedSeries: indicator && indicator.series.length > 1 ? indicator.series[0]!.id : null, instructions: [], answer: null, baseVersion: null, state: 'not-started', writable: true,
      };
    }),
    ...more,
  };
}

/** The same with an answer, an order and a closed item, so that every sheet has something in it. */
export function fullSurvey(): Survey {
  const survey = sampleSurvey('seisaku');
  return {
    ...survey,
    items: survey.items.map((item, index): SurveyItem => ({
      ...item,
      ...(index === 0 ? { baseVersion: 2, state: 'draft', answer: { ...emptyItemAnswer, text: `${fiscalYearLabel(2021, survey.municipality.fiscalYearLabels)}は、窓口を見直した。\n・記載台を減らした。`, selfAssessment: 'a', effects: [{ kind: 'single-year', printed: '1,224,000円', method: '委託料の差額' }] } } : {}),
      ...(index === 1 ? { instructions: [{ id: '7', text: '進捗の遅れている理由を整理し、次回の推進本部に報告すること。' }] } : {}),
      ...(index === 2 ? { baseVersion: 4, state: 'submitted', writable: false, answer: { ...emptyItemAnswer, text: '提出した文章です。', selfAssessment: 'b' } } : {}),
      ...(item.indicator && item.number === '1' ? { baseVersion: 1, state: 'draft', answer: { ...emptyIndicatorAnswer, printed: '37.0（60.3）', asOf: '2022-04-01', standing: 'provisional', note: '※ 速報値' } } : {}),
    })),
  };
}
