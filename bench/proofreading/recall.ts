// How many of the slips that a proofreader found are touched by a finding, and by which rule.
import { readFileSync } from 'node:fs';
import type { Finding } from '../../src/domain/proofreading/finding.ts';
import type { Manuscript } from '../../src/domain/proofreading/manuscript.ts';

interface Example { kind: string; where: string; a: string; b: string; bKind: string; comment: string }

export interface Recall { readonly example: Example; readonly findings: readonly Finding[]; readonly located: boolean }

export function recallOf(manuscript: Manuscript, findings: readonly Finding[]): Recall[] {
  const { entries } = JSON.parse(readFileSync(new URL('examples.json', import.meta.url), 'utf8')) as { entries: Example[] };
  return entries.map((example) => {
    const places = [example.a, ...(example.bKind === 'source' ? [example.b] : [])].flatMap((quote) => placesOf(manuscript, quote));
    const touching = findings.filter((finding) => finding.places.some((place) => places.some(({ path, start, end }) => path === place.path && start < place.end && place.start < end)));
    return { example, findings: touching, located: places.length > 0 };
  });
}

/** Places of a quotation; the level's name before a title (施策３) and corner brackets around a name are not in the text itself. */
function placesOf({ texts }: Manuscript, quote: string): { path: string; start: number; end: number }[] {
  const words = [quote, quote.replace(/^(?:施策|方向性|基本事業|取組項目)[0-9０-９]+\s*/, '')];
  return texts.flatMap(({ path, text }) => words.flatMap((word) => {
    const start = text.indexOf(word);
    return start === -1 ? [] : [{ path, start, end: start + word.length }];
  }));
}
