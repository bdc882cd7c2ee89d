import { describe, expect, test } from 'vitest';
import { writeCsvFiles } from '../documents/csv/write-csv-files.ts';
import { published as samplePublished } from '../documents/csv/sample-edition.testing.ts';
import { canonicalEdition } from '../documents/edition-json/edition-json.ts';
import type { PublishedEdition } from '../domain/edition/edition.ts';
import { makePlanBundle, makePublished } from '../../tests/factories.ts';
import { buildSite, type SiteOptions } from './build-site.ts';

const withDocuments = (published: PublishedEdition) => ({
  published,
  documents: [...writeCsvFiles(published).map(({ name, bytes }) => ({ path: `data/${name}`, bytes })), { path: 'edition.json', bytes: new TextEncoder().encode(canonicalEdition(published.edition)) }],
});
const sample = samplePublished();
const first = makePublished({ report: { reports: [] } });
const second = makePublished({ report: { reports: [], edition: { number: 2, issuedOn: '2021-12-01', correctionReason: '<誤り>＆訂正' } } });
const build = (options: SiteOptions = {}) => new Map([...buildSite([withDocuments(sample), withDocuments(second)], { superseded: [first], ...options })].map(({ path, bytes }) => [path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]));
const site = build();
const base = 'https://www.city.example.lg.jp/a/';

describe('the catalogue of a city (DCAT)', () => {
  type Node = Readonly<Record<string, unknown>>;
  const catalog = (files: Map<string, string>) => JSON.parse(files.get('catalog/132195.jsonld')!) as Node & { readonly '@context': Readonly<Record<string, string>>; readonly 'dcat:dataset': (Node & { readonly 'dcat:distribution': Node[] })[] };
  const addresses = (node: unknown, found: string[] = []): string[] => {
    if (typeof node !== 'object' || node === null) return found;
    for (const [key, value] of Object.entries(node)) {
      if (key === '@context') continue;
      if (key === '@id') found.push(String(value));
      else addresses(value, found);
    }
    return found;
  };

  test('has one dataset a plan and year, and a distribution for each file, which is there', () => {
    const datasets = catalog(site)['dcat:dataset'];
    expect(datasets.map((dataset) => dataset['dct:identifier'])).toEqual(['132195-gyozaisei-6-2020', '132195-plan-2020']);
    for (const { 'dcat:distribution': distributions } of datasets) {
      expect(distributions.length).toBeGreaterThan(12);
      for (const distribution of distributions) {
        const { '@id': address } = distribution['dcat:downloadURL'] as { '@id': string };
        const file = new URL(address, 'http://site/catalog/x').pathname.slice(1);
        expect(site.has(file), file).toBe(true);
        expect((distribution['dcat:byteSize'] as { '@value': string })['@value']).toBe(String(new TextEncoder().encode(site.get(file)).length));
      }
    }
  });
  test('uses no term whose prefix it does not explain, and whole addresses where the place on the web is known', () => {
    const known = catalog(build({ publicUrl: base }));
    const prefixes = Object.keys(known['@context']);
    for (const [, term = ''] of JSON.stringify(known).matchAll(/"(?:@type":")?([a-z]+):[A-Za-z]+"(?:[:,}])/g)) if (!['http', 'https', 'urn'].includes(term)) expect(prefixes).toContain(term);
    for (const address of addresses(known)) expect(URL.canParse(address) || address.startsWith('spdx:'), address).toBe(true);
    expect(known['@id']).toBe(base);
  });
  test('says no licence and no day that the plan does not state, and names the version and its reason', () => {
    const [komae, corrected] = catalog(site)['dcat:dataset'];
    expect(JSON.stringify(catalog(site))).not.toContain('license');
    expect(komae).not.toHaveProperty(['dct:issued']);
    const licensed = makePublished({ plan: { municipality: { ...makePlanBundle().municipality, licence: 'PDL-1.0' } } });
    const [dataset] = catalog(new Map([...buildSite([{ published: licensed, documents: [{ path: 'data/plan.csv', bytes: new Uint8Array(1) }] }])].map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])))['dcat:dataset'];
    expect(dataset).toMatchObject({ 'dcat:distribution': [{ 'dct:license': { '@id': 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0' } }] });
    expect(corrected).toMatchObject({ 'dct:issued': { '@value': '2021-12-01' }, 'adms:version': '2', 'adms:versionNotes': { '@value': '第２版：<誤り>＆訂正' } });
  });
});

describe('the feed', () => {
  test('is well-formed, and names each edition and correction once, newest first, under an id that stays', () => {
    const feed = site.get('feed.atom')!;
    const open: string[] = [];
    for (const [, end, name = '', empty] of feed.replace(/<\?.*?\?>/, '').matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (end) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
    }
    expect(open).toEqual([]);
    expect(feed).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
    const ids = [...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id = '']) => id);
    expect(new Set(ids).size).toBe(4);
    expect(ids.every((id) => /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
    const times = [...feed.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, time = '']) => time).slice(1);
    expect(times).toEqual(times.toSorted().toReversed());
    expect([...feed.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title).filter((title) => title!.includes('訂正しました'))).toHaveLength(1);
    expect(feed).toContain('訂正の理由：&lt;誤り&gt;＆訂正。');
  });
  test('says where the day of publication is not known', () => {
    expect(site.get('feed.atom')).toContain('公表日は、元の資料に記載がありません。');
  });
  test('leads to the record of each edition, and from a correction to its 正誤表', () => {
    const feed = site.get('feed.atom')!;
    for (const number of [1, 2]) expect(feed).toContain(`href="plans/plan/2020/editions/${number}/index.html"`);
    expect([...feed.matchAll(/rel="related"[^>]*href="([^"]*)"/g)].map(([, address]) => address)).toEqual(['plans/plan/2020/editions/2/errata/index.html']);
  });

  test('leads to pages that are there', () => {
    for (const [, address = ''] of site.get('feed.atom')!.matchAll(/href="([^"]+)"/g)) expect(site.has(address) || address === 'feed.atom', address).toBe(true);
    for (const [, address = ''] of build({ publicUrl: base }).get('feed.atom')!.matchAll(/href="([^"]+)"/g)) expect(address.startsWith(base)).toBe(true);
  });
});

test('the list of editions shows each with its hash and its data, and why it was corrected', () => {
  const page = site.get('plans/plan/editions/index.html')!;
  expect(page).toContain(first.hash);
  expect(page).toContain(second.hash);
  expect(page).toContain('&lt;誤り&gt;＆訂正');
  expect([...page.matchAll(/href="([^"]*edition\.json)"/g)].map(([, address]) => address)).toEqual(['../2020/editions/2/edition.json', '../2020/editions/1/edition.json']);
  for (const number of [1, 2]) expect(site.has(`plans/plan/2020/editions/${number}/edition.json`)).toBe(true);
});

test('the dictionary explains every column of every CSV in the order of the file', () => {
  const page = site.get('plans/gyozaisei-6/2020/data/columns/index.html')!;
  for (const { name, bytes } of writeCsvFiles(sample)) {
    const header = new TextDecoder().decode(bytes).split('\r\n')[0]!.split(',');
    const section = page.slice(page.indexOf(`id="table_${name.replace('.csv', '')}"`)).split('</section>')[0]!;
    expect([...section.matchAll(/<tr><th scope="row">([^<]*)<\/th>/g)].map(([, column]) => column)).toEqual(header);
  }
});

test('the self-check shows all thirty rules, and none that does not hold', () => {
  const page = site.get('plans/gyozaisei-6/2020/data/self-check/index.html')!;
  expect([...page.matchAll(/>(L\d-\d\d)</g)]).toHaveLength(30);
  expect(page).not.toContain('class="status back"');
});
