import { loadDepartmentHistory } from '../../database/department-store.ts';
import { listAnswersOfRound } from '../../database/round-answers.ts';
import type { ReadTransaction } from '../../database/transaction.ts';
import type { GivenInstruction } from '../../domain/headquarters/headquarters.ts';
import { lineOf, successorsOn } from '../../domain/organization/department-history.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { FollowedInstruction } from './follow-up-page.tsx';

/**
 * What came of each instruction: the answers in the round in which it was due, of the departments that it was given to or of those
 * that followed them. Where nobody was asked yet, who would answer today. Source: product.md, rule 9.
 */
export async function followInstructions(trx: ReadTransaction, { id: planId, municipality }: Plan, instructions: readonly GivenInstruction[]): Promise<FollowedInstruction[]> {
  const history = await loadDepartmentHistory(trx, municipality.code);
  const rounds = new Map<number, Awaited<ReturnType<typeof listAnswersOfRound>>>();
  for (const year of new Set(instructions.map(({ answerIn }) => answerIn))) rounds.set(year, await listAnswersOfRound(trx, planId, year));
  return instructions.map((instruction) => ({
    instruction,
    answers: instruction.departments.flatMap((department): FollowedInstruction['answers'] => {
      const line = lineOf(history, department);
      const found = (rounds.get(instruction.answerIn) ?? []).filter(({ request }) => line.includes(request.department) && request.subject.kind === 'node' && request.subject.id === instruction.nodeId);
      if (found.length === 0) return [{ department, answering: successorsOn(history, department, '9999-12-31'), requestId: null, state: null, text: '' }];
      return found.map(({ id, request, state, answer }) => ({
        department, answering: [request.department], requestId: id, state, text: answer?.kind === 'item' ? (answer.instructionAnswers[instruction.id] ?? '') : '',
      }));
    }),
  }));
}
