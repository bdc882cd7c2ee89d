import { isCalendarDate } from '../fiscal-year/fiscal-year.ts';
import type { Measurement } from '../indicator/indicator.ts';
import { judgedSeries } from '../indicator/indicator.ts';
import { notADate, parseFigure } from '../indicator/parse-figure.ts';
import type { MeasurementRow, ReportBundle } from '../plan/plan-bundle.ts';
import type { Plan } from '../plan/plan.ts';
import { type Parsed, parsedUnless, type Path, type Problem } from '../problem/problem.ts';
import { type Note, noteNumber } from './paragraph.ts';
import { parseDecisions, parseOpinions } from './parse-decided.ts';
import { checkText, parseParagraphs, parseReportedParagraphs, unknownDepartment } from './parse-paragraphs.ts';
import type { NodeReport, YearReport } from './year-report.ts';

/** A report bundle of the right shape to the year's report of this plan, or every problem in it with its place. */
export function parseYearReport(bundle: ReportBundle, plan: Plan): Parsed<YearReport> {
  const problems: Problem[] = [];
  if (bundle.plan !== plan.id) {
    problems.push({ code: 'other-plan', path: ['plan'], message: `この報告は計画「${bundle.plan}」のもので、「${plan.id}」のものではありません。`, fix: '計画の識別子を確かめてください。' });
  }
  const issuedOn = bundle.edition.issuedOn ?? null;
  if (issuedOn !== null && !isCalendarDate(issuedOn)) problems.push(notADate(issuedOn, ['edition', 'issuedOn']));
  const correctionReason = bundle.edition.correctionReason ?? null;
  if (correctionReason !== null) checkText(correctionReason, ['edition', 'correctionReason'], problems);
  if ((bundle.edition.number > 1) !== (correctionReason !== null)) {
    problems.push({
      code: 'correction-reason', path: ['edition'], message: bundle.edition.number > 1 ? '第２版からの版に、訂正の理由がありません。' : '第１版に訂正の理由があります。',
      fix: bundle.edition.number > 1 ? 'correctionReason に訂正の理由を書いてください。' : 'correctionReason を削除してください。',
    });
  }
  const departments = new Set(plan.departments.map(({ id }) => id));
  const notes = bundle.notes ?? [];
  checkNotes(notes, plan, problems);
  const measurements = bundle.measurements.map((row, index) => parseMeasurement(row, bundle.fiscalYear, plan, ['measurements', index], problems));
  noteRepeats(bundle.measurements.map(({ indicator }) => indicator), 'measurements', 'indicator', '指標', problems);
  checkNoteMarks(measurements, notes, problems);
  bundle.preface?.forEach(({ heading }, index) => checkText(heading, ['preface', index, 'heading'], problems));
  noteRepeats((bundle.preface ?? []).map(({ id }) => id), 'preface', 'id', '前文の識別子', problems);
  const preface = (bundle.preface ?? []).map(({ id, heading, paragraphs }, index) => ({
    id, heading, paragraphs: parseParagraphs(paragraphs, departments, ['preface', index, 'paragraphs'], problems),
  }));
  const reports = bundle.reports.map((row, index): NodeReport => {
    const path = ['reports', index];
    const node = plan.nodes.find(({ id }) => id === row.initiative);
    if (!node || node.level !== plan.levels.at(-1)?.id) {
      problems.push({ code: 'unknown-node', path: [...path, 'initiative'], message: `報告の対象「${row.initiative}」が${plan.levels.at(-1)?.name ?? '体系'}にありません。`, fix: '計画の体系（tree）の識別子を確かめてください。' });
    }
    checkText(row.responsiblePrinted, [...path, 'responsiblePrinted'], problems);
    (row.reporters ?? []).forEach((id, position) => {
      if (!departments.has(id)) problems.push(unknownDepartment(id, [...path, 'reporters', position]));
    });
    if (new Set(row.reporters).size !== (row.reporters ?? []).length) problems.push({ code: 'duplicate-id', path: [...path, 'reporters'], message: '報告した部署が重複しています。', fix: '一つにまとめてください。' });
    if ((row.reporters ?? []).length > 0 && node && !node.responsible.some((owner) => 'collective' in owner)) {
      problems.push({ code: 'reporters-without-collective', path: [...path, 'reporters'], message: `「${node.title}」には関係各課などの総称の推進部署がないため、報告した部署を別に書けません。`, fix: '計画の推進部署（responsible）に総称（collective）を加えるか、reporters を削除してください。' });
    }
    return {
      nodeId: row.initiative, responsiblePrinted: row.responsiblePrinted, reporters: row.reporters ?? [],
      paragraphs: parseReportedParagraphs(row.paragraphs, departments, [...path, 'paragraphs'], problems),
    };
  });
  noteRepeats(bundle.reports.map(({ initiative }) => initiative), 'reports', 'initiative', '報告の対象', problems);
  const opinions = parseOpinions(bundle.opinions ?? [], plan, ['opinions'], problems);
  const decisions = parseDecisions(bundle.decisions ?? [], plan, ['decisions'], problems);

  return parsedUnless(problems, () => ({
    planId: bundle.plan, fiscalYear: bundle.fiscalYear, editionNumber: bundle.edition.number, issuedOn, correctionReason, preface, notes, measurements, reports, opinions, decisions,
  }));
}

function parseMeasurement(row: MeasurementRow, fiscalYear: number, plan: Plan, path: Path, problems: Problem[]): Measurement {
  const figure = parseFigure({ label: row.label, fiscalYear, printed: row.printed, asOf: row.asOf ?? null }, path, problems);
  const indicator = plan.indicators.find(({ id }) => id === row.indicator);
  if (!indicator) {
    problems.push({ code: 'unknown-indicator', path: [...path, 'indicator'], message: `指標「${row.indicator}」が計画にありません。`, fix: '計画の指標（indicators）の識別子を確かめてください。' });
  }
  const series = row.series ?? (indicator ? judgedSeries(indicator).id : 'main');
  const alternativeSeries = row.alternativeSeries ?? null;
  for (const [key, id] of [['series', series], ['alternativeSeries', alternativeSeries]] as const) {
    if (indicator && id !== null && !indicator.series.some((candidate) => candidate.id === id)) {
      problems.push({ code: 'unknown-series', path: [...path, key], message: `系列「${id}」が指標「${indicator.title}」にありません。`, fix: '指標の系列（series）の識別子を確かめてください。' });
    }
  }
  if (figure.alternative !== null && alternativeSeries === null) {
    problems.push({ code: 'alternative-without-series', path: [...path, 'printed'], message: `「${row.printed}」の（）内の値がどの系列のものか書かれていません。`, fix: 'alternativeSeries に系列の識別子を書いてください。' });
  }
  return { ...figure, indicatorId: row.indicator, valueYear: row.valueYear ?? fiscalYear, standing: row.standing ?? null, series, alternativeSeries };
}

function checkNotes(notes: readonly Note[], plan: Plan, problems: Problem[]): void {
  const numbers = new Set<string | null>();
  notes.forEach(({ mark, text }, index) => {
    checkText(mark, ['notes', index, 'mark'], problems);
    checkText(mark, ['notes', index, 'mark'], problems);
    checkText(text, ['notes', index, 'text'], problems);
    if (numbers.has(noteNumber(mark))) problems.push({ code: 'duplicate-note', path: ['notes', index, 'mark'], message: `注「${mark}」が重複しています。`, fix: '注の番号を振り直してください。' });
    numbers.add(noteNumber(mark));
  });
  for (const { title, baseline, target } of plan.indicators) {
    for (const mark of [...baseline.notes, ...target.notes]) {
      if (!numbers.has(noteNumber(mark))) {
        problems.push({ code: 'unknown-note', path: ['notes'], message: `指標「${title}」にある注「${mark}」の説明がありません。`, fix: 'notes に説明を加えるか、注の印を削除してください。' });
      }
    }
  }
}

function checkNoteMarks(measurements: readonly Measurement[], notes: readonly Note[], problems: Problem[]): void {
  const numbers = new Set(notes.map(({ mark }) => noteNumber(mark)));
  measurements.forEach(({ printed, notes: marks }, index) => {
    for (const mark of marks) {
      if (!numbers.has(noteNumber(mark))) {
        problems.push({ code: 'unknown-note', path: ['measurements', index, 'printed'], message: `「${printed}」の注「${mark}」の説明がありません。`, fix: 'notes に説明を加えるか、注の印を削除してください。' });
      }
    }
  });
}

function noteRepeats(ids: readonly string[], list: string, key: string, name: string, problems: Problem[]): void {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) problems.push({ code: 'duplicate-id', path: [list, index, key], message: `${name}「${id}」が重複しています。`, fix: '一つにまとめてください。' });
    seen.add(id);
  });
}
