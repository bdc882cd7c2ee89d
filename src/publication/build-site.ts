import { apiPage, openApiPath } from '../api/api-page.tsx';
import { openApiText } from '../api/openapi.ts';
import { browserScript } from '../browser/browser-scripts.ts';
import { csvTables } from '../documents/csv/write-csv-files.ts';
import { typeNames } from '../documents/csv/tables/column.ts';
import { writeCatalog } from '../documents/dcat/write-catalog.ts';
import { textOfEdition } from '../documents/edition-json/edition-json.ts';
import { editionSchemaText } from '../documents/edition-json/edition-schema-text.ts';
import { type FeedEntry, writeFeed } from '../documents/feed/write-feed.ts';
import type { PublishedEdition } from '../domain/edition/edition.ts';
import { correctionOf } from '../domain/edition/errata.ts';
import { checkOpenData } from '../domain/open-data/self-check.ts';
import { catalogPath, editionAddress, editionSchemaPath, errataAddress, feedPath, isCard, yearAddress } from '../site/address.ts';
import { fileTitle } from '../site/file-titles.ts';
import type { UnpublishedPlan } from '../site/plans-page.tsx';
import { editionSites, type Records, renderItems, renderOverviews, type SiteFile } from '../site/render-site.ts';
import { shortenedPages } from '../site/shortened-pages.tsx';
import type { EditionSite, SharedAssets, TableDescription } from '../site/site-page.tsx';
import { stylesheet } from '../ui/stylesheet.ts';
import type { EditionWithDocuments, OutputFile } from './build-outputs.tsx';
import { filesForCrawlers } from './crawler-files.ts';
import { readOpenData } from './read-open-data.ts';

/** What the public side holds beside its newest editions. */
export interface SiteOptions {
  readonly unpublished?: readonly UnpublishedPlan[];
  /** Editions that a later one of the same year corrects. */
  readonly superseded?: readonly PublishedEdition[];
  /** Those of them whose documents of record are at hand. */
  readonly supersededRecords?: readonly EditionWithDocuments[];
  /** Where the public side will stand on the web, for what needs whole addresses; null where nobody has said. */
  readonly publicUrl?: string | null;
}

const encode = (text: string) => new TextEncoder().encode(text);

/** The names of the shared files, and the files themselves. */
export function sharedAssets(): { readonly assets: SharedAssets; readonly files: readonly OutputFile[] } {
  const style = stylesheet();
  const search = browserScript('search-as-you-type', 'search');
  return {
    assets: { stylesheet: style.name, searchScript: search.name },
    files: [{ path: `assets/${style.name}`, bytes: encode(style.css) }, { path: `assets/${search.name}`, bytes: encode(search.code) }],
  };
}

/** The pages of single items, for editions whose documents are still being made. What is left is made with `buildSite`. */
export function* buildItems(editions: readonly PublishedEdition[], options: SiteOptions = {}): Generator<OutputFile> {
  const sites = sitesOf(editions.map((published) => ({ published, documents: [] })), options).map(withoutDocuments);
  for (const { path, content } of renderItems(sites, { ...sharedAssets().assets, publicUrl: options.publicUrl ?? null })) yield { path, bytes: encode(content) };
}

/** A page that asked for what is not made yet would go out wrong in silence. */
function withoutDocuments(site: EditionSite): EditionSite {
  const refuse = (): never => { throw new Error('A page of a single item asked for the documents, which may not be made yet.'); };
  return { ...site, get files() { return refuse(); }, get tables() { return refuse(); }, get selfCheck() { return refuse(); }, get records() { return refuse(); } };
}

/**
 * Every file of the public site: pages, documents, data, what the pages share and what other programs ask for.
 *
 * @param made paths of the pages that `buildItems` has made already; without them they are made too
 */
export function* buildSite(
  editions: readonly EditionWithDocuments[], options: SiteOptions = {}, sites: readonly EditionSite[] = sitesOf(editions, options), made: readonly string[] | null = null,
): Generator<OutputFile> {
  const { unpublished = [], superseded = [], supersededRecords = [], publicUrl = null } = options;
  const { assets, files } = sharedAssets();
  const pages: string[] = [];
  const all: string[] = [];
  // A card is a piece of another page.
  const note = (path: string) => {
    if (!path.endsWith('index.html')) return;
    all.push(path.slice(0, -'index.html'.length));
    if (!isCard(path) && !/\/(?:latest|editions\/\d+)\//.test(path)) pages.push(all.at(-1)!);
  };
  yield* files;
  made?.forEach(note);
  for (const { path, content } of pagesOf(sites, unpublished, { ...assets, publicUrl }, made === null)) {
    note(path);
    yield { path, bytes: encode(path === '404.html' ? fromAnyDepth(content, publicUrl) : content) };
  }
  for (const { address, html } of shortenedPages(all, { ...assets, publicUrl })) yield { path: `${address}index.html`, bytes: encode(html) };
  for (const { published, documents } of editions) {
    for (const { path, bytes } of documents) yield { path: yearAddress(published.edition) + path, bytes };
  }
  yield { path: openApiPath, bytes: encode(openApiText()) };
  yield { path: editionSchemaPath, bytes: encode(editionSchemaText()) };
  for (const published of [...editions.map((entry) => entry.published), ...superseded]) yield { path: `${editionAddress(published.edition)}edition.json`, bytes: encode(textOfEdition(published)) };
  for (const { published, documents } of [...editions, ...supersededRecords]) {
    for (const { path, bytes } of ofRecord(documents)) yield { path: editionAddress(published.edition) + path, bytes };
  }
  yield* catalogs(sites, publicUrl);
  yield { path: feedPath, bytes: encode(writeFeed(feedEntries(sites), publicUrl)) };
  for (const { path, content } of filesForCrawlers(sites, pages, publicUrl)) yield { path, bytes: encode(content) };
}

function* pagesOf(sites: readonly EditionSite[], unpublished: readonly UnpublishedPlan[], assets: SharedAssets, items: boolean): Generator<SiteFile> {
  if (items) yield* renderItems(sites, assets);
  yield* renderOverviews(sites, unpublished, assets);
  const { address, html } = apiPage(assets);
  yield { path: `${address}index.html`, content: html };
}

/**
 * A web server shows 404.html at any address that does not exist, where no relative link of it can be right: its links begin at
 * the root of the server as soon as it is known where the site stands.
 */
function fromAnyDepth(html: string, publicUrl: string | null): string {
  if (publicUrl === null) return html;
  const base = new URL(publicUrl).pathname.replace(/\/*$/, '/');
  return html.replaceAll(/ href="(?!#|data:)/g, ` href="${base}`);
}

/** One catalogue a city. */
function* catalogs(sites: readonly EditionSite[], publicUrl: string | null): Generator<OutputFile> {
  for (const [code, ofCity] of Map.groupBy(sites, ({ published }) => published.edition.municipality.code)) {
    const entries = ofCity.map(({ published, files }) => ({
      published, address: yearAddress(published.edition), files: files.map((file) => ({ ...file, title: fileTitle(file.name, published.edition) })),
    }));
    yield { path: catalogPath(code), bytes: encode(writeCatalog(entries, { publicUrl, toRoot: '../', schemaPath: editionSchemaPath })) };
  }
}

/** Every edition once, corrected ones too, with its permanent address. */
function feedEntries(sites: readonly EditionSite[]): FeedEntry[] {
  return [...new Map(sites.flatMap(({ editions }) => editions.map((published) => [published.hash, { published, editions }]))).values()].map(({ published, editions }) => ({
    published, address: editionAddress(published.edition), errata: correctionOf(published, editions) ? errataAddress(published.edition) : null,
  }));
}

/** The document of an edition that is kept with its data: the one that is made for keeping. */
export function ofRecord(documents: readonly OutputFile[]): OutputFile[] {
  return documents.filter(({ path }) => path === 'report-archive.pdf');
}

/** The sites of these editions, with the names and sizes of their documents, and their data explained and checked. */
export function sitesOf(editions: readonly EditionWithDocuments[], { superseded = [], supersededRecords = [] }: SiteOptions = {}): EditionSite[] {
  const records: Records = new Map([...editions, ...supersededRecords].map(({ published, documents }) => [published.hash, ofRecord(documents).map(({ path, bytes }) => ({ name: path, bytes: bytes.byteLength }))]));
  return editionSites(editions.map(({ published, documents }) => ({
    published,
    files: documents.map(({ path, bytes }) => ({ name: path, bytes: bytes.byteLength })),
    ...(documents.some(({ path }) => path === 'data/columns.csv') ? aboutData({ published, documents }, editions) : {}),
  })), superseded, records);
}

function aboutData({ published, documents }: EditionWithDocuments, all: readonly EditionWithDocuments[]): Pick<EditionSite, 'tables' | 'selfCheck'> {
  const { plan, fiscalYear } = published.edition;
  const others = all.filter((other) => other.published.edition.plan.id === plan.id && other.published.edition.fiscalYear !== fiscalYear);
  return {
    tables: csvTables(published).map(({ id, description, columns, records }): TableDescription => ({
      file: `${id}.csv`, description, records: records.length, columns: columns.map(({ name, type, description: meaning }) => ({ name, type: typeNames[type], description: meaning })),
    })),
    selfCheck: checkOpenData(readOpenData(documents, others.map((other) => ({ fiscalYear: other.published.edition.fiscalYear, documents: other.documents })))),
  };
}
