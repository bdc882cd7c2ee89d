import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keepCompiled } from '../compiled/keep-compiled.ts';

/** A script for the browser, with the name under which it may be kept for ever. */
export interface BrowserScript {
  /** search-<hash>.js */
  readonly name: string;
  readonly code: string;
}

/** Bundles one entry of this folder (`search-as-you-type`) for browsers of the last years; nothing else is loaded by it. */
export function browserScript(entry: string, name: string): BrowserScript {
  const file = join(import.meta.dirname, `${entry}.ts`);
  const { code } = keepCompiled('.js', [...sourcesOf(file)], (esbuild) => esbuild.buildSync({
    entryPoints: [file], bundle: true, minify: true, format: 'iife', target: 'es2022', charset: 'utf8', write: false, legalComments: 'none',
  }).outputFiles[0]!.text);
  return { name: `${name}-${createHash('sha256').update(code).digest('hex').slice(0, 12)}.js`, code };
}

/** The text of a source and of everything that it imports; we import by relative paths alone. */
function sourcesOf(file: string, seen = new Map<string, string>()): Iterable<string> {
  if (!seen.has(file)) {
    const source = readFileSync(file, 'utf8');
    seen.set(file, `${file}\n${source}`);
    for (const [, path = ''] of source.matchAll(/ from '(\.[^']+)'/g)) sourcesOf(join(dirname(file), path), seen);
  }
  return seen.values();
}
