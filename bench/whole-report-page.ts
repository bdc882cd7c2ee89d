// Writes every initiative and indicator of the sample as one page with the site's stylesheet: the page that Chromium prints.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readBundle } from '../src/documents/bundle/read-bundle.ts';
import { sealEdition } from '../src/documents/edition-json/edition-json.ts';
import { buildEdition } from '../src/domain/edition/build-edition.ts';
import { editionSites, renderSite } from '../src/site/render-site.ts';
import { stylesheet } from '../src/ui/stylesheet.ts';

const read = await readBundle(fileURLToPath(new URL('../samples/komae-2020', import.meta.url)));
if (!read.ok) throw new Error('The sample has problems.');
const [report] = read.value.reports;
if (!report) throw new Error('The sample has no report.');
const sites = editionSites([{ published: sealEdition(buildEdition(read.value.plan, report)), files: [] }]);
const pages = [...renderSite(sites, [], { stylesheet: 'x.css', searchScript: 'x.js' })].filter(({ path }) => /\/2020\/(index\.html|about|initiatives|indicators)/.test(path));
const bodies = pages.map(({ content }) => /<main[^>]*>(.*)<\/main>/s.exec(content)?.[1] ?? '');
writeFileSync(process.argv[2] ?? 'report.html', `<!doctype html><html lang="ja"><meta charset="utf-8"><title>報告書</title><style>${stylesheet().css}</style><body>${bodies.join('\n')}</body></html>`);
