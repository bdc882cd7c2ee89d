/** error: wrong whoever writes it; advice: should be changed or explained; note: useful to know. */
export type FindingLevel = 'error' | 'advice' | 'note';

export const levelNames: Readonly<Record<FindingLevel, string>> = { error: '誤り', advice: '助言', note: '参考' };

/** A stretch of one text; offsets in UTF-16 code units. */
export interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/**
 * One thing that a proofreader would raise, with all the places where it stands.
 * Where a suggestion is given, it takes the place of exactly the quoted characters at each place.
 */
export interface Finding {
  readonly rule: string;
  readonly level: FindingLevel;
  readonly message: string;
  readonly quote: string;
  readonly suggestion?: string;
  readonly places: readonly Place[];
}

/** Puts findings that say the same of the same words together, in the order in which they were first met. */
export function groupFindings(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding & { places: Place[] }>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.quote, finding.suggestion ?? null, finding.message]);
    const group = groups.get(key);
    if (group) group.places.push(...finding.places);
    else groups.set(key, { ...finding, places: [...finding.places] });
  }
  return [...groups.values()];
}
