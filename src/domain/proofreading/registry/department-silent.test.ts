import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { departmentSilent } from './department-silent.ts';

const slips = (edition: SmallEdition): string[] =>
  departmentSilent.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('department-silent', () => {
  test('finds a department that wrote nothing, where every paragraph has its author', () => expect(slips({ paragraphs: [[{ text: '予算を編成した。', department: 'zaisei' }]] })).toEqual(['nodes/i1#responsible 納税課']));
  test('says nothing where an author is not stated', () => expect(slips({ paragraphs: [[{ text: '予算を編成した。', department: 'zaisei' }, '収納に努めた。']] })).toEqual([]));
  test('lets pass where all have written', () => expect(slips({ paragraphs: [[{ text: '予算を編成した。', department: 'zaisei' }, { text: '収納に努めた。', department: 'nozei' }]] })).toEqual([]));
});
