import type { YearReport } from '../domain/report/year-report.ts';
import { figureFromColumns } from './figure-rows.ts';
import { decidedFromTexts, decidedToTexts } from './decided-texts.ts';
import { paragraphColumns, paragraphFromRow, reportedColumns, reportedFromRow } from './paragraph-rows.ts';
import type { Row } from './tables.ts';

/** A year's report as rows; every list in the order of its positions. */
export interface YearReportRows {
  readonly year_report: Row<'year_report'>;
  readonly year_report_section: readonly Row<'year_report_section'>[];
  readonly year_report_section_paragraph: readonly Row<'year_report_section_paragraph'>[];
  readonly year_report_note: readonly Row<'year_report_note'>[];
  readonly measurement: readonly Row<'measurement'>[];
  readonly node_report: readonly Row<'node_report'>[];
  readonly node_report_reporter: readonly Row<'node_report_reporter'>[];
  readonly report_paragraph: readonly Row<'report_paragraph'>[];
}

export function yearReportToRows(report: YearReport): YearReportRows {
  const scope = { plan_id: report.planId, fiscal_year: report.fiscalYear };
  const foreign = report.measurements.find(({ fiscalYear }) => fiscalYear !== report.fiscalYear);
  if (foreign) throw new Error(`The report of ${report.fiscalYear} holds a measurement printed for ${foreign.fiscalYear}; its parser lets none in.`);
  return {
    year_report: { ...scope, edition_number: report.editionNumber, issued_on: report.issuedOn, correction_reason: report.correctionReason, ...decidedToTexts(report) },
    year_report_section: report.preface.map(({ id, heading }, index) => ({ ...scope, id, position: index + 1, heading })),
    year_report_section_paragraph: report.preface.flatMap(({ id, paragraphs }) =>
      paragraphColumns(paragraphs).map((columns) => ({ ...scope, section_id: id, ...columns }))),
    year_report_note: report.notes.map(({ mark, text }, index) => ({ ...scope, position: index + 1, mark, text })),
    measurement: report.measurements.map(({ indicatorId, label, printed, asOf, valueYear, standing, series, alternativeSeries }, index) => ({
      ...scope, indicator_id: indicatorId, position: index + 1, label, printed, as_of: asOf, value_year: valueYear, standing,
      series_id: series, alternative_series_id: alternativeSeries,
    })),
    node_report: report.reports.map(({ nodeId, responsiblePrinted }, index) => ({
      ...scope, node_id: nodeId, position: index + 1, responsible_printed: responsiblePrinted,
    })),
    node_report_reporter: report.reports.flatMap(({ nodeId, reporters }) =>
      reporters.map((department_id, index) => ({ ...scope, node_id: nodeId, position: index + 1, department_id }))),
    report_paragraph: report.reports.flatMap(({ nodeId, paragraphs }) =>
      reportedColumns(paragraphs).map((columns) => ({ ...scope, node_id: nodeId, ...columns }))),
  };
}

export function yearReportFromRows(rows: YearReportRows): YearReport {
  const { plan_id, fiscal_year, edition_number, issued_on, correction_reason } = rows.year_report;
  const bySection = Map.groupBy(rows.year_report_section_paragraph, ({ section_id }) => section_id);
  const byNode = Map.groupBy(rows.report_paragraph, ({ node_id }) => node_id);
  const reporters = Map.groupBy(rows.node_report_reporter, ({ node_id }) => node_id);
  return {
    planId: plan_id, fiscalYear: fiscal_year, editionNumber: edition_number, issuedOn: issued_on, correctionReason: correction_reason,
    preface: rows.year_report_section.map(({ id, heading }) => ({ id, heading, paragraphs: (bySection.get(id) ?? []).map(paragraphFromRow) })),
    notes: rows.year_report_note.map(({ mark, text }) => ({ mark, text })),
    measurements: rows.measurement.map((row) => ({
      ...figureFromColumns({ label: row.label, fiscalYear: row.fiscal_year, asOf: row.as_of, printed: row.printed }),
      indicatorId: row.indicator_id, valueYear: row.value_year, standing: row.standing, series: row.series_id, alternativeSeries: row.alternative_series_id,
    })),
    reports: rows.node_report.map(({ node_id, responsible_printed }) => ({
      nodeId: node_id, responsiblePrinted: responsible_printed,
      reporters: (reporters.get(node_id) ?? []).map(({ department_id }) => department_id),
      paragraphs: (byNode.get(node_id) ?? []).map(reportedFromRow),
    })),
    ...decidedFromTexts(rows.year_report),
  };
}
