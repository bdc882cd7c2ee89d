import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import type { PlanBundle, ReportBundle } from '../src/domain/plan/plan-bundle.ts';
import { makePlanBundle, makeReportBundle } from './factories.ts';

/** A temporary folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-bundle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A bundle folder with these files; text and bytes are written as they are. */
export function writeFiles(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = makeFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** A bundle folder with a plan and reports given as values. */
export function writeBundle(plan: PlanBundle = makePlanBundle(), ...reports: readonly ReportBundle[]): string {
  const all = reports.length > 0 ? reports : [makeReportBundle()];
  return writeFiles({ 'plan.yaml': asYaml(plan), ...Object.fromEntries(all.map((report) => [`report-${report.fiscalYear}.yaml`, asYaml(report)])) });
}

/** As a clerk writes it: one text a line. */
export function asYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}
