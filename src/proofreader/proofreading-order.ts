import type { Edition } from '../domain/edition/edition.ts';
import type { Dictionary } from '../domain/proofreading/dictionary.ts';
import type { Finding } from '../domain/proofreading/finding.ts';
import type { ProofreadingText } from '../domain/proofreading/manuscript.ts';

/** What the child process is told to read; patterns of the dictionary travel as they are (structured clone). */
export type ProofreadingOrder =
  | { readonly kind: 'paragraph'; readonly text: ProofreadingText; readonly dictionary: Dictionary }
  | { readonly kind: 'edition'; readonly edition: Edition; readonly previous: Edition | null; readonly dictionary: Dictionary };

/** What it says: first that it is ready, then one answer for each order. */
export type ProofreadingAnswer = { readonly kind: 'ready' } | { readonly kind: 'found'; readonly findings: Finding[] } | { readonly kind: 'failed'; readonly reason: string };
