import { sql } from 'kysely';
import { findTransition } from '../domain/approval/transitions.ts';
import { isLocked } from '../domain/approval/request-policy.ts';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import { judgedSeries } from '../domain/indicator/indicator.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Answer } from '../domain/round/answer.ts';
import { lastYearOfAll } from '../domain/round/last-year.ts';
import { requestedNode } from '../domain/round/requested-node.ts';
import type { Round } from '../domain/round/round.ts';
import { answerFromText } from '../domain/round/stored-answer.ts';
import type { KnownRequest, KnownRound } from '../domain/survey/known-round.ts';
import type { SurveyItem } from '../domain/survey/survey.ts';
import { listInstructionsTo } from './headquarters-store.ts';
import { loadBefore } from './plan-before.ts';
import { loadPlan } from './plan-store.ts';
import { type RequestSummary, summaries, summaryFromRow } from './request-summary.ts';
import { loadRound } from './round-store.ts';
import type { ReadTransaction } from './transaction.ts';

/** A round with every request in it, as its workbooks show them. */
export interface SurveyedRound {
  readonly plan: Plan;
  readonly round: Round;
  readonly items: readonly SurveyItem[];
}

/**
 * Everything that the workbooks of a round show, read in a handful of queries however many departments are asked; nothing when there is
 * no such round.
 *
 * @param departments only what is asked of these; left out, of all
 */
export async function loadSurveyedRound(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear, today: CalendarDate, departments?: readonly string[]): Promise<SurveyedRound | undefined> {
  const [plan, round] = [await loadPlan(trx, planId), await loadRound(trx, planId, fiscalYear)];
  if (!plan || !round) return undefined;
  const requests = (await requestsOf(trx, planId, fiscalYear)).filter(({ department }) => departments === undefined || departments.includes(department));
  const answers = await currentAnswers(trx, planId, fiscalYear);
  const before = await loadBefore(trx, planId, fiscalYear);
  const { count: orders } = await trx.selectFrom('instruction').select(({ fn }) => fn.countAll<number>().as('count')).where('plan_id', '=', planId).where('answer_in', '=', fiscalYear).executeTakeFirstOrThrow();
  const items: SurveyItem[] = [];
  for (const request of requests) {
    const { id, subject, department } = request;
    const node = subject.kind === 'node' ? requestedNode(plan, subject.id) : null;
    const lastYear = before && lastYearOfAll(before.edition, before.subjectsOf(subject), department);
    const indicator = subject.kind === 'indicator' ? (plan.indicators.find((one) => one.id === subject.id) ?? null) : null;
    const described = node?.parents.findLast(({ description }) => description.length > 0)?.description ?? [];
    items.push({
      requestId: id, subject, department, departmentName: request.departmentName, number: request.number, title: request.title,
      description: [...described, ...(node?.description ?? [])].map(({ text }) => text).join('\n'),
      lastYear: lastYear?.measurement?.printed ?? lastYear?.paragraphs.map(({ text }) => text).join('\n') ?? '',
      indicator, proposedSeries: indicator && indicator.series.length > 1 ? (lastYear?.measurement?.series ?? judgedSeries(indicator).id) : null,
      instructions: node && orders > 0 ? await listInstructionsTo(trx, { planId, fiscalYear, nodeId: node.id, department }) : [],
      answer: answers.get(id)?.answer ?? null, baseVersion: request.currentVersion, state: request.state, writable: isWritable(request, today),
    });
  }
  return { plan, round, items };
}

/**
 * The round as it stands now, to compare with what came back.
 *
 * @param bases the versions on which rows were written, as the rows say
 */
export async function loadKnownRound(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear, today: CalendarDate, bases: readonly { readonly requestId: string; readonly number: number }[]): Promise<KnownRound | undefined> {
  const [plan, round] = [await loadPlan(trx, planId), await loadRound(trx, planId, fiscalYear)];
  if (!plan || !round) return undefined;
  const answers = await currentAnswers(trx, planId, fiscalYear);
  const versions = await versionsOf(trx, bases);
  const requests = (await requestsOf(trx, planId, fiscalYear)).map((request): KnownRequest => {
    const { id, subject, number, title, department, departmentName, state, currentVersion, roundIsOpen, departmentDeadline, headDeadline, unlockedUntil } = request;
    const current = answers.get(id);
    return {
      requestId: id, subject, series: subject.kind === 'indicator' ? (plan.indicators.find((one) => one.id === subject.id)?.series ?? []) : [], number, title, department, departmentName, state, currentVersion, roundIsOpen, departmentDeadline, headDeadline, unlockedUntil,
      current: current?.answer ?? null, currentBy: current ? { name: current.personName, at: current.savedAt } : null,
    };
  });
  const names = new Map([...plan.departments.map(({ id, name }): [string, string] => [id, name]), ...requests.map(({ department, departmentName }): [string, string] => [department, departmentName])]);
  return {
    city: plan.municipality.code, cityName: plan.municipality.name, labels: plan.municipality.fiscalYearLabels, planTitle: plan.title, round, today,
    requests: new Map(requests.map((request) => [request.requestId, request])),
    versionOf: (requestId, number) => versions.get(`${requestId} ${number}`), departmentName: (id) => names.get(id) ?? id,
  };
}

function isWritable(request: RequestSummary, today: CalendarDate): boolean {
  const transition = findTransition('reporter', request.state, 'take-in');
  return request.roundIsOpen && transition !== undefined && !isLocked(request, transition, today);
}

async function requestsOf(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<RequestSummary[]> {
  return (await summaries(trx).where('request.plan_id', '=', planId).where('request.fiscal_year', '=', fiscalYear).execute()).map(summaryFromRow);
}

interface CurrentAnswer { readonly answer: Answer; readonly personName: string; readonly savedAt: string }

/** The answers that count, by request. */
async function currentAnswers(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<ReadonlyMap<string, CurrentAnswer>> {
  const rows = await trx.selectFrom('request')
    .innerJoin('answer_version', (join) => join.onRef('answer_version.request_id', '=', 'request.id').onRef('answer_version.number', '=', 'request.current_version'))
    .innerJoin('person', 'person.id', 'answer_version.person_id')
    .select(['request.id', 'answer_version.content', 'answer_version.saved_at', 'person.name'])
    .where('request.plan_id', '=', planId).where('request.fiscal_year', '=', fiscalYear).execute();
  return new Map(rows.map(({ id, content, saved_at, name }) => [String(id), { answer: answerFromText(content), personName: name, savedAt: saved_at }]));
}

async function versionsOf(trx: ReadTransaction, bases: readonly { readonly requestId: string; readonly number: number }[]): Promise<ReadonlyMap<string, Answer>> {
  const found = new Map<string, Answer>();
  const wanted = [...new Map(bases.filter(({ number }) => number <= 2_147_483_647).map((base) => [`${base.requestId} ${base.number}`, base])).values()];
  for (let start = 0; start < wanted.length; start += 1_000) {
    const some = wanted.slice(start, start + 1_000);
    const pairs = sql.join(some.map(({ requestId, number }) => sql`(${requestId}::bigint, ${number}::integer)`));
    const rows = await trx.selectFrom('answer_version').select(['request_id', 'number', 'content']).where(sql<boolean>`(request_id, number) in (${pairs})`).execute();
    for (const { request_id, number, content } of rows) found.set(`${request_id} ${number}`, answerFromText(content));
  }
  return found;
}
