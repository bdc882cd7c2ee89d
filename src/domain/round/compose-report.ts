import type { Edition } from '../edition/edition.ts';
import type { FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import type { ReportedParagraph } from '../report/paragraph.ts';
import type { NodeReport, YearReport } from '../report/year-report.ts';
import { type Answer, outcomeNames, paragraphsOf } from './answer.ts';
import { type ApprovedAnswer, withApproval } from './approved-answer.ts';
import { composeMeasurements } from './compose-measurements.ts';
import type { ReviewMark } from './review-mark.ts';
import type { PlannedRequest } from './round.ts';

/** An answer that the secretariat has accepted. */
export interface AcceptedAnswer extends PlannedRequest {
  readonly answer: Answer;
  /** What the head of the department approved; null where nothing is known of it. */
  readonly approved: ApprovedAnswer | null;
}

export interface ComposedReport {
  readonly report: YearReport;
  readonly review: readonly ReviewMark[];
}

/**
 * The year's report out of the accepted answers, given in the order of their requests. What no answer says (preface, notes that
 * nobody wrote anew) is carried over from the last edition and marked for review.
 */
export function composeReport(plan: Plan, fiscalYear: FiscalYear, accepted: readonly AcceptedAnswer[], last: Edition | null): ComposedReport {
  const review: ReviewMark[] = [];
  for (const { id, heading } of last?.preface ?? []) review.push({ place: 'preface', id, message: `前文「${heading}」は、前回の公表版の文章をそのまま引き継いでいます。年度や日付を確かめてください。` });
  for (const { mark } of last?.notes ?? []) review.push({ place: 'notes', id: mark, message: `注「${mark}」は、前回の公表版の文章をそのまま引き継いでいます。今年度の値に合うか確かめてください。` });
  const answered = plan.indicators.flatMap((indicator) => {
    const found = accepted.find(({ subject }) => subject.kind === 'indicator' && subject.id === indicator.id);
    return found?.answer.kind === 'indicator' ? [{ indicator, answer: found.answer }] : [];
  });
  const report: YearReport = {
    planId: plan.id, fiscalYear, editionNumber: 1, issuedOn: null, correctionReason: null, preface: last?.preface ?? [], opinions: [], decisions: [],
    ...composeMeasurements({ plan, fiscalYear, last }, answered, review),
    reports: composeNodes(plan, accepted, review),
  };
  return { report, review };
}

/** The cell 推進部署: the owners of the plan, and in brackets behind a collective who reported for it this year. */
export function printResponsible({ responsible }: Pick<PlanNode, 'responsible'>, reporters: readonly string[], departments: Plan['departments']): string {
  const nameOf = (id: string): string => departments.find((department) => department.id === id)?.name ?? id;
  const first = responsible.findIndex((owner) => 'collective' in owner);
  return responsible.map((owner, index) => {
    if ('department' in owner) return nameOf(owner.department);
    // With several collectives nothing says who reported for which; they stand behind the first.
    return index === first && reporters.length > 0 ? `${owner.collective}（${reporters.map(nameOf).join('／')}）` : owner.collective;
  }).join('／');
}

function composeNodes(plan: Plan, accepted: readonly AcceptedAnswer[], review: ReviewMark[]): NodeReport[] {
  const lowest = plan.levels.at(-1)?.id;
  const byNode = Map.groupBy(accepted.filter(({ subject }) => subject.kind === 'node'), ({ subject }) => subject.id);
  return plan.nodes.filter(({ level }) => level === lowest).flatMap((node) => {
    // A relisting is not asked: its text is that of its original.
    const answers = byNode.get(node.relistingOf ?? node.id) ?? [];
    if (answers.length === 0) return [];
    // Where the plan names nobody beside a relisting, those of its original answer for it.
    const owned = node.responsible.length === 0 ? (plan.nodes.find(({ id }) => id === node.relistingOf) ?? node) : node;
    const collective = owned.responsible.some((owner) => 'collective' in owner);
    const reporters = collective ? answers.filter(({ capacity }) => capacity === 'for-collective').map(({ department }) => department) : [];
    const paragraphs = answers.flatMap(({ answer, department, approved }) => (answer.kind === 'item' ? withApproval(paragraphsOf(answer.text, department), approved) : []));
    if (node.relistingOf === null) markOutcomes(node, answers, plan, review);
    return [{ nodeId: node.id, responsiblePrinted: printResponsible(owned, reporters, plan.departments), reporters, paragraphs: paragraphs.map(printable) }];
  });
}

/** 検討なし, 中止 and 見合わせ stand in the report as their reason. A reason that does not say so itself is worth a look. */
function markOutcomes({ id, number }: PlanNode, answers: readonly AcceptedAnswer[], { departments }: Plan, review: ReviewMark[]): void {
  for (const { answer, department } of answers) {
    if (answer.kind !== 'item' || answer.outcome === 'reported') continue;
    const name = departments.find((candidate) => candidate.id === department)?.name ?? department;
    review.push({ place: 'node', id, message: `${number}：${name}の回答は「${outcomeNames[answer.outcome]}」です。理由の文章だけで伝わるか確かめてください。` });
  }
}

/** Paragraphs of several departments get ids of one sequence. A tab has no place in print. */
function printable(paragraph: ReportedParagraph, index: number): ReportedParagraph {
  return { ...paragraph, id: `p${index + 1}`, text: paragraph.text.replaceAll('\t', ' ') };
}
