import type { Subject } from '../round/round.ts';
import type { Edition } from './edition.ts';
import { ancestorsOf, initiativesOf, nodeLabel } from './reading.ts';

/** One text of an edition that can be found, with the place where it stands. */
export interface SearchableText {
  /** Below the year's address: initiatives/05/#p2, indicators/1/. */
  readonly target: string;
  /** What it belongs to: 取組項目05 ICT人財の育成. */
  readonly heading: string;
  readonly text: string;
}

/** A found text with the stretches that matched, as [start, end) offsets in UTF-16 code units. */
export interface SearchHit extends SearchableText {
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/** Every text of an edition in reading order: titles, descriptions, reports, indicators, preface and notes. */
export function searchableTexts(edition: Edition): SearchableText[] {
  const texts: SearchableText[] = [];
  for (const { id, heading, paragraphs } of edition.preface) {
    for (const paragraph of paragraphs) texts.push({ target: `about/#${id}_${paragraph.id}`, heading, text: paragraph.text });
  }
  const lowest = new Set(initiativesOf(edition).map(({ id }) => id));
  for (const node of edition.nodes) {
    const own = lowest.has(node.id);
    const target = own ? `initiatives/${node.number}/` : `initiatives/#${node.id}`;
    const place = own ? [] : ancestorsOf(edition, node).map((ancestor) => nodeLabel(edition, ancestor));
    const heading = [...place, nodeLabel(edition, node), node.title].join(' ');
    texts.push({ target, heading, text: node.title });
    for (const { text } of node.description) texts.push({ target, heading, text });
    if (node.report) {
      texts.push({ target, heading, text: `推進部署 ${node.report.responsiblePrinted}` });
      for (const { id, text } of node.report.paragraphs) texts.push({ target: `${target}#${id}`, heading, text });
    }
  }
  for (const { number, title, definition, evaluation } of edition.indicators) {
    const target = `indicators/${number}/`;
    const heading = `指標${number} ${title}`;
    texts.push({ target, heading, text: title }, { target, heading, text: definition }, { target, heading, text: evaluation.sentence });
  }
  texts.push(...decidedTexts(edition));
  for (const { mark, text } of edition.notes) texts.push({ target: 'indicators/', heading: `指標の注 ${mark}`, text });
  return texts;
}

/** Decisions and opinions, at the page of what they are about. */
function decidedTexts(edition: Edition): SearchableText[] {
  const place = (subject: Subject | null): { readonly target: string; readonly name: string } => {
    const node = edition.nodes.find(({ id }) => subject?.kind === 'node' && id === subject.id);
    const indicator = edition.indicators.find(({ id }) => subject?.kind === 'indicator' && id === subject.id);
    if (node) return { target: `initiatives/${node.number}/`, name: `${nodeLabel(edition, node)} ${node.title}` };
    return indicator ? { target: `indicators/${indicator.number}/`, name: `指標${indicator.number} ${indicator.title}` } : { target: '', name: edition.plan.title };
  };
  const decisions = edition.decisions.flatMap(({ id, subject, paragraphs, explanation, instructions }) => [...paragraphs, ...explanation, ...instructions.flatMap((order) => order.paragraphs)]
    .map((text) => ({ target: `${place(subject).target}#decision_${id}`, heading: `${place(subject).name}　審議結果`, text })));
  const opinions = edition.opinions.flatMap(({ id, subject, paragraphs, responses }) => [...paragraphs, ...responses.flatMap((response) => response.paragraphs)]
    .map((text) => ({ target: `${place(subject).target}#opinion_${id}`, heading: `${place(subject).name}　外部の意見と対応`, text })));
  return [...decisions, ...opinions];
}

/** The words of a query, folded; all of them must occur. Two characters are enough, and one too. */
export function queryWords(query: string): string[] {
  return foldForSearch(query.slice(0, 200)).split(/[\s　]+/).filter((word) => word !== '');
}

/** The texts in which every word occurs (in the text or its heading), in reading order. */
export function searchTexts(texts: readonly SearchableText[], query: string): SearchHit[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  return texts.flatMap((entry) => {
    const folded = foldForSearch(entry.text);
    const heading = foldForSearch(entry.heading);
    const inText = words.filter((word) => folded.includes(word));
    if (inText.length === 0 || !words.every((word) => folded.includes(word) || heading.includes(word))) return [];
    return [{ ...entry, ranges: merge(inText.flatMap((word) => occurrences(folded, word))) }];
  });
}

/**
 * Folds widths and case character by character, so that offsets stay those of the text: ＩＣＴ and ict find ICT.
 * Only for comparing; nothing folded is ever shown.
 */
export function foldForSearch(text: string): string {
  return text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function occurrences(text: string, word: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) found.push([at, at + word.length]);
  return found;
}

function merge(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** A stretch of the text around its first match, in pieces; a long text is cut with an ellipsis. */
export function excerptOf({ text, ranges }: Pick<SearchHit, 'text' | 'ranges'>, length = 120): { readonly text: string; readonly marked: boolean }[] {
  const first = ranges[0]?.[0] ?? 0;
  const from = text.length <= length ? 0 : Math.max(0, Math.min(first - 30, text.length - length));
  const to = Math.min(text.length, from + length);
  const pieces: { text: string; marked: boolean }[] = [];
  let at = from;
  for (const [start, end] of ranges) {
    if (end <= from || start >= to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(Math.max(start, from), Math.min(end, to)), marked: true });
    at = Math.min(end, to);
  }
  if (at < to) pieces.push({ text: text.slice(at, to), marked: false });
  if (from > 0) pieces.unshift({ text: '…', marked: false });
  if (to < text.length) pieces.push({ text: '…', marked: false });
  return pieces;
}
