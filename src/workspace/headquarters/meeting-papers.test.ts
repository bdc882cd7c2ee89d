import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith, openCityHall, people, planId } from '../../../tests/city-hall.ts';
import { addAgendaItem, callMeeting } from '../../commands/hold-meeting.ts';
import { recordDecision } from '../../commands/record-decision.ts';
import { type OpenTestDatabase, openTestDatabase } from '../../database/open-test-database.ts';
import { readPdfText } from '../../documents/pdf/read-pdf-text.ts';
import { taskClient, testParts } from '../task-client.testing.ts';
import { headquartersTask } from './headquarters.ts';

let room: OpenTestDatabase;
let meetingId = '';
const address = '/workspace/headquarters';
const actor = people.secretariat;
const as = (person: typeof actor) => taskClient(address, headquartersTask(testParts(room.db)), person);

beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
  const called = await callMeeting(room.db, { meeting: { planId, fiscalYear: 2020, heldOn: '2021-07-12', title: '推進本部会議' }, actor });
  meetingId = called.outcome === 'done' ? called.id : '';
});
afterAll(() => room.close());

const add = async (title: string, paper = '') => {
  const added = await addAgendaItem(room.db, { item: { meetingId, subject: { kind: 'node', id: 'i05' }, title, paper }, actor });
  return added.outcome === 'done' ? added.id : '';
};

test('the mayor takes the papers and the minutes home as files with Japanese names; a reporter does not', async () => {
  const item = await add('05 ICT人財の育成', '派遣の実績');
  await recordDecision(room.db, { decision: { meetingId, agendaItemId: item, text: '継続する。', assessment: null, explanation: null, instruction: { text: '数値で示すこと。', departments: ['shokuin'] } }, indicators: [], actor });
  const mayor = as(actorWith('shicho', ['executive']));
  for (const [kind, name] of [['papers', '会議資料'], ['minutes', '会議録']]) {
    const response = await mayor.raw(`${address}/${meetingId}/${kind}.pdf`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(`${name}_2021-07-12.pdf`);
    const text = readPdfText(new Uint8Array(await response.arrayBuffer())).join('');
    expect(text).toContain('数値で示すこと。');
    expect(text).toContain('職員課');
  }
  expect((await as(people.writer).get(`${address}/${meetingId}/papers.pdf`)).status).toBe(403);
  expect((await mayor.get(`${address}/999/papers.pdf`)).status).toBe(404);
}, 180_000);

test('a character that cannot be printed is named with its item, on a page and not as a fault', async () => {
  await add('絵文字の議題', '順調👍');
  const refused = await as(actor).get(`${address}/${meetingId}/papers.pdf`);
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('議題２「絵文字の議題」')]);
});

test('200 items stand on one agenda, one page each on the wall', async () => {
  const called = await callMeeting(room.db, { meeting: { planId, fiscalYear: 2021, heldOn: '2022-07-12', title: '大きな会議' }, actor });
  meetingId = called.outcome === 'done' ? called.id : '';
  for (let index = 0; index < 200; index += 1) await add(`議題の題名${index + 1}`, '<script>alert(1)</script>'.repeat(20));
  const client = as(actor);
  const page = await client.get(`${address}/${meetingId}`);
  const wall = await client.get(`${address}/${meetingId}/projector/200`);
  expect(page.text.match(/id="item-\d+"/g)).toHaveLength(200);
  expect(page.text.length).toBeLessThan(400_000);
  expect(wall.text).toContain('議題 200／200');
  expect(wall.text).toContain('&lt;script&gt;');
  expect(wall.text).not.toContain('<script>alert');
  for (const wrong of ['201', '-1', '1.5', 'x']) expect((await client.get(`${address}/${meetingId}/projector/${wrong}`)).status, wrong).toBe(404);
}, 180_000);
