/** How two names differ by one character: one left out, or one for another. */
export interface NearPair {
  readonly one: string;
  readonly other: string;
  /** Where the first difference stands in both. */
  readonly at: number;
  /** Characters of each at that place; '' where it is left out. */
  readonly difference: readonly [string, string];
}

/** Longer ones are no names. Characters. */
const longest = 40;

/** All pairs that differ by one character, found over the forms with one character taken out: linear in the number of names. */
export function nearPairs(names: readonly string[]): NearPair[] {
  const known = new Set(names);
  const byGap = new Map<string, string[]>();
  const pairs = new Map<string, NearPair>();
  const add = (one: string, other: string): void => {
    const [a, b] = one < other ? [one, other] : [other, one];
    if (!pairs.has(`${a}\n${b}`)) pairs.set(`${a}\n${b}`, differenceOf(a, b));
  };
  for (const name of known) {
    if (name.length > longest) continue;
    for (let gap = 0; gap < name.length; gap += 1) {
      const rest = name.slice(0, gap) + name.slice(gap + 1);
      if (known.has(rest)) add(name, rest);
      const key = `${gap}\n${rest}`;
      const group = byGap.get(key);
      // A great many forms of one name are a series (第一, 第二 …), not slips.
      if (group && group.length < 8) group.forEach((other) => add(name, other));
      if (group) group.push(name);
      else byGap.set(key, [name]);
    }
  }
  return [...pairs.values()];
}

function differenceOf(one: string, other: string): NearPair {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [inOne, inOther] = one.length === other.length ? [one[at]!, other[at]!] : one.length > other.length ? [one[at]!, ''] : ['', other[at]!];
  return { one, other, at, difference: [inOne, inOther] };
}
