import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readBundle } from '../documents/bundle/read-bundle.ts';
import { buildEdition } from '../domain/edition/build-edition.ts';
import { emptyDictionary } from '../domain/proofreading/dictionary.ts';
import type { ProofreadingText } from '../domain/proofreading/manuscript.ts';
import { openProofreader, type Proofreader, type ProofreaderSettings } from './open-proofreader.ts';
import { readDictionary } from './read-dictionary.ts';

const slip = '費用対効果などついて検証を行った。';
const paragraph = (text: string, path = 'text#p1'): ProofreadingText => ({ path, nodeId: 'i04', kind: 'report', paragraph: 'p1', item: false, text });

let folder: string;
const opened: Proofreader[] = [];
const open = (settings: ProofreaderSettings = {}): Proofreader => {
  const proofreader = openProofreader(settings);
  opened.push(proofreader);
  return proofreader;
};
/** A child that behaves as the test wants it. */
const childThat = async (name: string, program: string): Promise<URL> => {
  const file = join(folder, `${name}.mjs`);
  await writeFile(file, program);
  return pathToFileURL(file);
};

beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'ayumi-proofreader-')); });
afterEach(async () => { await Promise.all(opened.splice(0).map((proofreader) => proofreader.close())); });
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the proofreader', () => {
  test('finds in a paragraph what is wrong in it, at the place it stands', async () => {
    const found = await open().paragraph(paragraph(slip, 'text#p7'), emptyDictionary);
    expect(found?.map(({ rule, suggestion, places }) => [rule, suggestion, places[0]?.path])).toEqual([['missing-ni', 'などについて', 'text#p7']]);
  });

  test('reads a whole report with the city\'s dictionary', async () => {
    const bundle = await readBundle('samples/komae-2020');
    if (!bundle.ok) throw new Error('sample');
    const edition = buildEdition(bundle.value.plan, bundle.value.reports[0]!);
    const dictionary = readDictionary('rules:\n  - expected: 人財\n    pattern: 人材\n');
    if (!dictionary.ok) throw new Error('dictionary');
    const proofreader = open();
    const [plain, withWords] = await Promise.all([proofreader.edition(edition, null, emptyDictionary), proofreader.edition(edition, null, dictionary.value)]);
    expect(plain?.length).toBeGreaterThan(20);
    expect(withWords?.some(({ rule, quote }) => rule === 'dictionary-word' && quote === '人材')).toBe(true);
  });

  test('answers again after a crash, with nothing for what was in hand', async () => {
    const faults: string[] = [];
    const entry = await childThat('crash', `
      process.on('message', ({ text }) => { if (text.text === 'die') process.exit(3); process.send({ kind: 'found', findings: [] }); });
      process.on('disconnect', () => process.exit());
      process.send({ kind: 'ready' });`);
    const proofreader = open({ entry, fault: (reason) => faults.push(reason) });
    const answers = await Promise.all(['a', 'die', 'b'].map((text) => proofreader.paragraph(paragraph(text), emptyDictionary)));
    expect(answers).toEqual([[], null, []]);
    expect(faults).toHaveLength(1);
  });

  test('gives up what takes too long and goes on with the next', async () => {
    const entry = await childThat('slow', `
      process.on('message', ({ text }) => { if (text.text !== 'for ever') process.send({ kind: 'found', findings: [] }); });
      process.on('disconnect', () => process.exit());
      process.send({ kind: 'ready' });`);
    const proofreader = open({ entry, paragraphLimit: 300 });
    const answers = await Promise.all(['for ever', 'b'].map((text) => proofreader.paragraph(paragraph(text), emptyDictionary)));
    expect(answers).toEqual([null, []]);
  });

  test('does not let anybody wait for a process that cannot start', async () => {
    const faults: string[] = [];
    const proofreader = open({ entry: await childThat('broken', 'process.exit(1);'), fault: (reason) => faults.push(reason) });
    expect(await Promise.all(['a', 'b'].map((text) => proofreader.paragraph(paragraph(text), emptyDictionary)))).toEqual([null, null]);
    expect(faults).toHaveLength(1);
  });

  test('ends the process when there is nothing to do, and starts another when there is', async () => {
    const entry = await childThat('idle', `
      process.on('message', () => process.send({ kind: 'found', findings: [{ rule: String(process.pid), level: 'note', message: '', quote: '', places: [] }] }));
      process.on('disconnect', () => process.exit());
      process.send({ kind: 'ready' });`);
    const proofreader = open({ entry, idle: 50 });
    const [first] = (await proofreader.paragraph(paragraph('a'), emptyDictionary))!;
    await sleep(400);
    expect(() => process.kill(Number(first!.rule), 0)).toThrow('ESRCH');
    const [second] = (await proofreader.paragraph(paragraph('b'), emptyDictionary))!;
    expect(second!.rule).not.toBe(first!.rule);
  });

  test('has nothing to say once it is closed', async () => {
    const proofreader = open();
    const asked = proofreader.paragraph(paragraph(slip), emptyDictionary);
    await proofreader.close();
    expect([await asked, await proofreader.paragraph(paragraph('a'), emptyDictionary)]).toEqual([null, null]);
  });
});

describe('the dictionary of the city as YAML', () => {
  test('tells every problem with its line', () => {
    const read = readDictionary('rules:\n  - expected: 人財\n    pattern: /(/\n  - pattern: 子供\n');
    expect(read.ok ? [] : read.problems.map(({ code, line }) => [code, line])).toEqual([['dictionary-pattern', 2], ['dictionary-expected', 4]]);
    expect(readDictionary('rules: [').ok).toBe(false);
  });
  test('may be empty, or hold nothing but remarks', () => {
    expect(readDictionary('')).toEqual({ ok: true, value: emptyDictionary });
    expect(readDictionary('# まだありません\n\n')).toEqual({ ok: true, value: emptyDictionary });
  });
});
