import { dictionaryWord } from './consistency/dictionary-word.ts';
import { type Finding, groupFindings, type Place } from './finding.ts';
import type { Manuscript, ProofreadingText } from './manuscript.ts';
import { type Reading, readManuscript, type Tools } from './reading.ts';
import type { Rule } from './rule.ts';
import { rules as allRules } from './rules.ts';

/** Everything that a proofreader would raise on a manuscript, grouped: one finding per slip with all its places. */
export function proofread(manuscript: Manuscript, tools: Tools, rules: readonly Rule[] = allRules): Finding[] {
  const reading = readManuscript(manuscript, tools);
  const approved = approvedPlaces(reading);
  const claimed = new Map<string, Place[]>();
  return groupFindings(rules.flatMap((rule) => rule.check(reading).flatMap((finding) => {
    const places = finding.places.filter((place) =>
      !(rule.family !== 'print' && rule.name !== dictionaryWord.name && isApproved(place, finding, approved)) && claim(place, finding, claimed));
    return places.length > 0 ? [{ ...finding, places }] : [];
  })));
}

/**
 * What can be said of one paragraph while it is written: the rules that need no other text. Consistency over the report and
 * comparison with the registry wait for the whole.
 */
export function proofreadParagraph(text: ProofreadingText, tools: Tools): Finding[] {
  return proofread({ texts: [text], edition: null, previous: null }, tools, paragraphRules);
}

const paragraphRules: readonly Rule[] = allRules.filter(({ scope }) => scope === 'paragraph');

/** Where a text is written as the city's dictionary wants it. */
function approvedPlaces({ tools, texts }: Reading): Map<string, { start: number; end: number; word: string }[]> {
  const entries = tools.dictionary?.entries ?? [];
  return new Map(entries.length === 0 ? [] : texts.map(({ path, text }) => [
    path, entries.flatMap(({ expected }) => [...text.matchAll(new RegExp(RegExp.escape(expected), 'gu'))]
      .map(({ index }) => ({ start: index, end: index + expected.length, word: expected }))),
  ]));
}

function isApproved({ path, start, end }: Place, { suggestion }: Finding, approved: ReturnType<typeof approvedPlaces>): boolean {
  return (approved.get(path) ?? []).some((word) =>
    (word.start <= start && end <= word.end) || (start <= word.start && word.end <= end && suggestion !== undefined && !suggestion.includes(word.word)));
}

/** Two rules never offer two corrections of the same characters: the earlier in the list of rules has the word. */
function claim(place: Place, { suggestion }: Finding, claimed: Map<string, Place[]>): boolean {
  if (suggestion === undefined) return true;
  const taken = claimed.get(place.path) ?? [];
  if (taken.some(({ start, end }) => start < place.end && place.start < end)) return false;
  claimed.set(place.path, [...taken, place]);
  return true;
}
