import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { noteYear } from './note-year.ts';

const slips = (edition: SmallEdition): string[] =>
  noteYear.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('note-year', () => {
  test('finds a note on another year than that of the value', () => expect(slips({ indicators: [{}], measured: ['98.5 ※１'], notes: [{ mark: '※１', text: '令和３年度に実施した徴収率の調査です。' }] })).toEqual(['notes#※１ 令和３年度']));
  test('lets pass a note on the year of the value, and one without a year', () => expect(slips({ indicators: [{}], measured: ['98.5 ※１'], notes: [{ mark: '※１', text: '徴収率は令和２年度の値で、令和３年度に集計しました。' }] })).toEqual([]));
});
