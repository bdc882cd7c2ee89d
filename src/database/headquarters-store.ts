import type { Insertable } from 'kysely';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { AgendaItem, DeliberatedItem, GivenInstruction, Instruction, InstructionToAnswer, Meeting } from '../domain/headquarters/headquarters.ts';
import { ancestorsOn, nameOn, successorsOn } from '../domain/organization/department-history.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { OrderToAnswer } from '../domain/round/plan-requests.ts';
import { loadDepartmentHistory } from './department-store.ts';
import type { HeadquartersTables } from './headquarters-tables.ts';
import type { Row } from './tables.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

export async function insertMeeting(trx: WriteTransaction, { planId, fiscalYear, heldOn, title }: Omit<Meeting, 'id'>): Promise<string> {
  const { id } = await trx.insertInto('meeting').values({ plan_id: planId, fiscal_year: fiscalYear, held_on: heldOn, title }).returning('id').executeTakeFirstOrThrow();
  return String(id);
}

/** Appends an item to the end of the agenda. */
export async function insertAgendaItem(trx: WriteTransaction, { meetingId, subject, title, paper }: Omit<AgendaItem, 'id'>): Promise<string> {
  const meeting_id = Number(meetingId);
  const { count } = await trx.selectFrom('agenda_item').select(({ fn }) => fn.countAll<number>().as('count')).where('meeting_id', '=', meeting_id).executeTakeFirstOrThrow();
  const { id } = await trx.insertInto('agenda_item').values({
    meeting_id, position: count + 1, title, paper,
    node_id: subject?.kind === 'node' ? subject.id : null, indicator_id: subject?.kind === 'indicator' ? subject.id : null,
  }).returning('id').executeTakeFirstOrThrow();
  return String(id);
}

export async function insertDecision(trx: WriteTransaction, decision: Insertable<HeadquartersTables['decision']>): Promise<void> {
  await trx.insertInto('decision').values(decision).execute();
}

export async function insertInstruction(trx: WriteTransaction, { departments, ...instruction }: Insertable<HeadquartersTables['instruction']> & { readonly departments: readonly string[] }): Promise<string> {
  const { id } = await trx.insertInto('instruction').values(instruction).returning('id').executeTakeFirstOrThrow();
  await trx.insertInto('instruction_department').values(departments.map((department_id) => ({ instruction_id: id, department_id }))).execute();
  return String(id);
}

/** Newest first. */
export async function listMeetings(trx: ReadTransaction): Promise<Meeting[]> {
  const rows = await trx.selectFrom('meeting').selectAll().orderBy('held_on', 'desc').orderBy('id', 'desc').execute();
  return rows.map(toMeeting);
}

export async function loadMeeting(trx: ReadTransaction, id: string): Promise<Meeting | undefined> {
  const row = isKey(id) ? await trx.selectFrom('meeting').selectAll().where('id', '=', Number(id)).executeTakeFirst() : undefined;
  return row && toMeeting(row);
}

/** The agenda in its order. */
export async function listAgenda(trx: ReadTransaction, meetingId: string): Promise<DeliberatedItem[]> {
  if (!isKey(meetingId)) return [];
  const items = await trx.selectFrom('agenda_item').selectAll().where('meeting_id', '=', Number(meetingId)).orderBy('position').execute();
  const ids = items.map(({ id }) => id);
  const decisions = ids.length === 0 ? [] : await trx.selectFrom('decision').selectAll().where('agenda_item_id', 'in', ids).orderBy('id').execute();
  const given = ids.length === 0 ? [] : await withDepartments(trx, await trx.selectFrom('instruction').selectAll().where('agenda_item_id', 'in', ids).orderBy('id').execute());
  return items.map(({ id, meeting_id, node_id, indicator_id, title, paper }) => ({
    id: String(id), meetingId: String(meeting_id), title, paper,
    subject: node_id !== null ? { kind: 'node', id: node_id } : indicator_id !== null ? { kind: 'indicator', id: indicator_id } : null,
    decisions: decisions.filter(({ agenda_item_id }) => agenda_item_id === id).map((row) => ({
      id: String(row.id), agendaItemId: String(id), text: row.text, assessment: row.assessment, explanation: row.explanation, decidedAt: row.decided_at,
    })),
    instructions: given.filter(({ row }) => row.agenda_item_id === id).map(({ instruction }) => instruction),
  }));
}

/** Every instruction of a plan, oldest first: for the follow-up. */
export async function listInstructions(trx: ReadTransaction, planId: string): Promise<GivenInstruction[]> {
  const rows = await trx.selectFrom('instruction').innerJoin('agenda_item', 'agenda_item.id', 'instruction.agenda_item_id').innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .selectAll('instruction').select(['meeting.title', 'meeting.held_on']).where('instruction.plan_id', '=', planId).orderBy('instruction.id').execute();
  return (await withDepartments(trx, rows)).map(({ row: { title, held_on: heldOn }, instruction }) => ({ ...instruction, meeting: { title, heldOn } }));
}

/** The orders that are to be answered in a year's round, each with who can answer it now. */
export async function listOrdersToAnswer(trx: ReadTransaction, { id, municipality, departments }: Plan, fiscalYear: FiscalYear): Promise<OrderToAnswer[]> {
  const rows = await trx.selectFrom('instruction').innerJoin('instruction_department', 'instruction_department.instruction_id', 'instruction.id')
    .select(['instruction.node_id', 'instruction_department.department_id']).where('instruction.plan_id', '=', id).where('instruction.answer_in', '=', fiscalYear)
    .orderBy('instruction.id').orderBy('instruction_department.department_id').execute();
  if (rows.length === 0) return [];
  const history = await loadDepartmentHistory(trx, municipality.code);
  return rows.map(({ node_id: nodeId, department_id }) => ({ nodeId, departments: successorsOn(history, department_id, '9999-12-31').filter((department) => departments.some((known) => known.id === department)) }));
}

/** What a department, or one whose work it took over, must answer about an item in a round; oldest first. */
export async function listInstructionsTo(trx: ReadTransaction, to: { readonly planId: string; readonly fiscalYear: FiscalYear; readonly nodeId: string; readonly department: string }): Promise<InstructionToAnswer[]> {
  const given = await trx.selectFrom('instruction').innerJoin('instruction_department', 'instruction_department.instruction_id', 'instruction.id')
    .innerJoin('agenda_item', 'agenda_item.id', 'instruction.agenda_item_id').innerJoin('meeting', 'meeting.id', 'agenda_item.meeting_id')
    .innerJoin('plan', 'plan.id', 'instruction.plan_id')
    .leftJoin('plan_department', (join) => join.onRef('plan_department.plan_id', '=', 'plan.id').onRef('plan_department.department_id', '=', 'instruction_department.department_id'))
    .select(['instruction.id', 'instruction.text', 'meeting.title', 'meeting.held_on', 'plan.municipality_code', 'instruction_department.department_id', 'plan_department.name'])
    .where('instruction.plan_id', '=', to.planId).where('instruction.answer_in', '=', to.fiscalYear).where('instruction.node_id', '=', to.nodeId)
    .orderBy('instruction.id').orderBy('plan_department.position').execute();
  if (given.length === 0) return [];
  const history = await loadDepartmentHistory(trx, given[0]!.municipality_code);
  const ancestors = ancestorsOn(history, to.department, '9999-12-31');
  return [...Map.groupBy(given.filter(({ department_id: id }) => ancestors.includes(id)), ({ id }) => id).values()].map((rows): InstructionToAnswer => {
    const { id, text, title, held_on: heldOn } = rows[0]!;
    const inherited = rows.some((row) => row.department_id === to.department) ? [] : rows;
    return { id: String(id), text, meeting: { title, heldOn }, inheritedFrom: inherited.map((row) => nameOn(history, row.department_id, heldOn, row.name ?? row.department_id)) };
  });
}

async function withDepartments<R extends Row<'instruction'>>(trx: ReadTransaction, rows: readonly R[]): Promise<{ row: R; instruction: Instruction }[]> {
  if (rows.length === 0) return [];
  const named = await trx.selectFrom('instruction_department').selectAll().where('instruction_id', 'in', rows.map(({ id }) => id)).execute();
  return rows.map((row) => ({
    row,
    instruction: {
      id: String(row.id), planId: row.plan_id, nodeId: row.node_id, text: row.text, answerIn: row.answer_in, issuedAt: row.issued_at,
      departments: named.filter(({ instruction_id }) => instruction_id === row.id).map(({ department_id }) => department_id),
    },
  }));
}

function toMeeting({ id, plan_id, fiscal_year, held_on, title }: Row<'meeting'>): Meeting {
  return { id: String(id), planId: plan_id, fiscalYear: fiscal_year, heldOn: held_on, title };
}

function isKey(id: string): boolean {
  return /^\d{1,15}$/.test(id);
}
