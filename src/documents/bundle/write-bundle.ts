import { stringify } from 'yaml';
import type { PlanBundle, ReportBundle } from '../../domain/plan/plan-bundle.ts';

/** The file in the folder of a bundle that holds the city's own words. */
export const dictionaryFile = 'dictionary.yaml';

/** A bundle as the files that `readBundle` reads: their names and texts. One paragraph stays one line, so that a change of a word is a change of a line. */
export function bundleFiles({ plan, reports, dictionary }: { readonly plan: PlanBundle; readonly reports: readonly ReportBundle[]; readonly dictionary: string | null }): [name: string, text: string][] {
  const yaml = (content: unknown) => stringify(content, { lineWidth: 0 });
  return [
    ['plan.yaml', yaml(plan)],
    ...reports.map((report): [string, string] => [`report-${report.fiscalYear}.yaml`, yaml(report)]),
    ...(dictionary === null ? [] : [[dictionaryFile, dictionary] as [string, string]]),
  ];
}
