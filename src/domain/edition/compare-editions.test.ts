import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBundle } from '../../documents/bundle/read-bundle.ts';
import { buildEdition } from './build-edition.ts';
import { compareEditions } from './compare-editions.ts';
import type { Edition, EditionNode } from './edition.ts';

const sample = await readBundle('samples/komae-2020');
if (!sample.ok) throw new Error('The sample has problems.');
const edition = buildEdition(sample.value.plan, sample.value.reports[0]!);
const reported = edition.nodes.find(({ report }) => report !== null)!;

function withNode(change: (node: EditionNode) => EditionNode, id = reported.id): Edition {
  return { ...edition, number: 2, nodes: edition.nodes.map((node) => (node.id === id ? change(node) : node)) };
}

function withText(text: string): Edition {
  return withNode((node) => ({ ...node, report: { ...node.report!, paragraphs: node.report!.paragraphs.map((paragraph, index) => (index === 0 ? { ...paragraph, text } : paragraph)) } }));
}

test('an edition does not differ from itself', () => {
  expect(compareEditions(edition, { ...edition, number: 2 })).toEqual([]);
});

test('a corrected word is one difference, with what was printed and what is right', () => {
  const changes = compareEditions(edition, withText('正しい文章'));
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({ kind: 'paragraph', subject: { kind: 'node', id: reported.id }, before: reported.report!.paragraphs[0]!.text, after: '正しい文章' });
  expect(changes[0]!.place).toContain('段落1');
});

test('a title that drifts is a changed title of the same element, not another element', () => {
  const changes = compareEditions(edition, withNode((node) => ({ ...node, title: '改めた題名' })));
  expect(changes.map(({ kind }) => kind)).toEqual(['title']);
});

test('an element that is gone stands where it stood', () => {
  const gone = { ...edition, nodes: edition.nodes.filter(({ id }) => id !== reported.id) };
  expect(compareEditions(edition, gone)).toMatchObject([{ kind: 'structure', before: reported.title, after: null }]);
  expect(compareEditions(gone, edition)).toMatchObject([{ kind: 'structure', before: null, after: reported.title }]);
});

test('a corrected figure is a difference, and so is the judgement that follows from it', () => {
  const first = edition.indicators[0]!;
  const corrected = { ...edition, indicators: edition.indicators.map((entry) => (entry.id === first.id ? { ...entry, measurement: { ...first.measurement!, printed: '99.9' } } : entry)) };
  expect(compareEditions(edition, corrected)).toMatchObject([{ kind: 'figure', after: '99.9' }]);
});

test('read backwards, every difference is the same with both sides exchanged', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), fc.boolean(), (text, drop) => {
    const other = drop ? { ...withText(text), nodes: withText(text).nodes.slice(0, -1) } : withText(text);
    const there = compareEditions(edition, other).map(({ before, after }) => JSON.stringify([before, after])).toSorted();
    const back = compareEditions(other, edition).map(({ before, after }) => JSON.stringify([after, before])).toSorted();
    expect(back).toEqual(there);
  }), { numRuns: 30 });
});
