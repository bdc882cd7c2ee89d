import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { sameParagraph } from './same-paragraph.ts';

const slips = (edition: SmallEdition): string[] =>
  sameParagraph.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('same-paragraph', () => {
  test('finds the same text in two items', () => expect(slips({ paragraphs: [['行政評価（内部評価及び外部評価）について、より予算編成に反映させやすくなるよう検討を進めた。'], ['行政評価（内部評価及び外部評価）について、より予算編成に反映させやすくなるよう検討を進めた。']] })).toEqual(['nodes/i2/report#p1 行政評価（内部評価及び外部評価）について、より予算編成に反映させやすくなるよう検討を進めた。']));
  test('finds nearly the same text', () => expect(slips({ paragraphs: [['行政評価（内部評価及び外部評価）について、より予算編成に反映させやすくなるよう検討を進めた。'], ['行政評価（内部評価及び外部評価）について、より予算編成に反映させやすくなるよう検討を行った。']] })).toEqual(['nodes/i2/report#p1 行政評価（内部評価及び外部評価）について、より予算編成に反映させやすくなるよう検討を行った。']));
  test('lets pass a text that is marked as 再掲', () => expect(slips({ paragraphs: [['行政評価（内部評価及び外部評価）について、より予算編成に反映させやすくなるよう検討を進めた。'], ['行政評価（内部評価及び外部評価）について、より予算編成に反映させやすくなるよう検討を進めた。（再掲）']] })).toEqual([]));
  test('lets pass the same text in a relisting', () => expect(slips({ paragraphs: [['行政評価（内部評価及び外部評価）について、より予算編成に反映させやすくなるよう検討を進めた。'], ['行政評価（内部評価及び外部評価）について、より予算編成に反映させやすくなるよう検討を進めた。']], secondRelistsFirst: true })).toEqual([]));
  test('lets pass short texts and the same text twice in one item', () => expect(slips({ paragraphs: [['研修を実施した。', '行政評価（内部評価及び外部評価）について、より予算編成に反映させやすくなるよう検討を進めた。', '行政評価（内部評価及び外部評価）について、より予算編成に反映させやすくなるよう検討を進めた。'], ['研修を実施した。']] })).toEqual([]));
});
