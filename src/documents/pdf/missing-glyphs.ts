import type { Edition } from '../../domain/edition/edition.ts';
import { nodeLabel } from '../../domain/edition/reading.ts';
import { graphemesOf } from '../characters/graphemes.ts';
import { canPrint } from './report-fonts.ts';
import type { MissingGlyph } from './report-pdf-error.ts';

/** Keys whose texts are evidence or names for machines, and are not printed. */
const notPrinted = new Set(['id', 'alsoPrinted', 'code']);

/** Characters of the edition that the font lacks, each with the place (node/indicator/note/preface id and title). */
export function missingGlyphs(edition: Edition): MissingGlyph[] {
  return missingGlyphsIn(placesOf(edition));
}

/** The same for any value that is printed: every text in it, but for its ids. */
export function missingGlyphsIn(places: Iterable<readonly [place: string, value: unknown]>): MissingGlyph[] {
  const found = new Map<string, MissingGlyph>();
  for (const [place, value] of places) {
    for (const text of textsIn(value)) noteMissing(text, place, found);
  }
  return [...found.values()];
}

/** The same for the texts of the drawings, by the id of their indicator. */
export function missingGlyphsInCharts(edition: Edition, charts: ReadonlyMap<string, string>): MissingGlyph[] {
  const found = new Map<string, MissingGlyph>();
  for (const { id, number, title } of edition.indicators) {
    const drawing = (charts.get(id) ?? '').replace(/<(title|desc)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '');
    noteMissing(drawing, `指標${number}「${title}」の図（${id}）`, found);
  }
  return [...found.values()];
}

function* placesOf(edition: Edition): Generator<[place: string, value: unknown]> {
  yield [`市区町村名「${edition.municipality.name}」`, edition.municipality.name];
  yield [`計画「${edition.plan.title}」（${edition.plan.id}）`, edition.plan];
  for (const level of edition.levels) yield [`階層「${level.name}」（${level.id}）`, level];
  for (const department of edition.departments) yield [`部署「${department.name}」（${department.id}）`, department];
  for (const section of edition.preface) yield [`前文「${section.heading}」（${section.id}）`, section];
  for (const node of edition.nodes) yield [`${nodeLabel(edition, node)}「${node.title}」（${node.id}）`, node];
  for (const indicator of edition.indicators) yield [`指標${indicator.number}「${indicator.title}」（${indicator.id}）`, indicator];
  for (const { place, before, after } of edition.corrects?.changes ?? []) yield [`正誤表「${place}」`, [place, before, after]];
  yield ['訂正の理由', edition.correctionReason];
  for (const note of edition.notes) yield [`注「${note.mark}」`, note];
  for (const change of edition.planChanges) yield [`計画の変更（${change.id}）`, change];
  if (edition.succession) yield ['前の計画からの移行', edition.succession];
  for (const opinion of edition.opinions) yield [`外部の意見（${opinion.id}）`, opinion];
  for (const decision of edition.decisions) yield [`本部の決定「${decision.title}」（${decision.id}）`, decision];
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const entry of value) yield* textsIn(entry);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) if (!notPrinted.has(key)) yield* textsIn(entry);
  }
}

function noteMissing(text: string, place: string, found: Map<string, MissingGlyph>): void {
  for (const grapheme of graphemesOf(text)) {
    if (/^[\t\n\r -~\u3040-\u30ff]+$/.test(grapheme) || canPrint(grapheme)) continue;
    const entry = found.get(grapheme) ?? { character: grapheme, codePoint: codePointsOf(grapheme), places: [] };
    if (!entry.places.includes(place)) entry.places.push(place);
    found.set(grapheme, entry);
  }
}

function codePointsOf(grapheme: string): string {
  return Array.from(grapheme, (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}
