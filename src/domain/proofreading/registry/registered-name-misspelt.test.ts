import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { registeredNameMisspelt } from './registered-name-misspelt.ts';

const slips = (edition: SmallEdition): string[] =>
  registeredNameMisspelt.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('registered-name-misspelt', () => {
  test('finds a department with a character too many', () => expect(slips({ paragraphs: [['地域活性化課と連携した。']] })).toEqual(['nodes/i1/report#p1 地域活性化課']));
  test('finds a plan whose quoted name lacks a character', () => expect(slips({ paragraphs: [['「第６次行政改革推進計画」を定めた。']] })).toEqual(['nodes/i1/report#p1 第６次行政改革推進計画']));
  test('lets pass the right names, and names that stand alone', () => expect(slips({ paragraphs: [['地域活性課、財政課及び政策課と協議し、「第６次行財政改革推進計画」を定めた。']] })).toEqual([]));
  test('lets pass the plan of another period', () => expect(slips({ paragraphs: [['「第５次行財政改革推進計画」を終えた。']] })).toEqual([]));
  test('lets pass a department with words before it', () => expect(slips({ paragraphs: [['当地域活性課が担った。']] })).toEqual([]));
});
