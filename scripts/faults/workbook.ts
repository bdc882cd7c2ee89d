// The long run beside the quick tests: changes workbooks of every make at random, reads each, and stops at the first fault with its
// seed; then the heaviest files, through the child and under its limits.
// Use: node --import ./scripts/jsx.mjs scripts/faults/workbook.ts [files] [seed]
import fc from 'fast-check';
import { foreignWorkbooks } from '../../src/documents/workbook/foreign-workbooks.testing.ts';
import { minimalWorkbook } from '../../src/documents/workbook/minimal-workbook.testing.ts';
import { readWorkbook } from '../../src/documents/workbook/read-workbook.ts';
import { sampleWorkbook } from '../../src/documents/workbook/sample-workbook.testing.ts';
import { FilledIn } from '../../src/documents/survey-workbook/filled-in.testing.ts';
import { fullSurvey } from '../../src/documents/survey-workbook/sample-survey.testing.ts';
import { writeSurveyWorkbook } from '../../src/documents/survey-workbook/write-survey-workbook.ts';
import { knownRoundOf } from '../../src/domain/survey/known-round.testing.ts';
import { expectSurveyAnswer, expectWorkbookAnswer, mutateWorkbook, workbookMutation } from '../../tests/workbook-mutations.ts';

const [files = '12000', given] = process.argv.slice(2);
const seed = given === undefined ? Math.trunc(performance.timeOrigin) % 2 ** 31 : Number(given);
/** One in so many goes through the child process, as in the product. */
const childEvery = 40;

const bases = [sampleWorkbook()];
for (const { make } of foreignWorkbooks) bases.push(await make());
const counts = { refused: 0, problems: 0, plan: 0 };
let done = 0;
let slowest = 0;
const started = performance.now();
await fc.assert(
  fc.asyncProperty(fc.nat(bases.length - 1), fc.array(workbookMutation, { minLength: 1, maxLength: 4 }), async (base, mutations) => {
    const before = performance.now();
    counts[await expectWorkbookAnswer(mutateWorkbook(bases[base]!, mutations), done % childEvery === 0)] += 1;
    slowest = Math.max(slowest, performance.now() - before);
    done += 1;
  }),
  { seed, numRuns: Number(files) },
);
console.log(`${done} changed workbooks in ${((performance.now() - started) / 1000).toFixed(0)} s: ${counts.refused} refused in a sentence, ${counts.problems} with their problems, ${counts.plan} read as a plan; slowest ${slowest.toFixed(0)} ms; seed ${seed}`);

const survey = fullSurvey();
const known = knownRoundOf([survey]);
const surveys = [await writeSurveyWorkbook(survey), (await FilledIn.open(await writeSurveyWorkbook(survey))).write('progress', '02', 'text', '書いた。').save()];
const surveyCounts = { refused: 0, problems: 0, answers: 0 };
done = 0;
slowest = 0;
const startedSurveys = performance.now();
await fc.assert(
  fc.asyncProperty(fc.nat(surveys.length - 1), fc.array(workbookMutation, { minLength: 1, maxLength: 4 }), async (base, mutations) => {
    const before = performance.now();
    surveyCounts[await expectSurveyAnswer(mutateWorkbook(surveys[base]!, mutations), known, done % childEvery === 0)] += 1;
    slowest = Math.max(slowest, performance.now() - before);
    done += 1;
  }),
  { seed, numRuns: Number(files) },
);
console.log(`${done} changed survey workbooks in ${((performance.now() - startedSurveys) / 1000).toFixed(0)} s: ${surveyCounts.refused} refused in a sentence, ${surveyCounts.problems} with their problems, ${surveyCounts.answers} read as answers; slowest ${slowest.toFixed(0)} ms; seed ${seed}`);

const row = (cell: string, count: number) => `<row>${cell.repeat(count)}</row>`;
const heavy: [string, () => Uint8Array][] = [
  ['six million cells with numbers', () => minimalWorkbook({ sheets: [{ sheetData: row('<c><v>1</v></c>', 6000).repeat(1000) }] })],
  ['six million blank cells', () => minimalWorkbook({ sheets: [{ sheetData: row('<c s="1"/>', 6000).repeat(1000) }] })],
  ['a million merges', () => minimalWorkbook({ sheets: [{ rows: [['a']], merges: Array.from({ length: 1_000_000 }, (_, index) => `A${index + 1}:B${index + 1}`) }] })],
  ['twenty thousand tall merges', () => minimalWorkbook({ sheets: [{ rows: [['a']], merges: Array.from({ length: 16_000 }, (_, index) => `${columnOf(index)}1:${columnOf(index)}1048576`) }] })],
  ['a million strings', () => minimalWorkbook({ parts: { 'xl/sharedStrings.xml': `<sst>${'<si><t>あ</t></si>'.repeat(1_000_000)}</sst>` } })],
  ['a string of thirty million characters', () => minimalWorkbook({ parts: { 'xl/sharedStrings.xml': `<sst><si><t>${'あ'.repeat(30_000_000)}</t></si></sst>` } })],
  ['thirty million characters in pieces', () => minimalWorkbook({ parts: { 'xl/sharedStrings.xml': `<sst>${`<si><t>${'あ'.repeat(30_000)}</t></si>`.repeat(1000)}</sst>` } })],
  ['two hundred thousand cells with texts', () => minimalWorkbook({ sheets: [{ sheetData: row('<c t="inlineStr"><is><t>番号と題名</t></is></c>', 200).repeat(1000) }] })],
  ['a tag of forty million empty elements', () => minimalWorkbook({ sheets: [{ sheetData: '<a/>'.repeat(40_000_000) }] })],
  ['a text file of thirty megabytes', () => new TextEncoder().encode('番号,題名,担当課\n'.repeat(1_000_000))],
  ['a text file of quotes', () => new TextEncoder().encode('"'.repeat(20_000_001))],
  ['random bytes', () => crypto.getRandomValues(new Uint8Array(60_000))],
];
for (const [name, make] of heavy) {
  const bytes = make();
  const before = performance.now();
  const read = await readWorkbook(bytes);
  const seconds = (performance.now() - before) / 1000;
  if (seconds > 21) throw new Error(`${name}: ${seconds.toFixed(1)} s`);
  console.log(`${name} (${(bytes.length / 1_048_576).toFixed(1)} MB): ${read.ok ? `read, ${read.sheets.reduce((sum, { cells }) => sum + cells.length, 0)} cells` : read.problems[0]!.message} ${seconds.toFixed(1)} s`);
}

function columnOf(index: number): string {
  return index < 26 ? String.fromCodePoint(65 + index) : columnOf(Math.floor(index / 26) - 1) + String.fromCodePoint(65 + (index % 26));
}
