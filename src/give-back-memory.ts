import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Collects garbage at once. Making the documents of an edition needs 100 MB that a server at rest never uses again; V8 would keep
 * them until it is short of memory, which on a small machine is too late for PostgreSQL. Measured in bench/memory.ts.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: object) => void;
  setFlagsFromString('--no-expose-gc');
  // The last resort also lets go of code that ran once and of half-empty pages: 60 MB more than a usual collection.
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
