/** Both lists by id: the order of the later one, with what it no longer has at the place where it stood. */
export function paired<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): (readonly [T | undefined, T | undefined])[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  const result: (readonly [T | undefined, T | undefined])[] = [];
  let position = 0;
  for (const entry of after) {
    const at = before.findIndex(({ id }) => id === entry.id);
    for (; position < at; position += 1) if (!kept.has(before[position]!.id)) result.push([before[position], undefined]);
    if (at >= 0) position = Math.max(position, at + 1);
    result.push([old.get(entry.id), entry]);
  }
  for (; position < before.length; position += 1) if (!kept.has(before[position]!.id)) result.push([before[position], undefined]);
  return result;
}
