// For the tests of the rules alone: they need the real dictionary, and the domain may not reach for it.
import { describe, expect, test } from 'vitest';
import { groupFindings } from '../../domain/proofreading/finding.ts';
import type { ProofreadingText, TextKind } from '../../domain/proofreading/manuscript.ts';
import { readManuscript, type Tools } from '../../domain/proofreading/reading.ts';
import type { Rule } from '../../domain/proofreading/rule.ts';
import { loadTokenizer } from './tokenizer.ts';

/** Texts of one kind, each a paragraph of its own. */
export function asTexts(texts: readonly string[], kind: TextKind = 'report'): ProofreadingText[] {
  return texts.map((text, index) => ({ path: `nodes/n${index}/${kind}#p1`, nodeId: `n${index}`, kind, paragraph: 'p1', item: false, text }));
}

/** What a rule says of some texts: 'quote' or 'quote→suggestion'. */
export function slipsOf(rule: Rule, texts: readonly string[], kind: TextKind = 'report', tools: Partial<Tools> = {}): string[] {
  const manuscript = { texts: asTexts(texts, kind), edition: null, previous: null };
  return groupFindings(rule.check(readManuscript(manuscript, { tokenize: loadTokenizer(), ...tools })))
    .map(({ quote, suggestion }) => (suggestion === undefined ? quote : `${quote}→${suggestion}`));
}

/** The paragraphs of a test's text: a rule on the whole report has several, parted by ／. */
function paragraphsOf({ scope }: Rule, text: string): string[] {
  return scope === 'report' ? text.split('／') : [text];
}

/**
 * The two sides of a rule: what it must find (text → 'quote→suggestion', one or more) and what it must let pass.
 * Its own example is tried too.
 */
export function describeRule(rule: Rule, finds: Readonly<Record<string, string | readonly string[]>>, passes: readonly string[]): void {
  describe(rule.name, () => {
    for (const [text, slips] of Object.entries(finds)) test(`finds ${text}`, () => expect(slipsOf(rule, paragraphsOf(rule, text))).toEqual([slips].flat()));
    for (const text of passes) test(`lets pass ${text}`, () => expect(slipsOf(rule, paragraphsOf(rule, text))).toEqual([]));
    test('its own example is wrong on one side and right on the other', () => {
      expect(slipsOf(rule, paragraphsOf(rule, rule.example.wrong))).not.toEqual([]);
      expect(slipsOf(rule, paragraphsOf(rule, rule.example.right))).toEqual([]);
    });
  });
}
