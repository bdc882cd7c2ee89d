import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keepCompiled } from './keep-compiled.ts';

/**
 * Packages of many small files, each of which Node would look for, read and link at every start (typebox: 373 files, 0.1 s and
 * 20 MB; yaml: 70). Only such as have a single entry and nothing that another package shares with them.
 */
const packages = new Map([
  ['typebox', null],
  ['hucre/xlsx', null],
  // To Node it gives CommonJS; the same sources as modules lie here.
  ['yaml', 'browser/index.js'],
]);

/**
 * hucre asks whether there is a Response and makes none; Node loads its whole HTTP client at the question (0.1 s). It is answered
 * with the other thing that hucre asks for.
 */
const onlyAskedFor = { Response: 'CompressionStream' };

/** The address of a file that holds the whole package, for the entry at `url`; null where it is loaded as it is. */
export function oneFilePackage(specifier: string, url: string): string | null {
  const other = packages.get(specifier);
  if (other === undefined || !url.startsWith('file:')) return null;
  const found = fileURLToPath(url);
  const root = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(found)?.[0];
  if (root === undefined) return null;
  const entry = other === null ? found : join(root, other);
  const { file } = keepCompiled('.mjs', [entry, readFileSync(`${root}/package.json`, 'utf8'), JSON.stringify(onlyAskedFor)], (esbuild) => (
    esbuild.buildSync({ define: onlyAskedFor, entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', target: 'node26', write: false, legalComments: 'inline' }).outputFiles[0]!.text
  ));
  return file === null ? null : pathToFileURL(file).href;
}
