import type { FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { ColumnMapping } from './mapping.ts';
import type { ReadText } from './read-rows.ts';
import { isNothing, oneLine } from './text-forms.ts';
import type { Findings, Place } from './understood.ts';
import { readYearLabel } from './year-label.ts';

/** A figure of an indicator as a cell gives it. */
export interface FigureCell {
  readonly label: string;
  fiscalYear: FiscalYear | null;
  printed: string;
  asOf: string | null;
  readonly place: Place;
  readonly read: ReadText;
}

/** Reads a figure and its year: from the brackets in the cell, else from the mapping or the heading. */
export function figureFrom(read: ReadText, mapping: ColumnMapping, findings: Findings): FigureCell {
  const steps = [...read.steps];
  let printed = read.text.split('\n').map((line) => line.trim()).join('');
  if (printed !== read.text) steps.push('改行を除いた');
  const headed = readYearLabel(mapping.heading);
  let year = mapping.fiscalYear ?? headed?.fiscalYear ?? null;
  let asOf = headed && headed.fiscalYear === year ? headed.asOf : null;
  if (headed?.assumption && headed.fiscalYear === year) steps.push(headed.assumption);
  const bracket = /[（(]([^（）()]*[0-9０-９元][^（）()]*)[)）]$/.exec(printed);
  const own = bracket ? readYearLabel(bracket[1]!) : null;
  if (bracket && own) {
    year = own.fiscalYear;
    asOf = own.asOf;
    printed = printed.slice(0, bracket.index).trim();
    steps.push(`括弧の中（${bracket[1]!}）を値の年度と読んだ`);
  }
  if (isNothing(printed)) {
    if (!/^(未定|該当なし)$/.test(printed)) printed = '－';
    steps.push('値がないことを表すと読んだ');
  }
  findings.read(read.place, read.heading, mapping.role === 'indicator-baseline' ? '基準値' : mapping.role === 'indicator-target' ? '目標値' : '実績値', read.text, `${printed}（${year ?? '年度不明'}）`, steps);
  return { label: oneLine(mapping.heading).replaceAll('／', ''), fiscalYear: year, printed, asOf, place: read.place, read };
}

/**
 * Shares that are stored as 0.227 in a plain format while the unit is ％: read as 22.7 where no figure of the indicator is over 1,
 * and named as a warning, because 0.227 ％ would look the same.
 */
export function settleShares(figures: readonly (FigureCell | null)[], unit: string | null, findings: Findings): void {
  if (unit === null || !/^[%％]$/.test(unit)) return;
  const plain = figures.filter((figure) => figure !== null).filter(({ read }) => read.source.kind === 'number');
  const values = plain.map(({ read }) => Number(read.source.value));
  if (!values.some((value) => value > 0 && value < 1) || values.some((value) => value < 0 || value > 1) || figures.some((figure) => figure && figure.read.source.kind === 'text' && /\d{2}/.test(figure.printed))) return;
  for (const figure of plain) {
    const share = String(Number((Number(figure.read.source.value) * 100).toPrecision(12)));
    if (figure.printed === share) continue;
    findings.read(figure.place, figure.read.heading, '割合', figure.printed, share, ['単位が％で、値がすべて１以下のため、100倍した']);
    findings.problem('share', figure.place, `「${figure.printed}」は、単位が％のため${share}％と読みました。`, '違うときは、値を％の数で入力し直してください。', 'warning');
    figure.printed = share;
  }
}
