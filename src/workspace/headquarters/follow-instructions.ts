import { listAnswersOfRound } from '../../database/round-answers.ts';
import type { ReadTransaction } from '../../database/transaction.ts';
import type { Instruction } from '../../domain/headquarters/headquarters.ts';
import type { FollowedInstruction } from './follow-up-page.tsx';

/** What came of each instruction: the answer of each department in the round in which it was due. */
export async function followInstructions(trx: ReadTransaction, planId: string, instructions: readonly Instruction[]): Promise<FollowedInstruction[]> {
  const rounds = new Map<number, Awaited<ReturnType<typeof listAnswersOfRound>>>();
  for (const year of new Set(instructions.map(({ answerIn }) => answerIn))) rounds.set(year, await listAnswersOfRound(trx, planId, year));
  return instructions.map((instruction) => ({
    instruction,
    answers: instruction.departments.map((department) => {
      const found = (rounds.get(instruction.answerIn) ?? []).find(({ request }) => request.department === department && request.subject.kind === 'node' && request.subject.id === instruction.nodeId);
      const text = found?.answer?.kind === 'item' ? (found.answer.instructionAnswers[instruction.id] ?? '') : '';
      return { department, requestId: found?.id ?? null, state: found?.state ?? null, text };
    }),
  }));
}
