import { readFigure } from '../indicator/figure.ts';
import type { Indicator } from '../indicator/indicator.ts';
import type { Problem } from '../problem/problem.ts';
import type { Paragraph } from '../report/paragraph.ts';
import { checkLines } from './check-lines.ts';
import { type IndicatorAnswer, indicatorProblems } from './indicator-answer.ts';
import { fieldNames, type Round } from './round.ts';

/** What came of an item: reported on, or one of the proper answers that nothing was done. Source: product.md, rule 8. */
export type Outcome = 'reported' | 'not-considered' | 'cancelled' | 'postponed';

export const outcomeNames: Readonly<Record<Outcome, string>> = { reported: '取り組んだ', 'not-considered': '検討なし', cancelled: '中止', postponed: '見合わせ' };

/** Effect amounts of different kinds are never added to each other. Source: product.md, rule 12. */
export interface EffectAmount {
  readonly kind: 'single-year' | 'recurring' | 'cumulative';
  /** As typed: 1,224,000円. */
  readonly printed: string;
  /** How it was worked out (算出方法). */
  readonly method: string;
}

export const effectKindNames: Readonly<Record<EffectAmount['kind'], string>> = { 'single-year': '単年度', recurring: '毎年度', cumulative: '累計' };

/** A department's answer about an item, as typed. */
export interface ItemAnswer {
  readonly kind: 'item';
  readonly outcome: Outcome;
  /** 取組状況: paragraphs apart by line breaks; a line that begins with ・ belongs to a list. For other outcomes, the reason. */
  readonly text: string;
  readonly selfAssessment: string | null;
  readonly issues: string;
  readonly nextYear: string;
  readonly effects: readonly EffectAmount[];
  /** Answers to instructions of headquarters, by the id of the instruction. */
  readonly instructionAnswers: Readonly<Record<string, string>>;
}

export type Answer = ItemAnswer | IndicatorAnswer;

export const emptyItemAnswer: ItemAnswer = { kind: 'item', outcome: 'reported', text: '', selfAssessment: null, issues: '', nextYear: '', effects: [], instructionAnswers: {} };

/** The paragraphs of a text as typed: each line that is not empty is one; a line that begins with ・ is a line of a list. */
export function paragraphsOf(text: string, department: string | null): Paragraph[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
    .map((line, index) => ({ id: `p${index + 1}`, kind: line.startsWith('・') ? 'item' : 'text', text: line, department }));
}

/** What stands beside an answer and decides with it whether it is complete. */
export interface AnswerSurroundings {
  /** Instructions of headquarters that must be answered, by id. */
  readonly instructionIds: readonly string[];
  /** How many evidence files are attached to it. */
  readonly evidence: number;
  /** The series of the indicator; none for an item. */
  readonly series: Indicator['series'];
}

/** Everything that keeps an answer from being submitted, each with its field as path; empty when it is complete and right. */
export function answerProblems(answer: Answer, round: Pick<Round, 'asked' | 'scale'>, { instructionIds, evidence, series }: AnswerSurroundings): Problem[] {
  if (answer.kind === 'indicator') return indicatorProblems(answer, series);
  const problems = itemProblems(answer, round, instructionIds);
  if (round.asked.evidence === 'required' && evidence === 0) {
    problems.push({ code: 'missing', path: ['evidence'], message: `「${fieldNames.evidence}」が添えられていません。`, fix: 'ファイルを選んで、加えてください。' });
  }
  return problems;
}

function itemProblems(answer: ItemAnswer, { asked, scale }: Pick<Round, 'asked' | 'scale'>, instructionIds: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const missing = (field: string, name: string) => problems.push({ code: 'missing', path: [field], message: `「${name}」が書かれていません。`, fix: `${name}を書いてください。` });
  if (answer.text.trim() === '') {
    if (answer.outcome === 'reported') problems.push({ code: 'missing', path: ['text'], message: '「取組状況」が書かれていません。', fix: '取組状況を書くか、検討なし・中止・見合わせを選んで理由を書いてください。' });
    else problems.push({ code: 'missing', path: ['text'], message: `「${outcomeNames[answer.outcome]}」の理由が書かれていません。`, fix: '理由を書いてください。' });
  }
  if (asked.selfAssessment === 'required' && !answer.selfAssessment) missing('selfAssessment', fieldNames.selfAssessment);
  if (answer.selfAssessment && !scale.some(({ id }) => id === answer.selfAssessment)) {
    problems.push({ code: 'unknown-step', path: ['selfAssessment'], message: '自己評価が選択肢にありません。', fix: '選択肢から選んでください。' });
  }
  if (asked.issues === 'required' && answer.issues.trim() === '') missing('issues', fieldNames.issues);
  if (asked.nextYear === 'required' && answer.nextYear.trim() === '') missing('nextYear', fieldNames.nextYear);
  if (asked.effects === 'required' && answer.effects.length === 0) missing('effects', fieldNames.effects);
  answer.effects.forEach(({ printed, method }, index) => {
    if (readFigure(printed)?.value === undefined || readFigure(printed)?.value === null) {
      problems.push({ code: 'unreadable-figure', path: ['effects', index, 'printed'], message: `効果額「${printed}」を金額として読み取れません。`, fix: '「1,224,000円」のように書いてください。' });
    }
    if (method.trim() === '') problems.push({ code: 'missing', path: ['effects', index, 'method'], message: '効果額の算出方法が書かれていません。', fix: '算出方法を書いてください。' });
  });
  for (const id of instructionIds) {
    if ((answer.instructionAnswers[id] ?? '').trim() === '') problems.push({ code: 'missing', path: ['instructionAnswers', id], message: '本部指示への回答が書かれていません。', fix: '本部指示への回答を書いてください。' });
  }
  for (const field of ['text', 'issues', 'nextYear'] as const) checkLines(answer[field], field, problems);
  return problems;
}
