import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { makePlanBundle, makeReportBundle } from '../../../tests/factories.ts';
import { publishedSchemas } from './published-schemas.ts';

const published = (name: string) => readFileSync(new URL(`../../../docs/schema/${name}`, import.meta.url), 'utf8');
const sample = (name: string): unknown => parse(readFileSync(new URL(`../../../samples/komae-2020/${name}`, import.meta.url), 'utf8'));

test.each(['plan.schema.json', 'report.schema.json'])('the published %s is the one that the code checks with', (name) => {
  expect(published(name), 'run: node scripts/write-schemas.ts').toBe(publishedSchemas()[name]);
});

test('the published schemas are valid JSON Schema that other programs can use as they stand', () => {
  for (const text of Object.values(publishedSchemas())) {
    const schema = JSON.parse(text) as object;
    expect(new Ajv2020({ strict: false }).validateSchema(schema)).toBe(true);
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  }
});

test('the published schemas accept the sample and refuse a slip in it', () => {
  const ajv = new Ajv2020({ strict: false });
  const plan = ajv.compile(JSON.parse(published('plan.schema.json')) as object);
  const report = ajv.compile(JSON.parse(published('report.schema.json')) as object);
  expect([plan(sample('plan.yaml')), report(sample('report-2020.yaml'))]).toEqual([true, true]);
  expect([plan(makePlanBundle()), report(makeReportBundle())]).toEqual([true, true]);
  expect([plan({ ...makePlanBundle(), more: 1 }), report({ ...makeReportBundle(), fiscalYear: '2020' })]).toEqual([false, false]);
});

test('every part that a clerk writes says in Japanese what to write', () => {
  for (const text of Object.values(publishedSchemas())) {
    const described = text.match(/"description": "[^"]/g)?.length ?? 0;
    expect(described).toBeGreaterThan(20);
    for (const [, words = ''] of text.matchAll(/"description": "((?:[^"\\]|\\.)*)"/g)) expect(words).toContain('ください');
  }
});
