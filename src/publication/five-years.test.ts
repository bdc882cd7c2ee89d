import { expect, test } from 'vitest';
import { fictional, fiveYears } from '../../tests/five-years.ts';
import { renderPages } from '../../tests/render-all.ts';
import { writeCsvFiles } from '../documents/csv/write-csv-files.ts';
import { canonicalEdition, sealEdition } from '../documents/edition-json/edition-json.ts';
import { initiativesOf } from '../domain/edition/reading.ts';
import { isCard } from '../site/address.ts';
import { buildSite } from './build-site.ts';

// Five years of one plan in one folder. The later four are made up here, and say so in every paragraph.

const editions = fiveYears();
const site = new Map([...buildSite(editions.map((published) => ({
  published,
  documents: [...writeCsvFiles(published).map(({ name, bytes }) => ({ path: `data/${name}`, bytes })), { path: 'edition.json', bytes: new TextEncoder().encode(canonicalEdition(published.edition)) }],
})))].map(({ path, bytes }) => [path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]));
const page = (path: string) => site.get(`plans/gyozaisei-6/${path}`) ?? '';
const years = [2020, 2021, 2022, 2023, 2024];

test('each year stands whole at its own address, and the plan shows the newest', () => {
  for (const year of years) {
    const { edition } = editions[year - 2020]!;
    for (const { number } of initiativesOf(edition)) expect(page(`${year}/initiatives/${number}/index.html`), `${year} ${number}`).toContain('<h1>');
    for (const { number, evaluation } of edition.indicators) expect(page(`${year}/indicators/${number}/index.html`)).toContain(evaluation.sentence);
    for (const { paragraphs } of initiativesOf(edition).flatMap(({ report }) => report ?? [])) {
      for (const { text } of paragraphs) expect(text.startsWith(fictional)).toBe(year !== 2020);
    }
  }
  expect(page('index.html')).toContain('令和６年度の進捗状況');
  for (const label of ['令和２年度', '令和３年度', '令和４年度', '令和５年度']) expect(page('index.html')).toContain(`>${label}</a>`);
});

test('a year never shows the text of another', () => {
  for (const year of years.slice(1)) {
    const html = page(`${year}/initiatives/06/index.html`);
    expect(html).toContain(`${fictional}${year}年度。`);
    for (const other of years.slice(1)) if (other !== year) expect(html).not.toContain(`${fictional}${other}年度。`);
  }
  expect(page('2020/initiatives/06/index.html')).not.toContain(fictional);
});

test('every edition is in the list, the feed and the catalogue, once', () => {
  for (const { hash } of editions) expect(page('editions/index.html').split(`<span class="hash">${hash}</span>`).length - 1).toBe(1);
  expect(site.get('feed.atom')!.match(/<entry>/g)).toHaveLength(5);
  const datasets = (JSON.parse(site.get('catalog/132195.jsonld')!) as { 'dcat:dataset': { 'dct:identifier': string }[] })['dcat:dataset'];
  expect(datasets.map((dataset) => dataset['dct:identifier']).toSorted()).toEqual(years.map((year) => `132195-gyozaisei-6-${year}`));
});

test('each year lists its editions at the parent of their permanent addresses', () => {
  for (const year of years) {
    const { hash } = editions[year - 2020]!;
    const html = page(`${year}/editions/index.html`);
    expect(html).toContain(`<span class="hash">${hash}</span>`);
    expect(html).toContain('href="1/index.html"');
    expect(html.match(/<td><span class="hash">/g)).toHaveLength(1);
    expect(page(`${year}/editions/1/index.html`)).toContain('href="../index.html"');
  }
});

test('every address may be shortened by its last part', () => {
  const missing = new Set<string>();
  for (const path of site.keys()) {
    if (!path.endsWith('/index.html')) continue;
    const parts = path.split('/').slice(0, -1);
    parts.forEach((_, depth) => { const above = `${parts.slice(0, depth).map((part) => `${part}/`).join('')}index.html`; if (!site.has(above)) missing.add(above); });
  }
  expect([...missing]).toEqual([]);
});

test('the cards show the newest year, and those of a year stay with it', () => {
  expect(page('cards/indicators/1/index.html')).toContain('令和６年度');
  for (const [index, label] of ['令和２年度', '令和３年度', '令和４年度', '令和５年度', '令和６年度'].entries()) {
    const card = page(`${years[index]}/cards/indicators/1/index.html`);
    expect(card).toContain(label);
    expect(card).toContain('href="../../../indicators/1/index.html"');
    expect(page('cards/index.html')).toContain(`href="../${years[index]}/cards/index.html"`);
  }
  expect([...site.keys()].filter((path) => isCard(path) && path.includes('/indicators/'))).toHaveLength(6 * 7);
});

test('a card stays where it is when its number is no more, with the last year that had it', () => {
  const [first, second] = editions;
  const ended = sealEdition({ ...second!.edition, nodes: second!.edition.nodes.filter(({ id }) => id !== 'i06') });
  const pages = renderPages(first!, ended);
  expect(pages.get('plans/gyozaisei-6/cards/initiatives/06/index.html')).toMatch(/令和２年度.*href="\.\.\/\.\.\/\.\.\/2020\/initiatives\/06\/index\.html"/s);
  expect(pages.get('plans/gyozaisei-6/cards/initiatives/07/index.html')).toContain('令和３年度');
});

test('every link of every page leads to a page or file of the folder', () => {
  const broken = new Set<string>();
  for (const [path, html] of site) {
    if (!path.endsWith('.html') || path === '404.html') continue;
    for (const [, href = ''] of html.matchAll(/ href="([^"#]+)/g)) {
      if (/^(?:data|https?):/.test(href)) continue;
      const target = decodeURIComponent(new URL(href.replaceAll('&amp;', '&'), `http://site/${path}`).pathname.slice(1));
      if (!site.has(target)) broken.add(`${path} → ${href}`);
    }
  }
  expect([...broken].slice(0, 10)).toEqual([]);
});
