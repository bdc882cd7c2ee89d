import type { GridCell, Sheet } from '../../domain/plan-import/grid.ts';
import type { WorkbookLimits } from './limits.ts';
import { WorkbookRefused } from './refusal.ts';

export const delimiterNames: Readonly<Record<string, string>> = { ',': 'コンマ', '\t': 'タブ', ';': 'セミコロン' };

/** Reads CSV or TSV as one sheet. Line breaks inside quotes belong to the cell. */
export function readDelimited(text: string, name: string, limits: WorkbookLimits): { readonly sheet: Sheet; readonly delimiter: string } {
  const whole = text.replace(/^\ufeff/, '').replace(/\u001a$/, '');
  if (whole.includes('\u0000')) throw new WorkbookRefused('not-a-workbook');
  if (whole.trim() === '') throw new WorkbookRefused('empty-file');
  if (whole.length > limits.characters) throw new WorkbookRefused('too-many-strings', `${limits.characters.toLocaleString('ja-JP')}文字`);
  const delimiter = findDelimiter(whole);
  const cells: GridCell[] = [];
  let written = 0;
  for (const { row, column, text: field } of fieldsOf(whole, delimiter)) {
    written += 1;
    if (written > limits.writtenCells) throw new WorkbookRefused('too-many-cells', limits.writtenCells.toLocaleString('ja-JP'));
    if (field.trim() === '') continue;
    if (cells.length >= limits.filledCells) throw new WorkbookRefused('too-many-filled', limits.filledCells.toLocaleString('ja-JP'));
    cells.push(cellOf(row, column, field));
  }
  return { sheet: { name, state: 'visible', cells, merges: [], hiddenRows: [], hiddenColumns: [] }, delimiter };
}

/** ="01" is how a CSV keeps Excel from making a number of 01: a text, not a formula. */
function cellOf(row: number, column: number, field: string): GridCell {
  const kept = /^="([^"]*)"$/.exec(field)?.[1];
  const text = (kept ?? field).replace(/\r\n?/g, '\n');
  const bare = text.trim();
  const cell = (kind: GridCell['kind'], value: string | number): GridCell => ({ row, column, text, value, kind, formula: false });
  if (kept === undefined && /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(bare)) return cell('number', Number(bare));
  const percent = kept === undefined ? /^(-?\d{1,12}(?:\.\d{1,12})?)[%％]$/.exec(bare) : null;
  return percent ? cell('percent', Number((Number(percent[1]) / 100).toPrecision(15))) : cell('text', text);
}

interface Field {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Whether its quotes stand where they belong: around the whole or nowhere. */
  readonly tidy: boolean;
}

/** The fields in order. A quote counts only where a field begins. @throws WorkbookRefused when a quote never closes */
function* fieldsOf(text: string, delimiter: string): Generator<Field> {
  let row = 0;
  let column = 0;
  let line = 1;
  let at = 0;
  while (at < text.length) {
    let field = '';
    const start = at;
    if (text[at] === '"') {
      const opened = line;
      let from = at + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote < 0) throw new WorkbookRefused('open-quote', String(opened));
        field += text.slice(from, quote);
        if (text[quote + 1] !== '"') {
          at = quote + 1;
          break;
        }
        field += '"';
        from = quote + 2;
      }
      line += field.split('\n').length - 1;
    }
    const end = endOfField(text, at, delimiter);
    const quoted = at > start;
    field += text.slice(at, end);
    yield { row, column, text: field, tidy: quoted ? at === end : !field.includes('"') };
    at = end;
    if (text[at] === delimiter) {
      column += 1;
      at += 1;
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    row += 1;
    line += 1;
    column = 0;
  }
}

function endOfField(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === delimiter || text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}

/** The delimiter under which most of the first lines have the same number of fields, more than one, and quotes stand where they belong. */
function findDelimiter(text: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of Object.keys(delimiterNames)) {
    const widths: number[] = [];
    let untidy = 0;
    try {
      for (const { row, column, tidy } of fieldsOf(text.slice(0, 200_000), delimiter)) {
        if (row >= 50) break;
        widths[row] = column + 1;
        if (!tidy) untidy += 1;
      }
    } catch (error) {
      if (!(error instanceof WorkbookRefused)) throw error;
    }
    const counts = Map.groupBy(widths.filter((width) => width > 1), (width) => width);
    const [width, same] = [...counts].sort((a, b) => b[1].length - a[1].length)[0] ?? [0, []];
    const score = (same.length * (1 + width / 100)) / (1 + untidy);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
