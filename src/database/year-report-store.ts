import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { YearReport } from '../domain/report/year-report.ts';
import { type Changes, collectChanges, replaceRows } from './replace-rows.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';
import { yearReportFromRows, yearReportToRows } from './year-report-rows.ts';

/** Makes the stored report of that plan and year be this one; what is the same is not touched. Its plan is stored before. */
export async function saveYearReport(trx: WriteTransaction, report: YearReport): Promise<Changes> {
  const rows = yearReportToRows(report);
  const scope = { plan_id: report.planId, fiscal_year: report.fiscalYear };
  const key = ['plan_id', 'fiscal_year'] as const;
  return collectChanges([
    ['year_report', await replaceRows(trx, 'year_report', scope, [rows.year_report], key)],
    ['year_report_section', await replaceRows(trx, 'year_report_section', scope, rows.year_report_section, [...key, 'id'])],
    ['year_report_section_paragraph', await replaceRows(trx, 'year_report_section_paragraph', scope, rows.year_report_section_paragraph, [...key, 'section_id', 'id'])],
    ['year_report_note', await replaceRows(trx, 'year_report_note', scope, rows.year_report_note, [...key, 'position'])],
    ['measurement', await replaceRows(trx, 'measurement', scope, rows.measurement, [...key, 'indicator_id'])],
    ['node_report', await replaceRows(trx, 'node_report', scope, rows.node_report, [...key, 'node_id'])],
    ['node_report_reporter', await replaceRows(trx, 'node_report_reporter', scope, rows.node_report_reporter, [...key, 'node_id', 'position'])],
    ['report_paragraph', await replaceRows(trx, 'report_paragraph', scope, rows.report_paragraph, [...key, 'node_id', 'id'])],
  ]);
}

export async function loadYearReport(trx: ReadTransaction, planId: string, fiscalYear: FiscalYear): Promise<YearReport | undefined> {
  const report = await trx.selectFrom('year_report').selectAll().where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).executeTakeFirst();
  if (!report) return undefined;
  return yearReportFromRows({
    year_report: report,
    year_report_section: await trx.selectFrom('year_report_section').selectAll().where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).orderBy('position').execute(),
    year_report_section_paragraph: await trx.selectFrom('year_report_section_paragraph').selectAll().where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).orderBy('position').execute(),
    year_report_note: await trx.selectFrom('year_report_note').selectAll().where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).orderBy('position').execute(),
    measurement: await trx.selectFrom('measurement').selectAll().where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).orderBy('position').execute(),
    node_report: await trx.selectFrom('node_report').selectAll().where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).orderBy('position').execute(),
    node_report_reporter: await trx.selectFrom('node_report_reporter').selectAll().where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).orderBy('position').execute(),
    report_paragraph: await trx.selectFrom('report_paragraph').selectAll().where('plan_id', '=', planId).where('fiscal_year', '=', fiscalYear).orderBy('position').execute(),
  });
}

/** The years of a plan that have a report, oldest first. */
export async function listReportedYears(trx: ReadTransaction, planId: string): Promise<FiscalYear[]> {
  const rows = await trx.selectFrom('year_report').select('fiscal_year').where('plan_id', '=', planId).orderBy('fiscal_year').execute();
  return rows.map(({ fiscal_year }) => fiscal_year);
}
