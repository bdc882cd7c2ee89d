import { type Kysely, sql } from 'kysely';

/** A step of its own for an answer that comes out of a workbook (take-in), by the department or by the secretariat for it. */
export async function allowWorkbookAnswers(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table ayumi.answer_event drop constraint answer_event_action_check;
    alter table ayumi.answer_event add constraint answer_event_action_check
      check (action in ('save', 'take-in', 'submit', 'withdraw', 'approve', 'send-back', 'withdraw-approval', 'accept', 'correct', 'unlock'));
  `.execute(db);
}
