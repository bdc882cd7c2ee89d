import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { noteSubject } from './note-subject.ts';

const slips = (edition: SmallEdition): string[] =>
  noteSubject.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('note-subject', () => {
  test('finds a note that says nothing of its indicator', () => expect(slips({ indicators: [{}], measured: ['98.5 ※１'], notes: [{ mark: '※１', text: '各年４月１日に在籍する人員によります。' }] })).toEqual(['indicators/ind1#measurement ※１']));
  test('lets pass a note that names the indicator', () => expect(slips({ indicators: [{}], measured: ['98.5 ※１'], notes: [{ mark: '※１', text: '徴収率は、５月末の値です。' }] })).toEqual([]));
  test('lets pass a note on the words of its definition', () => expect(slips({ indicators: [{}], measured: ['98.5 ※１'], notes: [{ mark: '※１', text: '調定額には過年度分を含みます。' }] })).toEqual([]));
});
