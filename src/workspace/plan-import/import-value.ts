import { createHash } from 'node:crypto';
import type { WorkbookImport } from '../../commands/import-plan-workbook.ts';
import { parsePlan } from '../../domain/plan/parse-plan.ts';
import { parseYearReport } from '../../domain/report/parse-year-report.ts';
import { blockingProblems } from './fix-on-screen.ts';
import type { ImportView } from './import-view.ts';

/** The value that a view stands for, ready to be taken in; nothing while a problem blocks. */
export function importValue(view: ImportView, now: Date): WorkbookImport | null {
  const { reading, draft, upload, actor } = view;
  if (blockingProblems(view).length > 0) return null;
  const plan = parsePlan({ ...reading.bundle, plan: { ...reading.bundle.plan, ...draft.facts } });
  if (!plan.ok) return null;
  const report = reading.report ? parseYearReport(reading.report, plan.value) : null;
  if (report && !report.ok) return null;
  return { uploadId: upload.id, plan: plan.value, report: report ? report.value : null, mapping: reading.mapping, updates: draft.updates !== null, actor, now };
}

/** Tells whether two views stand for the same. */
export function fingerprintOf({ plan, report }: WorkbookImport): string {
  return createHash('sha256').update(JSON.stringify([plan, report])).digest('hex').slice(0, 32);
}
