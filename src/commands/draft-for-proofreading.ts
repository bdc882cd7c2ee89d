import { loadEarlierEdition } from '../database/earlier-edition.ts';
import { loadPlanOfYear } from '../database/department-store.ts';
import { listBoard, type RequestSummary } from '../database/request-store.ts';
import { listAnswersOfRound } from '../database/round-answers.ts';
import type { ReadTransaction } from '../database/transaction.ts';
import { loadYearReport } from '../database/year-report-store.ts';
import { buildEdition } from '../domain/edition/build-edition.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { Answer } from '../domain/round/answer.ts';
import { composeReport } from '../domain/round/compose-report.ts';
import { writtenLines } from '../domain/round/written-lines.ts';

/** Where in an answer a text of the draft was written. */
export interface WrittenPlace {
  readonly requestId: string;
  /** The version that was read; a correction is made on it. */
  readonly version: number | null;
  readonly field: 'text' | 'printed';
  /** Where the text begins in the field. Offset in UTF-16 code units. */
  readonly start: number;
}

export interface ProofreadingDraft {
  readonly edition: Edition;
  readonly previous: Edition | null;
  /** The answers by the path of each text that stands in one: nodes/i04/report#p3. */
  readonly written: ReadonlyMap<string, WrittenPlace>;
  readonly requests: ReadonlyMap<string, RequestSummary>;
  /** How many answers are not in the draft, because no section head has approved them yet. */
  readonly waiting: number;
}

/** The report as the approved and accepted answers make it, to be proofread before it is published. Stores nothing. */
export async function draftForProofreading(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<ProofreadingDraft | undefined> {
  const plan = await loadPlanOfYear(trx, planId, fiscalYear);
  const board = await listBoard(trx, planId, fiscalYear);
  if (!plan || board.length === 0) return undefined;
  const requests = new Map<string, RequestSummary>(board.map((request) => [request.id, request]));
  const answers = await listAnswersOfRound(trx, planId, fiscalYear);
  const ready = answers.flatMap(({ id, state, request, answer }) => ((state === 'accepted' || state === 'approved') && answer ? [{ ...request, id, answer, approved: null }] : []));
  const previous = await loadEarlierEdition(trx, planId, fiscalYear);
  const { report } = composeReport(plan, fiscalYear, ready, previous);
  const kept = await loadYearReport(trx, planId, fiscalYear);
  const edition = buildEdition(plan, kept ? { ...report, preface: kept.preface, notes: kept.notes } : report);
  return { edition, previous, requests, waiting: answers.length - ready.length, written: writtenIn(edition, ready, requests) };
}

function writtenIn(edition: Edition, answers: readonly { readonly id: string; readonly subject: { readonly kind: string; readonly id: string }; readonly answer: Answer }[], requests: ReadonlyMap<string, RequestSummary>): Map<string, WrittenPlace> {
  const written = new Map<string, WrittenPlace>();
  const version = (id: string) => requests.get(id)?.currentVersion ?? null;
  for (const { id: nodeId, relistingOf, report } of edition.nodes) {
    if (!report) continue;
    const lines = answers.filter(({ subject }) => subject.kind === 'node' && subject.id === (relistingOf ?? nodeId))
      .flatMap(({ id, answer }) => (answer.kind === 'item' ? writtenLines(answer.text).map(({ start }) => ({ requestId: id, start })) : []));
    report.paragraphs.forEach((paragraph, index) => {
      const line = lines[index];
      if (line) written.set(`nodes/${nodeId}/report#${paragraph.id}`, { ...line, version: version(line.requestId), field: 'text' });
    });
  }
  for (const { id, subject } of answers) {
    if (subject.kind === 'indicator') written.set(`indicators/${subject.id}#measurement`, { requestId: id, version: version(id), field: 'printed', start: 0 });
  }
  return written;
}
