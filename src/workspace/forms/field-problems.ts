import type { Problem } from '../../domain/problem/problem.ts';
import type { FieldProblem } from '../../ui/form.tsx';

/** What a command found wrong, at the fields of its form. */
export function fieldProblems(problems: readonly Problem[]): FieldProblem[] {
  return problems.map(({ path, message }) => ({ field: String(path[0] ?? ''), message }));
}
