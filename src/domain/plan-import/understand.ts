import type { PlanBundle, ReportBundle } from '../plan/plan-bundle.ts';
import type { Path } from '../problem/problem.ts';
import type { Sheet } from './grid.ts';
import { type IndicatorDraft, takeIndicators } from './build-indicators.ts';
import { TreeBuilder } from './build-tree.ts';
import { lookUp } from './grid-lookup.ts';
import type { ImportMapping, TableMapping } from './mapping.ts';
import { pairTables } from './pair-tables.ts';
import type { ProposedTable } from './propose-tables.ts';
import { RowReader } from './read-rows.ts';
import { bareHeading } from './text-forms.ts';
import { Findings, type Place, type SheetProblem, type UnderstoodCell } from './understood.ts';
import { checkWritten, writeBundle } from './write-bundle.ts';

/** What was understood of a workbook: a draft, everything that stands in its way, and every cell with what became of it. */
export interface Understanding {
  readonly bundle: PlanBundle;
  /** Where the workbook has what was done in a year. */
  readonly report: ReportBundle | null;
  readonly problems: readonly SheetProblem[];
  readonly understood: readonly UnderstoodCell[];
  /** To be saved: the mapping with the ids that were given. */
  readonly mapping: ImportMapping;
  /** The cell from which a part of the bundle or of the report came, for problems that are found later. */
  readonly placeOf: (file: 'plan' | 'report', path: Path) => Place | null;
}

/** No plan comes near this, in all of its tables together; more rows are a list of something else. */
const mostRows = 3_000;

/** Understands tables under a mapping. The same workbook and mapping give the same result; nothing is guessed in silence. */
export function understand(sheets: readonly Sheet[], tables: readonly ProposedTable[], mapping: ImportMapping): Understanding {
  const findings = new Findings();
  const tree = new TreeBuilder(mapping.levels, findings);
  const indicators: IndicatorDraft[] = [];
  const pairs = matchTables(tables, mapping, findings);
  checkMapping(mapping, pairs.length, findings);
  let rows = 0;
  for (const { table, tableMapping } of pairs) {
    if (rows + table.rows.length > mostRows) {
      const said = rows === 0 ? `${table.rows.length.toLocaleString('ja-JP')}行` : `ほかの表と合わせて${(rows + table.rows.length).toLocaleString('ja-JP')}行`;
      findings.problem('too-many-rows', { sheet: table.sheet, row: table.rows[mostRows - rows] ?? table.rows.at(-1) ?? 0, column: 0 }, `表の行が多すぎます（${said}、上限${mostRows.toLocaleString('ja-JP')}行）。`, '計画の表だけを残してください。');
      continue;
    }
    rows += table.rows.length;
    const grid = lookUp(sheets.find(({ name }) => name === table.sheet)!);
    const reader = new RowReader(grid, table, tableMapping, findings);
    const deepest = tree.takeTable(reader);
    takeIndicators(reader, deepest, indicators, findings);
    const hidden = table.rows.filter((row) => grid.isHidden(row, -1) === 'row').length;
    if (hidden > 0) findings.problem('hidden-rows', { sheet: table.sheet, row: table.rows.find((row) => grid.isHidden(row, -1))!, column: Math.max(0, table.columns[0]?.column ?? 0) }, `表に非表示の行が${hidden}行あります。見えている行と同じように読みました。`, '不要な行であれば、削除してから読み込んでください。', 'warning');
    for (const { column, mapping: { role, heading } } of reader.columns) if (role !== 'ignore' && grid.isHidden(-1, column)) findings.problem('hidden-column', { sheet: table.sheet, row: table.headerRows.at(-1) ?? 0, column }, `列「${heading}」は非表示です。見えている列と同じように読みました。`, '不要な列であれば、対応表で「使わない」（ignore）にしてください。', 'warning');
  }
  if (tree.roots.length === 0 && pairs.length > 0) findings.problem('no-elements', null, '計画の要素が一つも読み取れません。', '見出しの行と、題名の列の対応を確かめてください。');
  const written = writeBundle(tree.roots, indicators, notesOf(pairs.map(({ table }) => table)), mapping, findings);
  for (const { problem, place } of checkWritten(written)) {
    // A missing fact has been said already, in words that fit a mapping.
    const [part, key] = problem.path;
    if ((part === 'municipality' || part === 'plan') && mapping[part][key as never] === null) continue;
    findings.problem(problem.code, place, problem.message, problem.fix);
  }
  return { bundle: written.bundle, report: written.report, problems: findings.problems, understood: findings.understood, mapping: written.mapping, placeOf: written.placeOf };
}

/** The facts that no table can give, and the choices without which nothing is read. */
function checkMapping({ municipality, plan, levels, reportYear, tables }: ImportMapping, used: number, findings: Findings): void {
  const missing = (code: string, name: string, key: string, example: string) => findings.problem(code, null, `${name}が決まっていません。`, `対応表の ${key} に書いてください（例：${example}）。`);
  if (municipality.code === null) missing('no-municipality-code', '全国地方公共団体コード', 'municipality.code', '"132195"');
  if (municipality.name === null) missing('no-municipality-name', '市区町村の名称', 'municipality.name', '"狛江市"');
  if (plan.id === null) missing('no-plan-id', '計画の識別子', 'plan.id', '"gyozaisei-6"。公開ページの番地になり、後から変えられません');
  if (plan.title === null) missing('no-plan-title', '計画の名称', 'plan.title', '"第６次行財政改革推進計画"');
  if (used === 0) findings.problem('no-table', null, '計画の表が見つかりません。', '「施策」「取組項目」「担当課」のような見出しのある表かを確かめ、対応表の tables で使う表と列を指定してください。');
  else if (levels.length === 0) findings.problem('no-levels', null, '計画の階層が決まっていません。', '対応表の levels に、上から順に書いてください。');
  const reports = tables.some(({ use, columns }) => use && columns.some(({ role }) => role === 'report'));
  if (reports && reportYear === null) findings.problem('no-report-year', null, '取組状況の年度が決まっていません。', '対応表の reportYear に年度（西暦）を書いてください。取り込まないときは、列を「使わない」（ignore）にしてください。');
}

/** The numbered notes under the tables, ※１ …: figures point to them. */
function notesOf(tables: readonly ProposedTable[]): { mark: string; text: string; place: Place }[] {
  const notes = tables.flatMap(({ sheet, setAside, columns }) => setAside.flatMap(({ row, text, why }) => {
    const match = why === 'note' ? /^\s*([※＊*]\s*[0-9０-９]+)[\s　:：.．、]*(\S.*)$/s.exec(text) : null;
    return match ? [{ mark: match[1]!.replace(/\s/g, ''), text: match[2]!.replace(/\s*\n\s*/g, ' ').trim(), place: { sheet, row, column: Math.max(0, columns[0]?.column ?? 0) } }] : [];
  }));
  return notes.filter(({ mark, text }, index) => notes.findIndex((other) => bareHeading(other.mark) === bareHeading(mark) && other.text === text) === index);
}

/** Takes for each table of the mapping the table that is meant, and names those for which there is none. */
function matchTables(tables: readonly ProposedTable[], mapping: ImportMapping, findings: Findings): { table: ProposedTable; tableMapping: TableMapping }[] {
  const { pairs, left, lost } = pairTables(tables, mapping.tables);
  for (const { sheet, columns } of lost.filter(({ use }) => use)) findings.problem('table-not-found', null, `対応表にあるシート「${sheet}」の表（${columns.slice(0, 3).map(({ heading }) => heading).join('、')}…）が見つかりません。`, 'シートと見出しを確かめるか、対応表を作り直してください。');
  for (const table of left) findings.problem('table-unused', { sheet: table.sheet, row: table.headerRows[0] ?? 0, column: Math.max(0, table.columns[0]?.column ?? 0) }, 'この表は対応表にないため、読んでいません。', '必要な表であれば、対応表に加えてください。', 'warning');
  return pairs.filter(({ tableMapping }) => tableMapping.use).toSorted((a, b) => treeFirst(a.tableMapping) - treeFirst(b.tableMapping));
}

/** Tables with more levels first: what others name must be there. The order of the workbook otherwise. */
function treeFirst({ columns }: TableMapping): number {
  return columns.some(({ role }) => role === 'row-level') ? -100 : -columns.filter(({ role }) => role === 'level-title').length;
}
