import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../documents/bundle/read-bundle.ts';
import { sealEdition } from '../../documents/edition-json/edition-json.ts';
import { buildEdition, correctingEdition } from './build-edition.ts';
import { compareEditions } from './compare-editions.ts';
import type { Edition, EditionNode } from './edition.ts';
import { correctionOf } from './errata.ts';

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

test('who wrote a paragraph and what it is are told in words; a department that was only renamed is listed once', () => {
  const [first, second] = edition.departments;
  const written = (department: string, kind: 'text' | 'item') => withNode((node) => ({ ...node, report: { ...node.report!, paragraphs: node.report!.paragraphs.map((paragraph, index) => (index === 0 ? { ...paragraph, department, kind } : paragraph)) } }));
  expect(compareEditions(written(first!.id, 'text'), written(second!.id, 'item')).map(({ place, before, after }) => [place.split('　').at(-1), before, after])).toEqual([
    ['種別', '文章', '箇条書き'], ['執筆部署', first!.name, second!.name]]);
  const mine = written(first!.id, 'text');
  const renamed = { ...mine, departments: mine.departments.map((department) => (department.id === first!.id ? { ...department, name: '新しい名称' } : department)) };
  expect(compareEditions(mine, renamed).filter(({ kind }) => kind !== 'responsible').map(({ kind }) => kind)).toEqual(['department']);
});

describe('nothing that differs escapes:', () => {
  type Place = { readonly holder: Record<string, unknown>; readonly key: string; readonly path: string };
  const leaves = (value: unknown, path = '', found: Place[] = []): Place[] => {
    if (typeof value !== 'object' || value === null) return found;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'object' || inner === null) found.push({ holder: value as Record<string, unknown>, key, path: `${path}/${key}` });
      leaves(inner, `${path}/${key}`, found);
    }
    return found;
  };
  // By which plan, year and number an edition is called, and why it corrects, is no difference of content.
  const ofContent = ({ holder, key, path }: Place) => !/^\/(format|fiscalYear|number|correctionReason|plan\/id|municipality\/code)$/.test(path) && !(holder[key] === null && ['report', 'measurement', 'current', 'period', 'headquarters', 'approval', 'succession'].includes(key));
  const copy = () => JSON.parse(JSON.stringify(edition)) as Edition;
  const count = leaves(copy()).filter(ofContent).length;

  test('any text, number or sign that is another one is found', () => {
    fc.assert(fc.property(fc.nat(count - 1), (index) => {
      const other = copy();
      const { holder, key, path } = leaves(other).filter(ofContent)[index]!;
      const value = holder[key];
      holder[key] = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value === null ? '' : String(value)}X`;
      expect([path, compareEditions(edition, other).length > 0]).toEqual([path, true]);
    }), { numRuns: 400 });
  });

  test('every paragraph that was rewritten, added or taken away is found, with its place, and no other', () => {
    const all = edition.nodes.flatMap((node) => (node.report?.paragraphs ?? []).map((paragraph) => ({ node: node.id, paragraph: paragraph.id })));
    const change = fc.record({ index: fc.nat(all.length - 1), kind: fc.constantFrom('rewritten', 'gone', 'added') });
    fc.assert(fc.property(fc.uniqueArray(change, { maxLength: 12, selector: ({ index }) => index }), (wanted) => {
      const other = copy() as unknown as { nodes: { id: string; report: { paragraphs: { id: string; kind: string; text: string; department: string | null }[] } | null }[] };
      for (const { index, kind } of wanted) {
        const { node, paragraph } = all[index]!;
        const { paragraphs } = other.nodes.find(({ id }) => id === node)!.report!;
        const at = paragraphs.findIndex(({ id }) => id === paragraph);
        if (kind === 'rewritten') paragraphs[at]!.text += '（改）';
        else if (kind === 'gone') paragraphs.splice(at, 1);
        else paragraphs.push({ id: `${paragraph}-added`, kind: 'text', text: '加えた。', department: null });
      }
      const found = compareEditions(edition, other as unknown as Edition).map(({ subject, paragraph, before, after }) => [subject?.id, paragraph, before === null ? 'added' : after === null ? 'gone' : 'rewritten'].join(' '));
      expect(found.toSorted()).toEqual(wanted.map(({ index, kind }) => [all[index]!.node, all[index]!.paragraph + (kind === 'added' ? '-added' : ''), kind].join(' ')).toSorted());
    }), { numRuns: 60 });
  });

  test('an order that was changed is found once', () => {
    const [first, second, ...rest] = edition.indicators;
    expect(compareEditions(edition, { ...edition, indicators: [second!, first!, ...rest] }).map(({ place }) => place)).toEqual(['指標　並び順']);
  });

  test('a field that was added to editions later is found under its own name', () => {
    const other = { ...edition, indicators: edition.indicators.map((indicator, index) => (index === 0 ? { ...indicator, newField: '新しい項目' } : indicator)) };
    expect(compareEditions(edition, other)).toMatchObject([{ place: expect.stringContaining('newField'), before: null, after: '新しい項目' }]);
  });
});

describe('a correction is sealed with its 正誤表:', () => {
  const first = sealEdition(edition);
  const second = correctingEdition({ ...withText('正しい文章'), issuedOn: '2022-01-05', correctionReason: '誤記' }, first);

  test('it names what it corrects by number and hash, and not its own day of publication', () => {
    expect(second.corrects).toMatchObject({ number: 1, hash: first.hash, changes: [{ kind: 'paragraph', paragraph: reported.report!.paragraphs[0]!.id, after: '正しい文章' }] });
  });
  test('what an edition corrects can be read from it alone, and from the one before it where it was not recorded', () => {
    const { corrects, ...old } = second;
    expect(correctionOf(sealEdition(second), [])).toEqual(corrects);
    expect(correctionOf(sealEdition(old), [first])).toEqual(corrects);
    expect(correctionOf(sealEdition(old), [])).toBeNull();
    expect(correctionOf(first, [first, sealEdition(second)])).toBeNull();
  });
  test('an edition holds the reorganisations that concern its departments, and no word that was written for the staff', () => {
    const [department] = sample.value.plan.departments;
    const renamed = { id: '1', day: '2021-04-01', kind: 'rename' as const, reason: '内部の理由', before: [department!], after: [{ id: department!.id, name: '新しい名称' }] };
    const elsewhere = { ...renamed, before: [{ id: 'elsewhere', name: 'よその課' }], after: [{ id: 'elsewhere', name: 'よその室' }] };
    const made = buildEdition(sample.value.plan, sample.value.reports[0]!, undefined, [elsewhere, renamed]);
    expect(made.reorganisations).toEqual([{ day: '2021-04-01', kind: 'rename', before: renamed.before, after: renamed.after }]);
    expect('reorganisations' in edition).toBe(false);
  });
});

test('read backwards, every difference is the same with both sides exchanged', () => {
  fc.assert(fc.property(fc.string({ minLength: 1 }), fc.boolean(), (text, drop) => {
    const other = drop ? { ...withText(text), nodes: withText(text).nodes.slice(0, -1) } : withText(text);
    const there = compareEditions(edition, other).map(({ before, after }) => JSON.stringify([before, after])).toSorted();
    const back = compareEditions(other, edition).map(({ before, after }) => JSON.stringify([after, before])).toSorted();
    expect(back).toEqual(there);
  }), { numRuns: 30 });
});
