import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Signed } from './city.ts';

export type Step = 'open' | 'save' | 'submit';

/** A write that the product said it has kept. */
export interface Acknowledged {
  readonly request: string;
  readonly words: string;
  /** Null for a submission, which ends the work on a request. */
  readonly version: number | null;
}

/** What all people of one run saw. */
export interface Seen {
  /** Milliseconds of every answer, by step. */
  readonly times: Record<Step, number[]>;
  readonly acknowledged: Acknowledged[];
  /** Answers that were not what the step should give. */
  readonly errors: string[];
}

export interface Pace {
  /** Milliseconds between two steps of one person. */
  readonly pause: number;
  /** People come one after the other within so many milliseconds. */
  readonly arrival: number;
  /** No step begins after this moment of `performance.now()`. */
  readonly until: number;
}

const savesEach = 2;
const sentence = '業務の手順を見直し、窓口での待ち時間を短くした。職員研修を二回実施し、延べ四十人が受講した。';

/** Everybody opens a page, saves twice while writing about 2,000 characters, and submits. */
export async function work(url: string, people: readonly Signed[], turn: number, pace: Pace): Promise<Seen> {
  const seen: Seen = { times: { open: [], save: [], submit: [] }, acknowledged: [], errors: [] };
  const agent = new Agent({ keepAlive: true, maxSockets: people.length });
  await Promise.all(people.map(async ({ cookie, requests }, index) => {
    if (pace.arrival > 0) await sleep((pace.arrival * index) / people.length);
    const id = requests[turn];
    if (id === undefined) throw new Error('There are too few requests for so many turns.');
    await answerOne({ agent, address: new URL(`/workspace/requests/${id}`, url), cookie, id, pace, seen }, `人${index + 1}の回答${turn + 1}。`);
  }));
  agent.destroy();
  return seen;
}

interface Desk {
  readonly agent: Agent;
  readonly address: URL;
  readonly cookie: string;
  readonly id: string;
  readonly pace: Pace;
  readonly seen: Seen;
}

async function answerOne(desk: Desk, begin: string): Promise<void> {
  const { id, pace, seen } = desk;
  const take = async (step: Step, body?: URLSearchParams): Promise<Reply | null> => {
    if (performance.now() > pace.until) return null;
    const begun = performance.now();
    const reply = await ask(desk, step === 'save', body).catch((error: unknown) => ({ status: 0, body: String(error), to: '' }));
    seen.times[step].push(performance.now() - begun);
    const good = step === 'submit' ? reply.status === 303 && reply.to.endsWith('done=submit') : reply.status === 200;
    if (good) return reply;
    seen.errors.push(`${step} ${id}: ${reply.status} ${reply.to} ${reply.body.slice(0, 200)}`);
    return null;
  };
  if (!(await take('open'))) return;
  let version = '';
  let words = begin;
  for (let save = 1; save <= savesEach; save += 1) {
    if (pace.pause > 0) await sleep(pace.pause);
    words += `\n${sentence.repeat(20)}（${save}）`;
    const reply = await take('save', formOf('save', version, words));
    if (!reply) return;
    const saved = JSON.parse(reply.body) as { readonly outcome: string; readonly version: number };
    if (saved.outcome !== 'saved') seen.errors.push(`save ${id}: ${reply.body}`);
    else seen.acknowledged.push({ request: id, words, version: saved.version });
    version = String(saved.version);
  }
  if (pace.pause > 0) await sleep(pace.pause);
  words += '\n以上。';
  if (await take('submit', formOf('submit', version, words))) seen.acknowledged.push({ request: id, words, version: null });
}

function formOf(action: string, baseVersion: string, text: string): URLSearchParams {
  return new URLSearchParams({ action, baseVersion, outcome: 'reported', text, issues: '', nextYear: '' });
}

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly to: string;
}

function ask({ agent, address, cookie }: Desk, asScript: boolean, form?: URLSearchParams): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, ...(asScript && { accept: 'application/json' }), ...(form && { 'content-type': 'application/x-www-form-urlencoded', origin: address.origin }) };
    const sent = request(address, { agent, method: form ? 'POST' : 'GET', headers }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body, to: response.headers.location ?? '' }), reject);
    });
    sent.on('error', reject);
    sent.end(form?.toString());
  });
}
