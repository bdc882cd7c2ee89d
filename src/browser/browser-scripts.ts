import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** A script for the browser, with the name under which it may be kept for ever. */
export interface BrowserScript {
  /** search-<hash>.js */
  readonly name: string;
  readonly code: string;
}

/** Bundles one entry of this folder (`search-as-you-type`) for browsers of the last years; nothing else is loaded by it. */
export function browserScript(entry: string, name: string): BrowserScript {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(`./${entry}.ts`, import.meta.url))],
    bundle: true, minify: true, format: 'iife', target: 'es2022', charset: 'utf8', write: false, legalComments: 'none',
  });
  const code = outputFiles[0]?.text ?? '';
  return { name: `${name}-${createHash('sha256').update(code).digest('hex').slice(0, 12)}.js`, code };
}
