import { dictionaryWord } from './consistency/dictionary-word.ts';
import { type Finding, groupFindings, type Place } from './finding.ts';
import type { Manuscript, ProofreadingText } from './manuscript.ts';
import { type Reading, readManuscript, type Tools } from './reading.ts';
import type { Rule } from './rule.ts';
import { rules as allRules } from './rules.ts';

/** Characters of the texts that the city's dictionary declares right. */
interface Approved { readonly words: readonly string[]; readonly marks: ReadonlyMap<string, Uint32Array> }

/** Characters from which on a finding speaks of a sentence and not of a word in it. */
const wholeSentence = 30;

/** Everything that a proofreader would raise on a manuscript, grouped: one finding per slip with all its places. */
export function proofread(manuscript: Manuscript, tools: Tools, rules: readonly Rule[] = allRules): Finding[] {
  const reading = readManuscript(manuscript, tools);
  const approved = approvedPlaces(reading);
  const claimed = new Map<string, Uint8Array>();
  const lengths = new Map(reading.texts.map(({ path, text }) => [path, text.length]));
  const spoken = new Map<string, Uint8Array>();
  return groupFindings(rules.toSorted((one, other) => Number(one.givesWay ?? false) - Number(other.givesWay ?? false)).flatMap((rule) => rule.check(reading).flatMap((finding) => {
    const places = finding.places.filter((place) =>
      !(rule.family !== 'print' && rule.name !== dictionaryWord.name && isApproved(place, finding, approved))
      && !(rule.givesWay && spoken.get(place.path)?.subarray(Math.max(0, place.start - 1), place.end + 1).includes(1))
      && claim(place, finding, claimed, lengths));
    // A finding on a whole sentence does not speak of its words.
    for (const place of places) if (place.end - place.start < wholeSentence) spoken.getOrInsertComputed(place.path, () => new Uint8Array(lengths.get(place.path) ?? 0)).fill(1, place.start, place.end);
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

/** For each text the characters that are written as the city's dictionary wants them: the index of the entry, counted from 1. */
function approvedPlaces({ tools, texts }: Reading): Approved {
  const words = (tools.dictionary?.entries ?? []).map(({ expected }) => expected);
  const marks = new Map<string, Uint32Array>();
  for (const { path, text } of words.length === 0 ? [] : texts) {
    const own = new Uint32Array(text.length);
    words.forEach((word, index) => {
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) own.fill(index + 1, at, at + word.length);
    });
    marks.set(path, own);
  }
  return { words, marks };
}

/** Within a word that is right here, or around it with a correction that would take it away. */
function isApproved({ path, start, end }: Place, { suggestion }: Finding, { words, marks }: Approved): boolean {
  const own = marks.get(path)?.subarray(start, end) ?? new Uint32Array();
  if (own.length > 0 && own.every((mark) => mark !== 0)) return true;
  return suggestion !== undefined && own.some((mark) => mark !== 0 && !suggestion.includes(words[mark - 1]!));
}

/** Two rules never offer two corrections of the same characters: the earlier in the list of rules has the word. */
function claim({ path, start, end }: Place, { suggestion }: Finding, claimed: Map<string, Uint8Array>, lengths: ReadonlyMap<string, number>): boolean {
  if (suggestion === undefined) return true;
  const own = claimed.get(path) ?? new Uint8Array(lengths.get(path) ?? 0);
  claimed.set(path, own);
  if (own.subarray(start, end).includes(1)) return false;
  own.fill(1, start, end);
  return true;
}
