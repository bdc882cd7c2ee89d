// Deadline day: 300 signed-in people save and submit over HTTP against the real program with its embedded PostgreSQL.
//   node --import ./scripts/jsx.mjs bench/deadline-day.ts
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { foundCity } from './deadline/city.ts';
import { findAgain } from './deadline/find-again.ts';
import { type Pace, type Seen, type Step, work } from './deadline/person.ts';
import { describeMachine } from './machine.ts';
import { type Server, startServer } from './processes.ts';
import { table, withSpread } from './statistics.ts';
import { withHomeDatabase } from '../tests/home-database.ts';

const people = 300;
/** One turn in the pace of people, to see what they wait; then three in which nobody pauses, to see what the program bears. */
const paced = { pause: 2_000, arrival: 6_000 };
const floods = 3;
/** No turn begins a step after so many milliseconds. */
const longestTurn = 13_000;

export async function benchDeadlineDay(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'ayumi-deadline-'));
  try {
    const city = await foundCity(home, people);
    const server = await startServer(['--import', './scripts/jsx.mjs', 'src/main.ts', '--empty'], { AYUMI_HOME: home, HOST: '127.0.0.1', PORT: '0', NODE_ENV: 'production' });
    const turns: Turn[] = [];
    try {
      turns.push(await take(server, city, 0, paced));
      for (let flood = 1; flood <= floods; flood += 1) turns.push(await take(server, city, flood, { pause: 0, arrival: 0 }));
    } finally {
      await server.stop();
    }
    const acknowledged = turns.flatMap(({ seen }) => seen.acknowledged);
    const { lost, chain } = await withHomeDatabase(home, (db) => findAgain(db, acknowledged));
    const errors = turns.flatMap(({ seen }) => seen.errors);
    console.log(`\n## Deadline day: ${people} signed-in people, 2,600 requests, embedded PostgreSQL with fsync\n`);
    console.log(`Each opens a page, saves twice while writing about 2,000 characters, and submits. Milliseconds at the person's end.\n`);
    const [calm, ...rush] = turns;
    console.log(table(['', 'requests/s', 'writes/s', 'processor ms a request', 'handed in', ...columns], [row('one step every 2 s', [calm!]), row(`nobody pauses, ${floods} turns: median (least–most)`, rush)]));
    console.log(`\n${acknowledged.length} acknowledged writes; ${errors.length} errors, ${lost.length} lost, ${chain.length} faults in the audit chain.`);
    for (const fault of [...errors, ...lost, ...chain].slice(0, 10)) console.log(`- ${fault}`);
    if (errors.length + lost.length + chain.length > 0) process.exitCode = 1;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

interface Turn {
  readonly seen: Seen;
  readonly seconds: number;
  /** Processor time of the program without its database, in seconds. */
  readonly processor: number;
}

async function take({ url, pid }: Server, city: Parameters<typeof work>[1], turn: number, pace: Omit<Pace, 'until'>): Promise<Turn> {
  const [begun, before] = [performance.now(), processorSeconds(pid)];
  const seen = await work(url, city, turn, { ...pace, until: begun + longestTurn + pace.arrival });
  return { seen, seconds: (performance.now() - begun) / 1000, processor: processorSeconds(pid) - before };
}

const steps: readonly Step[] = ['open', 'save', 'submit'];
const columns = steps.flatMap((step) => [`${step} p50`, `${step} p99`]);

function row(name: string, turns: readonly Turn[]): string[] {
  // Nobody may have come so far on a busy machine.
  const told = (figure: (turn: Turn) => number) => {
    const figures = turns.map(figure).filter(Number.isFinite);
    return figures.length === 0 ? '−' : withSpread(figures);
  };
  return [
    name,
    told((turn) => requestsOf(turn) / turn.seconds),
    told(({ seen, seconds }) => seen.acknowledged.length / seconds),
    withSpread(turns.map((turn) => (turn.processor * 1000) / requestsOf(turn)), 1),
    told(({ seen }) => seen.acknowledged.filter(({ version }) => version === null).length),
    ...steps.flatMap((step) => [0.5, 0.99].map((share) => told(({ seen }) => at(seen.times[step], share)))),
  ];
}

function requestsOf({ seen }: Turn): number {
  return steps.reduce((sum, step) => sum + seen.times[step].length, 0);
}

/** From /proc, in ticks of 10 ms; not a number where there is none. It moves less than time does on a machine that others use. */
function processorSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}

if (import.meta.main) {
  console.log(`# ${new Date().toISOString().slice(0, 10)}: ${describeMachine()}`);
  await benchDeadlineDay();
}
