import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { indicatorContradiction } from './indicator-contradiction.ts';

const slips = (edition: SmallEdition): string[] =>
  indicatorContradiction.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('indicator-contradiction', () => {
  test('finds another value of the same thing in a text', () => expect(slips({ indicators: [{}], measured: ['98.5'], paragraphs: [['市税の徴収率は、99.1％となった。']] })).toEqual(['nodes/i1/report#p1 市税の徴収率は、99.1％']));
  test('lets pass the same value, and the target', () => expect(slips({ indicators: [{}], measured: ['98.5'], paragraphs: [['市税の徴収率は98.5％であり、市税の徴収率は99.0％を目指した。']] })).toEqual([]));
  test('lets pass a difference and another thing', () => expect(slips({ indicators: [{}], measured: ['98.5'], paragraphs: [['市税の徴収率は１ポイント上昇した。健診の受診率は45.0％となった。']] })).toEqual([]));
});
