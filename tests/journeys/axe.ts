import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is asked of every page: WCAG 2.2 A and AA, and what axe holds for good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything that axe finds on the page, as lines that a person can act on. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const options: RunOptions = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations', 'incomplete'] };
  const { violations, incomplete } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  const lines = (results: AxeResults['violations']) => results.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim() ?? ''})`));
  // What axe cannot decide is looked at too, but for colours over drawings, which are measured in the tests of the charts.
  return [...lines(violations), ...lines(incomplete.filter(({ id }) => id !== 'color-contrast'))];
}
