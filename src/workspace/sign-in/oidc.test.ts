import type { MutableResponse, MutableToken } from 'oauth2-mock-server';
import { OAuth2Server } from 'oauth2-mock-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Browser, openStaffRoom, type StaffRoom } from '../staff-room.testing.ts';
import type { OidcSettings } from '../access/oidc-settings.ts';

let room: StaffRoom;
let service: OAuth2Server;
let settings: OidcSettings;
const secret = 'a-client-secret-that-nobody-sees';
/** What is changed in the next token before it is signed; the claims that a service of a city sends are there already. */
let change: (token: MutableToken) => void = () => {};
/** What is changed in the next answer of the token address. */
let answer: (response: MutableResponse) => void = () => {};

beforeAll(async () => {
  service = new OAuth2Server();
  await service.issuer.keys.generate('RS256');
  await service.start(0, 'localhost');
  service.service.on('beforeTokenSigning', (token: MutableToken) => {
    Object.assign(token.payload, { preferred_username: 'A100', amr: ['pwd', 'otp', 'mfa'] });
    change(token);
  });
  service.service.on('beforeResponse', (response: MutableResponse) => answer(response));
  settings = { issuer: service.issuer.url!, clientId: 'ayumi', clientSecret: secret, staffNumberClaim: 'preferred_username', name: '市職員認証' };
  room = await openStaffRoom({ settings: { workspaceUrl: 'http://localhost', oidc: settings } });
  await room.addPerson('A100', 'reporter');
});
afterAll(async () => {
  await service.stop();
  await room.opened.close();
});
beforeEach(() => {
  change = () => {};
  answer = () => {};
});

/** The browser goes to the service, which sends it back at once: the address of our page with its code. */
async function toService(browser: Browser, from = '/workspace/sign-in/oidc'): Promise<URL> {
  const away = await browser.get(from);
  expect([away.status, away.location?.startsWith(`${settings.issuer}/authorize?`)]).toEqual([303, true]);
  const back = await fetch(away.location!, { redirect: 'manual' });
  return new URL(back.headers.get('location')!);
}

async function signIn(browser: Browser, from?: string) {
  const back = await toService(browser, from);
  return browser.get(back.pathname + back.search);
}

const last = async () => (await room.audit()).at(-1)!;
const wayBack = async (browser: Browser, location: string | null) => (await browser.get(location!)).text;

test('the sign-in page offers the service only where it is set up, and the password stays beside it', async () => {
  const page = await room.browser().get('/workspace/sign-in?return=%2Fworkspace%2Fboard');
  expect(page.text).toContain('<a class="button main" href="/workspace/sign-in/oidc?return=%2Fworkspace%2Fboard">市職員認証でサインインする</a>');
  expect(page.text).toContain('name="password"');
  await room.restart({ settings: { oidc: null } });
  expect((await room.browser().get('/workspace/sign-in')).text).not.toContain('oidc');
  expect(await room.browser().get('/workspace/sign-in/oidc')).toMatchObject({ status: 303, location: '/workspace/sign-in' });
  await room.restart();
});

test('signs in whom the service names by staff number, brings them back to their page, and writes down how', async () => {
  const browser = room.browser();
  expect(await signIn(browser, '/workspace/sign-in/oidc?return=%2Fworkspace%2Fboard')).toMatchObject({ status: 303, location: '/workspace/board' });
  expect((await browser.get('/workspace/')).text).toBe('hello A100 reporter:seisaku');
  expect(await last()).toMatchObject({ actor: 'A100', action: 'sign-in', details: { method: 'oidc', authentication: ['pwd', 'otp', 'mfa'] } });
  expect([...browser.cookies.keys()], 'what was kept for the way back is gone').toEqual(['ayumi.session_token']);
});

test('asks the service in the way that nobody can take over: code, state, nonce and PKCE', async () => {
  const { location } = await room.browser().get('/workspace/sign-in/oidc');
  const { searchParams } = new URL(location!);
  expect(Object.fromEntries(searchParams)).toMatchObject({ response_type: 'code', client_id: 'ayumi', scope: 'openid profile', code_challenge_method: 'S256', redirect_uri: 'http://localhost/workspace/sign-in/oidc/callback' });
  for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)!.length).toBeGreaterThan(40);
});

test('takes a staff number in full width, from the claim that the city has chosen', async () => {
  await room.restart({ settings: { oidc: { ...settings, staffNumberClaim: 'employee_number' } } });
  change = ({ payload }) => Object.assign(payload, { employee_number: 'ａ１００', preferred_username: 'somebody.else' });
  expect((await signIn(room.browser())).location).toBe('/workspace/');
  await room.restart();
});

describe('a second step and a one-time password', () => {
  test('are not asked for: the service has asked for its own', async () => {
    await room.addPerson('A200', 'administrator', { oneTime: true });
    change = ({ payload }) => Object.assign(payload, { preferred_username: 'A200' });
    const browser = room.browser();
    await signIn(browser);
    expect((await browser.get('/workspace/')).text).toBe('hello A200 administrator:');
    const withPassword = room.browser();
    await withPassword.signIn('A200');
    expect((await withPassword.get('/workspace/')).location, 'with the password they are').toBe('/workspace/account/password');
  });

  test('a password that is locked does not lock the service, nor does the service forgive failures', async () => {
    await room.addPerson('A300', 'reporter');
    for (let failure = 1; failure <= 5; failure += 1) await room.browser().signIn('A300', 'wrong wrong wrong');
    change = ({ payload }) => Object.assign(payload, { preferred_username: 'A300' });
    const browser = room.browser();
    await signIn(browser);
    expect((await browser.get('/workspace/')).status).toBe(200);
    expect((await room.browser().signIn('A300')).status, 'still locked').toBe(429);
    room.later(3);
  });

  test('the session ends like any other, and signing out says that the service may go on', async () => {
    const browser = room.browser();
    await signIn(browser);
    room.later(61);
    expect((await browser.get('/workspace/')).location).toBe('/workspace/sign-in?ended=1');
    await signIn(browser);
    const out = await browser.post('/workspace/sign-out', {});
    expect(await wayBack(browser, out.location)).toContain('市職員認証には、サインインしたままのことがあります');
  });
});

describe('is refused, in words and in the log', () => {
  const refused = async (browser: Browser, { location }: { readonly location: string | null }, reason: string, words: string) => {
    expect(location).toBe(`/workspace/sign-in?refused=${reason}`);
    expect(await wayBack(browser, location)).toContain(words);
    expect((await browser.get('/workspace/')).status, 'nothing is open').toBe(303);
    expect(await last()).toMatchObject({ action: 'sign-in-failed', details: { step: 'oidc', reason } });
  };

  test('somebody whom Ayumi does not know; nobody is made known by it', async () => {
    const before = await room.opened.db.selectFrom('person').select('id').execute();
    const users = await room.opened.db.selectFrom('auth.user').select('id').execute();
    change = ({ payload }) => Object.assign(payload, { preferred_username: 'Z999', email: 'a100@city.example.lg.jp', name: 'A100' });
    const browser = room.browser();
    await refused(browser, await signIn(browser), 'oidc-unknown-person', 'あゆみの利用者として登録されていません');
    expect(await last()).toMatchObject({ actor: '不明な職員番号', details: { staffNumber: 'Z999' } });
    expect(await room.opened.db.selectFrom('person').select('id').execute()).toEqual(before);
    expect(await room.opened.db.selectFrom('auth.user').select('id').execute()).toEqual(users);
  });

  test('a fictional person of the demonstration', async () => {
    await room.addPerson('DEMO', 'secretariat', { demo: true });
    change = ({ payload }) => Object.assign(payload, { preferred_username: 'DEMO' });
    const browser = room.browser();
    await refused(browser, await signIn(browser), 'oidc-unknown-person', '登録されていません');
  });

  test.each<[string, unknown]>([['no staff number', undefined], ['an address of mail instead', 'a100@city.example.lg.jp'], ['a number', 100], ['several', ['A100']]])('a token with %s', async (_, claim) => {
    change = ({ payload }) => Object.assign(payload, { preferred_username: claim });
    const browser = room.browser();
    await refused(browser, await signIn(browser), 'oidc-no-staff-number', '職員番号が届きませんでした');
  });

  test.each<[string, (token: MutableToken) => void]>([
    ['for somebody else', ({ payload }) => Object.assign(payload, { aud: 'another-application' })],
    ['of another issuer', ({ payload }) => Object.assign(payload, { iss: 'https://evil.example' })],
    ['that has run out', ({ payload }) => Object.assign(payload, { iat: payload.iat - 7200, nbf: payload.nbf - 7200, exp: payload.iat - 3600 })],
    ['with another nonce', ({ payload }) => Object.assign(payload, { nonce: 'x'.repeat(43) })],
    ['without a nonce', ({ payload }) => Object.assign(payload, { nonce: undefined })],
    ['without a subject', ({ payload }) => Object.assign(payload, { sub: undefined })],
  ])('a token %s', async (_, wrong) => {
    change = wrong;
    const browser = room.browser();
    await refused(browser, await signIn(browser), 'oidc-not-verified', '市職員認証からの回答を確かめられませんでした');
  });

  test.each<[string, (token: string) => unknown]>([
    ['whose words were changed after signing', (token) => { const [head, body = '', signature] = token.split('.'); return [head, Buffer.from(Buffer.from(body, 'base64url').toString().replace('A100', 'A200')).toString('base64url'), signature].join('.'); }],
    ['that is not signed', (token) => [Buffer.from('{"alg":"none"}').toString('base64url'), token.split('.')[1], ''].join('.')],
    ['that is none', () => 'x.y.z'], ['that is not there', () => undefined],
  ])('a token %s', async (_, forge) => {
    answer = (response) => { if (response.body !== '') response.body['id_token'] = forge(String(response.body['id_token'])); };
    const browser = room.browser();
    await refused(browser, await signIn(browser), 'oidc-not-verified', '確かめられませんでした');
  });

  test('a code that the service does not take', async () => {
    answer = (response) => { response.statusCode = 400; response.body = { error: 'invalid_grant' }; };
    const browser = room.browser();
    await refused(browser, await signIn(browser), 'oidc-not-verified', '確かめられませんでした');
  });

  test('an answer with another state, one that no browser of ours began, one that comes twice, and one that took too long', async () => {
    const browser = room.browser();
    const back = await toService(browser);
    back.searchParams.set('state', 'x'.repeat(43));
    await refused(browser, await browser.get(back.pathname + back.search), 'oidc-attempt-lost', 'サインインの手続きが途中で切れました');
    const own = await toService(browser);
    const other = room.browser();
    await refused(other, await other.get(own.pathname + own.search), 'oidc-attempt-lost', '途中で切れました');
    expect((await browser.get(own.pathname + own.search)).location).toBe('/workspace/');
    await browser.post('/workspace/sign-out', {});
    await refused(browser, await browser.get(own.pathname + own.search), 'oidc-attempt-lost', '途中で切れました');
    const late = await toService(browser);
    room.later(11);
    await refused(browser, await browser.get(late.pathname + late.search), 'oidc-attempt-lost', '開始から10分が過ぎた');
  });

  test('what the person has called off at the service; its words are not shown', async () => {
    const browser = room.browser();
    const back = await toService(browser);
    const page = await browser.get(`${back.pathname}?error=access_denied&error_description=%3Cscript%3E&state=${back.searchParams.get('state')}`);
    await refused(browser, page, 'oidc-cancelled', '市職員認証でのサインインが完了しませんでした');
  });

  test('an address after thirty failures, without a further row', async () => {
    await room.restart();
    const browser = room.browser();
    for (let count = 0; count < 30; count += 1) await browser.get('/workspace/sign-in/oidc/callback?code=x&state=y');
    const before = await room.audit();
    const away = await browser.get('/workspace/sign-in/oidc/callback?code=x&state=y');
    expect(await wayBack(browser, away.location)).toContain('この場所からの失敗が多いため');
    expect(await room.audit()).toEqual(before);
    room.later(11);
  });

  test('nobody while the service is away, and everybody again once it is back; Ayumi itself goes on', async () => {
    await room.restart({ settings: { oidc: { ...settings, issuer: 'http://localhost:9' } } });
    const browser = room.browser();
    await refused(browser, await browser.get('/workspace/sign-in/oidc'), 'oidc-unreachable', '市職員認証に接続できません');
    expect((await browser.signIn('A100')).status).toBe(303);
    await room.restart();
    expect((await signIn(room.browser())).location).toBe('/workspace/');
  });

  test('a service that gives itself another name than the one that was configured', async () => {
    await room.restart({ settings: { oidc: { ...settings, issuer: settings.issuer.replace('localhost', '127.0.0.1') } } });
    const browser = room.browser();
    await refused(browser, await browser.get('/workspace/sign-in/oidc'), 'oidc-unreachable', '接続できません');
    await room.restart();
  });
});

test('speaks with nobody but the service', async () => {
  await room.restart();
  const asked = vi.spyOn(globalThis, 'fetch');
  await signIn(room.browser());
  const origins = new Set(asked.mock.calls.map(([target]) => new URL(target instanceof Request ? target.url : target).origin));
  asked.mockRestore();
  expect([...origins]).toEqual([settings.issuer]);
});

test('keeps no token, and leaves no secret in the log', async () => {
  const log = JSON.stringify(await room.audit());
  const accounts = await room.opened.db.selectFrom('auth.account').selectAll().execute();
  for (const hidden of [secret, 'eyJ']) {
    expect(log).not.toContain(hidden);
    expect(JSON.stringify(accounts)).not.toContain(hidden);
  }
});
