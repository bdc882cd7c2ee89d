import type { CellStyle, WriteSheet } from 'hucre/xlsx';
import { sheetFont } from '../xlsx/sheet.ts';

const thin = { style: 'thin', color: { rgb: '8A94A0' } } as const;
const box = { top: thin, bottom: thin, left: thin, right: thin };
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } } as const);
const wrapped = { vertical: 'top', wrapText: true } as const;

/** Where the department writes; said in the guide too, and never by colour alone: the headings carry the word 記入. */
export const answerFill = 'FFF8DC';
const headerFill = 'DDE6F0';
const closedFill = 'ECEEF0';

export const styles = {
  title: { font: { ...sheetFont, size: 14, bold: true }, alignment: { vertical: 'center' } },
  note: { font: { ...sheetFont, color: { rgb: '3F4954' } }, alignment: { vertical: 'center' } },
  mark: { font: { ...sheetFont, size: 8 } },
  header: { font: { ...sheetFont, bold: true }, fill: fill(headerFill), border: box, alignment: { vertical: 'center', wrapText: true } },
  answerHeader: { font: { ...sheetFont, bold: true }, fill: fill('F3E3A3'), border: box, alignment: { vertical: 'center', wrapText: true } },
  fixed: { font: sheetFont, border: box, alignment: wrapped, numFmt: '@' },
  small: { font: { ...sheetFont, size: 9 }, border: box, alignment: wrapped, numFmt: '@' },
  strong: { font: { ...sheetFont, bold: true }, border: box, alignment: wrapped, numFmt: '@' },
  answer: { font: sheetFont, fill: fill(answerFill), border: box, alignment: wrapped, numFmt: '@', protection: { locked: false } },
  closed: { font: sheetFont, fill: fill(closedFill), border: box, alignment: wrapped, numFmt: '@' },
  plain: { font: sheetFont, alignment: wrapped },
  label: { font: { ...sheetFont, bold: true }, fill: fill(headerFill), border: box, alignment: wrapped },
  heading: { font: { ...sheetFont, size: 12, bold: true }, alignment: { vertical: 'center' } },
} as const satisfies Readonly<Record<string, CellStyle>>;

/** Keeps what is printed from being typed over by mistake; heights, widths and filters stay free. It has no password: it is no lock. */
export const protection: NonNullable<WriteSheet['protection']> = {
  sheet: true, objects: true, scenarios: true, selectLockedCells: true, selectUnlockedCells: true, formatCells: true, formatColumns: true, formatRows: true, autoFilter: true,
};
