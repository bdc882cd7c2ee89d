import type { FigureRow, IndicatorRow, NodeReportRow, NodeRow, OwnerRow, PlanBundle, ReportBundle } from '../plan/plan-bundle.ts';
import { draftPlan } from '../plan/parse-plan.ts';
import type { Path, Problem } from '../problem/problem.ts';
import { parseYearReport } from '../report/parse-year-report.ts';
import { assignIds } from './assign-ids.ts';
import { type IndicatorDraft, kindOf } from './build-indicators.ts';
import type { FigureCell } from './figure-cell.ts';
import type { ImportMapping, RememberedIndicator } from './mapping.ts';
import { type NodeDraft, walk } from './node-draft.ts';
import { foldNumber } from './numbering.ts';
import { settleNumbers, settleRelistings } from './settle-numbers.ts';
import { resolveRelated } from './resolve-related.ts';
import { bareHeading } from './text-forms.ts';
import type { Findings, Place } from './understood.ts';

export interface Written {
  readonly bundle: PlanBundle;
  readonly report: ReportBundle | null;
  /** The mapping with the ids that were given, for next year. */
  readonly mapping: ImportMapping;
  /** The cell from which a part of the bundle (`plan`) or of the report (`report`) came. */
  readonly placeOf: (file: 'plan' | 'report', path: Path) => Place | null;
}

/** A numbered note under a table. */
export interface WrittenNote { readonly mark: string; readonly text: string; readonly place: Place }

/** Makes the bundle of what was put together, keeps for every part the cell that it came from, and checks it as `check` does. */
export function writeBundle(roots: readonly NodeDraft[], indicators: readonly IndicatorDraft[], notes: readonly WrittenNote[], mapping: ImportMapping, findings: Findings): Written {
  const { levels } = mapping;
  const numbers = settleNumbers(roots, levels, findings);
  const originals = settleRelistings(roots, numbers, findings);
  const nodes = assignIds(roots, numbers, mapping, findings);
  const departments = departmentsOf(roots, mapping, findings);
  const departmentIds = new Map(departments.map(({ id, name }) => [name, id]));
  const places = new Map<string, Place>();
  const at = (path: Path, place: Place | null) => { if (place) places.set(path.join('.'), place); };
  const ownerRow = ({ owner }: NodeDraft['owners'][number]): OwnerRow => (owner.kind === 'collective' ? { collective: owner.name } : departmentIds.get(owner.name)!);

  const rowOf = (node: NodeDraft, path: Path): NodeRow => {
    at(path, node.place);
    at([...path, 'number'], node.numberPlace ?? node.place);
    at([...path, 'relistingOf'], node.relisting?.place ?? null);
    node.owners.forEach(({ place }, index) => at([...path, 'responsible', index], place));
    node.description.forEach(({ place }, index) => at([...path, 'description', index], place));
    const original = originals.get(node);
    return {
      id: node.id, number: numbers.get(node) ?? '', title: node.title,
      ...(node.alsoPrinted.length > 0 && { alsoPrinted: node.alsoPrinted }),
      ...(original && { relistingOf: original.id }),
      ...(node.owners.length > 0 && { responsible: node.owners.map(ownerRow) }),
      ...(node.description.length > 0 && { description: node.description.map(({ row }) => row) }),
      ...(node.children.length > 0 && { children: node.children.map((child, index) => rowOf(child, [...path, 'children', index])) }),
    };
  };
  const tree = roots.map((node, index) => rowOf(node, ['plan', 'tree', index]));
  const remembered: RememberedIndicator[] = [];
  const rows = indicators.map((draft, index) => indicatorRow(draft, index, indicators, mapping, remembered, at, [...walk(roots)], numbers, findings));
  const { code, name, fiscalYearLabels } = mapping.municipality;
  const bundle: PlanBundle = {
    format: 'ayumi-plan/1', municipality: { code: code ?? '', name: name ?? '', fiscalYearLabels }, plan: { id: mapping.plan.id ?? '', title: mapping.plan.title ?? '' },
    levels, departments, tree, indicators: rows,
  };
  const report = reportOf(roots, indicators, rows, notes, mapping, departmentIds, at);
  const placeOf = (file: 'plan' | 'report', path: Path): Place | null => {
    for (let length = path.length; length > 0; length -= 1) {
      const place = places.get([file, ...path.slice(0, length)].join('.'));
      if (place) return place;
    }
    return null;
  };
  const known = new Set(rows.map(({ id }) => id));
  const newMapping = { ...mapping, departments: [...departments, ...mapping.departments.filter(({ name: old }) => !departmentIds.has(old))], nodes, indicators: [...remembered, ...mapping.indicators.filter(({ id }) => !known.has(id))] };
  return { bundle, report, mapping: newMapping, placeOf };
}

/** Everything that the parsers of the product say against the draft, with its cells. */
export function checkWritten({ bundle, report, placeOf }: Written): { problem: Problem; place: Place | null }[] {
  const { draft, problems } = draftPlan(bundle);
  const found = problems.map((problem) => ({ problem, place: placeOf('plan', problem.path) }));
  if (!report) return found;
  const parsed = parseYearReport(report, draft);
  return parsed.ok ? found : [...found, ...parsed.problems.map((problem) => {
    if (problem.code !== 'unknown-note') return { problem, place: placeOf('report', problem.path) };
    const index = bundle.indicators.findIndex(({ title }) => problem.message.includes(`「${title}」`));
    return { problem: { ...problem, fix: '表の下に「※１　…」のように注の説明を書くか、注の印を削除してください。' }, place: placeOf('report', problem.path) ?? placeOf('plan', ['indicators', index]) };
  })];
}

/** Departments in the order in which the workbook names them first; d01, d02 … where the mapping gives no id. */
function departmentsOf(roots: readonly NodeDraft[], mapping: ImportMapping, findings: Findings): PlanBundle['departments'] {
  const names = new Map<string, Place>();
  const members = new Map<string, Place>();
  for (const node of walk(roots)) {
    for (const { owner, place } of node.owners) {
      if (owner.kind === 'department' && !names.has(owner.name)) names.set(owner.name, place);
      for (const member of owner.members) if (!members.has(member)) members.set(member, place);
    }
  }
  for (const [name, place] of members) if (!names.has(name) && mapping.reportYear !== null) names.set(name, place);
  const given = new Map(mapping.departments.map(({ id, name }) => [name, id]));
  const used = new Set(given.values());
  return [...names].map(([name, place], index) => {
    let id = given.get(name);
    for (let count = index + 1; id === undefined; count += 1) if (!used.has(`d${String(count).padStart(2, '0')}`)) id = `d${String(count).padStart(2, '0')}`;
    used.add(id);
    if (!given.has(name)) findings.read(place, '', '部署の識別子', name, id, ['現れた順に付けた']);
    return { id, name };
  });
}

function indicatorRow(
  draft: IndicatorDraft, index: number, all: readonly IndicatorDraft[], mapping: ImportMapping, remembered: RememberedIndicator[],
  at: (path: Path, place: Place | null) => void, nodes: readonly NodeDraft[], numbers: ReadonlyMap<NodeDraft, string>, findings: Findings,
): IndicatorRow {
  const path = ['plan', 'indicators', index];
  const number = draft.number ?? String(index + 1);
  if (draft.number === null) findings.read(draft.place, '', '指標の番号', '', number, [all.some((other) => other.number !== null) ? '番号が空欄のため、並びの順に付けた' : '番号がないため、並びの順に付けた']);
  const old = mapping.indicators.find((one) => bareHeading(one.title) === bareHeading(draft.title)) ?? mapping.indicators.find((one) => one.number === number && !all.some((other) => bareHeading(other.title) === bareHeading(one.title)));
  const taken = new Set([...remembered, ...mapping.indicators].map(({ id }) => id));
  let id = old && !remembered.some((one) => one.id === old.id) ? old.id : '';
  for (let count = 1; id === ''; count += 1) {
    const base = `ind${(foldNumber(number) ?? String(index + 1)).toLowerCase()}${count === 1 ? '' : `-${count}`}`;
    if (!taken.has(base)) id = base;
  }
  const chosen = old?.id === id ? old.kind : undefined;
  remembered.push({ id, number, title: draft.title, ...(chosen !== undefined && { kind: chosen }) });
  const figure = (cell: FigureCell | null, label: string, key: string): FigureRow => {
    at([...path, key], cell?.place ?? draft.place);
    const year = cell?.fiscalYear ?? draft.target?.fiscalYear ?? draft.baseline?.fiscalYear ?? null;
    if (!cell) findings.read(draft.place, '', label, '', '－', ['値がないため「－」とした']);
    if (cell?.fiscalYear === null || year === null) findings.problem('no-year', cell?.place ?? draft.place, `指標「${draft.title}」の${label}の年度が分かりません。`, `見出しを「令和６年度${label}」のようにするか、対応表のこの列に fiscalYear を書いてください。`);
    return { label: cell?.label || label, fiscalYear: year ?? 0, printed: cell?.printed ?? '－', ...(cell?.asOf && { asOf: cell.asOf }) };
  };
  at(path, draft.place);
  at([...path, 'number'], draft.numberPlace);
  at([...path, 'definition'], draft.definitionPlace);
  const baseline = figure(draft.baseline, '基準値', 'baseline');
  const target = figure(draft.target, '目標値', 'target');
  const { kind, reason, sure } = chosen === undefined ? kindOf(baseline, target) : { kind: chosen, reason: '選ばれている種類', sure: true };
  findings.read(draft.place, '', '指標の種類', `${baseline.printed} → ${target.printed}`, kind, [reason]);
  if (!sure) findings.problem('kind-unsure', draft.place, `指標「${draft.title}」の種類を値から決められないため、仮に「${kind}」としました（${reason}）。`, '書き出した plan.yaml の kind を確かめてください。', 'warning');
  const related = [...new Set([...draft.related, ...resolveRelated(draft, nodes, numbers, mapping.levels, findings)])].map((node) => node.id);
  return { id, number, title: draft.title, unit: draft.unit, definition: draft.definition, kind, baseline, target, ...(related.length > 0 && { related }) };
}

/** The year's report, where the workbook has columns of what was done or measured. */
function reportOf(
  roots: readonly NodeDraft[], indicators: readonly IndicatorDraft[], rows: readonly IndicatorRow[], notes: readonly WrittenNote[], mapping: ImportMapping,
  departmentIds: ReadonlyMap<string, string>, at: (path: Path, place: Place | null) => void,
): ReportBundle | null {
  const year = mapping.reportYear;
  const reported = [...walk(roots)].filter(({ report }) => report.length > 0);
  const measured = indicators.flatMap((draft, index) => (draft.measurement && draft.measurement.fiscalYear === year ? [{ cell: draft.measurement, id: rows[index]!.id }] : []));
  if (year === null || (reported.length === 0 && measured.length === 0)) return null;
  return {
    format: 'ayumi-report/1', plan: mapping.plan.id ?? '', fiscalYear: year, edition: { number: 1, issuedOn: null },
    ...(notes.length > 0 && { notes: notes.map(({ mark, text, place }, index) => {
      at(['report', 'notes', index], place);
      return { mark, text };
    }) }),
    measurements: measured.map(({ cell, id }, index) => {
      at(['report', 'measurements', index], cell.place);
      return { indicator: id, label: cell.label, printed: cell.printed, ...(cell.asOf && { asOf: cell.asOf }) };
    }),
    reports: reported.map((node, index): NodeReportRow => {
      at(['report', 'reports', index], node.place);
      node.report.forEach(({ place }, position) => at(['report', 'reports', index, 'paragraphs', position], place));
      const reporters = [...new Set(node.owners.flatMap(({ owner }) => owner.members))].map((name) => departmentIds.get(name)!);
      return { initiative: node.id, responsiblePrinted: node.ownersPrinted.join('／') || '記載なし', ...(reporters.length > 0 && { reporters }), paragraphs: node.report.map(({ row }) => row) };
    }),
  };
}

