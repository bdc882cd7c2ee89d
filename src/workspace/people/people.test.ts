import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf, findPersonByStaffNumber } from '../../database/people-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { actingRolesOf, mayRead, permissionFor } from '../../domain/approval/request-policy.ts';
import { actions, answerStates } from '../../domain/approval/transitions.ts';
import { appCode, type Browser, goodPassword, openStaffRoom, type StaffRoom } from '../staff-room.testing.ts';

let room: StaffRoom;
let admin: Browser;
beforeAll(async () => {
  room = await openStaffRoom();
  await room.addPerson('admin', 'administrator');
  admin = room.browser();
  await enter(admin, 'admin');
});
afterAll(() => room.opened.close());

/** Signs in and sets up the second step where it is required. */
async function enter(browser: Browser, staffNumber: string): Promise<void> {
  await browser.signIn(staffNumber);
  const key = /class="key">([A-Z2-7 ]+)</.exec((await browser.get('/workspace/account/second-step')).text)?.[1];
  if (key) await browser.post('/workspace/account/second-step', { code: appCode(key) });
}

const typed = { staffNumber: 'E100', name: '髙﨑 𠮷子', email: 'e100@example.lg.jp', role: 'reporter', department: 'seisaku', from: '2021-04-01', until: '' };
const stored = (staffNumber: string) => readTransaction(room.opened.db, (trx) => findPersonByStaffNumber(trx, staffNumber));
const rolesToday = async (staffNumber: string, day: string) => {
  const person = await stored(staffNumber);
  return (await readTransaction(room.opened.db, (trx) => actorOf(trx, person!.id, day))).posts.map(({ role, department }) => `${role} ${department ?? ''}`.trim());
};

describe('adding somebody', () => {
  test('shows a one-time password once, with which the person comes in and must change it', async () => {
    expect((await admin.get('/workspace/people/new')).text).toContain('<option value="zaisei">財政課</option>');
    const page = await admin.post('/workspace/people/new', typed);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const password = /class="key">((?:[a-z2-9]{4}-){3}[a-z2-9]{4})</.exec(page.text)?.[1];
    const browser = room.browser();
    expect(await browser.signIn('E100', password)).toMatchObject({ status: 303 });
    expect(await browser.get('/workspace/')).toMatchObject({ status: 303, location: '/workspace/account/password' });
    expect((await admin.get('/workspace/people')).text).toContain('政策室　担当者');
    expect((await room.audit()).find(({ action, details }) => action === 'add-person' && details['staffNumber'] === 'E100')).toMatchObject({ actor: 'admin', details: { name: '髙﨑 𠮷子' } });
    expect(JSON.stringify(await room.audit())).not.toContain(password);
  });

  test('is refused with everything that is wrong, and what was typed stays', async () => {
    const { status, text } = await admin.post('/workspace/people/new', { ...typed, staffNumber: 'e100', name: ' ', email: 'none', department: '', from: '2021-02-30', until: 'x' });
    expect(status).toBe(422);
    for (const sentence of ['既に登録されています', '氏名を入力してください', 'メールアドレスの形', '部署を選んでください', '始まる日を', '終わる日を']) expect(text).toContain(sentence);
    expect(text).toContain('value="none"');
    expect((await admin.post('/workspace/people/new', { ...typed, staffNumber: '職員１' })).text).toContain('半角の英数字');
    expect((await admin.post('/workspace/people/new', { ...typed, staffNumber: 'E101', role: 'secretariat' })).text).toContain('市全体のものなので、部署は選べません');
    expect((await admin.post('/workspace/people/new', { ...typed, staffNumber: 'E101', until: '2021-03-31' })).text).toContain('終わる日が、始まる日より前です');
    expect(await stored('E101')).toBeUndefined();
  });

  test('shows a hostile name as text', async () => {
    await admin.post('/workspace/people/new', { ...typed, staffNumber: 'E102', name: '<script>alert(1)</script>\u202e' });
    expect((await admin.get('/workspace/people')).text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('posts', () => {
  test('are several, in several departments, each with its days', async () => {
    const { id } = (await stored('E100'))!;
    const give = (post: object) => admin.post(`/workspace/people/${id}/posts`, { role: 'section-head', department: 'zaisei', from: '2022-04-01', until: '2023-03-31', ...post });
    expect((await give({})).status).toBe(303);
    expect(await rolesToday('E100', '2022-03-31')).toEqual(['reporter seisaku']);
    expect(await rolesToday('E100', '2022-04-01')).toEqual(['reporter seisaku', 'section-head zaisei']);
    expect(await rolesToday('E100', '2023-04-01')).toEqual(['reporter seisaku']);
    const twice = await give({ from: '2023-03-31', until: '' });
    expect([twice.status, twice.text.includes('重なる期間で既に登録されています')]).toEqual([422, true]);
    expect((await give({ from: '2023-04-01' , until: '' })).status).toBe(303);
  });

  test('of a 所属長 are called after the department until a title is recorded, which is never a name', async () => {
    const { id, posts } = (await stored('E100'))!;
    const head = posts.find(({ role }) => role === 'section-head')!;
    const reporter = posts.find(({ role }) => role === 'reporter')!;
    expect((await admin.get(`/workspace/people/${id}`)).text).toContain('財政課長<span class="note">（部署の名称から）</span>');
    const name = (post: string, title: string) => admin.post(`/workspace/people/${id}/posts/${post}/title`, { [`title-${post}`]: title });
    const wrong = await name(head.id, '財政課長　髙﨑𠮷子');
    expect([wrong.status, wrong.text.includes(`<a href="#title-${head.id}">`), wrong.text.includes('公開ページに氏名は載せません。')]).toEqual([422, true, true]);
    expect((await name(reporter.id, '主査')).status).toBe(422);
    expect((await name(head.id, ' 参事兼財政課長 ')).status).toBe(303);
    expect((await stored('E100'))!.posts.find((post) => post.id === head.id)).toMatchObject({ title: '参事兼財政課長' });
    expect((await admin.get(`/workspace/people/${id}`)).text).toContain('<p>参事兼財政課長</p>');
    expect((await room.audit()).at(-1)).toMatchObject({ action: 'title-post', details: { staffNumber: 'E100', role: 'section-head', postTitle: '参事兼財政課長', before: null } });
    expect((await name(head.id, '')).status).toBe(303);
    expect((await stored('E100'))!.posts.find((post) => post.id === head.id)).not.toHaveProperty('title');
  });

  test('end on their last day, and one that has not begun is taken back', async () => {
    const { id, posts } = (await stored('E100'))!;
    const [reporter, , later] = posts;
    await admin.post(`/workspace/people/${id}/posts/${reporter!.id}/end`, { [`until-${reporter!.id}`]: '2024-03-31' });
    expect(await rolesToday('E100', '2024-03-31')).toContain('reporter seisaku');
    expect(await rolesToday('E100', '2024-04-01')).toEqual(['section-head zaisei']);
    await admin.post(`/workspace/people/${id}/posts/${later!.id}/end`, { [`until-${later!.id}`]: '2023-03-31' });
    expect((await stored('E100'))!.posts).toHaveLength(2);
    const wrong = await admin.post(`/workspace/people/${id}/posts/${reporter!.id}/end`, { [`until-${reporter!.id}`]: '来月' });
    expect(wrong.text).toContain(`<a href="#until-${reporter!.id}">`);
    expect((await room.audit()).slice(-2).map(({ action }) => action)).toEqual(['end-post', 'withdraw-post']);
  });

  test('of the last システム管理者 cannot be ended', async () => {
    const { id, posts } = (await stored('admin'))!;
    const end = () => admin.post(`/workspace/people/${id}/posts/${posts[0]!.id}/end`, { [`until-${posts[0]!.id}`]: '2024-01-01' });
    expect((await end()).text).toContain('期限のないシステム管理者がいなくなるため');
    expect((await admin.get('/workspace/people')).status).toBe(200);
  });

  test('that end take effect on the next request of somebody who is signed in', async () => {
    const personId = await room.addPerson('E200', 'viewer');
    const browser = room.browser();
    await browser.signIn('E200');
    expect((await browser.get('/workspace/')).status).toBe(200);
    const [post] = (await stored('E200'))!.posts;
    await admin.post(`/workspace/people/${personId}/posts/${post!.id}/end`, { [`until-${post!.id}`]: '2021-04-01' });
    expect((await browser.get('/workspace/')).status).toBe(403);
  });
});

describe('somebody who cannot come in', () => {
  test('gets a one-time password, which ends all sessions and the lock-out', async () => {
    const id = await room.addPerson('E300', 'viewer');
    const browser = room.browser();
    await browser.signIn('E300');
    for (let count = 0; count < 5; count += 1) await room.browser().signIn('E300', 'wrong wrong wrong');
    expect((await admin.get(`/workspace/people/${id}`)).text).toMatch(/\d+時\d\d分までサインインできません/);
    const page = await admin.post(`/workspace/people/${id}/password`, {});
    const password = /class="key">([a-z2-9-]{19})</.exec(page.text)![1]!;
    expect((await browser.get('/workspace/')).status).toBe(303);
    expect((await room.browser().signIn('E300', goodPassword)).status).toBe(422);
    expect((await room.browser().signIn('E300', password)).status).toBe(303);
    expect(JSON.stringify(await room.audit())).not.toContain(password);
  });

  test('who lost the second step sets it up anew', async () => {
    const id = await room.addPerson('E400', 'secretariat');
    const browser = room.browser();
    await enter(browser, 'E400');
    expect((await browser.get('/workspace/')).status).toBe(200);
    await admin.post(`/workspace/people/${id}/second-step`, {});
    expect((await browser.get('/workspace/')).status).toBe(303);
    await browser.signIn('E400');
    expect(await browser.get('/workspace/')).toMatchObject({ location: '/workspace/account/second-step' });
    expect((await room.audit()).findLast(({ actor }) => actor === 'admin')).toMatchObject({ action: 'remove-second-step', details: { staffNumber: 'E400' } });
  });
});

test.each(['reporter', 'section-head', 'deputy', 'secretariat', 'executive', 'viewer'] as const)('a %s sees and changes no people', async (role) => {
  await room.addPerson(`F-${role}`, role);
  const browser = room.browser();
  await enter(browser, `F-${role}`);
  const before = await room.audit();
  const { id } = (await stored('E100'))!;
  for (const path of ['/workspace/people', '/workspace/people/new', `/workspace/people/${id}`]) expect((await browser.get(path)).status).toBe(403);
  for (const path of ['/workspace/people/new', `/workspace/people/${id}`, `/workspace/people/${id}/posts`, `/workspace/people/${id}/password`, `/workspace/people/${id}/second-step`]) {
    expect((await browser.post(path, { ...typed, staffNumber: 'X1' })).status).toBe(403);
  }
  // Nothing but the refusals, of which each is told.
  const after = (await room.audit()).slice(before.length);
  expect(after.map(({ action, actor, details }) => [action, actor, details.code])).toEqual(Array.from({ length: 8 }, () => ['refusal', `F-${role}`, 'forbidden']));
});

test('システム管理者 keeps people, but touches no report', async () => {
  const actor = await readTransaction(room.opened.db, async (trx) => actorOf(trx, (await stored('admin'))!.id, '2026-04-01'));
  expect(actingRolesOf(actor, { department: 'seisaku' })).toEqual([]);
  expect(mayRead(actor, { department: 'seisaku' })).toBe(false);
  for (const state of answerStates) for (const action of actions) {
    const standing = { department: 'seisaku', state, roundIsOpen: true, departmentDeadline: '2026-05-20', headDeadline: '2026-05-31', unlockedUntil: null };
    expect(permissionFor(actor, standing, action, '2026-05-01')).toMatchObject({ allowed: false, code: 'not-yours' });
  }
});

test('says plainly that somebody is not registered', async () => {
  expect((await admin.get('/workspace/people/nobody')).status).toBe(404);
  expect((await admin.post('/workspace/people/nobody/password', {})).status).toBe(404);
});

test('finds people by parts of name, number, department and role', async () => {
  const page = await admin.get(`/workspace/people?q=${encodeURIComponent('ｆ-reporter 政策室')}`);
  expect(page.text).toContain('当てはまる利用者は1人です');
});
