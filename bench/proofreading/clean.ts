// Clean prose written for this measurement, none of it from a published report: every finding on it is a false one.
import { readFileSync } from 'node:fs';
import type { Finding } from '../../src/domain/proofreading/finding.ts';
import type { Manuscript, ProofreadingText, TextKind } from '../../src/domain/proofreading/manuscript.ts';
import { proofread } from '../../src/domain/proofreading/proofread.ts';
import type { Tools } from '../../src/domain/proofreading/reading.ts';

export function linesOf(name: string): string[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8').split('\n').filter((line) => line !== '');
}

/** Every line a paragraph of its own: results in plain style, the plan in polite style. */
export function cleanManuscript(): Manuscript {
  const texts = [['report', 'clean-report.txt'], ['description', 'clean-plan.txt']].flatMap(([kind, file]) =>
    linesOf(file!).map((text, index): ProofreadingText => ({ path: `nodes/n${index + 1}/${kind}#p1`, nodeId: `n${index + 1}`, kind: kind as TextKind, paragraph: 'p1', item: false, text })));
  return { texts, edition: null, previous: null };
}

export function cleanFindings(tools: Tools): { sentences: number; characters: number; findings: Finding[] } {
  const manuscript = cleanManuscript();
  return { sentences: manuscript.texts.length, characters: manuscript.texts.reduce((sum, { text }) => sum + text.length, 0), findings: proofread(manuscript, tools) };
}
