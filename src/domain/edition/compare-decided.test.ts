import { expect, test } from 'vitest';
import { makeRichEdition } from '../../../tests/rich-edition.ts';
import { compareEditions } from './compare-editions.ts';
import type { Edition } from './edition.ts';

const edition = makeRichEdition();
const members = ['planChanges', 'succession', 'opinions', 'decisions', 'nodes'] as const;

test('any text, number or sign of the life of items, the succession, an opinion, a decision or an approval that is another one is found', () => {
  const count = members.flatMap((member) => leaves(edition[member])).length;
  expect(count).toBeGreaterThan(80);
  for (let index = 0; index < count; index += 1) {
    const other = JSON.parse(JSON.stringify(edition)) as Edition;
    const { holder, key, path } = members.flatMap((member) => leaves(other[member], member))[index]!;
    const value = holder[key];
    holder[key] = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}x`;
    expect([path, compareEditions(edition, other).length > 0]).toEqual([path, true]);
  }
});

interface Place { readonly holder: Record<string, unknown>; readonly key: string; readonly path: string }

function leaves(value: unknown, path = '', found: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'object' && inner !== null) found.push({ holder: value as Record<string, unknown>, key, path: `${path}/${key}` });
    leaves(inner, `${path}/${key}`, found);
  }
  return found;
}
