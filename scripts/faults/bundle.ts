// The long run beside the quick test: changes the sample's files at random until the time is over, and stops at the first fault
// with its seed. Use: node --import ./scripts/jsx.mjs scripts/faults/bundle.ts [seconds] [seed]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expectAnswer, mutate, mutation } from '../../tests/bundle-mutations.ts';
import { renderAll } from '../../tests/render-all.ts';

const [seconds = '300', given] = process.argv.slice(2);
const seed = given === undefined ? Math.trunc(performance.timeOrigin) % 2 ** 31 : Number(given);
const sampleFile = (name: string) => readFileSync(new URL(`../../samples/komae-2020/${name}`, import.meta.url), 'utf8');
const sample = { 'plan.yaml': sampleFile('plan.yaml'), 'report-2020.yaml': sampleFile('report-2020.yaml') };

const folder = mkdtempSync(join(tmpdir(), 'ayumi-faults-'));
const counts = { read: 0, refused: 0 };
try {
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
      counts[await expectAnswer(folder, mutate(sample, mutations), renderAll)] += 1;
    }),
    { seed, numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: Number(seconds) * 1000, markInterruptAsFailure: false },
  );
  console.log(`${counts.read + counts.refused} changed bundles: ${counts.read} read and rendered, ${counts.refused} refused with their problems; seed ${seed}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
