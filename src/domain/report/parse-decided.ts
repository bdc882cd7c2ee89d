import { isCalendarDate } from '../fiscal-year/fiscal-year.ts';
import { notADate } from '../indicator/parse-figure.ts';
import type { DecisionRow, OpinionRow, SubjectRow } from '../plan/plan-bundle.ts';
import type { Plan } from '../plan/plan.ts';
import type { Path, Problem } from '../problem/problem.ts';
import { checkText } from './parse-paragraphs.ts';
import type { ReportedDecision } from './reported-decision.ts';
import type { ReportedOpinion } from './reported-opinion.ts';

/** The opinions of a report with every problem in them. Departments need not be in the plan: they may be gone since. */
export function parseOpinions(rows: readonly OpinionRow[], plan: Plan, path: Path, problems: Problem[]): ReportedOpinion[] {
  noteRepeats(rows, path, problems);
  return rows.map((row, index): ReportedOpinion => {
    const place = [...path, index];
    checkSubject(row.subject, plan, [...place, 'subject'], problems);
    checkAll(row.paragraphs, [...place, 'paragraphs'], problems);
    if (row.bodyName) checkText(row.bodyName, [...place, 'bodyName'], problems);
    for (const day of ['statedOn', 'decidedOn'] as const) checkDay(row[day], [...place, day], problems);
    row.responses?.forEach((response, position) => {
      const at = [...place, 'responses', position];
      checkAll(response.paragraphs, [...at, 'paragraphs'], problems);
      checkDay(response.respondedOn, [...at, 'respondedOn'], problems);
      checkText(response.department.name, [...at, 'department', 'name'], problems);
    });
    return opinionFromRow(row);
  });
}

/** The decisions of headquarters in a report with every problem in them. */
export function parseDecisions(rows: readonly DecisionRow[], plan: Plan, path: Path, problems: Problem[]): ReportedDecision[] {
  noteRepeats(rows, path, problems);
  return rows.map((row, index): ReportedDecision => {
    const place = [...path, index];
    checkSubject(row.subject, plan, [...place, 'subject'], problems);
    checkText(row.title, [...place, 'title'], problems);
    checkText(row.meeting.title, [...place, 'meeting', 'title'], problems);
    checkDay(row.meeting.heldOn, [...place, 'meeting', 'heldOn'], problems);
    checkAll(row.paragraphs, [...place, 'paragraphs'], problems);
    if (row.assessment) checkText(row.assessment, [...place, 'assessment'], problems);
    row.explanation?.forEach((text, position) => checkText(text, [...place, 'explanation', position], problems));
    row.instructions?.forEach(({ paragraphs, departments }, position) => {
      checkAll(paragraphs, [...place, 'instructions', position, 'paragraphs'], problems);
      departments.forEach(({ name }, at) => checkText(name, [...place, 'instructions', position, 'departments', at, 'name'], problems));
    });
    return decisionFromRow(row);
  });
}

/** A row that was checked, with its defaults. */
export function opinionFromRow(row: OpinionRow): ReportedOpinion {
  return { ...row, subject: row.subject ?? null, bodyName: row.bodyName ?? null, responses: row.responses ?? [] };
}

export function decisionFromRow(row: DecisionRow): ReportedDecision {
  return { ...row, subject: row.subject ?? null, assessment: row.assessment ?? null, explanation: row.explanation ?? [], instructions: row.instructions ?? [] };
}

function checkSubject(row: SubjectRow | null | undefined, { nodes, indicators }: Plan, path: Path, problems: Problem[]): void {
  if (!row) return;
  const known = row.kind === 'node' ? nodes : indicators;
  if (!known.some(({ id }) => id === row.id)) {
    problems.push({ code: row.kind === 'node' ? 'unknown-node' : 'unknown-indicator', path: [...path, 'id'], message: `対象「${row.id}」が計画にありません。`, fix: '計画の体系（tree）と指標（indicators）の識別子を確かめてください。' });
  }
}

function checkAll(paragraphs: readonly string[], path: Path, problems: Problem[]): void {
  if (paragraphs.length === 0) checkText('', path, problems);
  paragraphs.forEach((text, index) => checkText(text, [...path, index], problems));
}

function checkDay(day: string, path: Path, problems: Problem[]): void {
  if (!isCalendarDate(day)) problems.push(notADate(day, path));
}

function noteRepeats(rows: readonly { readonly id: string }[], path: Path, problems: Problem[]): void {
  rows.forEach(({ id }, index) => {
    if (rows.findIndex((other) => other.id === id) !== index) problems.push({ code: 'duplicate-id', path: [...path, index, 'id'], message: `識別子「${id}」が重複しています。`, fix: '一つずつ異なる識別子を付けてください。' });
  });
}
