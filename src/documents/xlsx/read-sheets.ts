import type { Sheet } from '../../domain/open-data/data-table.ts';
import { unpackZip } from '../zip/repack-zip.ts';

// What a program sees in a workbook that this program wrote itself, taken from its XML; not for workbooks from outside.

/** The sheets of a workbook of ours, as the check for machine readability wants them. */
export function readSheets(bytes: Uint8Array): Sheet[] {
  const files = unpackZip(bytes);
  const text = (path: string) => new TextDecoder().decode(files.get(path) ?? new Uint8Array());
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, entry = '']) => [...entry.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, part = '']) => unescape(part)).join(''));
  const targets = new Map([...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]));
  const strays = [...files.keys()].filter((path) => /^xl\/(drawings|media|comments|charts|embeddings)/.test(path)).length;
  return [...text('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => {
    const xml = text(`xl/${targets.get(attribute(tag, 'r:id')) ?? ''}`.replace('xl//xl/', 'xl/'));
    const rows = readRows(xml, shared);
    const [first = [], ...rest] = rows;
    const header = first.map(({ value }) => value);
    return {
      name: unescape(attribute(tag, 'name')), header,
      records: rest.map((cells) => cells.map(({ value }) => value)),
      merged: count(xml, /<mergeCell\b/g), formulas: count(xml, /<f\b/g),
      hidden: count(xml, /\b(?:hidden|collapsed)="(?:1|true)"/g) + count(xml, /\boutlineLevel="[1-9]"/g) + (/\bstate="(?:hidden|veryHidden)"/.test(tag) ? 1 : 0),
      objects: strays + count(xml, /<(?:drawing|legacyDrawing|picture|oleObject)\b/g),
      unevenColumns: header.filter((_name, index) => new Set(rest.map((cells) => cells[index]?.style ?? '')).size > 1),
    };
  });
}

interface Cell { readonly value: string; readonly style: string }

function readRows(xml: string, shared: readonly string[]): Cell[][] {
  return [...xml.matchAll(/<row\b[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = '']) => {
    const cells: Cell[] = [];
    for (const [whole, attributes = '', inner = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = columnIndex(attribute(whole, 'r'));
      while (cells.length < column) cells.push({ value: '', style: '' });
      const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? [...inner.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, part = '']) => part).join('');
      cells.push({ value: / t="s"/.test(attributes) ? (shared[Number(value)] ?? '') : unescape(value), style: attribute(whole, 's') });
    }
    return cells;
  });
}

/** A is 0, AA is 26. */
function columnIndex(place: string): number {
  return [...place.replace(/\d/g, '')].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
