import { packCount, unpackCount } from './counted-usage.ts';
import { cases, nouns } from './counted-cases.ts';

/** Which particles stand before which verbs in official prose, as counted by bench/proofreading/count-usage.ts. */
export interface CaseUsage {
  /** How often a verb was met, with every particle; one occurrence in municipal prose counts as four. 0 where it is not known. */
  total(verb: string): number;
  /** How often with this particle. */
  count(verb: string, particle: string): number;
  /** How often with this particle and this noun. */
  countOfNoun(verb: string, particle: string, noun: string): number;
}

/** One character for each particle, in the packed table; 他 for whatever else stands before a verb. */
export const particleCodes: ReadonlyMap<string, string> = new Map([['が', 'が'], ['を', 'を'], ['に', 'に'], ['と', 'と'], ['で', 'で'], ['へ', 'へ'], ['から', 'か'], ['より', 'よ'], ['まで', 'ま'], ['の', 'の'], ['は', 'は'], ['も', 'も'], ['-', '-']]);
export const otherCode = '他';

let read: CaseUsage | null = null;

/** Unpacked at the first use and kept. */
export function caseUsage(): CaseUsage {
  read ??= unpack();
  return read;
}

/** 「図る をp にa」 for a verb; 「図る を向上c充実a」 for its nouns. */
export const packNoun = (noun: string, count: number): string => noun + packCount(count);

function unpack(): CaseUsage {
  const verbs = new Map<string, Map<string, number>>();
  for (const line of cases.trim().split('\n')) {
    const [verb = '', packed = ''] = line.split(' ');
    verbs.set(verb, new Map(Array.from({ length: packed.length / 2 }, (_, index) => [packed[2 * index]!, unpackCount(packed[2 * index + 1]!)])));
  }
  const pairs = new Map<string, Map<string, number>>();
  for (const line of nouns.trim().split('\n')) {
    const [head = '', packed = ''] = line.split(' ');
    pairs.set(head, new Map([...packed.matchAll(/([^0-9a-z]+)([0-9a-z])/g)].map(([, noun, count]) => [noun!, unpackCount(count!)])));
  }
  return {
    total: (verb) => [...verbs.get(verb)?.values() ?? []].reduce((sum, count) => sum + count, 0),
    count: (verb, particle) => verbs.get(verb)?.get(particleCodes.get(particle) ?? otherCode) ?? 0,
    countOfNoun: (verb, particle, noun) => pairs.get(verb + (particleCodes.get(particle) ?? otherCode))?.get(noun) ?? 0,
  };
}
