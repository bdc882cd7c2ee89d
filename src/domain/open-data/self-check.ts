import type { OpenData } from './data-table.ts';
import { level1 } from './level-1.ts';
import { level2 } from './level-2.ts';
import { level3 } from './level-3.ts';
import type { Outcome, Rule, RuleResult } from './rule.ts';

/** The text that the rules are taken from. Statements here are ours; the numbers are the text's. */
export const ruleSource = {
  title: '行政データにおける機械可読性に関するルール',
  decided: '2026-03-31',
  by: '各府省庁DX推進連絡会議・デジタル社会推進会議幹事会決定',
  address: 'https://www.cas.go.jp/jp/seisaku/digital_gyozaikaikaku/pdf/gyouseidata_rule.pdf',
} as const;

/** All thirty rules in their order. */
export const rules: readonly Rule[] = [...level1, ...level2, ...level3];

export const outcomeWords: Readonly<Record<Outcome, string>> = { holds: '適合', exception: '適合（例外）', 'not-applicable': '該当なし', fails: '不適合' };

/** Asks every rule about the published files of an edition. */
export function checkOpenData(data: OpenData): RuleResult[] {
  return rules.map(({ id, statement, check }) => ({ id, statement, ...check(data) }));
}
