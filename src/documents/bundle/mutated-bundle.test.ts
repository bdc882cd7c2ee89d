import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asYaml, makeFolder } from '../../../tests/bundle-folder.ts';
import { expectAnswer, mutate, mutation } from '../../../tests/bundle-mutations.ts';
import { renderAll } from '../../../tests/render-all.ts';
import { makePlanBundle, makeReportBundle } from '../../../tests/factories.ts';

const sampleFile = (name: string) => readFileSync(new URL(`../../../samples/komae-2020/${name}`, import.meta.url), 'utf8');
const small = { 'plan.yaml': asYaml(makePlanBundle()), 'report-2020.yaml': asYaml(makeReportBundle()) };
const sample = { 'plan.yaml': sampleFile('plan.yaml'), 'report-2020.yaml': sampleFile('report-2020.yaml') };

test('answers a small bundle with any slip in it: right, or problems with file, place and fix', async () => {
  const folder = makeFolder();
  const seen = { read: 0, refused: 0 };
  await fc.assert(fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
    seen[await expectAnswer(folder, mutate(small, mutations), renderAll)] += 1;
  }), { numRuns: 300 });
  expect(seen.read).toBeGreaterThan(0);
  expect(seen.refused).toBeGreaterThan(100);
});

test('answers the real plan with any slip in it', async () => {
  const folder = makeFolder();
  await fc.assert(fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
    await expectAnswer(folder, mutate(sample, mutations));
  }), { numRuns: 100 });
});

test('answers any text at all', async () => {
  const folder = makeFolder();
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.json(), fc.object().map(asYaml));
  await fc.assert(fc.asyncProperty(text, text, async (plan, report) => {
    await expectAnswer(folder, { 'plan.yaml': plan, 'report-2020.yaml': report });
  }), { numRuns: 200 });
});
