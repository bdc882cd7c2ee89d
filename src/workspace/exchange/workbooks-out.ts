import { appendAudit } from '../../database/audit-store.ts';
import { listPeople, toActor } from '../../database/people-store.ts';
import { loadSurveyedRound } from '../../database/survey-store.ts';
import { readTransaction, writeTransaction } from '../../database/transaction.ts';
import { writeSurveyWorkbook } from '../../documents/survey-workbook/write-survey-workbook.ts';
import { type StreamedFile, zipStream } from '../../documents/zip/stream-zip.ts';
import type { Department } from '../../domain/organization/department.ts';
import { type Actor, departmentsOf } from '../../domain/organization/post.ts';
import { askedDepartments, surveyFor, type WholeSurvey } from '../../domain/survey/split-survey.ts';
import { mayTakeOut, mayTakeOutAll } from '../../domain/survey/survey-policy.ts';
import { forbidden, missing } from '../forbidden.tsx';
import { asAttachment } from '../forms/attachment.ts';
import { dayInJapan, type WorkspaceContext, type WorkspaceParts } from '../workspace.ts';
import type { ExchangeRound } from './exchange-round.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One workbook: of a department, or of the person who asks, with all that is asked of the own departments. */
export async function sendWorkbook(context: WorkspaceContext, parts: WorkspaceParts, round: ExchangeRound): Promise<Response> {
  const actor = context.get('actor');
  const today = dayInJapan(parts.now());
  const own = departmentsOf(actor, 'reporter');
  const wanted = context.req.query('department');
  if (wanted !== undefined && !mayTakeOut(actor, wanted)) return forbidden(context, parts, 'この部署の照会のExcelを書き出せるのは、その部署の担当者と事務局です。');
  const whole = await load(parts, round, today, wanted === undefined ? own : [wanted]);
  const departments = askedDepartments(whole.items);
  if (departments.length === 0) return missing(context, parts, 'この部署への照会はありません。');
  const bytes = await writeSurveyWorkbook(surveyFor(whole, departments, wanted === undefined ? actor.name : null, today));
  await audit(parts, actor, round, { departments: departments.map(({ id }) => id), workbooks: 1 });
  return new Response(new Uint8Array(bytes), {
    headers: headersFor(xlsx, `${nameOf(round, wanted === undefined ? actor.name : (departments[0]?.name ?? ''))}.xlsx`, `shokai-${round.fiscalYear}`),
  });
}

/** All workbooks of the round in a zip, made one after the other while they are sent. */
export async function sendAllWorkbooks(context: WorkspaceContext, parts: WorkspaceParts, round: ExchangeRound): Promise<Response> {
  const actor = context.get('actor');
  if (!mayTakeOutAll(actor)) return forbidden(context, parts, '全ての部署の照会のExcelを書き出せるのは、事務局です。');
  const today = dayInJapan(parts.now());
  const whole = await load(parts, round, today);
  const departments = askedDepartments(whole.items);
  const byPerson = context.req.query('by') === 'person';
  const whose: Whose[] = byPerson ? await reporters(parts, departments, today) : departments.map((department) => ({ name: department.name, departments: [department], person: null }));
  await audit(parts, actor, round, { departments: departments.map(({ id }) => id), workbooks: whose.length });
  return new Response(zipStream(workbooks(whole, whose, round, today)), { headers: headersFor('application/zip', `${nameOf(round, byPerson ? '担当者ごと' : '部署ごと')}.zip`, `shokai-${round.fiscalYear}`) });
}

interface Whose { readonly name: string; readonly departments: readonly Department[]; readonly person: string | null }

async function* workbooks(whole: WholeSurvey, whose: readonly Whose[], round: ExchangeRound, today: string): AsyncGenerator<StreamedFile> {
  const taken = new Set<string>();
  for (const { name, departments, person } of whose) {
    let file = nameOf(round, name);
    for (let count = 2; taken.has(file); count += 1) file = `${nameOf(round, name)}（${count}）`;
    taken.add(file);
    yield { name: `${file}.xlsx`, data: await writeSurveyWorkbook(surveyFor(whole, departments, person, today)) };
  }
}

/** Everybody who writes for one of the departments today. */
async function reporters({ db }: WorkspaceParts, departments: readonly Department[], today: string): Promise<Whose[]> {
  const people = await readTransaction(db, listPeople);
  return people.flatMap((person): Whose[] => {
    const own = departmentsOf(toActor(person, today), 'reporter');
    const asked = departments.filter(({ id }) => own.includes(id));
    return asked.length === 0 ? [] : [{ name: `${asked.map(({ name }) => name).join('・')}_${person.name}`, departments: asked, person: person.name }];
  });
}

async function load({ db }: WorkspaceParts, { planId, fiscalYear }: ExchangeRound, today: string, departments?: readonly string[]): Promise<WholeSurvey> {
  const whole = await readTransaction(db, (trx) => loadSurveyedRound(trx, planId, fiscalYear, today, departments));
  if (!whole) throw new Error(`The round ${planId} ${fiscalYear} is gone although it was there a moment ago.`);
  return whole;
}

function audit({ db }: WorkspaceParts, actor: Actor, { planId, fiscalYear }: ExchangeRound, details: { readonly departments: readonly string[]; readonly workbooks: number }): Promise<unknown> {
  return writeTransaction(db, (trx) => appendAudit(trx, { actor: actor.staffNumber, action: 'export-survey', planId, details: { fiscalYear, ...details } }));
}

/** A name that every system takes as that of a file: 照会_令和３年度_政策室. */
function nameOf({ yearLabel }: ExchangeRound, whose: string): string {
  return `照会_${yearLabel}_${whose}`.toWellFormed().replaceAll(/[\p{Cc}\p{Bidi_Control}/\\:*?"<>|\s]/gu, '_').slice(0, 80);
}

function headersFor(type: string, name: string, plain: string): Record<string, string> {
  return { 'content-type': type, 'content-disposition': asAttachment(name, plain), 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
}
