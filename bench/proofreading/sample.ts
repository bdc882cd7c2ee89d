// The sample of Komae as an edition, for the measurements.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { buildEdition } from '../../src/domain/edition/build-edition.ts';
import type { Edition } from '../../src/domain/edition/edition.ts';
import { parsePlan } from '../../src/domain/plan/parse-plan.ts';
import { parseYearReport } from '../../src/domain/report/parse-year-report.ts';

export function komae2020(): Edition {
  const read = (name: string) => parse(readFileSync(new URL(`../../samples/komae-2020/${name}`, import.meta.url), 'utf8'));
  const plan = parsePlan(read('plan.yaml'));
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const report = parseYearReport(read('report-2020.yaml'), plan.value);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return buildEdition(plan.value, report.value);
}
