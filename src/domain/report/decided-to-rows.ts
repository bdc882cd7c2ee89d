import type { DecisionRow, OpinionRow } from '../plan/plan-bundle.ts';
import type { ReportedDecision } from './reported-decision.ts';
import type { ReportedOpinion } from './reported-opinion.ts';

/** An opinion as a clerk writes it: the inverse of `parseOpinions`. What has its default is left out. */
export function opinionToRow({ id, fiscalYear, subject, body, bodyName, statedOn, paragraphs, responses, decidedOn }: ReportedOpinion): OpinionRow {
  return {
    id, fiscalYear, ...(subject !== null && { subject: { ...subject } }), body, ...(bodyName !== null && { bodyName }), statedOn, paragraphs: [...paragraphs], decidedOn,
    ...(responses.length > 0 && { responses: responses.map((response) => ({ ...response, department: { ...response.department }, paragraphs: [...response.paragraphs] })) }),
  };
}

/** A decision of headquarters as a clerk writes it: the inverse of `parseDecisions`. */
export function decisionToRow({ id, subject, title, meeting, paragraphs, assessment, explanation, instructions }: ReportedDecision): DecisionRow {
  return {
    id, ...(subject !== null && { subject: { ...subject } }), title, meeting: { ...meeting }, paragraphs: [...paragraphs],
    ...(assessment !== null && { assessment }), ...(explanation.length > 0 && { explanation: [...explanation] }),
    ...(instructions.length > 0 && { instructions: instructions.map(({ departments, paragraphs: order, answerIn }) => ({ departments: departments.map((department) => ({ ...department })), paragraphs: [...order], answerIn })) }),
  };
}
