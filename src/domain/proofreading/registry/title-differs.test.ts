import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { titleDiffers } from './title-differs.ts';

const slips = (edition: SmallEdition): string[] =>
  titleDiffers.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('title-differs', () => {
  test('finds a title that another page prints otherwise', () => expect(slips({ alsoPrinted: '持続可能な財政運営推進' })).toEqual(['nodes/m1#alsoPrinted1 持続可能な財政運営推進']));
  test('lets pass the registered title', () => expect(slips({ alsoPrinted: '持続可能な財政運営の推進' })).toEqual([]));
  test('says nothing where nothing else is printed', () => expect(slips({})).toEqual([]));
});
