// Writes src/domain/proofreading/sentence/kana-sequences.ts: which kana follow which in Japanese that this product itself contains (screens,
// guides, the sample, the texts of the measurement without their slips). To be run by hand; the texts of a first sight must not be among them.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { kanaRunOf } from '../../src/domain/proofreading/sentence/kana-run.ts';

const root = new URL('../../', import.meta.url).pathname;
const mark = /〔([^〕→]*)→([^〕]*)：([^：〕]*)〕/g;
/** Texts about slips, which hold the slips themselves. */
const excluded = /domain\/proofreading|bench\/proofreading|proofread|docs\/proofreading/;
const prose = new URL('prose/', new URL('./', import.meta.url));
const unread = new Set(process.argv.slice(2));

function* linesOf(): Generator<string> {
  for (const folder of ['src', 'docs', 'samples', 'tests']) yield* linesIn(`${root}${folder}`);
  for (const name of readdirSync(`${root}bench/proofreading/held-out`)) if (!unread.has(name)) yield* readFileSync(`${root}bench/proofreading/held-out/${name}`, 'utf8').replaceAll(mark, '$2').split('\n');
  for (const name of readdirSync(prose).toSorted()) if (name.endsWith('.txt')) yield* readFileSync(new URL(name, prose), 'utf8').split('\n');
  for (const name of ['clean-plan.txt', 'clean-report.txt']) yield* readFileSync(`${root}bench/proofreading/${name}`, 'utf8').split('\n');
}

function* linesIn(folder: string): Generator<string> {
  for (const name of readdirSync(folder).toSorted()) {
    const path = `${folder}/${name}`;
    if (excluded.test(path)) continue;
    if (statSync(path).isDirectory()) yield* linesIn(path);
    else if (/\.(?:md|tsx?|yaml)$/.test(name)) for (const [found] of readFileSync(path, 'utf8').matchAll(/[一-龠々ぁ-んァ-ヶー０-９0-9、。「」（）・％]{8,}/g)) yield found;
  }
}

const [three, four] = [new Map<string, number>(), new Map<string, number>()];
for (const line of linesOf()) {
  for (const sentence of line.split(/(?<=。)/)) {
    const { marks } = kanaRunOf(sentence);
    for (let index = 0; index < marks.length; index += 1) for (const [length, counts] of [[3, three], [4, four]] as const) {
      const words = marks.slice(index, index + length).join('');
      if (index + length <= marks.length && /[ぁ-ん]/.test(words)) counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
}

/** Sequences under their beginning: 「する:こたと」. */
function packed(counts: ReadonlyMap<string, number>, least: number): string {
  const byStart = Map.groupBy([...counts].filter(([, count]) => count >= least).map(([words]) => words).toSorted(), (words) => words.slice(0, -1));
  return [...byStart].map(([start, all]) => `${start}${all.map((words) => words.at(-1)).join('')}`).join(' ').replaceAll('`', '').replaceAll('\\', '').replaceAll('${', '');
}

const rows = (text: string): string => text.replace(/.{1,1600}(?: |$)/g, (row) => `${row.trimEnd()}\n`);
writeFileSync(`${root}src/domain/proofreading/sentence/kana-sequences.ts`, `// Made by bench/proofreading/write-kana-sequences.ts; not to be edited by hand.
// A word is the beginning of a sequence and then every mark that may end it. 漢 stands for a run of kanji, ア for katakana, １ for digits, Ａ for
// Latin letters, ^ and $ for the edges of a sentence.

/** Every sequence of three that was met. */
export const threes = \`
${rows(packed(three, 1))}\`;

/** Sequences of four that were met four times or more. */
export const fours = \`
${rows(packed(four, 4))}\`;

/** Sequences of four that were met fifteen times or more. */
export const often = \`
${rows(packed(four, 15))}\`;
`);
