import { type GridCell, parseCellName, type Sheet } from './grid.ts';
import type { ImportMapping } from './mapping.ts';
import { proposeMapping } from './propose-mapping.ts';
import { proposeTables } from './propose-tables.ts';
import { understand, type Understanding } from './understand.ts';

type Given = string | number | null | Partial<GridCell>;

/** A sheet from its rows; texts, numbers, or cells with a kind of their own. */
export function sheetOf(rows: readonly (readonly Given[])[], { merges = [], ...rest }: Partial<Omit<Sheet, 'merges'>> & { merges?: readonly string[] } = {}): Sheet {
  const cells = rows.flatMap((row, index) => row.flatMap((given, column): GridCell[] => {
    if (given === null || given === '') return [];
    const base = { row: index, column, formula: false };
    if (typeof given === 'string') return [{ ...base, text: given, value: given, kind: 'text' }];
    if (typeof given === 'number') return [{ ...base, text: String(given), value: given, kind: 'number' }];
    return [{ ...base, text: '', value: null, kind: 'text', ...given }];
  }));
  return {
    name: 'Sheet1', state: 'visible', cells, hiddenRows: [], hiddenColumns: [], ...rest,
    merges: merges.map((reference) => {
      const [from, to] = reference.split(':').map((name) => parseCellName(name)!);
      return { top: from!.row, left: from!.column, bottom: to!.row, right: to!.column };
    }),
  };
}

/** Understands sheets with every fact given, under the proposed mapping or one changed by `change`. */
export function understandSheets(sheets: readonly Sheet[], change: (mapping: ImportMapping) => ImportMapping = (mapping) => mapping): Understanding {
  const tables = sheets.flatMap((sheet) => proposeTables(sheet));
  const mapping = proposeMapping(tables, sheets);
  return understand(sheets, tables, change({ ...mapping, municipality: { ...mapping.municipality, code: '132195', name: '見本市' }, plan: { id: 'plan', title: '見本計画' } }));
}

/** Problems as 「B3 code」. */
export function placesOf({ problems }: Understanding): string[] {
  return problems.map(({ sheet, cell, code }) => `${sheet === null ? '-' : cell} ${code}`);
}

/** Understands one sheet with what it gave last year. */
export function understandAgain(sheet: Sheet, mapping: ImportMapping): Understanding {
  return understand([sheet], proposeTables(sheet), mapping);
}
