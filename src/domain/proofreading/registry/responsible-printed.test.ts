import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { responsiblePrinted } from './responsible-printed.ts';

const slips = (edition: SmallEdition): string[] =>
  responsiblePrinted.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('responsible-printed', () => {
  test('finds a printed department that is not in the list', () => expect(slips({ responsiblePrinted: '財政課／納税課／徴収課' })).toEqual(['nodes/i1#responsible 徴収課']));
  test('finds a department of the plan that is not printed', () => expect(slips({ responsiblePrinted: '財政課' })).toEqual(['nodes/i1#responsible 財政課']));
  test('lets pass the same departments', () => expect(slips({})).toEqual([]));
});
