import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { insertOpinion, insertOpinionPublication, insertOpinionResponse, insertOpinionVersion, loadOpinion } from '../database/opinion-store.ts';
import { loadPlan } from '../database/plan-store.ts';
import { lockPlan, type WriteTransaction, writeTransaction } from '../database/transaction.ts';
import { listYearsWithResults } from '../database/years-with-results.ts';
import { type CalendarDate, isCalendarDate } from '../domain/fiscal-year/fiscal-year.ts';
import { currentVersion, opinionBodies, type Opinion, type OpinionResponse, type OpinionVersion } from '../domain/opinion/opinion.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { checkText } from '../domain/report/parse-paragraphs.ts';

/** Done with the id of the opinion, or every problem with its field; nobody but the secretariat may. */
export type OpinionOutcome = { readonly outcome: 'done'; readonly id: string } | { readonly outcome: 'invalid'; readonly problems: readonly Problem[] } | { readonly outcome: 'refused'; readonly reason: string };

/** What is written down of an opinion. */
export type OpinionWords = Pick<OpinionVersion, 'body' | 'bodyName' | 'statedOn' | 'text'>;

const onlySecretariat: OpinionOutcome = { outcome: 'refused', reason: '意見と対応の記録は、事務局だけができます。' };
const unknown: OpinionOutcome = { outcome: 'refused', reason: '意見が登録されていません。' };

/** Writes down an opinion on the results of a year. */
export async function recordOpinion(db: Database, { opinion, words, actor }: { readonly opinion: Pick<Opinion, 'planId' | 'fiscalYear' | 'subject'>; readonly words: OpinionWords; readonly actor: Actor }): Promise<OpinionOutcome> {
  if (!holds(actor, 'secretariat')) return onlySecretariat;
  return writeTransaction(db, async (trx): Promise<OpinionOutcome> => {
    const { planId, fiscalYear, subject } = opinion;
    const plan = await loadPlan(trx, planId);
    const known = (await listYearsWithResults(trx)).some((year) => year.planId === planId && year.fiscalYear === fiscalYear);
    if (!plan || !known) return { outcome: 'refused', reason: 'この計画と年度の照会も、公表した版もありません。' };
    const problems = checkWords(words);
    const isInPlan = subject === null || (subject.kind === 'node' ? plan.nodes : plan.indicators).some(({ id }) => id === subject.id);
    if (!isInPlan) problems.push({ code: 'unknown-subject', path: ['subject'], message: '意見の対象が計画にありません。', fix: '対象を選び直してください。' });
    if (problems.length > 0) return { outcome: 'invalid', problems };
    const id = await insertOpinion(trx, opinion);
    await insertOpinionVersion(trx, id, { version: 1, ...words }, actor.personId);
    await appendAudit(trx, { actor: actor.staffNumber, action: 'record-opinion', planId, details: { opinion: id, fiscalYear, subject: subject ? `${subject.kind} ${subject.id}` : null, body: words.body, statedOn: words.statedOn } });
    return { outcome: 'done', id };
  });
}

/** Corrects the words of an opinion: the earlier version stays. What is published waits for another decision. */
export function reviseOpinion(db: Database, { id, words, baseVersion, actor }: { readonly id: string; readonly words: OpinionWords; readonly baseVersion: number; readonly actor: Actor }): Promise<OpinionOutcome> {
  return onOpinion(db, id, actor, async (trx, opinion) => {
    const problems = checkWords(words);
    const { version } = currentVersion(opinion);
    if (version !== baseVersion) problems.push({ code: 'changed-meanwhile', path: ['text'], message: '別の人が、先にこの意見を直しました。', fix: '新しい内容を確かめてから、もう一度保存してください。' });
    if (problems.length > 0) return { outcome: 'invalid', problems };
    await insertOpinionVersion(trx, id, { version: version + 1, ...words }, actor.personId);
    await appendAudit(trx, { actor: actor.staffNumber, action: 'revise-opinion', planId: opinion.planId, details: { opinion: id, version: version + 1 } });
    return { outcome: 'done', id };
  });
}

/** Writes down what a department answered, or what came of it. */
export function respondToOpinion(db: Database, { id, response, actor }: { readonly id: string; readonly response: Omit<OpinionResponse, 'id'>; readonly actor: Actor }): Promise<OpinionOutcome> {
  return onOpinion(db, id, actor, async (trx, opinion, plan) => {
    const problems = checkLines(response.text, 'responseText');
    if (!plan.departments.some((department) => department.id === response.department)) problems.push({ code: 'unknown-department', path: ['department'], message: '回答する部署が計画にありません。', fix: '部署を選び直してください。' });
    problems.push(...checkDay(response.respondedOn, 'respondedOn', currentVersion(opinion).statedOn));
    if (problems.length > 0) return { outcome: 'invalid', problems };
    const responseId = await insertOpinionResponse(trx, id, response, actor.personId);
    await appendAudit(trx, { actor: actor.staffNumber, action: 'respond-to-opinion', planId: opinion.planId, details: { opinion: id, response: responseId, kind: response.kind, department: response.department } });
    return { outcome: 'done', id };
  });
}

/** Decides whether an opinion is published beside its item, with the words and answers of now. */
export function decideOpinionPublication(db: Database, { id, isPublished, decidedOn, actor }: { readonly id: string; readonly isPublished: boolean; readonly decidedOn: CalendarDate; readonly actor: Actor }): Promise<OpinionOutcome> {
  return onOpinion(db, id, actor, async (trx, opinion) => {
    const { version, statedOn } = currentVersion(opinion);
    const problems = checkDay(decidedOn, 'decidedOn', statedOn);
    if (problems.length > 0) return { outcome: 'invalid', problems };
    await insertOpinionPublication(trx, id, { isPublished, decidedOn, version, lastResponseId: opinion.responses.at(-1)?.id ?? null }, actor.personId);
    await appendAudit(trx, { actor: actor.staffNumber, action: 'decide-opinion-publication', planId: opinion.planId, details: { opinion: id, published: isPublished, decidedOn, version } });
    return { outcome: 'done', id };
  });
}

async function onOpinion(db: Database, id: string, actor: Actor, work: (trx: WriteTransaction, opinion: Opinion, plan: Plan) => Promise<OpinionOutcome>): Promise<OpinionOutcome> {
  if (!holds(actor, 'secretariat')) return onlySecretariat;
  return writeTransaction(db, async (trx) => {
    const found = await loadOpinion(trx, id);
    if (!found) return unknown;
    // After the lock the opinion is read again: somebody may have written to it while this waited.
    await lockPlan(trx, found.planId);
    const opinion = await loadOpinion(trx, id);
    const plan = await loadPlan(trx, found.planId);
    return opinion && plan ? work(trx, opinion, plan) : unknown;
  });
}

function checkWords({ body, bodyName, statedOn, text }: OpinionWords): Problem[] {
  const problems = checkLines(text, 'text');
  if (!opinionBodies.includes(body)) problems.push({ code: 'unknown-body', path: ['body'], message: '意見を述べた機関が選ばれていません。', fix: '機関を選んでください。' });
  if (bodyName !== null) checkText(bodyName, ['bodyName'], problems);
  return [...problems, ...checkDay(statedOn, 'statedOn')];
}

function checkLines(text: string, field: string): Problem[] {
  const problems: Problem[] = [];
  if (text.trim() === '') checkText(text, [field], problems);
  for (const line of text.split('\n')) if (line.trim() !== '') checkText(line, [field], problems);
  return problems;
}

function checkDay(day: string, field: string, from?: CalendarDate): Problem[] {
  if (!isCalendarDate(day)) return [{ code: 'not-a-date', path: [field], message: '日付が正しくありません。', fix: '年-月-日で書いてください。' }];
  return from !== undefined && day < from ? [{ code: 'before-opinion', path: [field], message: '意見が述べられた日より前の日付です。', fix: '日付を確かめてください。' }] : [];
}
