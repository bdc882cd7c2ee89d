import { createHmac, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { Hono } from 'hono';
import { storePerson } from '../commands/add-person.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { readAudit } from '../database/audit-store.ts';
import { setMustChangePassword } from '../database/credential-store.ts';
import { readTransaction, writeTransaction } from '../database/transaction.ts';
import type { AuditEntry } from '../domain/audit/audit-event.ts';
import { departmentRoles, type Role } from '../domain/organization/post.ts';
import { mountPeople } from './people-side.ts';
import type { SignInSettings } from './access/sign-in-settings.ts';
import type { WorkspaceEnv } from './workspace.ts';

// The staff side with sign-in on a real database, a clock that stands until it is moved, and browsers that keep cookies.

export const goodPassword = 'kawazu tobikomu mizu no oto';

export interface StaffRoom {
  readonly opened: OpenTestDatabase;
  /** Moves the clock on. */
  later(minutes: number): void;
  browser(userAgent?: string): Browser;
  /** Adds somebody whose password is `goodPassword`, and returns the id. */
  addPerson(staffNumber: string, role: Role | null, options?: { readonly name?: string; readonly demo?: boolean; readonly password?: string | null; readonly oneTime?: boolean }): Promise<string>;
  audit(): Promise<AuditEntry[]>;
  /** The same installation, started anew: memory is lost, the database and the key stay. */
  restart(change?: { readonly demo?: boolean; readonly settings?: Partial<SignInSettings> }): Promise<void>;
}

export async function openStaffRoom({ demo = false, settings = {} }: { readonly demo?: boolean; readonly settings?: Partial<SignInSettings> } = {}): Promise<StaffRoom> {
  const opened = await openTestDatabase();
  await opened.db.insertInto('municipality').values({ code: '132195', name: '狛江市', first_reiwa_year: '平成31年度', year_digits: 'single-full-width' }).execute();
  await opened.db.insertInto('department').values(['seisaku', 'zaisei'].map((id) => ({ municipality_code: '132195', id }))).execute();
  await opened.db.insertInto('plan').values({ id: 'p', municipality_code: '132195', title: '計画', adopted: null, period_from: null, period_to: null, headquarters_name: null, headquarters_chair: null }).execute();
  await opened.db.insertInto('plan_department').values([['seisaku', '政策室'], ['zaisei', '財政課']].map(([id = '', name = ''], index) => ({ plan_id: 'p', municipality_code: '132195', department_id: id, position: index + 1, name }))).execute();
  let moment = Date.now();
  let app = await start(demo, settings);
  async function start(isDemo: boolean, changed: Partial<SignInSettings>): Promise<Hono<WorkspaceEnv>> {
    const made = new Hono<WorkspaceEnv>();
    await mountPeople(made, {
      db: opened.db, demo: isDemo, proofreader: null, now: () => new Date(moment), published: () => Promise.resolve(), assets: { stylesheets: [], scripts: {} }, secretKey: 'k'.repeat(64),
      settings: { idleMinutes: 60, secondStep: 'keepers', workspaceUrl: null, oidc: null, ...changed },
    });
    made.get('/workspace/', (context) => context.text(`hello ${context.var.actor.staffNumber} ${context.var.actor.posts.map(({ role, department }) => `${role}:${department ?? ''}`).join(' ')}`));
    made.post('/workspace/answer', (context) => context.text('saved'));
    return made;
  }
  return {
    opened,
    later: (minutes) => { moment += minutes * 60_000; },
    browser: (userAgent = 'Mozilla/5.0 (Windows NT 10.0) Firefox/150.0') => openBrowser((...request) => Promise.resolve(app.request(...request)), userAgent),
    addPerson: async (staffNumber, role, { name = '水野 音', demo: fictional = false, password = goodPassword, oneTime = false } = {}) => {
      const department = role !== null && departmentRoles.includes(role) ? 'seisaku' : null;
      const posts = role === null ? [] : [{ id: randomUUID(), role, municipality: department && '132195', department, from: '2021-04-01', until: null }];
      const passwordHash = password === null ? null : await hashPassword(password);
      return writeTransaction(opened.db, async (trx) => {
        const id = await storePerson(trx, { staffNumber, name, email: null, passwordHash, posts, demo: fictional, by: 'test', now: () => new Date(moment) });
        await setMustChangePassword(trx, id, oneTime);
        return id;
      });
    },
    audit: () => readTransaction(opened.db, (trx) => readAudit(trx)),
    restart: async (change = {}) => { app = await start(change.demo ?? demo, { ...settings, ...change.settings }); },
  };
}

export interface Browser {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(path: string, form: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Number and password, as a person types them. */
  signIn(staffNumber: string, password?: string): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
  readonly headers: Headers;
}

function openBrowser(request: (path: string, init: RequestInit) => Promise<Response>, userAgent: string): Browser {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit & { readonly headers: Record<string, string> }): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await request(path, { ...init, headers: { 'user-agent': userAgent, ...(cookie === '' ? {} : { cookie }), ...init.headers } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/s);
      if (/Max-Age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: response.status, location: response.headers.get('location'), text: await response.text(), headers: response.headers };
  };
  const browser: Browser = {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, form, headers = {}) => send(path, {
      method: 'POST', body: new URLSearchParams(form).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', ...headers },
    }),
    signIn: (staffNumber, password = goodPassword) => browser.post('/workspace/sign-in', { staffNumber, password }),
  };
  return browser;
}

/** The code that an authenticator app shows for a Base32 key (RFC 6238), now or some steps of 30 seconds from now. */
export function appCode(key: string, stepsAhead = 0): string {
  const bits = [...key.replaceAll(/\s/g, '')].map((character) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + stepsAhead));
  const digest = createHmac('sha1', secret).update(counter).digest();
  return String((digest.readUInt32BE(digest.at(-1)! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
