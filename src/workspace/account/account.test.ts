import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appCode, type Browser, goodPassword, openStaffRoom, type StaffRoom } from '../staff-room.testing.ts';

let room: StaffRoom;
beforeAll(async () => { room = await openStaffRoom(); });
afterAll(() => room.opened.close());

const keyOf = (text: string) => /class="key">([A-Z2-7 ]+)</.exec(text)?.[1] ?? '';
const actionsOf = async (staffNumber: string) => (await room.audit()).filter(({ actor }) => actor === staffNumber).map(({ action }) => action);
const other = 'yane no ue ni neko ga iru';

describe('a one-time password', () => {
  test('leads to the page for a new password and nowhere else', async () => {
    await room.addPerson('C100', 'reporter', { oneTime: true });
    const browser = room.browser();
    expect(await browser.signIn('C100')).toMatchObject({ status: 303 });
    for (const path of ['/workspace/', '/workspace/account', '/workspace/people', '/workspace/account/second-step']) {
      expect(await browser.get(path)).toMatchObject({ status: 303, location: '/workspace/account/password' });
    }
    expect((await browser.post('/workspace/answer', {})).status).toBe(303);
    expect((await browser.get('/workspace/account/password')).text).toContain('今のパスワードは仮のものです');
    const same = await browser.post('/workspace/account/password', { current: goodPassword, wanted: goodPassword, repeated: goodPassword });
    expect([same.status, same.text.includes('今と同じパスワードは使えません')]).toEqual([422, true]);
    expect(await browser.post('/workspace/account/password', { current: goodPassword, wanted: other, repeated: other })).toMatchObject({ status: 303, location: '/workspace/' });
    expect((await browser.get('/workspace/')).status).toBe(200);
    expect((await room.browser().signIn('C100')).status, 'the one-time password is gone').toBe(422);
    expect((await room.browser().signIn('C100', other)).status).toBe(303);
  });
});

describe('changing the password', () => {
  test('says everything that is wrong, each at its field', async () => {
    await room.addPerson('C200', 'reporter', { name: '多摩川 花子' });
    const browser = room.browser();
    await browser.signIn('C200');
    const { status, text } = await browser.post('/workspace/account/password', { current: 'wrong', wanted: '多摩川C200', repeated: 'x' });
    expect(status).toBe(422);
    for (const sentence of ['今のパスワードが違います', '12文字以上', '職員番号を入れない', '氏名を入れない', '確認用のパスワードが']) expect(text).toContain(sentence);
    expect(text).not.toContain('value="wrong"');
    const breached = await browser.post('/workspace/account/password', { current: goodPassword, wanted: 'Password2026!!', repeated: 'Password2026!!' });
    expect(breached.text).toContain('漏えいしたパスワードの一覧にある');
  });

  test('ends the other sessions, keeps this one and is written down', async () => {
    const [browser, elsewhere] = [room.browser(), room.browser('Mozilla/5.0 (iPhone) Safari/605')];
    await browser.signIn('C200');
    await elsewhere.signIn('C200');
    expect(await browser.post('/workspace/account/password', { current: goodPassword, wanted: other, repeated: other })).toMatchObject({ status: 303 });
    expect((await browser.get('/workspace/')).status).toBe(200);
    expect((await elsewhere.get('/workspace/')).status).toBe(303);
    expect((await actionsOf('C200')).at(-1)).toBe('change-password');
  });
});

describe('sessions', () => {
  test('are listed with device, time and address, and can be ended one by one or all but this', async () => {
    await room.addPerson('C300', 'reporter');
    const [here, phone, home] = [room.browser(), room.browser('Mozilla/5.0 (iPhone) Safari/605'), room.browser('Mozilla/5.0 (Mac OS X) Chrome/140')];
    for (const browser of [here, phone, home]) await browser.signIn('C300');
    const page = await here.get('/workspace/account');
    expect(page.text).toContain('Firefox・Windows（この端末）');
    const id = /value="([^"]+)" aria-label="サインアウトさせる：[^"]*のSafari・iPhone"/.exec(page.text)![1]!;
    expect(await here.post('/workspace/account/sessions', { session: id })).toMatchObject({ status: 303, location: '/workspace/account?done=session' });
    expect((await phone.get('/workspace/')).status).toBe(303);
    expect((await home.get('/workspace/')).status).toBe(200);
    await here.post('/workspace/account/sessions', { session: 'others' });
    expect((await home.get('/workspace/')).status).toBe(303);
    expect((await here.get('/workspace/')).status).toBe(200);
    expect((await actionsOf('C300')).slice(-2)).toEqual(['revoke-session', 'revoke-session']);
  });

  test('of others cannot be ended', async () => {
    await room.addPerson('C301', 'reporter');
    const [mine, theirs] = [room.browser(), room.browser()];
    await mine.signIn('C300');
    await theirs.signIn('C301');
    const row = await room.opened.db.selectFrom('auth.session').innerJoin('auth.user', 'auth.user.id', 'auth.session.user_id').select('auth.session.id').where('username', '=', 'c301').executeTakeFirstOrThrow();
    await mine.post('/workspace/account/sessions', { session: row.id });
    expect((await theirs.get('/workspace/')).status).toBe(200);
  });
});

describe('the second step', () => {
  let key = '';
  let codes: string[] = [];
  const enrol = async (browser: Browser) => browser.post('/workspace/account/second-step', { code: appCode(key) });

  test('is required of 事務局 and システム管理者: without it there is one page, which shows the key', async () => {
    await room.addPerson('D100', 'secretariat');
    await room.addPerson('D101', 'administrator');
    for (const staffNumber of ['D100', 'D101']) {
      const browser = room.browser();
      await browser.signIn(staffNumber);
      for (const path of ['/workspace/', '/workspace/people', '/workspace/audit', '/workspace/account']) {
        expect(await browser.get(path)).toMatchObject({ status: 303, location: '/workspace/account/second-step' });
      }
      const page = await browser.get('/workspace/account/second-step');
      expect(page.text).toMatch(/class="key">([A-Z2-7]{4} )+[A-Z2-7]{1,4}</);
      expect(page.text).toContain('<svg class="qr-code" role="img" aria-label="認証アプリに鍵を登録する二次元コード。');
      expect(page.text).toContain(`otpauth://totp/%E3%81%82%E3%82%86%E3%81%BF:${staffNumber}?secret=`);
    }
  });

  test('stays the same key until it is confirmed, refuses a wrong code, and then shows ten recovery codes once', async () => {
    const browser = room.browser();
    await browser.signIn('D100');
    key = keyOf((await browser.get('/workspace/account/second-step')).text);
    const wrong = await browser.post('/workspace/account/second-step', { code: '000000' });
    expect([wrong.status, keyOf(wrong.text)]).toEqual([422, key]);
    const done = await enrol(browser);
    expect(done.status).toBe(200);
    codes = [...done.text.matchAll(/<code>([a-z2-9]{5}-[a-z2-9]{5})<\/code>/g)].map(([, code]) => code!);
    expect(new Set(codes).size).toBe(10);
    expect((await browser.get('/workspace/')).text).toBe('hello D100 secretariat:');
    expect((await browser.get('/workspace/account/second-step')).status, 'the key is not shown again').toBe(303);
    expect((await actionsOf('D100')).at(-1)).toBe('set-up-second-step');
    const stored = await room.opened.db.selectFrom('auth.two_factor').selectAll().execute();
    for (const secret of [codes[0]!, key.replaceAll(' ', '')]) expect(JSON.stringify(stored)).not.toContain(secret);
  });

  test('is asked for at the next sign-in: the password alone opens nothing', async () => {
    const browser = room.browser();
    expect(await browser.post('/workspace/sign-in', { staffNumber: 'D100', password: goodPassword, return: '/workspace/board' })).toMatchObject({ status: 303, location: '/workspace/sign-in/second-step?return=%2Fworkspace%2Fboard' });
    expect((await browser.get('/workspace/')).status).toBe(303);
    expect((await browser.get('/workspace/sign-in/second-step?return=%2Fworkspace%2Fboard')).text).toContain('確認コードの入力');
    const code = appCode(key, 1);
    expect(await browser.post('/workspace/sign-in/second-step', { code: ` ${code.slice(0, 3)} ${code.slice(3)}`, return: '/workspace/board' })).toMatchObject({ status: 303, location: '/workspace/board' });
    expect((await browser.get('/workspace/')).status).toBe(200);
    expect((await room.audit()).at(-1)).toMatchObject({ actor: 'D100', action: 'sign-in', details: { method: 'password-and-code' } });

    const again = room.browser();
    await again.signIn('D100');
    const replayed = await again.post('/workspace/sign-in/second-step', { code });
    expect([replayed.status, replayed.text.includes('この確認コードは使用済みです')]).toEqual([422, true]);
  });

  test('takes each recovery code once', async () => {
    const browser = room.browser();
    await browser.signIn('D100');
    expect((await browser.post('/workspace/sign-in/second-step', { code: codes[0]!.toUpperCase() })).status).toBe(303);
    expect((await room.audit()).at(-1)).toMatchObject({ details: { method: 'password-and-recovery-code' } });
    const again = room.browser();
    await again.signIn('D100');
    room.later(3);
    expect((await again.post('/workspace/sign-in/second-step', { code: codes[0]! })).status).toBe(422);
  });

  test('locks after five wrong codes, for itself: the right password does not clear it', async () => {
    await room.restart();
    const wrong = async () => {
      const browser = room.browser();
      expect((await browser.signIn('D100')).location).toBe('/workspace/sign-in/second-step');
      return browser.post('/workspace/sign-in/second-step', { code: String(Math.floor(Math.random() * 1e5)).padStart(6, '9') });
    };
    let answer = await wrong();
    for (let count = 1; count < 6 && answer.status !== 429; count += 1) answer = await wrong();
    expect([answer.status, /\d+時\d\d分以降/.test(answer.text)]).toEqual([429, true]);
    expect(await actionsOf('D100')).toContain('sign-in-locked');
    const right = room.browser();
    await right.signIn('D100');
    expect((await right.post('/workspace/sign-in/second-step', { code: codes[1]! })).status, 'even a right code').toBe(429);
    room.later(1.1);
    expect((await right.post('/workspace/sign-in/second-step', { code: codes[1]! })).status).toBe(303);
  });

  test('is not passed with the session of somebody else', async () => {
    const mixed = room.browser();
    await mixed.signIn('C300');
    const session = [...mixed.cookies];
    await mixed.signIn('D100');
    for (const [name, value] of session) mixed.cookies.set(name, value);
    const answer = await mixed.post('/workspace/sign-in/second-step', { code: '123123' });
    expect(answer.status).toBe(422);
    expect((await mixed.get('/workspace/')).text).not.toContain('D100');
  });

  test('gives new recovery codes, which replace the old ones', async () => {
    const browser = room.browser();
    await browser.signIn('D100');
    await browser.post('/workspace/sign-in/second-step', { code: codes[3]! });
    const page = await browser.post('/workspace/account/second-step/recovery-codes', {});
    const renewed = [...page.text.matchAll(/<code>([a-z2-9]{5}-[a-z2-9]{5})<\/code>/g)].map(([, code]) => code!);
    expect(renewed).toHaveLength(10);
    const again = room.browser();
    await again.signIn('D100');
    expect((await again.post('/workspace/sign-in/second-step', { code: codes[4]! })).status).toBe(422);
    expect((await again.post('/workspace/sign-in/second-step', { code: renewed[0]! })).status).toBe(303);
  });

  test('begins anew when it took too long, or was never begun', async () => {
    expect(await room.browser().get('/workspace/sign-in/second-step')).toMatchObject({ status: 303, location: '/workspace/sign-in?late=1' });
    const browser = room.browser();
    await browser.signIn('D100');
    room.later(11);
    expect(await browser.post('/workspace/sign-in/second-step', { code: codes[2]! })).toMatchObject({ location: '/workspace/sign-in?late=1' });
  });

  test('is required of everybody where the setting says so', async () => {
    await room.restart({ settings: { secondStep: 'everybody' } });
    await room.addPerson('D200', 'reporter');
    const browser = room.browser();
    await browser.signIn('D200');
    expect(await browser.get('/workspace/')).toMatchObject({ status: 303, location: '/workspace/account/second-step' });
    await room.restart();
    expect((await browser.get('/workspace/')).status).toBe(200);
  });

  test('leaves no secret in the log', async () => {
    const log = JSON.stringify(await room.audit());
    for (const secret of [goodPassword, other, key.replaceAll(' ', ''), ...codes]) expect(log).not.toContain(secret);
  });
});
