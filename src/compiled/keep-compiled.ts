import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

type Esbuild = typeof import('esbuild');

/** Beside what npm installed: `npm ci` takes it away with everything else. */
const keptFolder = join(import.meta.dirname, '../../node_modules/.cache/ayumi');

const require = createRequire(import.meta.url);

/**
 * What esbuild makes of some sources, kept between starts: loading esbuild and starting its process take longer than reading
 * what it made. Where nothing can be written, it is made anew each time.
 *
 * @param sources everything that the result depends on, beside the version of esbuild
 * @returns the code, and the file in which it is kept; null where it cannot be
 */
export function keepCompiled(ending: '.mjs' | '.cjs' | '.js' | '.css', sources: readonly string[], make: (esbuild: Esbuild) => string): { readonly code: string; readonly file: string | null } {
  const { version } = require('esbuild/package.json') as { version: string };
  const file = join(keptFolder, createHash('sha256').update(JSON.stringify([version, ...sources])).digest('hex').slice(0, 32) + ending);
  try {
    return { code: readFileSync(file, 'utf8'), file };
  } catch {
    const esbuild = require('esbuild') as Esbuild;
    const code = make(esbuild);
    endWhenIdle(esbuild);
    return { code, file: write(file, code) ? file : null };
  }
}

/** Milliseconds after which nothing more is expected to be compiled. */
const idle = 2_000;
let ending: NodeJS.Timeout | undefined;

/** esbuild keeps a process of 24 MB for the next call, for as long as a server runs; it starts another when it needs one. */
function endWhenIdle(esbuild: Esbuild): void {
  clearTimeout(ending);
  ending = setTimeout(() => void esbuild.stop(), idle).unref();
}

/** It appears whole: others may start at the same time. */
function write(file: string, code: string): boolean {
  try {
    mkdirSync(keptFolder, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, code);
    renameSync(unfinished, file);
    return true;
  } catch {
    return false;
  }
}
