import { PlainRefusal } from '../../domain/problem/plain-refusal.ts';

/** Why the embedded server could not be used. */
export type EmbeddedPostgresProblem =
  'in use' | 'other version' | 'other owner' | 'no server for this platform' | 'no usable user' | 'disk full' | 'did not stop' | 'did not start';

/** `message` is the sentence for the person: what happened and what to do. */
export class EmbeddedPostgresError extends PlainRefusal {
  readonly problem: EmbeddedPostgresProblem;

  constructor(problem: EmbeddedPostgresProblem, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.problem = problem;
  }
}
