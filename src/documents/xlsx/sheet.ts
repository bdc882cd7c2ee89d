import type { CellStyle, CellValue as SheetValue, WriteSheet } from 'hucre/xlsx';
import { colToLetter } from 'hucre/xlsx';
import { defuse } from '../csv/csv-text.ts';
import type { CellValue, ColumnDefinition, ColumnType, Table } from '../csv/tables/column.ts';

/** The fonts that Japanese Windows and Mac both have with Office. */
export const sheetFont = { name: '游ゴシック', size: 10 } as const;

/** Widths are counted in half-width characters, heights in points. */
const narrowest = 6;
const medium = 32;
/** A table of so few columns has room for wide ones. */
const few = 6;
const widest = 70;
const lineHeight = 17;
/** Excel draws no row higher than this. */
const highestRow = 409;
/** A page of A4 landscape stays readable with this many characters across; wider sheets go over several pages. */
const pageWidth = 300;

const hair = { style: 'hair', color: { rgb: '8A94A0' } } as const;
const thin = { style: 'thin', color: { rgb: '5A6572' } } as const;
const cellBorder = { top: hair, bottom: hair, left: hair, right: hair };
const headerStyle: CellStyle = {
  font: { ...sheetFont, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE6F0' } },
  border: { top: thin, bottom: thin, left: thin, right: thin },
  alignment: { vertical: 'center', wrapText: true },
};
const styleOf = (type: ColumnType): CellStyle => ({
  font: sheetFont,
  border: cellBorder,
  alignment: { vertical: 'top', wrapText: true, horizontal: type === 'integer' || type === 'number' ? 'right' : 'left' },
  ...(type === 'integer' ? { numFmt: '0' } : type === 'number' ? {} : { numFmt: '@' }),
});

/** A table as a sheet to be read, filtered and printed: header frozen and repeated, texts typed as texts, numbers as numbers. */
export function sheetOf(table: Table, name: string, headline: string, frozenColumns: number): WriteSheet {
  const header = table.columns.map((column) => column.name);
  const rows = table.records.map((record) => record.map(sheetValue));
  const widths = table.columns.map((column, index) => columnWidth(column, rows.map((row) => row[index] ?? null), table.columns.length > few ? medium : widest));
  const lastColumn = colToLetter(table.columns.length - 1);
  const heights = [headerHeight(header, widths), ...rows.map((row) => rowHeight(row, widths))];
  return {
    name,
    columns: table.columns.map(({ type }, index) => ({ width: widths[index]!, style: styleOf(type) })),
    rows: [header, ...rows],
    cells: new Map(header.map((text, column) => [`0,${column}`, { value: text, type: 'string' as const, style: headerStyle }])),
    rowDefs: new Map(heights.map((height, row) => [row, { height }])),
    freezePane: { rows: 1, columns: frozenColumns },
    autoFilter: { range: `A1:${lastColumn}${rows.length + 1}` },
    pageSetup: {
      paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToHeight: 0,
      fitToWidth: Math.max(1, Math.ceil(widths.reduce((sum, width) => sum + width, 0) / pageWidth)),
      margins: { top: 0.75, bottom: 0.75, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
      printTitlesRow: '$1:$1',
      ...(frozenColumns > 0 ? { printTitlesColumn: `$A:$${colToLetter(frozenColumns - 1)}` } : {}),
    },
    headerFooter: { oddHeader: `&L${forHeader(headline)}&R${forHeader(name)}`, oddFooter: '&C&P／&N' },
    a11y: { summary: table.description, headerRow: 0 },
  };
}

function sheetValue(value: CellValue): SheetValue {
  return typeof value === 'string' ? defuse(value) : value;
}

/** In a header of Excel & begins a code. */
function forHeader(text: string): string {
  return text.replaceAll('&', '&&');
}

/** Full-width characters count two. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 1 : 2), 0);
}

function columnWidth({ name }: ColumnDefinition, values: readonly SheetValue[], cap: number): number {
  const content = Math.max(0, ...values.map((value) => textWidth(String(value ?? ''))));
  // A long header wraps; the arrow of the filter takes three characters.
  const header = Math.min(textWidth(name), Math.max(8, Math.ceil(textWidth(name) / 3))) + 4;
  const wrapped = content > 2 * widest ? widest : Math.min(content, cap);
  return Math.max(narrowest, header, wrapped + 3);
}

function linesIn(value: SheetValue, width: number): number {
  // A line ends early where a full-width character or a sign that may not begin a line does not fit.
  const text = textWidth(String(value ?? ''));
  return text <= width - 3 ? 1 : Math.ceil(text / Math.max(2, width - 5));
}

function rowHeight(row: readonly SheetValue[], widths: readonly number[]): number {
  const lines = Math.max(...row.map((value, index) => linesIn(value, widths[index]!)));
  return Math.min(highestRow, lines * lineHeight + 3);
}

function headerHeight(header: readonly string[], widths: readonly number[]): number {
  return rowHeight(header, widths.map((width) => width - 1)) + 3;
}
