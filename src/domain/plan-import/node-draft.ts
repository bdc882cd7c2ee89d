import type { ParagraphRow, VariantRow } from '../plan/plan-bundle.ts';
import type { ItemNumber } from './numbering.ts';
import type { NamedOwner } from './owners.ts';
import type { ReadText } from './read-rows.ts';
import { cellName } from './grid.ts';
import { bareHeading } from './text-forms.ts';
import type { Place } from './understood.ts';

/** An element of the plan while it is being put together from cells. */
export interface NodeDraft {
  readonly depth: number;
  readonly parent: NodeDraft | null;
  readonly children: NodeDraft[];
  number: ItemNumber | null;
  readonly title: string;
  /** The title without widths and blanks, by which titles are compared. */
  readonly key: string;
  readonly place: Place;
  numberPlace: Place | null;
  readonly alsoPrinted: VariantRow[];
  readonly owners: { owner: NamedOwner; place: Place }[];
  /** The cells of owners as typed. */
  readonly ownersPrinted: string[];
  readonly description: { row: ParagraphRow; place: Place }[];
  readonly report: { row: ParagraphRow; place: Place }[];
  /** Whether the element says that it is listed again (再掲), and where it says so. */
  relisting: { place: Place; hint: string } | null;
  /** Cells that were taken already: a merged cell is met once a row. */
  readonly taken: Set<string>;
  id: string;
}

export function newNode(depth: number, parent: NodeDraft | null, number: ItemNumber | null, title: string, place: Place, numberPlace: Place | null): NodeDraft {
  return { depth, parent, children: [], number, title, key: bareHeading(title), place, numberPlace, alsoPrinted: [], owners: [], ownersPrinted: [], description: [], report: [], relisting: null, taken: new Set(), id: '' };
}

/** Whether the cell is new to this element. */
export function takeOnce(node: NodeDraft, { source }: ReadText, sheet: string): boolean {
  const key = `${sheet}!${cellName(source.row, source.column)}`;
  if (node.taken.has(key)) return false;
  node.taken.add(key);
  return true;
}


/** Elements depth first, as they stand in the plan. */
export function* walk(nodes: readonly NodeDraft[]): Generator<NodeDraft> {
  for (const node of nodes) {
    yield node;
    yield* walk(node.children);
  }
}
