// node bench/proofreading/count-usage.ts [folder of statutes] : writes src/domain/proofreading/usage/counted-sequences.ts, how words of each kind
// follow one another in official prose. It counts the municipal prose in prose/ (written for this, ten times) and, where a folder is given, the
// sentences of statutes in its text files (once). To be run by hand; the texts of a first sight must not be among them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadTokenizer } from '../../src/documents/tokenizer/tokenizer.ts';
import { otherCode, packNoun, particleCodes } from '../../src/domain/proofreading/usage/case-usage.ts';
import { edge, end, firstCode, packCount } from '../../src/domain/proofreading/usage/counted-usage.ts';
import { countedWords } from '../../src/domain/proofreading/usage/counted-word.ts';
import { contextsOf, isCountedEnding, isCountedNoun } from '../../src/domain/proofreading/usage/word-usage.ts';
import { predicates } from '../../src/domain/proofreading/usage/predicate.ts';

const tokenize = loadTokenizer();
const here = new URL('./', import.meta.url);
const prose = new URL('prose/', here);
const [proseWeight, statuteWeight] = [10, 1];
/** A word is familiar from so many occurrences in municipal prose or in statutes; it is offered for another from so many in prose, in contexts met so often. */
const [familiarInProse, familiarInStatutes, leastOffered, leastOfContext] = [3, 40, 4, 2];
/** A sequence that only one statute has is as likely a slip of the reader as a usage. */
const leastCount = 2;
const leastPairs = 3;
/** A verb, and a noun with it, of which less is known is left out: three or one in municipal prose. */
const [leastOfVerb, leastOfNoun] = [12, 4];

const triples = new Map<string, number>();
const pairCounts = new Map<string, number>();
const words = new Map<string, string>();
const [nounsOfProse, nounsOfStatutes] = [new Map<string, number>(), new Map<string, number>()];
const contextCounts = new Map<string, Map<string, number>>();
const verbCounts = { prose: new Map<string, Map<string, number>>(), statutes: new Map<string, Map<string, number>>() };
const nounCounts = new Map<string, Map<string, number>>();
const add = (counts: Map<string, number>, key: string, weight: number) => counts.set(key, (counts.get(key) ?? 0) + weight);

function count(sentence: string, weight: number): void {
  const tokens = tokenize(sentence);
  const counted = countedWords(tokens);
  const kinds = [edge, edge, ...counted.map(({ kind }) => kind), end];
  for (let at = 2; at < kinds.length; at += 1) add(triples, kinds.slice(at - 2, at + 1).join(' '), weight);
  for (const { verb, particle, noun } of predicates(tokens)) {
    const met = weight === proseWeight ? 4 : 1;
    add(verbCounts[weight === proseWeight ? 'prose' : 'statutes'].getOrInsertComputed(verb, () => new Map()), particle ?? otherCode, met);
    if (particle !== null && /^[がをにとへの-]$/.test(particle) && !/[0-9a-z]|[\s]/.test(noun)) add(nounCounts.getOrInsertComputed(verb + particleCodes.get(particle), () => new Map()), noun, met);
  }
  for (const [at, token] of tokens.entries()) {
    if (weight === proseWeight && isCountedEnding(tokens, at)) add(contextCounts.getOrInsertComputed(token.surface, () => new Map()), `<${tokens[at - 1]!.surface}`, 1);
    if (!isCountedNoun(token)) continue;
    add(weight === proseWeight ? nounsOfProse : nounsOfStatutes, token.surface, 1);
    if (weight !== proseWeight || token.reading === undefined) continue;
    words.set(token.surface, token.reading);
    for (const context of contextsOf(tokens, at)) if (!/\s/.test(context)) add(contextCounts.getOrInsertComputed(token.surface, () => new Map()), context, 1);
  }
  const forms = [edge, ...counted.map(({ form }) => form), end];
  for (let at = 1; at < forms.length; at += 1) add(pairCounts, `${forms[at - 1]} ${forms[at]}`, weight === proseWeight ? 3 : weight);
}

let characters = 0;
for (const name of readdirSync(prose).filter((file) => file.endsWith('.txt')).toSorted()) {
  for (const paragraph of readFileSync(new URL(name, prose), 'utf8').split('\n')) for (const sentence of paragraph.split(/(?<=。)/)) if (sentence !== '') {
    characters += sentence.length;
    count(sentence, proseWeight);
  }
}
console.log(`${characters} characters of municipal prose`);
const statutes = process.argv[2];
if (statutes !== undefined) {
  // Statutes repeat each other: a sentence that differs from an earlier one only in its numbers is not counted again.
  const met = new Set<string>();
  characters = 0;
  for (const name of readdirSync(statutes).toSorted()) for (const line of readFileSync(`${statutes}/${name}`, 'utf8').split('\n')) for (const sentence of line.trim().split(/(?<=。)/)) {
    // Older statutes are written in katakana or with other okurigana.
    if (sentence.length < 12 || sentence.length > 400 || !/[ぁ-ん]{2}/.test(sentence) || !sentence.endsWith('。') || /[ァ-ヶ][ヲハニノ]|行なう|基いて|附す/.test(sentence)) continue;
    const gist = sentence.replace(/[一二三四五六七八九十百]+/g, '#').replace(/^[^　 ]*[　 ]/, '');
    if (met.has(gist)) continue;
    met.add(gist);
    characters += sentence.length;
    count(sentence.replace(/^(?:第[^　]*|[一二三四五六七八九十２-９]+|[イロハニホヘト])[　 ]/, ''), statuteWeight);
  }
  console.log(`${characters} characters of statutes`);
}

const kept = [...triples].filter(([, weight]) => weight >= leastCount).map(([key, weight]) => [...key.split(' '), weight] as [string, string, string, number]).filter(({ length }) => length === 4);
const keptPairs = [...pairCounts].filter(([key, weight]) => weight >= leastPairs && key.split(' ').length === 2).map(([key]) => key.split(' ') as [string, string]);
const kinds = [...new Set(kept.flatMap(([first, second, third]) => [first, second, third]))].toSorted();
const forms = [...new Set(keptPairs.flat())].toSorted();
const numberOf = (names: readonly string[]) => new Map(names.map((name, index) => [name, String.fromCharCode(firstCode + index)]));
const [kindCodes, formCodes] = [numberOf(kinds), numberOf(forms)];
const byCode = (one: string, other: string) => (one < other ? -1 : 1);
const threes = [...Map.groupBy(kept, ([first, second]) => `${kindCodes.get(first)}${kindCodes.get(second)}`)].toSorted(([one], [other]) => byCode(one, other))
  .map(([head, followers]) => head + followers.map(([, , third, weight]) => `${kindCodes.get(third)}${packCount(weight)}`).toSorted().join(''));
const pairs = [...Map.groupBy(keptPairs, ([first]) => formCodes.get(first)!)].toSorted(([one], [other]) => byCode(one, other))
  .map(([head, followers]) => head + followers.map(([, second]) => formCodes.get(second)).toSorted().join(''));
/** Lines of about a screen's width, so that a change of the counts stays readable as a change. */
const wrapped = (entries: readonly string[]) => entries.reduce<string[]>((lines, entry) => {
  if (lines.length > 0 && lines.at(-1)!.length + entry.length < 118) lines[lines.length - 1] += ` ${entry}`;
  else lines.push(entry);
  return lines;
}, []).join('\n');
const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');

writeFileSync(new URL('../../src/domain/proofreading/usage/counted-sequences.ts', here), `// Made by bench/proofreading/count-usage.ts; not to be edited by hand. Counts of municipal prose written for this and of statutes (which no copyright
// covers: Copyright Act, article 13).

/** Kinds of words (counted-word.ts) in the order of their numbers. */
export const kinds = \`
${escaped(wrapped(kinds))}
\`.replaceAll('\\n', ' ');

/** Two kinds, then each kind that followed them with how often (packCount); a kind is the character firstCode + its number. */
export const threes = \`
${wrapped(threes)}
\`.replaceAll('\\n', ' ');

/** Forms of words in the order of their numbers. */
export const forms = \`
${escaped(wrapped(forms))}
\`.replaceAll('\\n', ' ');

/** A form, then each form that followed it three times or more. */
export const pairs = \`
${wrapped(pairs)}
\`.replaceAll('\\n', ' ');
`);
console.log(`${kinds.length} kinds, ${kept.length} sequences of three, ${forms.length} forms, ${keptPairs.length} pairs`);

const sum = (counts: ReadonlyMap<string, number> | undefined) => [...counts?.values() ?? []].reduce((all, one) => all + one, 0);
/** Statutes use some verbs in their own way (「次に掲げる」): of a verb that municipal prose uses, they count for no more than it. */
const together = new Map([...new Set([...verbCounts.prose.keys(), ...verbCounts.statutes.keys()])].map((verb) => {
  const [prosaic, legal] = [verbCounts.prose.get(verb), verbCounts.statutes.get(verb)];
  const counts = new Map(prosaic);
  const share = sum(prosaic) >= 8 * 4 ? Math.min(1, sum(prosaic) / sum(legal)) : 1;
  for (const [particle, met] of legal ?? []) add(counts, particle, met * share);
  return [verb, counts];
}));
const verbs = [...together].filter(([verb, counts]) => !/\s/.test(verb) && sum(counts) >= leastOfVerb).toSorted(([one], [other]) => byCode(one, other));
const known = new Set(verbs.map(([verb]) => verb));
const caseLines = verbs.map(([verb, counts]) => {
  const byCodeOfParticle = new Map<string, number>();
  for (const [particle, met] of counts) add(byCodeOfParticle, particleCodes.get(particle) ?? otherCode, met);
  return `${verb} ${[...byCodeOfParticle].toSorted(([, one], [, other]) => other - one).map(([code, met]) => code + packCount(met)).join('')}`;
});
const nounLines = [...nounCounts].filter(([head]) => known.has(head.slice(0, -1))).toSorted(([one], [other]) => byCode(one, other))
  .map(([head, counts]) => [head, [...counts].filter(([, met]) => met >= leastOfNoun).toSorted(([one], [other]) => byCode(one, other)).map(([noun, met]) => packNoun(noun, met)).join('')]).filter(([, packed]) => packed !== '').map((parts) => parts.join(' '));
writeFileSync(new URL('../../src/domain/proofreading/usage/counted-cases.ts', here), `// Made by bench/proofreading/count-usage.ts; not to be edited by hand. Counts of municipal prose written for this and of statutes (which no copyright
// covers: Copyright Act, article 13).

/** A verb (predicate.ts), then each particle before it (particleCodes) with how often (packCount). */
export const cases = \`
${escaped(caseLines.join('\n'))}
\`;

/** A verb and a particle, then each noun before them with how often. */
export const nouns = \`
${escaped(nounLines.join('\n'))}
\`;
`);
console.log(`${verbs.length} verbs, ${nounLines.length} verbs with a particle and nouns`);

const familiar = [...new Set([...nounsOfProse.keys(), ...nounsOfStatutes.keys()])].filter((word) => (nounsOfProse.get(word) ?? 0) >= familiarInProse || (nounsOfStatutes.get(word) ?? 0) >= familiarInStatutes).toSorted();
const offered = [...words].filter(([word]) => nounsOfProse.get(word)! >= leastOffered).toSorted(([one], [other]) => byCode(one, other));
const readings = [...Map.groupBy(offered, ([, reading]) => reading)].toSorted(([one], [other]) => byCode(one, other)).map(([reading, alike]) => `${reading}:${alike.map(([word]) => word).join(',')}`);
/** Of words that are read like another every context is kept: once is enough to let a word pass. */
const readAlike = new Set([...Map.groupBy([...words], ([, reading]) => reading).values()].filter(({ length }) => length > 1).flatMap((all) => all.map(([word]) => word)));
const endings = [...contextCounts.keys()].filter((word) => word.length === 1).toSorted();
const contextLines = [...offered.map(([word]) => word), ...endings, ...[...readAlike].filter((word) => nounsOfProse.get(word)! < leastOffered).toSorted()].map((word) => [word, ...[...contextCounts.get(word) ?? []].filter(([, met]) => met >= (word.length === 1 || readAlike.has(word) ? 1 : leastOfContext)).toSorted(([one], [other]) => byCode(one, other)).map(([context, met]) => context + packCount(met))]).filter(({ length }) => length > 1).map((line) => line.join(' '));
writeFileSync(new URL('../../src/domain/proofreading/usage/counted-words.ts', here), `// Made by bench/proofreading/count-usage.ts; not to be edited by hand. Counts of municipal prose written for this and of statutes (which no copyright
// covers: Copyright Act, article 13).

/** Sino-Japanese words that are familiar in official prose. */
export const familiar = \`
${wrapped(familiar)}
\`;

/** Words of municipal prose by their reading. */
export const readings = \`
${wrapped(readings)}
\`;

/** A word, then each context (contextsOf) in which it was met twice or more, with how often (packCount). */
export const contexts = \`
${escaped(contextLines.join('\n'))}
\`;
`);
console.log(`${familiar.length} familiar words, ${offered.length} words by their reading, ${contextLines.length} words with contexts`);
