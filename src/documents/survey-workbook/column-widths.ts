import { textWidth } from '../xlsx/sheet.ts';
import type { WrittenTable } from './survey-rows.ts';

/** Widths are counted in half-width characters, as Excel does. */
const fixedWidths: Readonly<Record<string, number>> = {
  key: 10, department: 12, number: 6, outcome: 11, selfAssessment: 12, state: 10,
  effectPrinted: 20, effectKind: 10, effectMethod: 60, baseline: 14, target: 14, printed: 16, series: 16, alternative: 10, alternativeSeries: 14, asOf: 17, standing: 11,
};
/** A page of A4 landscape stays readable with this many characters across. */
const pageWidth = 184;
const narrowest = 18;
/** A column that is written in needs room, whatever stands in it now. */
const widthToWrite = 26;
const smallTitle = 16;

/** The width of each visible column: those of long texts share what the page has left, by how much they hold. */
export function columnWidths({ columns, rows, table }: WrittenTable): number[] {
  const given = columns.map(({ key }) => (key === 'title' ? smallTitle + (table === 'progress' ? 0 : 8) : fixedWidths[key]));
  const left = pageWidth - given.reduce((sum: number, width, index) => sum + (columns[index]?.key === 'key' ? 0 : (width ?? 0)), 0);
  // The square root: a text of four times the length wants a column of twice the width, so that its row does not become tall.
  const wants = columns.map(({ key, answer }, index) => (given[index] === undefined ? Math.max(answer ? (key === 'text' ? 26 : 17) : 8, Math.sqrt(longest(rows.map(({ cells }) => cells[key] ?? '')))) : 0));
  const all = wants.reduce((sum, want) => sum + want, 0);
  return columns.map(({ answer }, index) => given[index] ?? Math.max(answer ? widthToWrite : narrowest, Math.floor((left * (wants[index] ?? 0)) / all)));
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(textWidth));
}

const lineHeight = 16.5;
/** Excel draws no row higher than this. */
const highestRow = 409;
/** A row that is written in has this many lines at least. */
const linesToWrite = 6;

/** Height in points of a row whose texts are wrapped in their columns. */
export function rowHeight(texts: readonly string[], widths: readonly number[], fewest = 1): number {
  const lines = Math.max(fewest, ...texts.map((text, index) => linesIn(text, widths[index] ?? narrowest)));
  return Math.min(highestRow, lines * lineHeight + 4);
}

/** The same for a row of a table: what is only to be read is set smaller, and what is to be written has room. */
export function tableRowHeight({ columns, table }: WrittenTable, texts: readonly string[], widths: readonly number[], open: boolean): number {
  const shown = columns.map(({ key }, index) => ({ key, text: texts[index] ?? '', width: widths[index] ?? narrowest })).filter(({ key }) => key !== 'key');
  const lines = shown.map(({ key, text, width }) => (smallColumns.has(key) ? linesIn(text, width / smaller) * smaller : linesIn(text, width)));
  const fewest = !open || table === 'effects' ? 1 : table === 'indicators' ? 3 : linesToWrite;
  return Math.min(highestRow, Math.max(fewest, ...lines) * lineHeight + 4);
}

/** Columns that are only read, in smaller letters. */
export const smallColumns = new Set(['description', 'lastYear']);
/** Size of their letters to those of the others. */
const smaller = 0.9;

/** A line ends early where a full-width character does not fit any more. */
function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / Math.max(2, width - 1))), 0);
}
