import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { departmentNotResponsible } from './department-not-responsible.ts';

const slips = (edition: SmallEdition): string[] =>
  departmentNotResponsible.check(readManuscript(manuscriptOf(smallEdition(edition)), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('department-not-responsible', () => {
  test('finds a department that is not responsible for the item', () => expect(slips({ paragraphs: [['財政課が行った。'], ['納税課において手続を見直した。']] })).toEqual(['nodes/i2/report#p1 納税課']));
  test('lets pass the responsible department', () => expect(slips({ paragraphs: [['納税課において手続を見直した。']] })).toEqual([]));
  test('lets pass the head of a department and a longer name', () => expect(slips({ paragraphs: [['市税の収納に努めた。'], ['納税課長が説明した。新納税課を設けた。']] })).toEqual([]));
});
