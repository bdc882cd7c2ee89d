import { type Figure, readFigure } from '../domain/indicator/figure.ts';

/**
 * A figure out of its stored columns. Only the printed form is stored; what it says is read anew each time, so the two
 * can never disagree, and a better reader serves old rows too. Published editions keep what was read on their day.
 */
export function figureFromColumns(columns: Pick<Figure, 'label' | 'fiscalYear' | 'asOf' | 'printed'>): Figure {
  const read = readFigure(columns.printed);
  if (!read) throw new Error(`The stored figure ${JSON.stringify(columns.printed)} cannot be read; its parser let it in once.`);
  return { ...read, ...columns };
}
