import { sql } from 'kysely';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import { nameOn } from '../domain/organization/department-history.ts';
import { headPostOf } from '../domain/organization/head-post.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { ApprovedAnswer } from '../domain/round/approved-answer.ts';
import { answerFromText } from '../domain/round/stored-answer.ts';
import { loadDepartmentHistory } from './department-store.ts';
import type { ReadTransaction } from './transaction.ts';

/**
 * By which post each answer of a round was approved last, by request. The department is the one that had the request then, under
 * the name of that day: it may have been reorganised since. The post is called as was recorded for its 所属長 of that day, else after
 * the department; a deputy approves for the same post.
 */
export async function listApprovals(trx: ReadTransaction, { id: planId, municipality, departments }: Pick<Plan, 'id' | 'municipality' | 'departments'>, fiscalYear: FiscalYear): Promise<Map<string, ApprovedAnswer>> {
  const rows = await trx.selectFrom('request')
    .innerJoin('answer_event', 'answer_event.request_id', 'request.id')
    .innerJoin('answer_version', (join) => join.onRef('answer_version.request_id', '=', 'request.id').onRef('answer_version.number', '=', 'answer_event.version'))
    .select(['request.id', 'request.department_id', 'answer_event.by_deputy', 'answer_event.person_id', 'answer_event.at', 'answer_version.content'])
    .select(sql<string>`(answer_event.at at time zone 'Asia/Tokyo')::date::text`.as('day'))
    .where('request.plan_id', '=', planId).where('request.fiscal_year', '=', fiscalYear).where('answer_event.action', '=', 'approve')
    .distinctOn('request.id').orderBy('request.id').orderBy('answer_event.id', 'desc').execute();
  const moves = Map.groupBy(await trx.selectFrom('request_move').innerJoin('reorganisation', 'reorganisation.id', 'request_move.reorganisation_id')
    .select(['request_move.request_id', 'request_move.from_department_id', 'reorganisation.recorded_at'])
    .where('request_move.request_id', 'in', (eb) => eb.selectFrom('request').select('request.id').where('request.plan_id', '=', planId).where('request.fiscal_year', '=', fiscalYear))
    .orderBy('request_move.reorganisation_id').execute(), ({ request_id }) => request_id);
  const history = await loadDepartmentHistory(trx, municipality.code);
  const titled = await trx.selectFrom('post').select(['person_id', 'department_id', 'valid_from', 'valid_until', 'title']).where('role', '=', 'section-head').where('municipality_code', '=', municipality.code).where('title', 'is not', null).orderBy('valid_from').orderBy('id').execute();
  return new Map(rows.map(({ id, department_id, by_deputy, person_id, at, day, content }) => {
    // Whoever gave the request away after the approval had it then.
    const department = moves.get(id)?.find(({ recorded_at }) => recorded_at > at)?.from_department_id ?? department_id;
    const printed = departments.find((known) => known.id === department)?.name ?? department;
    const heads = titled.filter((post) => post.department_id === department && post.valid_from <= day && (post.valid_until === null || day <= post.valid_until));
    const title = (heads.find((post) => post.person_id === person_id) ?? heads[0])?.title;
    return [String(id), { post: title ?? headPostOf(nameOn(history, department, day, printed)), byDeputy: by_deputy, answer: answerFromText(content) }];
  }));
}
