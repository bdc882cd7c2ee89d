import type { Edition } from '../domain/edition/edition.ts';
import { departmentById } from '../domain/edition/reading.ts';
import { approvalInWords } from '../domain/report/approval-in-words.ts';
import type { Paragraph, ReportedParagraph } from '../domain/report/paragraph.ts';

/** 執筆：政策室　承認：政策室長（代決）: who answers for a paragraph; null where the source says neither. */
export function answersFor(edition: Edition, paragraph: Paragraph | ReportedParagraph): string | null {
  const { department } = paragraph;
  const approval = 'approval' in paragraph ? paragraph.approval : null;
  const parts = [
    ...(department === null ? [] : [`執筆：${departmentById(edition, department)?.name ?? department}`]),
    ...(approval === null ? [] : [`承認：${approvalInWords(approval)}`]),
  ];
  return parts.length > 0 ? parts.join('　') : null;
}

/** Paragraphs that stand together and for which the same departments and posts answer. */
export interface AnsweredRun {
  readonly answers: string | null;
  readonly paragraphs: readonly Paragraph[];
}

export function answeredRuns(edition: Edition, paragraphs: readonly (Paragraph | ReportedParagraph)[]): AnsweredRun[] {
  const runs: { answers: string | null; paragraphs: Paragraph[] }[] = [];
  for (const paragraph of paragraphs) {
    const answers = answersFor(edition, paragraph);
    const last = runs.at(-1);
    if (last && last.answers === answers) last.paragraphs.push(paragraph);
    else runs.push({ answers, paragraphs: [paragraph] });
  }
  return runs;
}

/** Below a run of paragraphs. */
export function AnswersFor({ answers }: { answers: string | null }) {
  return answers === null ? null : <p class="note answers">{answers}</p>;
}
