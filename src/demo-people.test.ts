import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPerson } from './commands/add-person.ts';
import { importPlan } from './commands/import-plan.ts';
import { readAudit } from './database/audit-store.ts';
import { type OpenTestDatabase, openTestDatabase } from './database/open-test-database.ts';
import { listPeople } from './database/people-store.ts';
import { readTransaction } from './database/transaction.ts';
import { DemoPeopleInProduction } from './demo-people.ts';
import { readBundle } from './documents/bundle/read-bundle.ts';
import { departmentsOf, roles } from './domain/organization/post.ts';
import { prepareStaff } from './prepare-staff.ts';
import { loadSampleIfNew } from './sample.ts';
import { mountPeople } from './workspace/people-side.ts';
import type { WorkspaceEnv } from './workspace/workspace.ts';

let opened: OpenTestDatabase;
let home: string;
beforeEach(async () => {
  opened = await openTestDatabase();
  home = mkdtempSync(join(tmpdir(), 'ayumi-staff-'));
});
afterEach(async () => {
  rmSync(home, { recursive: true, force: true });
  await opened.close();
});

const prepare = (production = false) => prepareStaff({ db: opened.db, home, production });
const people = () => readTransaction(opened.db, listPeople);
const loadSample = () => loadSampleIfNew(opened.db, () => {});

async function browse(demo: boolean) {
  const app = new Hono<WorkspaceEnv>();
  await mountPeople(app, {
    db: opened.db, demo, proofreader: null, now: () => new Date(), published: () => Promise.resolve(), assets: { stylesheets: [], scripts: {} }, secretKey: 'k'.repeat(64),
    settings: { idleMinutes: 60, secondStep: 'keepers', workspaceUrl: null, oidc: null },
  });
  app.get('/workspace/', (context) => context.text(context.var.actor.name));
  const enter = async (staffNumber: string) => {
    const response = await app.request('/workspace/sign-in/demo', { method: 'POST', body: new URLSearchParams({ staffNumber }), headers: { origin: 'http://localhost' } });
    return { status: response.status, cookie: response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ') };
  };
  return { app, enter };
}

test('the sample comes with fictional people of every role, and a department is served by somebody', async () => {
  await loadSample();
  const staff = await prepare();
  expect(staff.demo).toBe(true);
  const fictional = (await people()).filter(({ demo }) => demo);
  expect(new Set(fictional.flatMap(({ posts }) => posts.map(({ role }) => role)))).toEqual(new Set(roles));
  expect(fictional.every(({ name }) => name.endsWith('（見本）'))).toBe(true);
  for (const role of ['reporter', 'section-head'] as const) expect(new Set(fictional.flatMap((person) => departmentsOf(person, role))).size).toBe(29);
  expect(staff.announce('http://localhost:3000/')).toContain('「この人として入る」を押すと');
  expect((await prepare()).demo, 'and stays so at the next start').toBe(true);
  expect((await people()).filter(({ demo }) => demo)).toHaveLength(fictional.length);
});

test('the demonstration is entered by one button, without password and second step', async () => {
  await loadSample();
  const { demo } = await prepare();
  const { app, enter } = await browse(demo);
  const page = await (await app.request('/workspace/sign-in')).text();
  expect(page).toContain('aria-label="この人として入る：事務局 一彦（見本）"');
  expect(page).toContain('これは見本の環境です');
  for (const { staffNumber, name } of (await people()).filter((person) => person.demo)) {
    const { status, cookie } = await enter(staffNumber);
    expect(status).toBe(303);
    expect(await (await app.request('/workspace/', { headers: { cookie } })).text()).toBe(name);
  }
  const entries = await readTransaction(opened.db, (trx) => readAudit(trx));
  expect(entries.at(-1)).toMatchObject({ action: 'sign-in', details: { method: 'demonstration' } });
});

test('nobody real is entered by that button', async () => {
  await loadSample();
  await prepare();
  const { enter } = await browse(true);
  expect(await enter('admin')).toEqual({ status: 422, cookie: '' });
  expect(await enter('nobody')).toEqual({ status: 422, cookie: '' });
});

test('outside the demonstration the button is not there, does nothing, and a session of a fictional person is worth nothing', async () => {
  await loadSample();
  await prepare();
  const { cookie } = await (await browse(true)).enter('mihon-41');
  const { app, enter } = await browse(false);
  expect(await (await app.request('/workspace/sign-in')).text()).not.toContain('この人として入る');
  expect(await enter('mihon-41')).toEqual({ status: 422, cookie: '' });
  expect((await app.request('/workspace/', { headers: { cookie } })).status).toBe(303);
});

test('it is no demonstration any more when the city has a plan of its own', async () => {
  await loadSample();
  expect((await prepare()).demo).toBe(true);
  const sample = await readBundle('samples/komae-2020');
  if (!sample.ok) throw new Error('the sample has problems');
  await importPlan(opened.db, { plan: { ...sample.value.plan, id: 'own-plan' }, reports: [], actor: 'command-line' });
  expect((await prepare()).demo).toBe(false);
});

test('there are no fictional people without the sample, beside work of others, or in a production start', async () => {
  expect((await prepare()).demo).toBe(false);
  expect((await people()).map(({ staffNumber }) => staffNumber)).toEqual(['admin']);
  await loadSample();
  expect((await prepare()).demo, 'somebody was here before the sample').toBe(false);

  const other = await openTestDatabase();
  await loadSampleIfNew(other.db, () => {});
  expect((await prepareStaff({ db: other.db, home, production: true })).demo).toBe(false);
  expect((await readTransaction(other.db, listPeople)).some(({ demo }) => demo)).toBe(false);
  await other.close();
});

test('a production start refuses to run with fictional people, in a sentence that says what to do', async () => {
  await loadSample();
  await prepare();
  const refusal = await prepare(true).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DemoPeopleInProduction);
  expect(String(refusal)).toMatch(/本番の設定（NODE_ENV=production）では起動できません.*--empty/);
});

test('the first start makes one administrator with a one-time password that is printed once', async () => {
  const words = (await prepare()).announce('http://localhost:3000/');
  expect(words).toMatch(/職員番号 admin　仮のパスワード ([a-z2-9]{4}-){3}[a-z2-9]{4}/);
  expect((await people())[0]).toMatchObject({ staffNumber: 'admin', mustChangePassword: true, posts: [{ role: 'administrator', until: null }] });
  expect((await prepare()).announce('http://localhost:3000/')).not.toContain('仮のパスワード');
  expect(await people()).toHaveLength(1);
});

test('the key is made once, for its owner alone, and nobody else adds people', async () => {
  const { secretKey } = await prepare();
  const path = join(home, 'keys', 'sign-in.key');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8').trim()).toBe(secretKey);
  expect(secretKey.length).toBeGreaterThanOrEqual(64);
  expect((await prepare()).secretKey).toBe(secretKey);
  const stranger = { personId: 'x', staffNumber: 'x', name: 'x', posts: [] };
  const outcome = await addPerson(opened.db, { actor: stranger, staffNumber: 'Z1', name: '一', email: '', post: { role: 'viewer', department: '', from: '2021-04-01', until: '' }, now: () => new Date() });
  expect(outcome).toMatchObject({ done: false, problems: [{ code: 'not-administrator' }] });
});
