import type { TableMapping } from './mapping.ts';
import type { ProposedTable } from './propose-tables.ts';
import { bareHeading } from './text-forms.ts';

export interface PairedTables {
  readonly pairs: readonly { readonly table: ProposedTable; readonly tableMapping: TableMapping }[];
  /** Tables that no mapping speaks of. */
  readonly left: readonly ProposedTable[];
  /** Mappings whose table is not there. */
  readonly lost: readonly TableMapping[];
}

/** Finds for each table of a mapping the table that is meant: on its sheet, else anywhere, by the headings that they share. */
export function pairTables(tables: readonly ProposedTable[], mappings: readonly TableMapping[]): PairedTables {
  const left = new Set(tables);
  const headingsOf = new Map(tables.map((table) => [table, new Set(table.columns.map(({ heading }) => bareHeading(heading)))]));
  const pairs: { table: ProposedTable; tableMapping: TableMapping }[] = [];
  const lost: TableMapping[] = [];
  // Tables that are not used claim theirs too, so that nobody else takes them.
  for (const tableMapping of mappings) {
    const wanted = tableMapping.columns.filter(({ role }) => role !== 'ignore' || !tableMapping.use).map(({ heading }) => bareHeading(heading));
    const score = (table: ProposedTable) => {
      const headings = headingsOf.get(table)!;
      return wanted.filter((heading) => headings.has(heading)).length / Math.max(1, wanted.length) + (table.sheet === tableMapping.sheet ? 0.3 : 0);
    };
    let best: { readonly table: ProposedTable; readonly score: number } | null = null;
    for (const table of left) {
      const own = score(table);
      if (!best || own > best.score) best = { table, score: own };
    }
    if (best && best.score >= 0.5) {
      left.delete(best.table);
      pairs.push({ table: best.table, tableMapping });
    } else lost.push(tableMapping);
  }
  return { pairs, left: [...left], lost };
}
