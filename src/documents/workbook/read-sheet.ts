import { type GridCell, type Merge, parseCellName, type Sheet, type Span } from '../../domain/plan-import/grid.ts';
import { showNumber } from './number-formats.ts';
import type { Parts } from './read-part.ts';
import { WorkbookRefused } from './refusal.ts';
import { RichText, unescapeText } from './shared-strings.ts';
import { isTrue, type SheetPart } from './workbook-parts.ts';

/** What all sheets of a workbook share. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly date1904: boolean;
  /** Counted over all sheets. */
  readonly counts: { written: number; filled: number; merges: number };
}

/** Excel's last row and column, from 0. */
const lastRow = 1_048_575;
const lastColumn = 16_383;

/** Reads one sheet. Only cells that hold something are kept, so the rectangle that a file claims costs nothing. */
export async function readSheet(parts: Parts, { name, state, path }: SheetPart, context: SheetContext): Promise<Sheet> {
  const { counts } = context;
  const { limits } = parts;
  const cells: GridCell[] = [];
  const merges: Merge[] = [];
  const hiddenRows: Span[] = [];
  const hiddenColumns: Span[] = [];
  const inline = new RichText();
  let row = -1;
  let column = -1;
  let rowsHidden = false;
  let cell: { type: string; style: number; formula: boolean; value: string | null; inline: boolean } | null = null;
  let inValue = false;

  const handler = {
    open(tag: string, attribute: (name: string) => string | undefined): void {
      if (cell) {
        if (tag === 'v') { inValue = true; cell.value = ''; }
        else if (tag === 'f') cell.formula = true;
        else if (tag === 'is') { inline.begin(); cell.inline = true; }
        else if (cell.inline) inline.open(tag);
      } else if (tag === 'c') {
        const named = attribute('r');
        const at = named === undefined ? { row, column: column + 1 } : parseCellName(named);
        if (!at || at.row < 0 || at.column > lastColumn) throw broken(path, `セルの番地「${(named ?? '').slice(0, 20)}」が正しくありません`);
        ({ row, column } = at);
        counts.written += 1;
        if (counts.written > limits.writtenCells) throw new WorkbookRefused('too-many-cells', limits.writtenCells.toLocaleString('ja-JP'));
        cell = { type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), formula: false, value: null, inline: false };
      } else if (tag === 'row') {
        row = attribute('r') === undefined ? row + 1 : Number(attribute('r')) - 1;
        if (!Number.isInteger(row) || row < 0 || row > lastRow) throw broken(path, '行の番号が正しくありません');
        column = -1;
        if (isTrue(attribute('hidden'))) addSpan(hiddenRows, row, row);
      } else if (tag === 'col') {
        if (isTrue(attribute('hidden'))) addSpan(hiddenColumns, Number(attribute('min')) - 1, Math.min(Number(attribute('max')) - 1, lastColumn));
      } else if (tag === 'sheetFormatPr') {
        rowsHidden = isTrue(attribute('zeroHeight'));
      } else if (tag === 'mergeCell') {
        counts.merges += 1;
        if (counts.merges > limits.merges) throw new WorkbookRefused('too-many-merges', limits.merges.toLocaleString('ja-JP'));
        merges.push(mergeOf(attribute('ref') ?? '', path));
      }
    },
    close(tag: string): void {
      if (!cell) return;
      if (tag === 'v') inValue = false;
      else if (tag === 'c') {
        const filled = cellOf(cell, inline, row, column, context, path);
        cell = null;
        if (!filled) return;
        counts.filled += 1;
        if (counts.filled > limits.filledCells) throw new WorkbookRefused('too-many-filled', limits.filledCells.toLocaleString('ja-JP'));
        cells.push(filled);
      } else if (cell.inline) inline.close(tag);
    },
    text(text: string): void {
      if (!cell) return;
      if (inValue) cell.value += text;
      else if (cell.inline) inline.text(text);
    },
  };
  await parts.readXml(path, handler);

  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  if (cells.some((one, index) => one.row === cells[index + 1]?.row && one.column === cells[index + 1]?.column)) throw broken(path, '同じセルが二度書かれています');
  if (rowsHidden) addSpan(hiddenRows, 0, lastRow);
  return { name, state, cells, merges: nonOverlapping(merges, path), hiddenRows, hiddenColumns };
}

function cellOf(
  { type, style, formula, value, inline }: { type: string; style: number; formula: boolean; value: string | null; inline: boolean },
  rich: RichText, row: number, column: number, { strings, formats, date1904 }: SheetContext, path: string,
): GridCell | null {
  const cell = (kind: GridCell['kind'], text: string, stored: GridCell['value']): GridCell | null =>
    (text.trim() === '' && kind !== 'formula' ? null : { row, column, text, value: stored, kind, formula });
  if (type === 'inlineStr' || (inline && value === null)) {
    const text = rich.end();
    return cell('text', text, text);
  }
  if (value === null || (value === '' && type !== 'str')) return formula ? cell('formula', '', null) : null;
  switch (type) {
    case 's': {
      const text = strings[Number(value)];
      if (text === undefined || !/^\d+$/.test(value.trim())) throw broken(path, '文字列の一覧にない番号があります');
      return cell('text', text, text);
    }
    case 'str': {
      const text = unescapeText(value);
      return cell('text', text, text);
    }
    case 'b': return cell('boolean', value.trim() === '1' ? 'TRUE' : 'FALSE', value.trim() === '1');
    case 'e': return cell('error', value, value);
    case 'd': return cell('date', value, value.replace(/T00:00:00(\.0+)?Z?$/, ''));
    default: {
      const number = Number(value);
      if (!Number.isFinite(number) || value.trim() === '') throw broken(path, `数値「${value.slice(0, 20)}」が正しくありません`);
      const shown = showNumber(number, formats[style] ?? 'General', date1904);
      return cell(shown.kind, shown.text, shown.value);
    }
  }
}

function mergeOf(reference: string, path: string): Merge {
  const [first = '', second = first] = reference.split(':');
  const from = parseCellName(first);
  const to = parseCellName(second);
  if (!from || !to) throw broken(path, `結合の範囲「${reference.slice(0, 30)}」が正しくありません`);
  return { top: Math.min(from.row, to.row), left: Math.min(from.column, to.column), bottom: Math.max(from.row, to.row), right: Math.max(from.column, to.column) };
}

/** Merges that overlap have no one value for a cell. Swept from top to bottom, so that many merges stay cheap. */
function nonOverlapping(merges: Merge[], path: string): Merge[] {
  const sorted = merges.toSorted((a, b) => a.top - b.top || a.left - b.left);
  let open: Merge[] = [];
  for (const merge of sorted) {
    open = open.filter(({ bottom }) => bottom >= merge.top);
    if (open.some(({ left, right }) => left <= merge.right && merge.left <= right)) throw broken(path, '結合の範囲が重なっています');
    open.push(merge);
  }
  return sorted;
}

/** A run of hidden rows is one span. Numbers that are none are left out: nothing depends on them. */
function addSpan(spans: Span[], from: number, to: number): void {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to < from) return;
  const last = spans.at(-1);
  if (last && last.to === from - 1) spans[spans.length - 1] = { from: last.from, to };
  else spans.push({ from, to });
}

function broken(path: string, reason: string): WorkbookRefused {
  return new WorkbookRefused('broken-workbook', `「${path}」：${reason}`);
}
