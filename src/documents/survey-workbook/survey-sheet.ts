import type { Cell, CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';
import { colToLetter } from 'hucre/xlsx';
import { seriesColumns, sheetNames } from '../../domain/survey/tables.ts';
import { columnWidths, rowHeight, smallColumns, tableRowHeight } from './column-widths.ts';
import { protection, styles } from './cell-styles.ts';
import { seriesList } from './identity-sheet.ts';
import { markOf, toWrite } from './marks.ts';
import type { WrittenTable } from './survey-rows.ts';
import { textForCell } from './text-for-cell.ts';

/** Rows above the table: title, note, headings. What is hidden stands below and to the right of it, where it shifts nothing that stays in sight. */
const headerRow = 2;
/** Columns that stay in sight. */
const keptInSight = new Set(['department', 'number', 'title']);
const bold = new Set(['number', 'title', 'order']);

export interface SurveySheetTexts {
  readonly title: string;
  readonly note: string;
  /** Above each printed page, left. */
  readonly headline: string;
  /** Where the choices of a column stand: 識別情報!$D$2:$D$5. */
  readonly choices: Readonly<Partial<Record<string, string>>>;
}

/** A table as a sheet: only the cells of the answers open, header in sight and on every page, A4 landscape. */
export function surveySheet(written: WrittenTable, { title, note, headline, choices }: SurveySheetTexts): WriteSheet {
  const { table, columns, rows } = written;
  const name = sheetNames[table];
  const widths = columnWidths(written);
  const visible = <T>(values: readonly T[]): T[] => values.filter((_, index) => columns[index]?.key !== 'key');
  const lines: { readonly texts: readonly string[]; readonly styles: readonly CellStyle[]; readonly height: number; readonly hidden?: boolean }[] = [
    { texts: [title], styles: [styles.title], height: 26 },
    { texts: [note], styles: [styles.note], height: 18 },
    {
      texts: columns.map(({ heading, answer }) => (answer ? `${heading}\n${toWrite}` : heading)), styles: columns.map(({ answer }) => (answer ? styles.answerHeader : styles.header)),
      height: Math.max(24, rowHeight(visible(columns.map(({ heading, answer }) => (answer ? `${heading}\n${toWrite}` : heading))), visible(widths).map((width) => width - 1)) + 4),
    },
    ...rows.map(({ cells, open, seriesOf }) => {
      const opens = (key: string) => open && (seriesOf !== null || !(key in seriesColumns));
      const texts = columns.map(({ key }) => cells[key] ?? '');
      return {
        texts: texts.map(textForCell), height: tableRowHeight(written, texts, widths, open),
        styles: columns.map(({ key, answer }) => (answer ? (opens(key) ? styles.answer : styles.closed) : bold.has(key) ? styles.strong : smallColumns.has(key) && table === 'progress' ? styles.small : styles.fixed)),
      };
    }),
    { texts: columns.map(({ key }) => markOf(table, key)), styles: columns.map(() => styles.mark), height: 15, hidden: true },
  ];
  const last = headerRow + rows.length;
  const frozen = columns.filter(({ key }) => keptInSight.has(key)).length;
  return {
    name,
    columns: columns.map(({ key }, index) => ({ width: widths[index] ?? 10, hidden: key === 'key' })),
    rows: lines.map(({ texts }) => texts.map(() => null)),
    cells: new Map(lines.flatMap(({ texts, styles: own }, row) => texts.map((text, column): [string, Partial<Cell>] => [
      `${row},${column}`, { ...(text === '' ? { value: null } : { value: text, type: 'string' }), ...(own[column] ? { style: own[column] } : {}) },
    ]))),
    rowDefs: new Map(lines.map(({ height, hidden = false }, row) => [row, { height, hidden }])),
    dataValidations: columns.flatMap(({ key }, index): DataValidation[] => {
      const letter = colToLetter(index);
      if (key === 'series' || key === 'alternativeSeries') return rows.flatMap(({ seriesOf }, row) => (seriesOf === null ? [] : [choiceOf(choices[seriesList(seriesOf)] ?? '', `${letter}${headerRow + 2 + row}`)]));
      const range = choices[key];
      return range === undefined || rows.length === 0 ? [] : [choiceOf(range, `${letter}${headerRow + 2}:${letter}${last + 1}`)];
    }),
    freezePane: { rows: headerRow + 1, columns: frozen },
    autoFilter: { range: `A${headerRow + 1}:${colToLetter(columns.length - 1)}${last + 1}` },
    protection,
    view: { showGridLines: false, zoomScale: 100 },
    pageSetup: {
      paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0,
      margins: { top: 0.7, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 }, printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`,
    },
    headerFooter: { oddHeader: `&L${forHeader(headline)}&R${forHeader(name)}`, oddFooter: '&C&P／&N' },
    a11y: { summary: title, headerRow },
  };
}

function choiceOf(formula1: string, range: string): DataValidation {
  return {
    type: 'list', formula1, range, allowBlank: true, showErrorMessage: true, errorStyle: 'stop', errorTitle: '選択肢にありません', errorMessage: '▼を押して、一覧から選んでください。',
  };
}

/** In a header of Excel & begins a code, and all of it holds 255 characters. */
export function forHeader(text: string): string {
  const short = text.length > 90 ? `${text.slice(0, 89).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return short.replaceAll('&', '&&');
}
