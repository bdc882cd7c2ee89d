// node bench/proofreading/held-out.ts [name] : recall and precision on prose that was written apart from the rules.
// A slip stands in the text as 〔wrong→right：kind〕; both copies are read, the clean one and the one with all its slips.
import { readdirSync, readFileSync } from 'node:fs';
import { isInCp932 } from '../../src/documents/characters/cp932.ts';
import { isInPdfFont } from '../../src/documents/characters/font-characters.ts';
import { loadTokenizer } from '../../src/documents/tokenizer/tokenizer.ts';
import type { Finding } from '../../src/domain/proofreading/finding.ts';
import type { Manuscript } from '../../src/domain/proofreading/manuscript.ts';
import { proofread } from '../../src/domain/proofreading/proofread.ts';
import type { Tools } from '../../src/domain/proofreading/reading.ts';
import { wilson } from './wilson.ts';

interface Slip { readonly path: string; readonly start: number; readonly end: number; readonly kind: string; readonly wrong: string; readonly right: string }

const folder = new URL('held-out/', import.meta.url);
const tools: Tools = { tokenize: loadTokenizer(), exchangeable: isInCp932, printable: isInPdfFont };
/** Not a slip: a place that is read as right in both copies. */
const control = '対照用';

const mark = /〔([^〕→]*)→([^〕]*)：([^：〕]*)〕/g;

function manuscriptsOf(name: string): { clean: Manuscript; slipped: Manuscript; slips: Slip[] } {
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n').filter((line) => line !== '');
  const slips: Slip[] = [];
  const pathOf = (index: number) => `nodes/n${index + 1}/report#p1`;
  const asManuscript = (texts: readonly string[]): Manuscript => ({ texts: texts.map((text, index) => ({ path: pathOf(index), nodeId: `n${index + 1}`, kind: 'report', paragraph: 'p1', item: false, text })), edition: null, previous: null });
  const slipped = lines.map((line, index) => {
    let text = '';
    let from = 0;
    for (const { 0: whole, 1: wrong = '', 2: right = '', 3: kind = '', index: at } of line.matchAll(mark)) {
      text += line.slice(from, at);
      from = at + whole.length;
      if (kind !== control) slips.push({ path: pathOf(index), start: text.length, end: text.length + wrong.length, kind, wrong, right });
      text += kind === control ? right : wrong;
    }
    return text + line.slice(from);
  });
  return { clean: asManuscript(lines.map((line) => line.replaceAll(mark, '$2'))), slipped: asManuscript(slipped), slips };
}

const touches = (slip: Slip) => ({ places }: Finding) => places.some(({ path, start, end }) => path === slip.path && start < slip.end + 1 && slip.start - 1 < end);
const print = (finding: Finding, { texts }: Manuscript) => {
  const { path, start, end } = finding.places[0]!;
  const text = texts.find((candidate) => candidate.path === path)?.text ?? '';
  console.log(`    [${finding.level}] ${finding.rule}「${finding.quote}」${finding.suggestion === undefined ? '' : `→「${finding.suggestion}」`}（${finding.places.length}）…${text.slice(Math.max(0, start - 15), start)}【${text.slice(start, end)}】${text.slice(end, end + 15)}…`);
};

const kinds = new Map<string, { found: number; all: number }>();
let characters = 0;
let onSlips = 0;
let elsewhere = 0;
let onClean = 0;
for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt') && file.includes(process.argv[2] ?? '')).toSorted()) {
  const { clean, slipped, slips } = manuscriptsOf(name);
  const findings = proofread(slipped, tools);
  characters += clean.texts.reduce((sum, { text }) => sum + text.length, 0);
  console.log(`\n${name}: slips that were not found`);
  for (const slip of slips) {
    const count = kinds.get(slip.kind) ?? { found: 0, all: 0 };
    kinds.set(slip.kind, count);
    count.all += 1;
    if (findings.some(touches(slip))) count.found += 1;
    else console.log(`    ${slip.kind}：${slip.wrong}（${slip.right}）`);
  }
  const away = findings.filter((finding) => !slips.some((slip) => touches(slip)(finding)));
  onSlips += findings.length - away.length;
  elsewhere += away.length;
  console.log(`  findings away from every slip`);
  for (const finding of away) print(finding, slipped);
  const ofClean = proofread(clean, tools);
  onClean += ofClean.length;
  console.log(`  findings on the clean copy`);
  for (const finding of ofClean) print(finding, clean);
}
const sum = [...kinds.values()].reduce((total, { found, all }) => ({ found: total.found + found, all: total.all + all }), { found: 0, all: 0 });
console.log('\nRecall by kind');
for (const [kind, { found, all }] of [...kinds].toSorted(([, a], [, b]) => b.all - a.all)) console.log(`  ${kind}　${found}/${all}`);
console.log(`  all　${sum.found}/${sum.all}（${wilson(sum.found, sum.all)}）`);
console.log(`Findings on the slipped copy: ${onSlips} on slips, ${elsewhere} elsewhere (${((100 * onSlips) / (onSlips + elsewhere)).toFixed(0)} % on slips)`);
console.log(`Clean copy: ${characters} characters, ${onClean} findings, ${((1000 * onClean) / characters).toFixed(2)} per 1,000 characters`);
