import type { Answer } from '../round/answer.ts';
import type { Actor } from '../organization/post.ts';
import type { KnownRequest, KnownRound } from './known-round.ts';
import type { Survey } from './survey.ts';

/** The round as it stands when nobody has written since a survey was made. */
export function knownRoundOf(surveys: readonly Survey[], more: Partial<KnownRound> = {}, changed: Readonly<Record<string, Partial<KnownRequest>>> = {}): KnownRound {
  const [first] = surveys;
  if (!first) throw new Error('A round has requests.');
  const versions = new Map<string, Answer>();
  const requests = surveys.flatMap(({ items, round }) => items.map((item): KnownRequest => {
    if (item.answer && item.baseVersion !== null) versions.set(`${item.requestId} ${item.baseVersion}`, item.answer);
    return {
      requestId: item.requestId, subject: item.subject, series: item.indicator?.series ?? [], number: item.number, title: item.title, department: item.department, departmentName: item.departmentName, state: item.state,
      currentVersion: item.baseVersion, current: item.answer, currentBy: item.answer ? { name: '担当', at: '2022-04-12T01:00:00.000Z' } : null,
      roundIsOpen: round.state === 'open', departmentDeadline: round.departmentDeadline, headDeadline: round.headDeadline, unlockedUntil: null, ...changed[item.requestId],
    };
  }));
  return {
    city: first.municipality.code, cityName: first.municipality.name, labels: first.municipality.fiscalYearLabels, planTitle: first.planTitle, round: first.round, today: '2022-05-10',
    requests: new Map(requests.map((request) => [request.requestId, request])),
    versionOf: (requestId, number) => versions.get(`${requestId} ${number}`),
    departmentName: (id) => surveys.flatMap(({ departments }) => departments).find((department) => department.id === id)?.name ?? id,
    ...more,
  };
}

export const surveySecretariat: Actor = { personId: 's', staffNumber: 's', name: '事務局', posts: [{ role: 'secretariat', department: null, from: '2020-04-01', until: null }] };
export const surveyReporter = (department: string): Actor => ({ personId: 'r', staffNumber: 'r', name: '担当', posts: [{ role: 'reporter', department, from: '2020-04-01', until: null }] });
