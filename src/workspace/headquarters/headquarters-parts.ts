import type { Problem } from '../../domain/problem/problem.ts';
import type { FieldProblem } from '../../ui/form.tsx';

/** Where the pages of headquarters stand. */
export const section = '/workspace/headquarters';

/** What somebody typed into a form that was refused, by field. */
export type Typed = Readonly<Record<string, string>>;

/** What a command found wrong, at the fields of its form, with what to do about it. */
export function toFields(problems: readonly Problem[]): FieldProblem[] {
  return problems.map(({ path, message, fix }) => ({ field: String(path[0] ?? ''), message: message + fix }));
}
