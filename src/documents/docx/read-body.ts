import type { SizedText } from './count-lines.ts';
import { type Look, lookOf } from './looks.ts';

/** A paragraph as it is laid out. Lengths in points. */
export interface LaidParagraph {
  readonly kind: 'paragraph';
  readonly look: Look;
  readonly texts: readonly SizedText[];
  readonly pageBreakBefore: boolean;
  readonly bookmarks: readonly string[];
}

export interface LaidRow {
  readonly cells: readonly { readonly width: number; readonly paragraphs: readonly LaidParagraph[] }[];
  /** Whether it stays on the page of the next one. */
  readonly keepNext: boolean;
}

export interface LaidTable {
  readonly kind: 'table';
  /** The first row is repeated on every page. */
  readonly rows: readonly LaidRow[];
}

export type LaidBlock = LaidParagraph | LaidTable;

/** An element as the library formats it: `{name: attributes}`, or `{name: [{_attr}, child, …]}`. */
type Element = Readonly<Record<string, unknown>>;

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null && !Array.isArray(value);
const childrenOf = (element: Element, name: string): Element[] => (Array.isArray(element[name]) ? (element[name] as unknown[]).filter(isElement) : []);
const childOf = (children: readonly Element[], name: string): Element | undefined => children.find((child) => name in child);

function attributesOf(element: Element | undefined, name: string): Readonly<Record<string, unknown>> {
  const content = element?.[name];
  const holder: unknown = Array.isArray(content) ? content.find((child) => isElement(child) && '_attr' in child) : content;
  return isElement(holder) && isElement(holder['_attr']) ? holder['_attr'] : {};
}

/** The blocks of a formatted body, those of the contents among them. */
export function readBody(body: Element): LaidBlock[] {
  return childrenOf(body, 'w:body').flatMap(readBlock);
}

function readBlock(element: Element): LaidBlock[] {
  if ('w:p' in element) return [readParagraph(element)];
  if ('w:tbl' in element) return [{ kind: 'table', rows: childrenOf(element, 'w:tbl').filter((child) => 'w:tr' in child).map(readRow) }];
  if ('w:sdt' in element) return childrenOf(element, 'w:sdt').flatMap((child) => childrenOf(child, 'w:sdtContent').flatMap(readBlock));
  return [];
}

function readRow(row: Element): LaidRow {
  const cells = childrenOf(row, 'w:tr').filter((child) => 'w:tc' in child).map((cell) => {
    const children = childrenOf(cell, 'w:tc');
    const width = Number(attributesOf(childOf(childrenOf(childOf(children, 'w:tcPr') ?? {}, 'w:tcPr'), 'w:tcW'), 'w:tcW')['w:w']) / 20;
    return { width, paragraphs: children.filter((child) => 'w:p' in child).map(readParagraph) };
  });
  return { cells, keepNext: cells.some(({ paragraphs }) => paragraphs.some(({ look }) => look.keepNext)) };
}

function readParagraph(element: Element): LaidParagraph {
  const children = childrenOf(element, 'w:p');
  const properties = childrenOf(childOf(children, 'w:pPr') ?? {}, 'w:pPr');
  const style = attributesOf(childOf(properties, 'w:pStyle'), 'w:pStyle')['w:val'];
  const spacing = attributesOf(childOf(properties, 'w:spacing'), 'w:spacing');
  const indent = attributesOf(childOf(properties, 'w:ind'), 'w:ind');
  const points = (value: unknown, otherwise: number) => (value === undefined ? otherwise : Number(value) / 20);
  const look = lookOf(typeof style === 'string' ? style : 'Normal', childOf(properties, 'w:numPr') !== undefined);
  const keepNext = childOf(properties, 'w:keepNext');
  const texts: SizedText[] = [];
  const bookmarks: string[] = [];
  readRuns(children, look.size, texts, bookmarks);
  return {
    kind: 'paragraph', texts, bookmarks, pageBreakBefore: childOf(properties, 'w:pageBreakBefore') !== undefined,
    look: {
      ...look,
      before: points(spacing['w:before'], look.before), after: points(spacing['w:after'], look.after),
      left: points(indent['w:left'], look.left),
      first: indent['w:hanging'] === undefined ? points(indent['w:firstLine'], look.first) : -points(indent['w:hanging'], 0),
      keepNext: keepNext === undefined ? look.keepNext : isOn(attributesOf(keepNext, 'w:keepNext')['w:val']),
    },
  };
}

function isOn(value: unknown): boolean {
  return value !== false && value !== 'false' && value !== 0 && value !== '0' && value !== 'off';
}

/** Texts and bookmarks in their order; a page number that is still to be filled in takes two digits. */
function readRuns(children: readonly Element[], size: number, texts: SizedText[], bookmarks: string[]): void {
  for (const child of children) {
    if ('w:bookmarkStart' in child) bookmarks.push(String(attributesOf(child, 'w:bookmarkStart')['w:name']));
    if ('w:hyperlink' in child) readRuns(childrenOf(child, 'w:hyperlink'), size, texts, bookmarks);
    if (!('w:r' in child)) continue;
    const run = childrenOf(child, 'w:r');
    const own = attributesOf(childOf(childrenOf(childOf(run, 'w:rPr') ?? {}, 'w:rPr'), 'w:sz'), 'w:sz')['w:val'];
    const sized = own === undefined ? size : Number(own) / 2;
    for (const part of run) {
      if ('w:tab' in part) texts.push({ text: '\t', size: sized });
      if ('w:t' in part) texts.push({ text: (part['w:t'] as unknown[]).filter((text) => typeof text === 'string').join(''), size: sized });
      if ('w:instrText' in part && JSON.stringify(part).includes('PAGEREF')) texts.push({ text: '00', size: sized });
    }
  }
}
