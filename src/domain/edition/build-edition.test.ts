import { describe, expect, test } from 'vitest';
import { makeEdition, makeIndicator, makeMeasurement, makePlan, makeYearReport } from '../../../tests/factories.ts';
import { canonicalEdition, sealEdition } from '../../documents/edition-json/edition-json.ts';
import { buildEdition } from './build-edition.ts';
import { countInitiatives, countStatuses, indicatorsFor, initiativesOfDepartment, nodeById } from './reading.ts';
import { excerptOf, foldForSearch, searchableTexts, searchTexts } from './search-edition.ts';

test('an edition is frozen to its last part, and plain JSON', () => {
  const edition = makeEdition();
  const parts = (value: unknown): unknown[] => (typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(parts)] : []);
  expect(parts(edition).every((part) => Object.isFrozen(part))).toBe(true);
  expect(JSON.parse(canonicalEdition(edition))).toEqual(edition);
});

test('the same plan and report give the same hash, in whatever order their parts were written; one character gives another', () => {
  const hash = sealEdition(makeEdition()).hash;
  const shuffled = Object.fromEntries(Object.entries(makeEdition()).toReversed()) as unknown as ReturnType<typeof makeEdition>;
  expect(sealEdition(shuffled).hash).toBe(hash);
  expect(sealEdition(makeEdition({ report: { edition: { number: 1, issuedOn: '2021-09-02' } } })).hash).not.toBe(hash);
});

test('a later change of the plan does not reach an edition', () => {
  const plan = makePlan();
  const edition = buildEdition(plan, makeYearReport({}, plan));
  const before = canonicalEdition(edition);
  try {
    (plan.departments[0] as { name: string }).name = '改称';
  } catch {
    // What the two share is frozen: so much the better.
  }
  expect(canonicalEdition(edition)).toBe(before);
});

test('a relisting is printed, and counts once', () => {
  expect(countInitiatives(makeEdition())).toEqual({ printed: 3, relisted: 1, distinct: 2, ended: 0 });
});

test('owners of the plan and reporters of the year are two relations', () => {
  const edition = makeEdition();
  expect(initiativesOfDepartment(edition, 'zaisei').owned.map(({ number }) => number)).toEqual(['02']);
  expect(initiativesOfDepartment(edition, 'zaisei').reported.map(({ number }) => number)).toEqual(['01']);
});

test('an indicator belongs to every initiative below the element that it is tied to', () => {
  const edition = makeEdition();
  const of = (id: string) => indicatorsFor(edition, nodeById(edition, id)!).map(({ number }) => number);
  expect([of('i01'), of('i03')]).toEqual([['1'], []]);
});

test('counts of states leave none out', () => {
  const indicators = ['55.0', '40.0', '70.0', '未確定'].map((_printed, index) => makeIndicator({ id: `ind${index}`, number: String(index + 1) }));
  const measurements = ['55.0', '40.0', '70.0', '未確定'].map((printed, index) => makeMeasurement({ indicator: `ind${index}`, printed }));
  expect(countStatuses(makeEdition({ plan: { indicators }, report: { measurements } }))).toEqual({ onTheWay: 2, late: 1, withheld: 1 });
});

describe('search', () => {
  const texts = searchableTexts(makeEdition());

  test('finds one, two and more characters, and only texts in which all words occur', () => {
    expect(searchTexts(texts, '窓').length).toBeGreaterThan(0);
    expect(searchTexts(texts, '窓口 見直し').every(({ text, heading }) => `${heading}${text}`.includes('窓口'))).toBe(true);
    expect(searchTexts(texts, '窓口 存在しない')).toEqual([]);
    expect(searchTexts(texts, ' 　 ')).toEqual([]);
  });

  test('folds width and case for comparing alone: what is shown and marked is the text', () => {
    const [hit] = searchTexts([{ target: '', heading: '', text: 'ＩＣＴとict' }], 'Ict');
    expect(hit?.ranges).toEqual([[0, 3], [4, 7]]);
    expect(foldForSearch('𠮷ＡＢ').length).toBe('𠮷ＡＢ'.length);
  });

  test('an excerpt holds the first match whole, and is marked where the words stand', () => {
    const text = `${'前'.repeat(300)}職員${'後'.repeat(300)}`;
    const [hit] = searchTexts([{ target: '', heading: '', text }], '職員');
    const pieces = excerptOf(hit!);
    expect(pieces.filter(({ marked }) => marked)).toEqual([{ text: '職員', marked: true }]);
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(130);
  });
});
