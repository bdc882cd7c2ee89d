// One of several people at once: looks at a request, takes a step that fits, and tells its parent what was acknowledged.
//   node scripts/faults/round-client.ts <socket> <name> <request> …
import { request as connect } from 'node:http';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { transitions } from '../../src/domain/approval/transitions.ts';
import type { Asked, Standing } from './round-app.ts';
import type { Person } from './round-people.ts';

/** A step that the product said it has taken. */
export interface Acknowledged {
  readonly request: string;
  readonly action: string;
  readonly words: string;
  readonly outcome: { readonly outcome: string; readonly version?: number | null; readonly parkedVersion?: number; readonly state?: string };
}

const asPerson: Readonly<Record<string, Person>> = { reporter: 'reporter', 'section-head': 'head', secretariat: 'secretariat' };

if (import.meta.main) {
  const [socket = '', name = '', ...requests] = process.argv.slice(2);
  const stop = new AbortController();
  process.on('message', () => stop.abort());
  process.on('disconnect', () => process.exit());
  for (let count = 1; !stop.signal.aborted; count += 1) {
    await step(socket, pick(requests), `${name}の${count}番目の文章`).catch(() => sleep(5)); // the product is down: try again
  }
  process.disconnect?.();
}

async function step(socket: string, request: string, words: string): Promise<void> {
  const { state, version } = (await ask(socket, { do: 'look', request })) as Standing;
  const { action, role } = pick(transitions.filter(({ from }) => from === state));
  // Now and then on an older version than the one that counts, as somebody does who has left a page open.
  const baseVersion = version !== null && Math.random() < 0.2 ? Math.max(1, version - 1) : version;
  const outcome = (await ask(socket, { do: action, as: asPerson[role] ?? 'reporter', request, baseVersion, words })) as Acknowledged['outcome'];
  process.send?.({ request, action, words, outcome } satisfies Acknowledged);
}

function ask(path: string, asked: Asked): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = connect({ socketPath: path, method: 'POST', agent: false }, (response) => {
      text(response).then((body) => (response.statusCode === 200 ? resolve(JSON.parse(body)) : reject(new Error(body))), reject);
    });
    request.on('error', reject);
    request.end(JSON.stringify(asked));
  });
}

function pick<T>(items: readonly T[]): T {
  return items[Math.floor(Math.random() * items.length)]!;
}
