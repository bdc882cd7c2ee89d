import { forms as formNames, kinds as kindNames, pairs, threes } from './counted-sequences.ts';

/** How often words of each kind follow one another in official prose, as counted by bench/proofreading/count-usage.ts. */
export interface CountedUsage {
  /** How often a kind was met after two others; 0 where never. Occurrences in the municipal prose weigh tenfold. */
  count(first: string, second: string, third: string): number;
  /** How often a kind was met after another. */
  countOfTwo(first: string, second: string): number;
  /** Natural logarithm of the chance of a kind after two others (Witten–Bell: what was never met takes its chance from the shorter sequences). */
  logChance(first: string, second: string, third: string): number;
  /** Whether two forms were met side by side three times or more. */
  met(first: string, second: string): boolean;
}

/** The kind and the form of what stands before the first word, and after the last. */
export const edge = '^';
export const end = '$';

let read: CountedUsage | null = null;

/** Unpacked at the first use and kept. */
export function countedUsage(): CountedUsage {
  read ??= unpack();
  return read;
}

/** Where the packed texts begin to number kinds and forms: a block of characters that no text form escapes. */
export const firstCode = 0x4e00;
/** Counts are kept as thirds of their logarithm, one character each. */
export const packCount = (count: number): string => Math.max(0, Math.min(35, Math.round(3 * Math.log(count)))).toString(36);
export const unpackCount = (packed: string): number => Math.exp(Number.parseInt(packed, 36) / 3);

function unpack(): CountedUsage {
  const kinds = numbered(kindNames);
  const size = kinds.size;
  const triples = new Map<number, number>();
  const after = { one: new Float64Array(size), two: new Float64Array(size * size) };
  const followers = { one: new Float64Array(size), two: new Float64Array(size * size) };
  const doubles = new Float64Array(size * size);
  const singles = new Float64Array(size);
  let all = 0;
  for (const line of threes.trim().split(' ')) {
    const [first, second] = [line.charCodeAt(0) - firstCode, line.charCodeAt(1) - firstCode];
    const head = first * size + second;
    for (let at = 2; at < line.length; at += 2) {
      const third = line.charCodeAt(at) - firstCode;
      const count = unpackCount(line[at + 1]!);
      triples.set(head * size + third, count);
      after.two[head]! += count;
      followers.two[head]! += 1;
      const pair = second * size + third;
      if (doubles[pair] === 0) followers.one[second]! += 1;
      doubles[pair]! += count;
      after.one[second]! += count;
      singles[third]! += count;
      all += count;
    }
  }
  const side = new Set<number>();
  const known = numbered(formNames);
  for (const line of pairs.trim().split(' ')) for (let at = 1; at < line.length; at += 1) side.add((line.charCodeAt(0) - firstCode) * known.size + line.charCodeAt(at) - firstCode);

  const chanceOfOne = (third: number): number => ((third < 0 ? 0 : singles[third]!) + 0.5) / (all + size);
  const chanceOfTwo = (second: number, third: number): number => {
    if (second < 0 || after.one[second] === 0) return chanceOfOne(third);
    return ((third < 0 ? 0 : doubles[second * size + third]!) + followers.one[second]! * chanceOfOne(third)) / (after.one[second]! + followers.one[second]!);
  };
  const number = (kind: string): number => kinds.get(kind) ?? -1;
  const count = (first: number, second: number, third: number): number => (first < 0 || second < 0 || third < 0 ? 0 : triples.get((first * size + second) * size + third) ?? 0);
  return {
    count: (first, second, third) => count(number(first), number(second), number(third)),
    countOfTwo: (first, second) => {
      const [one, two] = [number(first), number(second)];
      return one < 0 || two < 0 ? 0 : doubles[one * size + two]!;
    },
    logChance: (first, second, third) => {
      const [a, b, c] = [number(first), number(second), number(third)];
      const head = a < 0 || b < 0 ? -1 : a * size + b;
      if (head < 0 || after.two[head] === 0) return Math.log(chanceOfTwo(b, c));
      return Math.log((count(a, b, c) + followers.two[head]! * chanceOfTwo(b, c)) / (after.two[head]! + followers.two[head]!));
    },
    met: (first, second) => {
      const [one, two] = [known.get(first), known.get(second)];
      return one !== undefined && two !== undefined && side.has(one * known.size + two);
    },
  };
}

function numbered(names: string): Map<string, number> {
  return new Map(names.trim().split(' ').map((name, index) => [name, index]));
}
