import type { Sheet } from './grid.ts';
import type { TableMapping } from './mapping.ts';
import { type ProposedTable, proposeTables } from './propose-tables.ts';

/** The tables of all sheets, with the headers that a person has given: on a sheet with one of them no others are looked for. */
export function tablesUnder(sheets: readonly Sheet[], mappings: readonly Pick<TableMapping, 'sheet' | 'headerRows'>[]): ProposedTable[] {
  return sheets.flatMap((sheet) => {
    const given = mappings.flatMap(({ sheet: name, headerRows }) => (name === sheet.name && headerRows ? [{ from: headerRows.from - 1, to: headerRows.to - 1 }] : []));
    return proposeTables(sheet, given);
  });
}
