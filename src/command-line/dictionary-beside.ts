import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dictionaryFile } from '../documents/bundle/write-bundle.ts';
import { emptyDictionary } from '../domain/proofreading/dictionary.ts';
import { type ReadDictionary, readDictionary } from '../proofreader/read-dictionary.ts';

/** dictionary.yaml in the folder of a bundle as text and as words, or its problems; without the file no words. */
export async function dictionaryBeside(path: string): Promise<{ readonly source: string | null; readonly read: ReadDictionary }> {
  const entry = await stat(path).catch(() => null);
  const file = join(entry?.isDirectory() === false ? dirname(path) : path, dictionaryFile);
  const source = await readFile(file, 'utf8').catch(() => null);
  return { source, read: source === null ? { ok: true, value: emptyDictionary } : readDictionary(source, file) };
}
