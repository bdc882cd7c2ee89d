import { createHash } from 'node:crypto';
import type { Dictionary } from '../domain/proofreading/dictionary.ts';
import type { Finding } from '../domain/proofreading/finding.ts';
import type { ProofreadingText } from '../domain/proofreading/manuscript.ts';

/** Findings of what was read before: while somebody writes, all paragraphs but one are as they were. The oldest make room. */
export interface KeptFindings {
  find(key: string): Finding[] | undefined;
  keep(key: string, findings: Finding[]): void;
}

export function keepFindings(atMost: number): KeptFindings {
  const kept = new Map<string, Finding[]>();
  return {
    find(key) {
      const found = kept.get(key);
      if (found) {
        kept.delete(key);
        kept.set(key, found);
      }
      return found;
    },
    keep(key, findings) {
      kept.set(key, findings);
      const oldest = kept.keys().next();
      if (kept.size > atMost && !oldest.done) kept.delete(oldest.value);
    },
  };
}

/** What a paragraph's findings depend on: its words and what it is, not where it stands. */
export function keyOfParagraph({ kind, item, text }: ProofreadingText, dictionary: Dictionary): string {
  return digest(JSON.stringify([kind, item, text, wordsOf(dictionary)]));
}

/** What the findings of a whole report depend on. */
export function keyOfEdition(edition: unknown, previous: unknown, dictionary: Dictionary): string {
  return digest(JSON.stringify([edition, previous, wordsOf(dictionary)]));
}

function wordsOf({ entries }: Dictionary): unknown {
  return entries.map(({ expected, patterns, reason }) => [expected, patterns.map(String), reason]);
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
