import { type LocatedProblem, parseLocatedYaml } from '../documents/bundle/located-yaml.ts';
import { type Dictionary, emptyDictionary, parseDictionary } from '../domain/proofreading/dictionary.ts';

export type ReadDictionary = { readonly ok: true; readonly value: Dictionary } | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/** The city's own words out of YAML in the format of prh, or every problem with its line. An empty text is an empty dictionary. */
export function readDictionary(source: string, file = '用字用語辞書'): ReadDictionary {
  if (source.replaceAll(/#.*/g, '').trim() === '') return { ok: true, value: emptyDictionary };
  const yaml = parseLocatedYaml(source, file);
  if (yaml.raw === undefined) return { ok: false, problems: yaml.problems };
  const read = parseDictionary(yaml.raw);
  return read.ok ? read : { ok: false, problems: read.problems.map((problem) => yaml.locate(problem)) };
}
