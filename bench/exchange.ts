import { receiveFiles } from '../src/documents/survey-workbook/receive-files.ts';
import { sampleSurvey } from '../src/documents/survey-workbook/sample-survey.testing.ts';
import { writeSurveyWorkbook } from '../src/documents/survey-workbook/write-survey-workbook.ts';
import { streamZip } from '../src/documents/zip/stream-zip.ts';
import { emptyItemAnswer } from '../src/domain/round/answer.ts';
import type { Survey } from '../src/domain/survey/survey.ts';
import { table, withSpread } from './statistics.ts';

const rounds = 7;
const items = 65;
const departments = 60;

/**
 * Survey workbooks out and back, as the product does it: each file is read in a child process with limits. Aims: a workbook
 * of 65 items in under a second, a zip of 60 departments in under ten.
 */
export async function benchExchange(): Promise<void> {
  const one = await writeSurveyWorkbook(surveyOf(items, 0));
  const zip = await zipOf(departments);
  const times: Record<'write' | 'read' | 'writeAll' | 'readAll', number[]> = { write: [], read: [], writeAll: [], readAll: [] };
  await timed(() => readWhole(one, '65.xlsx'));
  for (let round = 0; round < rounds; round += 1) {
    times.write.push(await timed(() => writeSurveyWorkbook(surveyOf(items, round))));
    times.read.push(await timed(() => readWhole(one, '65.xlsx')));
    times.writeAll.push(await timed(() => zipOf(departments)));
    times.readAll.push(await timed(() => readWhole(zip, 'all.zip')));
  }
  console.log(`\n## Exchange (median of ${rounds}, smallest–largest)\n`);
  console.log(table(['', 'ms', 'aim', 'kB'], [
    [`write a workbook of ${items} items`, withSpread(times.write), '', kilobytes(one)],
    [`read it in a child process`, withSpread(times.read), 'below 1,000', ''],
    [`write a zip of ${departments} workbooks`, withSpread(times.writeAll), '', kilobytes(zip)],
    [`read that zip, two children, file after file`, withSpread(times.readAll), 'below 10,000', ''],
  ]));
}

/** The sample's items over and over, each with an answer of some length. */
function surveyOf(count: number, seed: number): Survey {
  const survey = sampleSurvey('seisaku');
  const nodes = survey.items.filter(({ subject }) => subject.kind === 'node');
  return {
    ...survey,
    items: Array.from({ length: count }, (_, index) => ({
      ...nodes[index % nodes.length]!, requestId: String(index + 1 + seed * 1_000), number: String(index + 1).padStart(2, '0'), baseVersion: 1,
      answer: { ...emptyItemAnswer, text: `${index}件目の取組を実施し、市民の声を聴いて業務を見直した。`.repeat(10), issues: '人員の確保が課題である。', nextYear: '引き続き実施する。' },
    })),
  };
}

/** As a city hands it in: some items a department. */
async function zipOf(count: number): Promise<Uint8Array> {
  async function* files() {
    for (let index = 0; index < count; index += 1) yield { name: `照会_${index + 1}課.xlsx`, data: await writeSurveyWorkbook(surveyOf(8, index)) };
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of streamZip(files())) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

/** @throws when a file was not read: a bench of refusals measures nothing */
async function readWhole(bytes: Uint8Array, name: string): Promise<void> {
  for (const { workbook, problems } of await receiveFiles([{ name, bytes }])) if (!workbook) throw new Error(JSON.stringify(problems));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function kilobytes(bytes: Uint8Array): string {
  return String(Math.round(bytes.length / 1000));
}
