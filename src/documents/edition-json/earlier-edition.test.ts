import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { makePublished } from '../../../tests/factories.ts';
import { makeRichEdition } from '../../../tests/rich-edition.ts';
import { readEdition, UnknownEditionForm } from '../../domain/edition/read-edition.ts';
import { canonicalEdition, hashOfCanonical, textOfEdition } from './edition-json.ts';
import { editionSchema } from './edition-schema.ts';
import { editionSchemaText } from './edition-schema-text.ts';

// An edition in the first form of ayumi-edition/1, as a city may hold it for decades. The file is never made anew: a member that is
// added to editions later must be read from it too.
const earlier = readFileSync(new URL('../../../tests/earlier-edition.json', import.meta.url), 'utf8');
const hash = 'c8a5f838216e903a72fbf94f14817b8a5f4558cf6d79ceab805c922f8621ac9a';

test('an edition of the first form is read whole, and keeps the bytes that its hash names', () => {
  expect(hashOfCanonical(earlier)).toBe(hash);
  const { edition, earlierForm } = readEdition(earlier);
  expect(earlierForm).toBe(true);
  const fits = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(JSON.stringify(editionSchema)) as object);
  fits(JSON.parse(canonicalEdition(edition)));
  expect(fits.errors, 'a member without a value for editions from before it: see laterMembers').toBeNull();
  expect(hashOfCanonical(textOfEdition({ edition, hash, earlierText: earlier }))).toBe(hash);
});

test('it says what an edition says today in which nothing of the newer kinds was recorded', () => {
  expect(readEdition(earlier).edition).toStrictEqual(makePublished().edition);
});

test('it is valid by the schema that is published', () => {
  const fits = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(editionSchemaText()) as object);
  fits(JSON.parse(earlier));
  expect(fits.errors).toBeNull();
});

test('an edition of today is read as it stands, and is frozen to its last part', () => {
  const whole = makeRichEdition();
  const { edition, earlierForm } = readEdition(canonicalEdition(whole));
  expect([edition, earlierForm]).toStrictEqual([whole, false]);
  const parts = (value: unknown): unknown[] => (typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(parts)] : []);
  for (const read of [edition, readEdition(earlier).edition]) expect(parts(read).every((part) => Object.isFrozen(part))).toBe(true);
});

test('an edition in a form of later programs is refused, with what to do', () => {
  const later = earlier.replace('ayumi-edition/1', 'ayumi-edition/2');
  expect(() => readEdition(later)).toThrow(UnknownEditionForm);
  expect(() => readEdition(later)).toThrow('形式「ayumi-edition/2」を、このあゆみは読み取れません。より新しいあゆみで公表された版です。あゆみを新しくしてください。');
});
