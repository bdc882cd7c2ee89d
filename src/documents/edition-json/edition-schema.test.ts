import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeEditionOfShape, makePublished } from '../../../tests/factories.ts';
import { richPlan, richReport } from '../../../tests/rich-edition.ts';
import { correctingEdition } from '../../domain/edition/build-edition.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { namesOfLaterMembers } from '../../domain/edition/read-edition.ts';
import { published } from '../csv/sample-edition.testing.ts';
import { canonicalEdition } from './edition-json.ts';
import { editionSchema } from './edition-schema.ts';
import { editionSchemaText } from './edition-schema-text.ts';

const schema = JSON.parse(editionSchemaText()) as object;
const isEdition = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(JSON.stringify(editionSchema)) as object);
const isPublished = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const read = (text: string): unknown => JSON.parse(text);

test('the published schema is the one that the code has', () => {
  expect(readFileSync(new URL('../../../docs/schema/edition.schema.json', import.meta.url), 'utf8'), 'run: node scripts/write-schemas.ts').toBe(editionSchemaText());
});

test('edition.json of the sample, of a small plan and of an odd one is what the schema says', () => {
  const corrected = makePublished({ report: { edition: { number: 2, issuedOn: '2022-01-05', correctionReason: '数値の誤り' } } });
  const sealed = { edition: correctingEdition(corrected.edition, makePublished()) };
  const reorganised = { edition: { ...makePublished().edition, reorganisations: [{ day: '2021-04-01', kind: 'rename', before: [{ id: 'seisaku', name: '政策室' }], after: [{ id: 'seisaku', name: '企画政策課' }] }] } as Edition };
  for (const { edition } of [published(), makePublished({ plan: richPlan, report: richReport }), makePublished(), corrected, sealed, reorganised, makeEditionOfShape({ depth: 6, width: 2 }), makePublished({ plan: { indicators: [] }, report: { measurements: [], preface: [], notes: [], reports: [] } })]) {
    for (const fits of [isEdition, isPublished]) {
      fits(read(canonicalEdition(edition)));
      expect(fits.errors).toBeNull();
    }
  }
});

test('the schema knows every field: an edition with one field less, more or of another type is none', () => {
  const whole = canonicalEdition(published().edition);
  type Place = { readonly holder: Record<string, unknown>; readonly key: string };
  const places = (value: unknown, found: Place[] = []): Place[] => {
    if (typeof value !== 'object' || value === null) return found;
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) found.push({ holder: value as Record<string, unknown>, key });
      places(inner, found);
    }
    return found;
  };
  const count = places(read(whole)).length;
  fc.assert(fc.property(fc.nat(count - 1), fc.constantFrom('less', 'more', 'other'), (index, change) => {
    const edition = read(whole);
    const { holder, key } = places(edition)[index]!;
    if (change === 'less') delete holder[key];
    else if (change === 'more') holder['unbekannt'] = 1;
    else holder[key] = Array.isArray(holder[key]) ? {} : [];
    expect([key, change, isEdition(edition)]).toEqual([key, change, false]);
    // What came into the format later may be missing in what was published before.
    expect([key, change, isPublished(edition)]).toEqual([key, change, change === 'less' && namesOfLaterMembers.includes(key)]);
  }), { numRuns: 150 });
});

test('every field that a reader meets is explained', () => {
  const undescribed: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties } = node as { readonly properties?: Record<string, { readonly description?: string; readonly type?: string; readonly anyOf?: unknown }> };
    for (const [key, value] of Object.entries(properties ?? {})) if (!value.description && value.type !== 'object' && value.type !== 'array' && !value.anyOf && !path.includes('inputs')) undescribed.push(`${path}.${key}`);
    for (const [key, value] of Object.entries(node)) walk(value, key === 'properties' ? path : `${path}.${key}`);
  };
  walk(schema, '');
  expect(undescribed).toEqual([]);
});
