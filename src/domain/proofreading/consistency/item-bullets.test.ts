import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from '../registry/edition.testing.ts';
import { itemBullets } from './item-bullets.ts';

const slips = (edition: SmallEdition): string[] =>
  itemBullets.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('item-bullets', () => {
  test('finds lines with a bullet among lines without', () => expect(slips({ paragraphs: [['工事を進めた。', { item: '市民ホール' }, { item: '小学校' }, { item: '・図書館' }]] })).toEqual(['nodes/i1/report#p4 ・']));
  test('lets pass lines that are all alike', () => expect(slips({ paragraphs: [['工事を進めた。', { item: '・市民ホール' }, { item: '・小学校' }]] })).toEqual([]));
});
