import { describe, expect, test } from 'vitest';
import { loadTokenizer } from '../../../documents/tokenizer/tokenizer.ts';
import { manuscriptOf } from '../manuscript.ts';
import { readManuscript } from '../reading.ts';
import { type SmallEdition, smallEdition } from './edition.testing.ts';
import { unchangedSinceLastYear } from './unchanged-since-last-year.ts';

const slips = (edition: SmallEdition, last?: SmallEdition): string[] =>
  unchangedSinceLastYear.check(readManuscript(manuscriptOf(smallEdition(edition), last ? smallEdition(last) : null), { tokenize: loadTokenizer() })).map(({ quote, places }) => `${places[0]!.path} ${quote}`);

describe('unchanged-since-last-year', () => {
  test('finds a paragraph that is the same as last year', () => expect(slips({ paragraphs: [['滞納者に対する催告を実施した。']] }, { paragraphs: [['滞納者に対する催告を実施した。']] })).toEqual(['nodes/i1/report#p1 滞納者に対する催告を実施した。']));
  test('finds a paragraph whose numbers alone have changed', () => expect(slips({ paragraphs: [['滞納者に対する催告を12件実施した。']] }, { paragraphs: [['滞納者に対する催告を９件実施した。']] })).toEqual(['nodes/i1/report#p1 滞納者に対する催告を12件実施した。']));
  test('lets pass a text of its own, and any text without a previous edition', () => expect(slips({ paragraphs: [['滞納者に対する催告を実施した。']] }, { paragraphs: [['収納の方法を見直した。']] })).toEqual([]));
});
