import fc from 'fast-check';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bundle, readBundle } from '../src/documents/bundle/read-bundle.ts';

// Slips that a clerk, an editor or an attacker makes in the files of a bundle. Used by the quick test and by the long run.

/** A change to one of the files; places are shares of the text, so that one mutation fits any file. */
export interface Mutation {
  readonly kind: 'drop' | 'insert' | 'replace' | 'swap-lines' | 'drop-line' | 'repeat-line' | 'indent-line' | 'retype-value' | 'cut';
  /** Which of the files, as a share of their list. */
  readonly file: number;
  /** Where in it, from 0 to 1. */
  readonly place: number;
  readonly size: number;
  readonly put: string;
}

const noise = ['"', "'", ':', ': ', '- ', '#', '&a', '*a', '!!', '|', '>', '{', '[', ']', '}', '\t', '\n', '\r', ',', '?', '%', '@', '`', '\u0000', '\u0007', '\u2028', '\ufeff', '\ud800', '𠮷', '\u202e', '---\n', '...', '<<: ', '~', '０', '-', ' '];
const otherTypes = ['null', '42', '-1', '1e400', '.nan', 'true', '[]', '{}', '[[]]', '"text"', '""', '2020-01-01', '0x10', '9007199254740993', '"\\u0000"', '{a: {b: {c: 1}}}', '!!binary aGk=', '!!set {a}', '!!omap [a: 1]', '*nothing', '&x [*x]'];

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('drop', 'insert', 'replace', 'swap-lines', 'drop-line', 'repeat-line', 'indent-line', 'retype-value', 'retype-value', 'cut'),
  file: fc.double({ min: 0, max: 0.999, noNaN: true }),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.integer({ min: 1, max: 12 }),
  put: fc.oneof(fc.constantFrom(...noise), fc.constantFrom(...otherTypes), fc.string({ unit: 'binary', maxLength: 8 })),
});

/** The files with these changes made one after the other. */
export function mutate(files: Readonly<Record<string, string>>, mutations: readonly Mutation[]): Record<string, string> {
  const names = Object.keys(files);
  const changed = { ...files };
  for (const change of mutations) {
    const name = names[Math.floor(change.file * names.length)] ?? '';
    changed[name] = mutateText(changed[name] ?? '', change);
  }
  return changed;
}

function mutateText(text: string, { kind, place, size, put }: Mutation): string {
  const at = Math.floor(place * text.length);
  const lines = text.split('\n');
  const line = Math.min(lines.length - 1, Math.floor(place * lines.length));
  const change = (edit: (current: string) => string[]) => lines.toSpliced(line, 1, ...edit(lines[line] ?? '')).join('\n');
  switch (kind) {
    case 'drop': return text.slice(0, at) + text.slice(at + size);
    case 'insert': return text.slice(0, at) + put + text.slice(at);
    case 'replace': return text.slice(0, at) + put + text.slice(at + size);
    case 'drop-line': return change(() => []);
    case 'repeat-line': return change((current) => [current, current]);
    case 'indent-line': return change((current) => [size > 6 ? ' '.repeat(size - 6) + current : current.slice(size)]);
    case 'retype-value': return change((current) => [current.replace(/^(\s*(?:- )?[^:]*: ?).*$/, (_all, key: string) => `${key}${put}`)]);
    case 'cut': return text.slice(0, at);
    case 'swap-lines': {
      const other = (line + size) % lines.length;
      return lines.with(line, lines[other] ?? '').with(other, lines[line] ?? '').join('\n');
    }
  }
}

/**
 * Writes the files, reads them, and throws unless reading ended well: a right bundle, or problems that each name a file of the
 * folder, a place in it, what is wrong and what to do. Nothing in the folder may be changed by reading.
 *
 * @param use what is done with a bundle that was read; it must not throw
 */
export async function expectAnswer(folder: string, files: Readonly<Record<string, string>>, use: (bundle: Bundle) => void = () => {}): Promise<'read' | 'refused'> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const before = await standing(folder);
  const answer = await readBundle(folder);
  if ((await standing(folder)) !== before) throw new Error('Reading changed the folder.');
  for (const name of Object.keys(files)) await rm(join(folder, name));
  if (answer.ok) {
    if (answer.value.plan.nodes.length === 0) throw new Error('A plan without elements was read.');
    use(answer.value);
    return 'read';
  }
  if (answer.problems.length === 0) throw new Error('Refused without a problem.');
  for (const { file, line, column, message, fix, code } of answer.problems) {
    const lines = files[file.slice(folder.length + 1)]?.split('\n').length;
    if (lines === undefined) throw new Error(`${code} names ${file}, which is not there.`);
    if (line < 0 || line > lines || column < 0) throw new Error(`${code} is placed at ${line}:${column} of ${lines} lines.`);
    if (!/[ぁ-んァ-ヶ一-龠]/.test(message) || !/[ぁ-んァ-ヶ一-龠]/.test(fix)) throw new Error(`${code} says 「${message}」→「${fix}」.`);
    if (/undefined|\[object|NaN|function/.test(message.replaceAll(/「[^」]*」|（[^）]*）/g, ''))) throw new Error(`${code} says 「${message}」.`);
  }
  return 'refused';
}

async function standing(folder: string): Promise<string> {
  const names = (await readdir(folder)).toSorted();
  return JSON.stringify(await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).mtimeMs, (await readFile(join(folder, name))).length])));
}
