import { execFile, spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { promisify } from 'node:util';

/** What a stretch of load measured. Latencies in milliseconds. */
export interface Measured {
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
}

const connections = 32;
export const hasWrk = spawnSync('wrk', ['-v']).error === undefined;

/** Asks one address again and again over kept connections, with wrk where it is installed. */
export function load(address: string, seconds: number, headers: Readonly<Record<string, string>> = {}): Promise<Measured> {
  return hasWrk ? loadWithWrk(address, seconds, headers) : loadWithNode(address, seconds, headers);
}

async function loadWithWrk(address: string, seconds: number, headers: Readonly<Record<string, string>>): Promise<Measured> {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const { stdout } = await promisify(execFile)('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...given, address]);
  const time = (share: string) => {
    const [, value = 'NaN', unit = 'ms'] = new RegExp(`${share}%\\s+([\\d.]+)(us|ms|s)`).exec(stdout) ?? [];
    return Number(value) * ({ us: 0.001, ms: 1, s: 1000 }[unit] ?? 1);
  };
  const bad = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(stdout)?.[0];
  if (bad) throw new Error(`${address}: ${bad}`);
  return { requests: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]), p50: time('50'), p99: time('99') };
}

/** In this process: it takes a core of its own, and is slower than wrk, which pulls every ratio towards 1. */
async function loadWithNode(address: string, seconds: number, headers: Readonly<Record<string, string>>): Promise<Measured> {
  const { hostname, port, pathname } = new URL(address);
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const request = `GET ${pathname} HTTP/1.1\r\n${lines}\r\n`;
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  await Promise.all(Array.from({ length: connections }, () => new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let asked = 0;
    let waiting = 0;
    const ask = () => {
      if (performance.now() > end) {
        socket.destroy();
        resolve();
        return;
      }
      asked = performance.now();
      waiting = -1;
      socket.write(request);
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      if (waiting === -1) {
        const head = chunk.indexOf('\r\n\r\n');
        const text = chunk.toString('latin1', 0, head);
        const length = text.startsWith('HTTP/1.1 304') ? 0 : Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
        waiting = head + 4 + length;
      }
      waiting -= chunk.length;
      if (waiting > 0) return;
      times.push(performance.now() - asked);
      ask();
    });
  })));
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { requests: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}
