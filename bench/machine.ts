import { existsSync, readFileSync } from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type as system } from 'node:os';

/** One line for the head of a run: the figures mean nothing without it. */
export function describeMachine(): string {
  const [first] = cpus();
  return `${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB memory${limitOfContainer()}, ${system()} ${release()} ${arch()}, Node ${process.versions.node}, load at start ${loadavg()[0]?.toFixed(2)}`;
}

/** A container may be allowed less than the machine has. */
function limitOfContainer(): string {
  const file = '/sys/fs/cgroup/cpu.max';
  if (!existsSync(file)) return '';
  const [quota = 'max', period = '1'] = readFileSync(file, 'utf8').trim().split(' ');
  return quota === 'max' ? '' : `, container limited to ${(Number(quota) / Number(period)).toFixed(1)} cores`;
}
