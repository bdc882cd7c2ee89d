import type { AnswerState } from '../domain/approval/transitions.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Answer } from '../domain/round/answer.ts';
import type { PlannedRequest } from '../domain/round/round.ts';
import { answerFromText } from '../domain/round/stored-answer.ts';
import { subjectFromRow } from './round-store.ts';
import type { ReadTransaction } from './transaction.ts';

/** A request of a round with what is answered to it now. */
export interface AnswerOfRound {
  readonly id: string;
  /** The department is the one that wrote the answer, where there is one. */
  readonly request: PlannedRequest;
  readonly state: AnswerState;
  readonly answer: Answer | null;
}

/** Every request of a round with its current answer, in the order of the round. */
export async function listAnswersOfRound(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<AnswerOfRound[]> {
  const rows = await trx.selectFrom('request')
    .leftJoin('answer_version', (join) => join.onRef('answer_version.request_id', '=', 'request.id').onRef('answer_version.number', '=', 'request.current_version'))
    .selectAll('request').select(['answer_version.content', 'answer_version.department_id as author'])
    .where('request.plan_id', '=', planId).where('request.fiscal_year', '=', fiscalYear).where('request.merged_into', 'is', null).orderBy('request.position').execute();
  return rows.map((row) => ({
    id: String(row.id), state: row.state, answer: row.content === null ? null : answerFromText(row.content),
    request: { subject: subjectFromRow(row), department: row.author ?? row.department_id, capacity: row.capacity },
  }));
}
