import { longestCell, tooLongForCell } from '../../domain/survey/tables.ts';
import { defuse } from '../csv/csv-text.ts';

// Characters that XML has no room for, and an underscore that would look like such an escape when it is read.
const unwritable = /_(?=x[0-9A-Fa-f]{4})|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text as a cell carries it whole: what a spreadsheet would run is defused, what XML cannot carry is written as Excel itself
 * writes it (_x0000_). Read back, it is the text as typed. A text that no cell has room for is told, and not cut off.
 */
export function textForCell(text: string): string {
  const safe = defuse(text);
  if (safe.length > longestCell) return tooLongForCell;
  return safe.replaceAll(unwritable, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}
