import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is asked of every page: WCAG 2.2 A and AA, and what axe holds for good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface AxeOutcome {
  /** Everything that axe finds on the page, as lines that a person can act on. */
  readonly findings: string[];
  /** Rules that had something to look at and found nothing against it, with the numbers of their criteria. */
  readonly held: readonly { readonly rule: string; readonly criteria: readonly string[] }[];
}

/** Everything that axe finds on the page, as lines that a person can act on. */
export async function axeFindings(page: Page): Promise<string[]> {
  return (await axeOutcome(page)).findings;
}

/** What axe finds, and what it looked at without finding anything. */
export async function axeOutcome(page: Page): Promise<AxeOutcome> {
  await page.evaluate(source);
  const options: RunOptions = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations', 'incomplete'] };
  const { violations, incomplete, passes } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  const lines = (results: AxeResults['violations']) => results.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim() ?? ''})`));
  // What axe cannot decide is looked at too, but for colours over drawings, which are measured in the tests of the charts.
  return {
    findings: [...lines(violations), ...lines(incomplete.filter(({ id }) => id !== 'color-contrast'))],
    held: passes.map(({ id, tags: of }) => ({ rule: id, criteria: of.flatMap((tag) => { const [, ...digits] = /^wcag(\d)(\d)(\d+)$/.exec(tag) ?? []; return digits.length > 0 ? [digits.join('.')] : []; }) })),
  };
}
