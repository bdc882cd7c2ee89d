// npm run bench:proofreading
import { isInCp932 } from '../../src/documents/characters/cp932.ts';
import { isInPdfFont } from '../../src/documents/characters/font-characters.ts';
import { loadTokenizer } from '../../src/documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../../src/domain/proofreading/manuscript.ts';
import { proofread, proofreadParagraph } from '../../src/domain/proofreading/proofread.ts';
import type { Tools } from '../../src/domain/proofreading/reading.ts';
import { usualKana } from '../../src/domain/proofreading/sentence/usual-kana.ts';
import { caseUsage } from '../../src/domain/proofreading/usage/case-usage.ts';
import { countedUsage } from '../../src/domain/proofreading/usage/counted-usage.ts';
import { wordUsage } from '../../src/domain/proofreading/usage/word-usage.ts';
import { cleanFindings } from './clean.ts';
import { injectAll } from './inject.ts';
import { recallOf } from './recall.ts';
import { komae2020 } from './sample.ts';

const rss = (): number => Math.round(process.memoryUsage().rss / 1e6);
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(0)} %`;
const timed = <T>(work: () => T): [T, number] => {
  const start = performance.now();
  return [work(), performance.now() - start];
};

const before = rss();
const [tokenize, loading] = timed(loadTokenizer);
const tools: Tools = { tokenize, exchangeable: isInCp932, printable: isInPdfFont };
const [, tables] = timed(() => [isInCp932('あ'), isInPdfFont('あ')]);
const [, counts] = timed(() => [countedUsage(), caseUsage(), wordUsage(), usualKana()]);
console.log(`Loading: tokeniser ${loading.toFixed(0)} ms, character tables ${tables.toFixed(0)} ms, tables of counts ${counts.toFixed(0)} ms; memory ${before} → ${rss()} MB`);

const manuscript = manuscriptOf(komae2020());
const characters = manuscript.texts.reduce((sum, { text }) => sum + text.length, 0);
const [findings, first] = timed(() => proofread(manuscript, tools));
const runs = Array.from({ length: 5 }, () => timed(() => proofread(manuscript, tools))[1]).toSorted((a, b) => a - b);
const places = findings.reduce((sum, finding) => sum + finding.places.length, 0);
console.log(`\nKomae 2020: ${characters} characters, ${findings.length} findings at ${places} places, ${((1000 * findings.length) / characters).toFixed(2)} findings per 1,000 characters`);
console.log(`Whole report: first ${first.toFixed(0)} ms, then ${runs[2]!.toFixed(0)} ms at the median; memory ${rss()} MB`);
for (const level of ['error', 'advice', 'note']) console.log(`  ${level}: ${findings.filter((finding) => finding.level === level).length}`);

const paragraphs = manuscript.texts.filter(({ kind }) => kind === 'report').map((text) => timed(() => proofreadParagraph(text, tools))[1]).toSorted((a, b) => a - b);
console.log(`One paragraph while writing: ${paragraphs[Math.floor(paragraphs.length / 2)]!.toFixed(1)} ms at the median, ${paragraphs[Math.floor(paragraphs.length * 0.99)]!.toFixed(1)} ms at the 99th percentile, ${paragraphs.at(-1)!.toFixed(1)} ms at most`);

const recall = recallOf(manuscript, findings);
console.log(`\nRecall on the examples: ${recall.filter((entry) => entry.findings.length > 0).length} of ${recall.length}`);
for (const { example, findings: touching, located } of recall) {
  console.log(`  ${touching.length > 0 ? '+' : located ? '-' : '?'} ${example.kind.padEnd(9)} ${example.a.slice(0, 34)}  ${[...new Set(touching.map(({ rule }) => rule))].join(', ')}`);
}

console.log('\nInjected slips (found by any rule at the place / found by a rule made for the kind):');
let found = 0;
let total = 0;
for (const { kind, injected, touched, named } of injectAll(tools)) {
  found += named;
  total += injected;
  console.log(`  ${kind.padEnd(28)} ${String(injected).padStart(4)}  ${percent(touched, injected).padStart(6)} ${percent(named, injected).padStart(6)}`);
}
console.log(`  all: ${found} of ${total} (${percent(found, total)})`);

const clean = cleanFindings(tools);
console.log(`\nClean prose: ${clean.sentences} sentences, ${clean.characters} characters, ${clean.findings.length} findings, ${((1000 * clean.findings.length) / clean.characters).toFixed(2)} per 1,000 characters`);
for (const { rule, level, quote } of clean.findings) console.log(`  [${level}] ${rule}「${quote}」`);
