import { sql } from 'kysely';
import { actOnRequest } from '../src/commands/act-on-request.ts';
import { changeEvidence } from '../src/commands/change-evidence.ts';
import { saveAnswer } from '../src/commands/save-answer.ts';
import type { Database } from '../src/database/connection.ts';
import { insertCredential } from '../src/database/credential-store.ts';
import { writeTransaction } from '../src/database/transaction.ts';
import { emptyItemAnswer } from '../src/domain/round/answer.ts';
import { openCityHall, people, requestOf } from './city-hall.ts';

/** Texts that a careless copy spoils: NUL and half a surrogate as people paste them, line ends, quotes, characters outside the plane. */
export const oddText = '「引用」と"quote"、\\u0000とタブ\t、𠮷野家の髙﨑、\u2028改行\r\n終わり\uD842';

const today = '2022-05-10';

/** A city hall in whose tables rows stand, to see whether a copy of it is whole. */
export async function openFullOffice(db: Database): Promise<void> {
  await openCityHall(db);
  const requestId = await requestOf(db, '05', 'shokuin');
  const write = (text: string, baseVersion: number | null) => saveAnswer(db, { requestId, baseVersion, answer: { ...emptyItemAnswer, text }, actor: people.writer, today });
  await write('研修を検討した。', null);
  await write(`研修を実施した。${oddText}`, 1);
  await write('古い版の上に書いた。', 1);
  await changeEvidence(db, { requestId, actor: people.writer, today, files: [
    { name: '../資料：研修の"案内".pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0, 255, 10, 13])]) }, { name: '写し.txt', bytes: Buffer.from('写し') },
  ] });
  const copy = await db.selectFrom('evidence').select('id').where('name', 'like', '写し%').executeTakeFirstOrThrow();
  await changeEvidence(db, { requestId, actor: people.writer, today, remove: [String(copy.id)] });
  await actOnRequest(db, { requestId, action: 'submit', actor: people.writer, today });
  await actOnRequest(db, { requestId, action: 'send-back', actor: people.head, today, note: '人数を書いてください。' });
  const { personId, staffNumber, name } = people.administrator;
  const authUserId = await writeTransaction(db, (trx) => insertCredential(trx, { staffNumber, name, passwordHash: '0a1b:salted' }));
  await db.updateTable('person').set({ auth_user_id: authUserId }).where('id', '=', personId).execute();
  await sql`update auth.user set two_factor_enabled = true`.execute(db);
  await sql.raw(`
    insert into auth.two_factor (id, user_id, secret, backup_codes) select 'two', id, 'encrypted', 'encrypted' from auth.user;
    insert into auth.session (id, token, user_id, expires_at) select 'session', 'token-in-cookie', id, now() from auth.user;
    insert into ayumi.digest (person_id, day, address, subject, body, requests, overdue, state, created_by) values ('person-tanto', '2022-05-10', null, '照会', '照会が一件あります。', 1, 0, 'outbox', 'person-jimukyoku');
    insert into ayumi.proofreading_dictionary (municipality_code, source, person_id) values ('132195', E'# 市の語\\nrules:\\n  - expected: 人財\\n    pattern: 人材\\n', 'person-jimukyoku');
    insert into ayumi.proofreading_decision (municipality_code, verdict, rule, quote, person_id, reason) values ('132195', 'not-an-error', 'okurigana', '取組み', 'person-jimukyoku', '条例の名称');
    insert into ayumi.meeting (plan_id, fiscal_year, held_on, title) values ('gyozaisei-6', 2021, '2022-06-01', '第１回推進本部');
    insert into ayumi.agenda_item (meeting_id, position, node_id, title, paper) values (1, 1, 'i05', '研修', '資料');
    insert into ayumi.decision (agenda_item_id, text, person_id) values (1, '承認', 'person-jimukyoku');
    insert into ayumi.instruction (agenda_item_id, plan_id, node_id, text, answer_in, person_id) values (1, 'gyozaisei-6', 'i05', '人数を増やすこと', 2022, 'person-jimukyoku');
    insert into ayumi.instruction_department (instruction_id, department_id) values (1, 'shokuin');
    insert into ayumi.reorganisation (municipality_code, effective_on, kind, reason, person_id) values ('132195', '2022-04-01', 'rename', '規則の改正', 'person-kanri');
    insert into ayumi.reorganisation_department (reorganisation_id, side, position, municipality_code, department_id, name) values (1, 'before', 1, '132195', 'shokuin', '職員課'), (1, 'after', 1, '132195', 'shokuin', '人財課');
    insert into ayumi.reorganisation_successor (reorganisation_id, plan_id, subject_kind, subject_id, department_id, successor_id) values (1, 'gyozaisei-6', 'node', 'i05', 'shokuin', 'shokuin');
    insert into ayumi.reorganisation_round (reorganisation_id, plan_id, fiscal_year) values (1, 'gyozaisei-6', 2021);
    insert into ayumi.request_move (reorganisation_id, request_id, from_department_id, to_department_id) select 1, min(id), 'shokuin', 'shokuin' from ayumi.request;
    insert into ayumi.opinion (plan_id, fiscal_year, node_id) values ('gyozaisei-6', 2020, 'i05');
    insert into ayumi.opinion_version (opinion_id, version, body, stated_on, text, person_id) values (1, 1, 'assembly', '2021-09-10', '研修の効果は。', 'person-jimukyoku');
    insert into ayumi.opinion_response (opinion_id, kind, department_id, responded_on, text, person_id) values (1, 'response', 'shokuin', '2021-09-20', '次年度に測る。', 'person-jimukyoku');
    insert into ayumi.opinion_publication (opinion_id, is_published, decided_on, version, last_response_id, person_id) values (1, true, '2021-10-01', 1, 1, 'person-jimukyoku');
    insert into ayumi.import_mapping (plan_id, mapping, file_name, person_id, saved_at) values ('gyozaisei-6', '{}', '計画.xlsx', 'person-jimukyoku', now());
    insert into ayumi.proofreading_decision (municipality_code, verdict, rule, quote, person_id) values ('132195', 'not-an-error', 'gone', '消えた決定', 'person-jimukyoku');
    delete from ayumi.proofreading_decision where rule = 'gone';
  `).execute(db);
}
