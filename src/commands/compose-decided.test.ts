import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAudit } from '../database/audit-store.ts';
import { readTransaction } from '../database/transaction.ts';
import { composeDecided } from './compose-decided.ts';
import { addAgendaItem, callMeeting } from './hold-meeting.ts';
import { saveEditionFrame } from './publish-round.ts';
import { recordDecision } from './record-decision.ts';
import { decideOpinionPublication, recordOpinion, respondToOpinion } from './record-opinion.ts';
import { fiscalYear, openRoundRoom, openSampleRound, planId, type RoundRoom } from './round.testing.ts';

let room: RoundRoom;

beforeAll(async () => {
  room = await openRoundRoom();
  await openSampleRound(room);
});
afterAll(() => room.opened.close());

const compose = (year = fiscalYear) => readTransaction(room.db, (trx) => composeDecided(trx, room.plan, year));
const idOf = (outcome: { readonly outcome: string; readonly id?: string }): string => {
  if (outcome.outcome !== 'done' || outcome.id === undefined) throw new Error(JSON.stringify(outcome));
  return outcome.id;
};

test('decisions of headquarters come in as far as the municipality shows them: nothing, decisions, or the orders too', async () => {
  const actor = await room.actor('secretariat');
  const meetingId = idOf(await callMeeting(room.db, { meeting: { planId, fiscalYear, heldOn: '2022-07-12', title: '第１回推進本部' }, actor }));
  const items: string[] = [];
  for (const id of ['i05', 'i06']) items.push(idOf(await addAgendaItem(room.db, { item: { meetingId, subject: { kind: 'node', id }, title: `取組${id}`, paper: '' }, actor })));
  const decide = (text: string, assessment: string | null, order: string | null) => recordDecision(room.db, {
    decision: { meetingId, agendaItemId: items[0]!, text, assessment, explanation: null, instruction: order === null ? null : { text: order, departments: ['shokuin'] } }, indicators: [], actor,
  });
  idOf(await decide('継続する。\n\n対象を広げる。', 'a', '効果を示すこと。'));
  idOf(await decide('対象は全課とする。', null, null));

  const show = async (decisionsShown: 'none' | 'decisions' | 'instructions') => {
    expect(await saveEditionFrame(room.db, { planId, fiscalYear, actor, frame: { issuedOn: null, preface: [], notes: [...room.report2020.notes], correctionReason: null, decisionsShown } })).toEqual({ outcome: 'saved' });
    return (await compose()).decisions;
  };
  expect((await compose()).decisions).toEqual([]);
  const [decision, ...others] = await show('decisions');
  expect(others, 'an item on which nothing was decided is not printed').toEqual([]);
  expect(decision).toMatchObject({
    subject: { kind: 'node', id: 'i05' }, meeting: { title: '第１回推進本部', heldOn: '2022-07-12' }, paragraphs: ['継続する。', '対象を広げる。', '対象は全課とする。'], assessment: 'Ａ', explanation: [], instructions: [],
  });
  expect((await show('instructions'))[0]?.instructions).toEqual([{ departments: [{ id: 'shokuin', name: '職員課' }], paragraphs: ['効果を示すこと。'], answerIn: 2022 }]);
  expect(await show('none')).toEqual([]);
  expect((await readTransaction(room.db, (trx) => readAudit(trx))).filter(({ action }) => action === 'show-decisions').map(({ details }) => details)).toMatchObject([{ shown: 'decisions' }, { shown: 'instructions' }, { shown: 'none' }]);
});

test('opinions come in when they are published, also those on earlier years, with their answers by day; not those on later years', async () => {
  const actor = await room.actor('secretariat');
  const record = async (year: number, text: string) => idOf(await recordOpinion(room.db, { opinion: { planId, fiscalYear: year, subject: { kind: 'node', id: 'i05' } }, words: { body: 'assembly', bodyName: null, statedOn: '2022-09-01', text }, actor }));
  const ids = [await record(2020, '前の年度への意見'), await record(2021, '一行目\n二行目'), await record(2021, '公表しない意見')];
  const respond = (id: string, kind: 'response' | 'follow-up', respondedOn: string, text: string) => respondToOpinion(room.db, { id, response: { kind, department: 'shokuin', respondedOn, text }, actor });
  await respond(ids[1]!, 'follow-up', '2023-06-01', 'その後');
  await respond(ids[1]!, 'response', '2022-10-01', '対応');
  for (const id of [ids[0]!, ids[1]!]) await decideOpinionPublication(room.db, { id, isPublished: true, decidedOn: '2023-07-01', actor });
  const { opinions } = await compose();
  expect(opinions.map(({ fiscalYear: year, paragraphs }) => [year, paragraphs])).toEqual([[2020, ['前の年度への意見']], [2021, ['一行目', '二行目']]]);
  expect((await compose(2020)).opinions.map(({ fiscalYear: year }) => year)).toEqual([2020]);
  expect(opinions[1]?.responses).toEqual([
    { kind: 'response', department: { id: 'shokuin', name: '職員課' }, respondedOn: '2022-10-01', paragraphs: ['対応'] },
    { kind: 'follow-up', department: { id: 'shokuin', name: '職員課' }, respondedOn: '2023-06-01', paragraphs: ['その後'] },
  ]);
});
