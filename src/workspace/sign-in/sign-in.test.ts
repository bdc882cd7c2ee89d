import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goodPassword, openStaffRoom, type StaffRoom } from '../staff-room.testing.ts';

let room: StaffRoom;
beforeAll(async () => {
  room = await openStaffRoom();
  await room.addPerson('A100', 'reporter');
});
afterAll(() => room.opened.close());

const lastAudit = async (count = 1) => (await room.audit()).slice(-count).map(({ actor, action }) => [actor, action]);

describe('somebody who is not signed in', () => {
  test('is sent to sign-in, and comes back to the page that was asked for', async () => {
    const browser = room.browser();
    const away = await browser.get('/workspace/board?state=draft&q=財政');
    expect(away).toMatchObject({ status: 303, location: `/workspace/sign-in?return=${encodeURIComponent('/workspace/board?state=draft&q=%E8%B2%A1%E6%94%BF')}` });
    const page = await browser.get(away.location!);
    expect(page.text).toContain('name="return" value="/workspace/board?state=draft&amp;q=%E8%B2%A1%E6%94%BF"');
    const signedIn = await browser.post('/workspace/sign-in', { staffNumber: 'a100', password: goodPassword, return: '/workspace/board?state=draft' });
    expect(signedIn).toMatchObject({ status: 303, location: '/workspace/board?state=draft' });
    expect((await browser.get('/workspace/')).text).toBe('hello A100 reporter:seisaku');
  });

  test('is sent to no other site by the address in the form', async () => {
    const { location } = await room.browser().post('/workspace/sign-in', { staffNumber: 'A100', password: goodPassword, return: '//evil.example/workspace/' });
    expect(location).toBe('/workspace/');
  });

  test('who is a script is told in JSON', async () => {
    const answer = await room.browser().post('/workspace/answer', {}, { 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'same-origin' });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([401, { reason: 'signed-out' }]);
  });
});

test('signs in with the number in full width, and writes it down without the password', async () => {
  const browser = room.browser();
  expect(await browser.signIn('Ａ１００')).toMatchObject({ status: 303, location: '/workspace/' });
  const entry = (await room.audit()).at(-1)!;
  expect(entry).toMatchObject({ actor: 'A100', action: 'sign-in', details: { method: 'password' } });
});

test('hands out a cookie that scripts cannot read and other sites do not send', async () => {
  const { headers } = await room.browser().signIn('A100');
  expect(headers.getSetCookie()).toHaveLength(1);
  expect(headers.getSetCookie()[0]).toMatch(/^ayumi\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('marks the cookie as secure where staff come by https, and asks for https from then on', async () => {
  await room.restart({ settings: { workspaceUrl: 'https://ayumi.example.lg.jp' } });
  const answer = await room.browser().post('/workspace/sign-in', { staffNumber: 'A100', password: goodPassword }, { origin: 'https://ayumi.example.lg.jp' });
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-ayumi\.session_token=.*; Secure/);
  expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  await room.restart();
});

test('answers alike for a wrong password and for a number that nobody has', async () => {
  const wrong = await room.browser().signIn('A100', 'not the password at all');
  const unknown = await room.browser().signIn('A999', 'not the password at all');
  expect(wrong.status).toBe(422);
  expect(unknown.status).toBe(422);
  expect(unknown.text.replaceAll('A999', 'A100')).toBe(wrong.text);
  expect(wrong.text).toContain('職員番号かパスワードが違います。');
  expect(await lastAudit(2)).toEqual([['A100', 'sign-in-failed'], ['不明な職員番号', 'sign-in-failed']]);
  await room.browser().signIn('A100');
});

test('says which field is empty, with a link to it', async () => {
  const { status, text } = await room.browser().post('/workspace/sign-in', { staffNumber: ' ', password: '' });
  expect(status).toBe(422);
  expect(text).toContain('<a href="#staffNumber">職員番号を入力してください。</a>');
  expect(text).toContain('<a href="#password">パスワードを入力してください。</a>');
});

describe('lock-out', () => {
  test('takes no try for a minute after five failures, then for twice as long, whoever the number belongs to', async () => {
    for (const staffNumber of ['A200', 'A298']) {
      if (staffNumber === 'A200') await room.addPerson(staffNumber, 'reporter');
      for (let failure = 1; failure <= 4; failure += 1) expect((await room.browser().signIn(staffNumber, 'wrong wrong wrong')).status).toBe(422);
      const fifth = await room.browser().signIn(staffNumber, 'wrong wrong wrong');
      expect(fifth.status).toBe(429);
      expect(fifth.text).toMatch(/続けて間違えたため、この職員番号では今はサインインできません。\d+時\d\d分以降に/);
      await room.restart();
      const locked = await room.browser().signIn(staffNumber);
      expect([locked.status, locked.text.includes('違います')], 'the right password is not tried, and a restart does not help').toEqual([429, false]);
    }
    room.later(1.1);
    expect((await room.browser().signIn('A200', 'wrong wrong wrong')).status).toBe(429);
    room.later(1.1);
    expect((await room.browser().signIn('A200')).status, 'two minutes now').toBe(429);
    room.later(1);
    expect((await room.browser().signIn('A200')).status).toBe(303);
    expect((await room.browser().signIn('A200', 'wrong wrong wrong')).status, 'a success begins anew').toBe(422);
    const actions = new Set((await room.audit()).filter(({ actor }) => actor === 'A200').map(({ action }) => action));
    expect([...actions].sort()).toEqual(['sign-in', 'sign-in-failed', 'sign-in-locked', 'sign-in-refused']);
  });

  test('lets no more than five of many tries at once through to the password', async () => {
    await room.addPerson('A300', 'reporter');
    const answers = await Promise.all(Array.from({ length: 12 }, () => room.browser().signIn('A300', 'wrong wrong wrong')));
    expect(answers.filter(({ text }) => text.includes('違います'))).toHaveLength(5);
    const { rows } = { rows: (await room.audit()).filter(({ actor, action }) => actor === 'A300' && action === 'sign-in-failed') };
    expect(rows).toHaveLength(5);
  });

  test('keeps what was typed as a number only as a hash: it may be a password', async () => {
    await room.browser().signIn('my-own-password-1', 'x');
    const rows = await room.opened.db.selectFrom('auth.sign_in_failure').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('my-own-password-1');
    expect(JSON.stringify(await room.audit())).not.toContain('my-own-password-1');
  });

  test('makes an address wait after thirty failures in ten minutes, and does not believe what a header says of the address', async () => {
    await room.restart();
    let answer = await room.browser().signIn('B0', 'wrong wrong wrong');
    for (let number = 1; number < 30; number += 1) answer = await room.browser().post('/workspace/sign-in', { staffNumber: `B${number}`, password: 'wrong wrong wrong' }, { 'x-forwarded-for': `10.0.0.${number}` });
    expect(answer.status).toBe(422);
    const refused = await room.browser().post('/workspace/sign-in', { staffNumber: 'A100', password: goodPassword }, { 'x-forwarded-for': '10.9.9.9' });
    expect([refused.status, refused.text.includes('この場所からの失敗が多いため')]).toEqual([429, true]);
    room.later(11);
    expect((await room.browser().signIn('A100')).status).toBe(303);
  });
});

describe('a session', () => {
  test('ends after an hour without a request, and says so', async () => {
    const browser = room.browser();
    await browser.signIn('A100');
    for (let count = 0; count < 3; count += 1) {
      room.later(59);
      expect((await browser.get('/workspace/')).status).toBe(200);
    }
    room.later(61);
    const away = await browser.get('/workspace/');
    expect(away).toMatchObject({ status: 303, location: '/workspace/sign-in?ended=1' });
    expect((await browser.get(away.location!)).text).toContain('操作がないまま60分が過ぎた');
    expect(await lastAudit()).toEqual([['A100', 'session-expired']]);
  });

  test('ends after twelve hours whatever happens', async () => {
    const browser = room.browser();
    await browser.signIn('A100');
    for (let minutes = 0; minutes < 720; minutes += 50) {
      expect((await browser.get('/workspace/')).status).toBe(200);
      room.later(50);
    }
    expect((await browser.get('/workspace/')).status).toBe(303);
  });

  test('that ended shows what a form carried, so that no word is lost', async () => {
    const text = '令和３年度は、<b>実証した</b>業務のうち三つで本運用を始めた。\n費用対効果を検証した。';
    const answer = await room.browser().post('/workspace/answer', { text, password: 'a secret of some length' });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('&lt;b&gt;実証した&lt;/b&gt;業務のうち三つで本運用を始めた。');
    expect(answer.text).not.toContain('a secret of some length');
  });

  test('is not believed when its cookie was changed or its session is gone', async () => {
    const browser = room.browser();
    await browser.signIn('A100');
    const [name, value] = [...browser.cookies][0]!;
    browser.cookies.set(name, `x${value}`);
    expect((await browser.get('/workspace/')).status).toBe(303);
    browser.cookies.set(name, value);
    expect((await browser.get('/workspace/')).status).toBe(200);
    expect(await browser.post('/workspace/sign-out', {})).toMatchObject({ status: 303, location: '/workspace/sign-in?out=1' });
    expect(browser.cookies.size).toBe(0);
    expect(await lastAudit()).toEqual([['A100', 'sign-out']]);
    browser.cookies.set(name, value);
    expect((await browser.get('/workspace/')).status).toBe(303);
  });

  test('gives somebody without a post today no page but the own account', async () => {
    await room.addPerson('A400', null);
    const browser = room.browser();
    await browser.signIn('A400');
    const page = await browser.get('/workspace/');
    expect([page.status, page.text.includes('今日の時点で有効な役割')]).toEqual([403, true]);
    expect((await browser.get('/workspace/account')).status).toBe(200);
  });
});

describe('forms from other sites', () => {
  test.each([
    ['with another origin', { origin: 'https://evil.example' }],
    ['without an origin', { origin: '' }],
    ['marked by the browser', { 'sec-fetch-site': 'cross-site' }],
    ['as JSON', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }],
    ['as plain text', { 'content-type': 'text/plain', origin: 'https://evil.example' }],
  ])('are refused: %s', async (_, headers) => {
    const browser = room.browser();
    await browser.signIn('A100');
    const before = await room.audit();
    for (const path of ['/workspace/answer', '/workspace/sign-out', '/workspace/account/sessions', '/workspace/sign-in']) {
      expect((await browser.post(path, { staffNumber: 'A100', password: goodPassword, session: 'others' }, headers)).status).toBe(403);
    }
    expect(await room.audit()).toEqual(before);
    expect((await browser.get('/workspace/')).status).toBe(200);
  });
});

test('lets no page of the staff side be kept, framed or run a script of its own', async () => {
  const browser = room.browser();
  await browser.signIn('A100');
  for (const path of ['/workspace/sign-in', '/workspace/', '/workspace/account', '/workspace/nowhere']) {
    const { headers } = await browser.get(path);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self';.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('mounts none of the addresses of the library: nobody signs up', async () => {
  for (const path of ['/workspace/better-auth/sign-up/email', '/workspace/better-auth/sign-in/username', '/api/auth/sign-up/email']) {
    const answer = await room.browser().post(path, { email: 'a@b.c', password: goodPassword, name: 'x' });
    expect([401, 404]).toContain(answer.status);
  }
});

test('writes no password, token or code into the log', async () => {
  const log = JSON.stringify(await room.audit());
  const tokens = await room.opened.db.selectFrom('auth.session').select('token').execute();
  for (const secret of [goodPassword, 'wrong wrong wrong', ...tokens.map(({ token }) => token)]) expect(log).not.toContain(secret);
});
