import { cellName, type Sheet } from '../../domain/plan-import/grid.ts';
import type { ImportMapping } from '../../domain/plan-import/mapping.ts';
import { proposeMapping } from '../../domain/plan-import/propose-mapping.ts';
import type { ProposedTable } from '../../domain/plan-import/propose-tables.ts';
import { tablesUnder } from '../../domain/plan-import/tables-under.ts';
import { understand, type Understanding } from '../../domain/plan-import/understand.ts';
import type { SheetProblem } from '../../domain/plan-import/understood.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { planSchema, reportSchema } from '../bundle/bundle-schema.ts';
import { compileShape, type ShapeCheck } from '../bundle/schema-problems.ts';

export interface ImportedWorkbook extends Understanding {
  readonly tables: readonly ProposedTable[];
}

/** Facts that a person gives beside the workbook; they go before what the workbook and the mapping say. */
export interface ImportFacts {
  readonly code?: string;
  readonly city?: string;
  readonly plan?: string;
  readonly title?: string;
  readonly year?: number;
}

/**
 * Understands the sheets of a workbook as a plan, under a saved mapping or under the one that is proposed. Without blocking
 * problems the bundle passes `check`.
 */
export function importWorkbook(sheets: readonly Sheet[], saved: ImportMapping | null, facts: ImportFacts = {}): ImportedWorkbook {
  const tables = tablesUnder(sheets, saved?.tables ?? []);
  const mapping = withFacts(saved ?? proposeMapping(tables, sheets), facts);
  const understanding = understand(sheets, tables, mapping);
  const { bundle, report, placeOf } = understanding;
  const located = (file: 'plan' | 'report') => (problem: Problem): SheetProblem => {
    const place = placeOf(file, problem.path);
    return { ...problem, sheet: place?.sheet ?? null, cell: place ? cellName(place.row, place.column) : null, severity: 'blocking' };
  };
  const known = new Set(understanding.problems.map(keyOf));
  // The missing facts of the mapping have been named in words of their own.
  const shape = [
    ...checks().plan(bundle).filter(({ path }) => !(path[0] === 'municipality' || path[0] === 'plan') || (mapping.municipality.code !== null && mapping.municipality.name !== null && mapping.plan.id !== null && mapping.plan.title !== null)).map(located('plan')),
    ...(report ? checks().report(report).filter(({ path }) => path[0] !== 'plan').map(located('report')) : []),
  ].filter((problem) => !known.has(keyOf(problem)) && !(problem.code === 'too-few' && understanding.problems.some(({ code }) => code === 'no-elements' || code === 'no-table' || code === 'no-levels')));
  return { ...understanding, tables, problems: [...understanding.problems, ...shape].toSorted(bySeverity) };
}

function withFacts(mapping: ImportMapping, { code, city, plan, title, year }: ImportFacts): ImportMapping {
  return {
    ...mapping,
    municipality: { ...mapping.municipality, code: code ?? mapping.municipality.code, name: city ?? mapping.municipality.name },
    plan: { id: plan ?? mapping.plan.id, title: title ?? mapping.plan.title }, reportYear: year ?? mapping.reportYear,
  };
}

function keyOf({ sheet, cell, code }: SheetProblem): string {
  return `${sheet}!${cell} ${code}`;
}

function bySeverity(a: SheetProblem, b: SheetProblem): number {
  return Number(a.severity === 'warning') - Number(b.severity === 'warning');
}

let compiled: { plan: ShapeCheck; report: ShapeCheck } | undefined;
function checks(): { plan: ShapeCheck; report: ShapeCheck } {
  return (compiled ??= { plan: compileShape(planSchema), report: compileShape(reportSchema) });
}
