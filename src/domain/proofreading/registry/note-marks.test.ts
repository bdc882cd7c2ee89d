import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { noteMarks } from './note-marks.ts';

const slips = (edition: SmallEdition): string[] =>
  noteMarks.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('note-marks', () => {
  test('finds a note that nothing refers to', () => expect(slips({ notes: [{ mark: '※１', text: '調定額による。' }] })).toEqual(['notes#※１ 調定額による。']));
  test('finds a mark in a text that has no note', () => expect(slips({ paragraphs: [['徴収率※３を維持した。']] })).toEqual(['nodes/i1/report#p1 ※３']));
  test('finds marks of mixed width', () => expect(slips({ indicators: [{}], measured: ['98.5 ※1'], notes: [{ mark: '※１', text: '調定額による。' }], paragraphs: [['維持した※１。']] })).toEqual(['indicators/ind1#measurement ※1']));
  test('lets pass marks with their notes', () => expect(slips({ indicators: [{}], measured: ['98.5 ※１'], notes: [{ mark: '※１', text: '調定額による。' }] })).toEqual([]));
});
