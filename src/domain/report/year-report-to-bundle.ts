import { judgedSeries, type Measurement } from '../indicator/indicator.ts';
import type { MeasurementRow, ReportBundle } from '../plan/plan-bundle.ts';
import type { Plan } from '../plan/plan.ts';
import { decisionToRow, opinionToRow } from './decided-to-rows.ts';
import { paragraphsToRows, reportedToRows } from './paragraphs-to-rows.ts';
import type { YearReport } from './year-report.ts';

/**
 * A year's report as a clerk writes it: the inverse of `parseYearReport`. What has its default is left out.
 *
 * @param plan tells which series a measurement is on when none is written
 */
export function yearReportToBundle(report: YearReport, plan: Plan): ReportBundle {
  const { planId, fiscalYear, editionNumber, issuedOn, correctionReason, preface, notes, measurements, reports, opinions, decisions } = report;
  return {
    format: 'ayumi-report/1',
    plan: planId,
    fiscalYear,
    edition: { number: editionNumber, issuedOn, ...(correctionReason === null ? {} : { correctionReason }) },
    ...(preface.length > 0 && { preface: preface.map(({ id, heading, paragraphs }) => ({ id, heading, paragraphs: paragraphsToRows(paragraphs) })) }),
    ...(notes.length > 0 && { notes: notes.map((note) => ({ ...note })) }),
    measurements: measurements.map((measurement) => measurementToRow(measurement, plan)),
    reports: reports.map(({ nodeId, responsiblePrinted, reporters, paragraphs }) => ({
      initiative: nodeId, responsiblePrinted, ...(reporters.length > 0 && { reporters: [...reporters] }), paragraphs: reportedToRows(paragraphs),
    })),
    ...(opinions.length > 0 && { opinions: opinions.map(opinionToRow) }),
    ...(decisions.length > 0 && { decisions: decisions.map(decisionToRow) }),
  };
}

function measurementToRow(measurement: Measurement, plan: Plan): MeasurementRow {
  const { indicatorId, label, printed, valueYear, fiscalYear, asOf, standing, series, alternativeSeries } = measurement;
  const indicator = plan.indicators.find(({ id }) => id === indicatorId);
  return {
    indicator: indicatorId, label, printed,
    ...(valueYear !== fiscalYear && { valueYear }),
    ...(asOf !== null && { asOf }),
    ...(standing !== null && { standing }),
    ...((!indicator || judgedSeries(indicator).id !== series) && { series }),
    ...(alternativeSeries !== null && { alternativeSeries }),
  };
}
