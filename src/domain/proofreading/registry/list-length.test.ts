import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { listLength } from './list-length.ts';

const slips = (edition: SmallEdition): string[] =>
  listLength.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('list-length', () => {
  test('finds a list of another length than announced', () => expect(slips({ paragraphs: [['下記２箇所の工事を進めた。', { item: '市民ホール' }, { item: '小学校' }, { item: '図書館' }]] })).toEqual(['nodes/i1/report#p1 ２箇所']));
  test('finds an enumeration of another length', () => expect(slips({ paragraphs: [['狛江市、国立市、小金井市の４市で構成する。']] })).toEqual(['nodes/i1/report#p1 ４市']));
  test('finds a list whose lines hold more places than announced', () => expect(slips({ paragraphs: [['下記２箇所の工事を進めた。', { item: '・市民ホール・駐車場' }, { item: '・第五、第六小学校' }]] })).toEqual(['nodes/i1/report#p1 ２箇所']));
  test('lets pass lists that agree with one of the numbers', () => expect(slips({ paragraphs: [['以下の２課３業務を対象とした。', { item: '納税課' }, { item: '財政課' }, { item: '財政課' }]] })).toEqual([]));
  test('lets pass enumerations that agree', () => expect(slips({ paragraphs: [['狛江市、国立市及び小金井市の３市で構成する。資料を配布し、講座を開き、市民の２市を訪ねた。']] })).toEqual([]));
});
