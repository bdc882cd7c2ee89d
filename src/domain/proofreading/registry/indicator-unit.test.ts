import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { indicatorUnit } from './indicator-unit.ts';

const slips = (edition: SmallEdition): string[] =>
  indicatorUnit.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('indicator-unit', () => {
  test('finds an indicator without a unit beside one with it', () => expect(slips({ indicators: [{}, { title: '件数', unit: null }] })).toEqual(['indicators/ind2#title 件数']));
  test('finds a unit in one cell of many', () => expect(slips({ indicators: [{}], measured: ['98.5％'] })).toEqual(['indicators/ind1#measurement 98.5％']));
  test('finds another number of decimals', () => expect(slips({ indicators: [{}], measured: ['98'] })).toEqual(['indicators/ind1#measurement 98']));
  test('finds an empty definition', () => expect(slips({ indicators: [{ definition: 'ー' }] })).toEqual(['indicators/ind1#definition ー']));
  test('lets pass cells that agree', () => expect(slips({ indicators: [{}], measured: ['98.5'] })).toEqual([]));
});
