import type { CalendarDate, FiscalYear } from '../fiscal-year/fiscal-year.ts';
import { lastDayOf } from '../fiscal-year/fiscal-year.ts';

export type Comparator = 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'about';

/** What a printed figure says, read out of its printed form. Source: product.md, rule 3. */
export interface ReadFigure {
  /** Null when the cell says that there is no figure yet (未確定, －); zero is a value. */
  readonly value: number | null;
  /** The upper end where a range is printed (80～90). */
  readonly upper: number | null;
  /** The figure in brackets: 60.3 of 37.0（60.3）. */
  readonly alternative: number | null;
  readonly comparator: Comparator | null;
  /** The unit printed in the cell itself, as printed; null when the cell has none. */
  readonly unit: string | null;
  /** Note marks as printed: ※１. */
  readonly notes: readonly string[];
}

/** A figure of an indicator: when, what was printed, and what that says. */
export interface Figure extends ReadFigure {
  /** Heading of its column as printed: 令和６年度末目標値. */
  readonly label: string;
  readonly fiscalYear: FiscalYear;
  /** The day that the figure is counted on, where it is not the last day of the fiscal year. Source: product.md, rule 2. */
  readonly asOf: CalendarDate | null;
  readonly printed: string;
}

/** The day for which a figure stands: its own as-of date, else the last day of its fiscal year. */
export function dayOf(figure: Pick<Figure, 'asOf' | 'fiscalYear'>): CalendarDate {
  return figure.asOf ?? lastDayOf(figure.fiscalYear);
}

const suffixes: Readonly<Record<string, Comparator>> = { 以上: 'at-least', 以下: 'at-most', 未満: 'less-than', 超: 'more-than', 程度: 'about' };
const number = String.raw`[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const figurePattern = new RegExp(
  String.raw`^(約)?(${number})(?:[~](${number}))?([^\d\s()※以未超程]*)?(以上|以下|未満|超|程度)?([^\d\s()※以未超程]*)?(?:\((${number})([^\d\s()]*)\))?$`,
);
/** No cell of a table holds a longer figure. Characters. */
const longest = 100;
const absent = /^(?:[-―—–ー－‐]|未確定|未定|集計中|算定中|調査中|確認中|該当なし)$/;

/**
 * Reads a printed figure: 「37.0（60.3）※１」「90.0以下 ※３」「０％ ※2」「△1,234」「80～90」「未確定」.
 * Widths are folded only for reading; what was printed is kept beside it.
 *
 * @returns null when the text cannot be read as one figure
 */
export function readFigure(printed: string): ReadFigure | null {
  const notes = printed.match(/[※＊*]\s*[0-9０-９]+/g) ?? [];
  const spaced = foldWidth(printed.replace(/[※＊*]\s*[0-9０-９]+/g, ''));
  if (printed.length > longest || /[\d.,]\s+[\d.,]/.test(spaced)) return null;
  const bare = spaced.replace(/\s+/g, '');
  if (absent.test(bare)) return { value: null, upper: null, alternative: null, comparator: null, unit: null, notes };
  const match = figurePattern.exec(bare);
  if (!match) return null;
  const [, about, lower = '', upper, unitBefore, suffix, unitAfter, alternative] = match;
  const unit = (unitBefore || unitAfter) ?? '';
  return {
    value: toNumber(lower),
    upper: upper === undefined ? null : toNumber(upper),
    alternative: alternative === undefined ? null : toNumber(alternative),
    comparator: suffix ? (suffixes[suffix] ?? null) : about ? 'about' : null,
    unit: unit === '' ? null : asPrinted(unit, printed),
    notes,
  };
}

/** Full-width digits, signs and brackets to half-width; the minus signs of Japanese accounting to -. */
function foldWidth(text: string): string {
  return text
    .replace(/[！-～]/g, (character) => String.fromCodePoint(character.codePointAt(0)! - 0xfee0))
    .replace(/[△▲−－](?=\s*\d)/g, '-')
    .replace(/[〜～]/g, '~')
    .replaceAll('、', ',');
}

/** The unit in the width in which it was printed. */
function asPrinted(unit: string, printed: string): string {
  if (printed.includes(unit)) return unit;
  const wide = unit.replace(/[!-~]/g, (character) => String.fromCodePoint(character.codePointAt(0)! + 0xfee0));
  return printed.includes(wide) ? wide : unit;
}

function toNumber(text: string): number {
  return Number(text.replaceAll(',', ''));
}
