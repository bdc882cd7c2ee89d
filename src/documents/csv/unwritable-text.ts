import type { Edition } from '../../domain/edition/edition.ts';
import { nodeLabel } from '../../domain/edition/reading.ts';
import { defuse } from './csv-text.ts';

/** A text of the edition that a file cannot carry whole. Nothing is cut off or left out in silence. */
export class UnwritableTextError extends Error {
  override readonly name = 'UnwritableTextError';
  /** Where the text stands, in words: 取組項目05「ICT人財の育成」の取組状況の段落p1. */
  readonly place: string;

  constructor(place: string, reason: string) {
    super(`${place}${reason}`);
    this.place = place;
  }
}

// Line breaks would break a record of a CSV; the others cannot stand in XML at all.
const forbidden = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Refuses an edition with a text that the file cannot carry, naming the first place.
 *
 * @param longest characters (UTF-16) that one cell takes; none where the format has no limit
 */
export function refuseUnwritable(edition: Edition, longest = Infinity): void {
  walk(edition, [], (text, path) => {
    const bad = forbidden.exec(text)?.[0];
    if (bad !== undefined) {
      const reason = /[\r\n]/.test(bad) ? '改行' : `制御文字（U+${bad.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}）`;
      throw new UnwritableTextError(placeOf(edition, path), `に${reason}があるため、ファイルに書き出せません。その文字を取り除いてください。`);
    }
    if (defuse(text).length > longest) {
      throw new UnwritableTextError(placeOf(edition, path), `が${longest.toLocaleString('ja-JP')}文字を超えているため、Excelのセルに収まりません。段落を分けてください。`);
    }
  });
}

function walk(value: unknown, path: readonly (string | number)[], visit: (text: string, path: readonly (string | number)[]) => void): void {
  if (typeof value === 'string') visit(value, path);
  else if (Array.isArray(value)) value.forEach((entry, index) => walk(entry, [...path, index], visit));
  else if (typeof value === 'object' && value !== null) for (const [key, entry] of Object.entries(value)) walk(entry, [...path, key], visit);
}

const fieldNames: Readonly<Record<string, string>> = {
  title: '題名', number: '番号', heading: '見出し', definition: '説明', unit: '単位', printed: '掲載値', label: '欄の見出し', responsiblePrinted: '推進部署', name: '名称', mark: '印',
};

function placeOf(edition: Edition, path: readonly (string | number)[]): string {
  const [list, index] = path;
  const position = Number(index);
  const last = fieldNames[String(path.at(-1))];
  const inner = paragraphOf(edition, path) ?? (last ? `の${last}` : '');
  const shown = (title: string) => `「${[...title].slice(0, 30).join('')}」`;
  if (list === 'nodes' && edition.nodes[position]) return `${nodeLabel(edition, edition.nodes[position])}${shown(edition.nodes[position].title)}${inner}`;
  if (list === 'indicators' && edition.indicators[position]) return `指標${edition.indicators[position].number}${shown(edition.indicators[position].title)}${inner}`;
  if (list === 'preface' && edition.preface[position]) return `前文${shown(edition.preface[position].heading)}${inner}`;
  if (list === 'notes' && edition.notes[position]) return `注${shown(edition.notes[position].mark)}`;
  if (list === 'departments' && edition.departments[position]) return `部署${shown(edition.departments[position].name)}${inner}`;
  if (list === 'plan') return `計画${inner}`;
  return `公表版の${path.join('.')}`;
}

/** の取組状況の段落p1, of a path that ends in a paragraph. */
function paragraphOf(edition: Edition, path: readonly (string | number)[]): string | null {
  const at = path.findIndex((key) => key === 'paragraphs' || key === 'description');
  if (at < 0 || typeof path[at + 1] !== 'number') return null;
  let value: unknown = edition;
  for (const key of path.slice(0, at + 2)) value = (value as Record<string | number, unknown>)[key];
  const part = path[at] === 'description' ? 'の説明' : path[0] === 'nodes' ? 'の取組状況' : '';
  return `${part}の段落${(value as { id?: string }).id ?? Number(path[at + 1]) + 1}`;
}
