import { cellName, type GridCell } from './grid.ts';
import { type GridLookup, shownCell } from './grid-lookup.ts';
import type { ColumnMapping, TableMapping } from './mapping.ts';
import { columnTexts } from './propose-mapping.ts';
import type { ProposedTable } from './propose-tables.ts';
import { sectionColumn, sectionOf } from './section-rows.ts';
import { bareHeading, isDitto, isDittoLeft } from './text-forms.ts';
import type { Findings, Place } from './understood.ts';

/** A column of a table with what it means. */
export interface MappedColumn { readonly column: number; readonly heading: string; readonly mapping: ColumnMapping }

/** What a place of the table says, after merges and 〃, and how that was found. */
export interface ReadText {
  readonly text: string;
  readonly place: Place;
  /** The cell in which the text stands: another one than `place` in a merge or under 〃. */
  readonly source: GridCell;
  readonly heading: string;
  readonly steps: readonly string[];
}

/** Reads the places of one table under its mapping. Whatever is not taken as it stands leaves a step behind. */
export class RowReader {
  readonly grid: GridLookup;
  readonly columns: readonly MappedColumn[];
  readonly table: ProposedTable;
  private readonly findings: Findings;
  private readonly rowIndex: ReadonlyMap<number, number>;
  private readonly memory = new Map<string, ReadText | null>();

  constructor(grid: GridLookup, table: ProposedTable, mapping: TableMapping, findings: Findings) {
    this.grid = grid;
    this.table = table;
    this.findings = findings;
    this.rowIndex = new Map(table.rows.map((row, index) => [row, index]));
    this.columns = matchColumns(table, mapping, findings);
    for (const { row, text, why } of table.setAside) {
      findings.read({ sheet: table.sheet, row, column: Math.max(0, table.columns[0]?.column ?? 0) }, '', '表の外', text, '', [asideReasons[why]]);
    }
  }

  of(role: ColumnMapping['role'], level?: string): MappedColumn[] {
    return this.columns.filter(({ mapping }) => mapping.role === role && (level === undefined || mapping.level === level));
  }

  /** Texts of a column, for deciding on the form of its cells. */
  texts(column: MappedColumn): string[] {
    return columnTexts(this.grid, this.table, column.column);
  }

  /** The text at a place, or null where there is none. Problems of a cell are noted once. */
  read(row: number, column: MappedColumn): ReadText | null {
    const key = `${row},${column.column}`;
    const known = this.memory.get(key);
    if (known !== undefined) return known;
    // Against a circle of 同左 and 〃, which cannot be but must not hang.
    this.memory.set(key, null);
    const read = this.find(row, column);
    this.memory.set(key, read);
    return read;
  }

  private find(row: number, column: MappedColumn): ReadText | null {
    if (column.column === sectionColumn) return this.section(row, column);
    const shown = shownCell(this.grid, row, column.column);
    if (!shown) return null;
    const { cell, merge } = shown;
    const place: Place = { sheet: this.table.sheet, row, column: column.column };
    const at: Place = { sheet: this.table.sheet, row: cell.row, column: cell.column };
    const first = cell.row === row && cell.column === column.column;
    const steps: string[] = [];
    if (!first && merge) steps.push(`結合セル（${cellName(merge.top, merge.left)}:${cellName(merge.bottom, merge.right)}）の値`);
    const hidden = this.grid.isHidden(row, column.column);
    if (hidden) steps.push(hidden === 'row' ? '非表示の行にある' : '非表示の列にある');
    if (cell.kind === 'error' || cell.kind === 'formula') {
      if (first) {
        if (cell.kind === 'error') this.findings.problem('error-cell', at, `セルがエラー（${cell.text}）です。`, 'Excelで数式を直すか、値を入力し直して保存してください。');
        else this.findings.problem('formula-without-value', at, '数式の結果が保存されていません。', 'Excelで開いて再計算し、保存し直してください。');
      }
      return null;
    }
    const ditto = isDitto(cell.text);
    if (ditto || isDittoLeft(cell.text)) {
      const pointed = ditto ? this.above(row, column) : this.left(row, column);
      if (!pointed) {
        this.findings.problem('nothing-to-repeat', at, `「${cell.text.trim()}」が指す${ditto ? '上' : '左'}のセルに値がありません。`, '値を入力してください。');
        return null;
      }
      return { ...pointed, place, steps: [...steps, `「${cell.text.trim()}」は${cellName(pointed.source.row, pointed.source.column)}と同じ`, ...pointed.steps] };
    }
    if (cell.formula) steps.push('数式の保存された値');
    if (cell.kind === 'percent') steps.push(`割合の書式（保存された値は${String(cell.value)}）`);
    if (cell.kind === 'date') steps.push(`日付（${String(cell.value)}）`);
    if (cell.kind === 'number' && cell.text !== String(cell.value)) steps.push(`表示どおりに読んだ（保存された値は${String(cell.value)}）`);
    const text = cell.text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
    if (text !== cell.text) steps.push('前後の空白を除いた');
    if (first && /\p{Co}/u.test(text)) this.findings.problem('private-character', at, '外字（その自治体だけの文字）が含まれています。', '正しい文字に置き換えてください。', 'warning');
    return { text, place, source: cell, heading: column.heading, steps };
  }

  /** The line between the rows that stands over this one. */
  private section(row: number, column: MappedColumn): ReadText | null {
    const section = sectionOf(this.table.sections, row);
    const cell = section && this.grid.cellAt(section.row, section.column);
    if (!cell) return null;
    return { text: cell.text.trim(), place: { sheet: this.table.sheet, row: cell.row, column: cell.column }, source: cell, heading: column.heading, steps: [`表の途中の行（${cellName(cell.row, cell.column)}）が下の行の${column.heading}を表すと読んだ`] };
  }

  private above(row: number, column: MappedColumn): ReadText | null {
    const rows = this.table.rows;
    for (let index = (this.rowIndex.get(row) ?? 0) - 1; index >= 0; index -= 1) {
      const read = this.read(rows[index]!, column);
      if (read) return read;
    }
    return null;
  }

  private left(row: number, column: MappedColumn): ReadText | null {
    const index = this.columns.indexOf(column);
    return index > 0 ? this.read(row, this.columns[index - 1]!) : null;
  }
}

const asideReasons = { note: '表の注として表から除いた', title: '次の表の題名とした', 'repeated-header': '繰り返された見出しとして表から除いた', total: '合計の行として表から除いた' } as const;

/** Finds the columns of a mapping by their headings, wherever they stand now. */
function matchColumns(table: ProposedTable, { columns }: TableMapping, findings: Findings): MappedColumn[] {
  const headerRow = table.headerRows.at(-1) ?? 0;
  const left = [...columns];
  const found = table.columns.flatMap(({ column, heading, nth }): MappedColumn[] => {
    const at = left.findIndex((mapping) => bareHeading(mapping.heading) === bareHeading(heading) && mapping.nth === nth);
    if (at >= 0) return [{ column, heading, mapping: left.splice(at, 1)[0]! }];
    findings.problem('new-column', { sheet: table.sheet, row: headerRow, column }, `列「${heading}」は対応表にないため、読んでいません。`, '必要な列であれば、対応表に加えてください。', 'warning');
    return [];
  });
  for (const { heading, role } of left) {
    if (role !== 'ignore') findings.problem('missing-column', { sheet: table.sheet, row: headerRow, column: Math.max(0, table.columns[0]?.column ?? 0) }, `対応表にある列「${heading}」が、表にありません。`, '見出しを対応表に合わせるか、対応表を作り直してください。');
  }
  return found;
}
