import { actOnRequest } from '../src/commands/act-on-request.ts';
import { changeDeadlines } from '../src/commands/change-deadlines.ts';
import { changeEvidence } from '../src/commands/change-evidence.ts';
import { openRound } from '../src/commands/open-round.ts';
import { prepareRound } from '../src/commands/prepare-round.ts';
import { saveAnswer } from '../src/commands/save-answer.ts';
import type { Database } from '../src/database/connection.ts';
import { loadEdition } from '../src/database/edition-store.ts';
import { insertPerson, listPeople, toActor } from '../src/database/people-store.ts';
import { type BoardRow, listBoard } from '../src/database/request-store.ts';
import { readTransaction, writeTransaction } from '../src/database/transaction.ts';
import type { Actor, Role } from '../src/domain/organization/post.ts';
import { emptyItemAnswer, type ItemAnswer } from '../src/domain/round/answer.ts';
import { proposeAssignments } from '../src/domain/round/plan-requests.ts';
import { dayInJapan } from '../src/workspace/workspace.ts';
import { planId } from './city-hall.ts';

// Everywhere where somebody can write stands what does harm where it is not shown as text: markup, quotes, marks that turn the
// direction, words without an end, half a character, a pasted book.

/** A text that would be an element of the page if it were not escaped, with a label by which it is found again. */
export function hostile(label: string): string {
  return `${label}<i class="hostile">印</i><script>window.hostile = true</script>"'&amp;\u200f${'Ｗ'.repeat(60)}${'w'.repeat(120)}`;
}

/** What only a draft can hold: it is kept as typed, and named when it is to be handed in. */
export const unprintable = '\u202e逆向き\u2069\ud842\u0001';
/** A book, pasted: 200 kB. */
export const book = `本文の始まり${'貼り付けた文章。'.repeat(8_300)}本文の終わり`;

export interface HostileOffice {
  /** Ids of requests by what stands in them. */
  readonly requests: Readonly<Record<'unprintable' | 'book' | 'submitted' | 'returned' | 'approved' | 'corrected' | 'untouched' | 'indicator', string>>;
  /** The version that was kept when two wrote at once, of request `unprintable`. */
  readonly parked: number;
  readonly evidence: string;
  readonly person: string;
  readonly meeting: string;
  readonly item: string;
  readonly opinion: string;
  readonly day: string;
  /** Labels of texts that must be seen on some screen. */
  readonly labels: readonly string[];
}

/** Fills the demonstration, in which nothing has happened yet. */
export async function fillWithHostileTexts(db: Database): Promise<HostileOffice> {
  const today = dayInJapan(new Date());
  const inDays = (days: number) => dayInJapan(new Date(Date.now() + days * 86_400_000));
  const [edition, people] = await readTransaction(db, async (trx) => [await loadEdition(trx, planId, 2020), await listPeople(trx)] as const);
  const holder = (role: Role, department?: string) => toActor(people.find(({ posts }) => posts.some((post) => post.role === role && (department === undefined || post.department === department)))!, today);
  const [secretariat, writer, head] = [holder('secretariat'), holder('reporter', 'shokuin'), holder('section-head', 'shokuin')];
  await prepareRound(db, {
    planId, fiscalYear: 2021, actor: secretariat, scale: [{ id: 'a', name: hostile('評価の段階') }],
    asked: { progress: 'required', selfAssessment: 'optional', issues: 'optional', nextYear: 'optional', effects: 'optional', evidence: 'optional' },
    departmentDeadline: inDays(5), headDeadline: inDays(12), assignments: proposeAssignments(edition?.edition ?? null, { ind1: 'shokuin' }),
  });
  await openRound(db, { planId, fiscalYear: 2021, actor: secretariat, allowUnassigned: true });
  await changeDeadlines(db, { planId, fiscalYear: 2021, actor: secretariat, today, departmentDeadline: inDays(6), headDeadline: inDays(13), reason: hostile('締切の理由') });
  await prepareRound(db, {
    planId, fiscalYear: 2022, actor: secretariat, scale: [], departmentDeadline: inDays(370), headDeadline: inDays(377), assignments: proposeAssignments(null),
    asked: { progress: 'required', selfAssessment: 'not-asked', issues: 'optional', nextYear: 'optional', effects: 'not-asked', evidence: 'not-asked' },
  });
  const board = await readTransaction(db, (trx) => listBoard(trx, planId, 2021));
  const mine = board.filter(({ department, subject }) => department === 'shokuin' && subject.kind === 'node').map(({ id }) => id);
  const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = '', seventh = ''] = mine;
  const write = (text: string, more: Partial<ItemAnswer> = {}): ItemAnswer => ({ ...emptyItemAnswer, text, ...more });
  const act = async (requestId: string, action: 'submit' | 'approve' | 'send-back' | 'accept' | 'correct', actor: Actor, more: Partial<Parameters<typeof actOnRequest>[1]> = {}) => {
    const done = await actOnRequest(db, { requestId, action, actor, today, ...more });
    if (done.outcome !== 'done') throw new Error(`${action}: ${JSON.stringify(done)}`);
  };

  await saveAnswer(db, { requestId: first, actor: writer, today, baseVersion: null, answer: write(`${hostile('下書き')}${unprintable}`) });
  const conflict = await saveAnswer(db, { requestId: first, actor: head.posts.some(({ role }) => role === 'reporter') ? head : writer, today, baseVersion: null, answer: write(`${hostile('二人目の版')}${unprintable}`) });
  if (conflict.outcome !== 'conflict') throw new Error(`No conflict but ${conflict.outcome}.`);
  await saveAnswer(db, { requestId: second, actor: writer, today, baseVersion: null, answer: write(book) });
  await changeEvidence(db, { requestId: third, actor: writer, today, files: [{ name: `証拠<i class="hostile">印‮${'w'.repeat(100)}.pdf`, bytes: Buffer.from('%PDF-1.7\n') }] });
  const full = write(hostile('提出した取組'), { issues: hostile('課題の欄'), nextYear: hostile('翌年度の欄'), selfAssessment: 's1', effects: [{ kind: 'recurring', printed: '1,224,000円', method: hostile('算出方法') }] });
  await act(third, 'submit', writer, { answer: { ...full, selfAssessment: 'a' }, baseVersion: null });
  await act(fourth, 'submit', writer, { answer: write(hostile('差し戻された取組')), baseVersion: null });
  await act(fourth, 'send-back', head, { note: `${hostile('差戻しの理由')}${unprintable}`, paragraph: 1 });
  await act(fifth, 'submit', writer, { answer: write(hostile('承認された取組')), baseVersion: null });
  await act(fifth, 'approve', head, { baseVersion: 1 });
  await act(sixth, 'submit', writer, { answer: write(hostile('修正前の取組')), baseVersion: null });
  await act(sixth, 'approve', head, { baseVersion: 1 });
  await act(sixth, 'correct', secretariat, { answer: write(hostile('修正後の取組')), baseVersion: 1, note: hostile('修正の理由') });

  await writeTransaction(db, async (trx) => {
    await insertPerson(trx, { id: 'hostile', staffNumber: 'H1', name: hostile('氏名'), email: `${'長'.repeat(60)}@${'x'.repeat(60)}.example`, authUserId: null, demo: true, mustChangePassword: false, posts: [{ id: 'hostile-1', role: 'reporter', municipality: '132195', department: 'zaisei', from: '2020-04-01', until: null }] });
  });
  const meeting = await db.insertInto('meeting').values({ plan_id: planId, fiscal_year: 2020, held_on: today, title: hostile('会議の名称') }).returning('id').executeTakeFirstOrThrow();
  const item = await db.insertInto('agenda_item').values({ meeting_id: meeting.id, position: 1, node_id: 'i05', indicator_id: null, title: hostile('議題'), paper: hostile('会議の資料') }).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('decision').values({ agenda_item_id: item.id, text: hostile('本部の決定'), assessment: hostile('本部の評価'), explanation: hostile('評価の説明'), person_id: secretariat.personId }).execute();
  const instruction = await db.insertInto('instruction').values({ agenda_item_id: item.id, plan_id: planId, node_id: 'i05', text: hostile('本部の指示'), answer_in: 2021, person_id: secretariat.personId }).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('instruction_department').values({ instruction_id: instruction.id, department_id: 'shokuin' }).execute();
  const opinion = await db.insertInto('opinion').values({ plan_id: planId, fiscal_year: 2020, node_id: 'i05', indicator_id: null }).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('opinion_version').values({ opinion_id: opinion.id, version: 1, body: 'assembly', body_name: hostile('機関の名称'), stated_on: '2021-09-10', text: hostile('意見の文章'), person_id: secretariat.personId }).execute();
  await db.insertInto('opinion_response').values({ opinion_id: opinion.id, kind: 'response', department_id: 'shokuin', responded_on: '2021-09-20', text: hostile('意見への対応'), person_id: secretariat.personId }).execute();
  await db.insertInto('digest').values({ person_id: writer.personId, day: today, address: null, subject: hostile('督促の件名'), body: hostile('督促の本文'), requests: 1, overdue: 0, state: 'outbox', failure: null, created_by: secretariat.personId }).execute();
  await db.insertInto('proofreading_decision').values({ municipality_code: '132195', verdict: 'not-an-error', rule: 'okurigana', quote: hostile('校閲の語'), suggestion: null, plan_id: null, fiscal_year: null, reason: hostile('校閲の理由'), person_id: secretariat.personId }).execute();
  const reorganised = await db.insertInto('reorganisation').values({ municipality_code: '132195', effective_on: '2022-04-01', kind: 'rename', reason: hostile('改正の理由'), person_id: secretariat.personId }).returning('id').executeTakeFirstOrThrow();
  const side = { reorganisation_id: reorganised.id, position: 1, municipality_code: '132195', department_id: 'zaisei' };
  await db.insertInto('reorganisation_department').values([{ ...side, side: 'before', name: '財政課' }, { ...side, side: 'after', name: hostile('部署の名称').slice(0, 100) }]).execute();
  const evidence = await db.selectFrom('evidence').select('id').executeTakeFirstOrThrow();
  const indicator = board.find(({ subject, department }: BoardRow) => subject.kind === 'indicator' && department === 'shokuin')?.id ?? '';
  return {
    requests: { unprintable: first, book: second, submitted: third, returned: fourth, approved: fifth, corrected: sixth, untouched: seventh, indicator },
    parked: conflict.parkedVersion, evidence: String(evidence.id), person: 'hostile', meeting: String(meeting.id), item: String(item.id), opinion: String(opinion.id), day: today,
    labels: ['評価の段階', '締切の理由', '下書き', '二人目の版', '証拠', '提出した取組', '課題の欄', '翌年度の欄', '算出方法', '差し戻された取組', '差戻しの理由', '承認された取組', '修正前の取組', '修正後の取組', '修正の理由', '氏名',
      '会議の名称', '議題', '会議の資料', '本部の決定', '本部の評価', '評価の説明', '本部の指示', '機関の名称', '意見の文章', '意見への対応', '督促の件名', '督促の本文', '校閲の語', '校閲の理由', '改正の理由', '部署の名称', '取込みの施策', '取込みの取組'],
  };
}
