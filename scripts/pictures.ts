// npm run pictures: the pictures of the documents, taken from the sample, so that they show what the product is today.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readBundle } from '../src/documents/bundle/read-bundle.ts';
import { buildBundle } from '../src/publication/build-bundle.ts';
import { startBrowser } from '../tests/browser.ts';

const pictures = [
  { name: 'overview', page: 'plans/gyozaisei-6/2020/', width: 1280, height: 1500 },
  { name: 'overview-narrow', page: 'plans/gyozaisei-6/2020/', width: 360, height: 900 },
  { name: 'initiative', page: 'plans/gyozaisei-6/2020/initiatives/09/', width: 1280, height: 1100 },
  { name: 'indicator', page: 'plans/gyozaisei-6/2020/indicators/1/', width: 1280, height: 1100 },
];

const folder = await mkdtemp(join(tmpdir(), 'ayumi-pictures-'));
try {
  const read = await readBundle('samples/komae-2020');
  if (!read.ok) throw new Error('The sample has problems; run: npm run ayumi -- check samples/komae-2020');
  await buildBundle(read.value, join(folder, 'out'), () => {});
  const browser = await startBrowser();
  for (const { name, page, width, height } of pictures) {
    const tab = await browser.newPage({ viewport: { width, height } });
    await tab.goto(pathToFileURL(join(folder, 'out/site', page, 'index.html')).href);
    await tab.screenshot({ path: `docs/pictures/${name}.png` });
    await tab.close();
  }
  await browser.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
