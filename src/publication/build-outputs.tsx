import { apiPage, openApiPath } from '../api/api-page.tsx';
import { openApiText } from '../api/openapi.ts';
import { writeCsvFiles } from '../documents/csv/write-csv-files.ts';
import { writeReportDocx } from '../documents/docx/write-report-docx.ts';
import { canonicalEdition } from '../documents/edition-json/edition-json.ts';
import { editionSchemaPath } from '../documents/edition-json/edition-schema.ts';
import { editionSchemaText } from '../documents/edition-json/edition-schema-text.ts';
import { canWritePdf } from '../documents/pdf/pdf-support.ts';
import { writeReportPdfs } from '../documents/pdf/write-report-pdf.ts';
import { writeReportXlsx } from '../documents/xlsx/write-report-xlsx.ts';
import { browserScript } from '../browser/browser-scripts.ts';
import type { PublishedEdition } from '../domain/edition/edition.ts';
import { editionAddress, yearAddress } from '../site/address.ts';
import type { UnpublishedPlan } from '../site/plans-page.tsx';
import { editionSites, renderSite, type SiteFile } from '../site/render-site.ts';
import type { EditionSite, SharedAssets } from '../site/site-page.tsx';
import { filesForCrawlers } from './crawler-files.ts';
import { PathChart } from '../ui/path-chart.tsx';
import { stylesheet } from '../ui/stylesheet.ts';

/** One file that is made from an edition: its path and its bytes. The same edition gives the same bytes on any day. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Told what is being made, as a Japanese noun phrase, when it is finished. */
export type ReportProgress = (made: string) => void;

/** The documents and data of one edition: report.pdf, report-archive.pdf, report.docx, report.xlsx, data/*.csv, edition.json. */
export async function buildDocuments(published: PublishedEdition, progress: ReportProgress = () => {}): Promise<OutputFile[]> {
  const noted = async <T,>(name: string, making: Promise<T>): Promise<T> => {
    const made = await making;
    progress(name);
    return made;
  };
  // The PDF is made in a process of its own, so that the other files are written while it runs.
  const pdfs = canWritePdf()
    ? noted('報告書（PDF）', writeReportPdfs(published, drawCharts(published)))
    : noted('PDF以外の資料（この種類のコンピューターでは、PDFを作ることができません。Linux（x64）で作ってください）', Promise.resolve(null));
  pdfs.catch(() => {});
  const docx = await noted('報告書（Word）', writeReportDocx(published));
  const xlsx = await noted('一覧表（Excel）', writeReportXlsx(published));
  const csv = writeCsvFiles(published);
  const printed = await pdfs;
  return [
    ...(printed ? [{ path: 'report.pdf', bytes: printed.report }] : []),
    ...(printed ? [{ path: 'report-archive.pdf', bytes: printed.archive }] : []),
    { path: 'report.docx', bytes: docx },
    { path: 'report.xlsx', bytes: xlsx },
    ...csv.map(({ name, bytes }) => ({ path: `data/${name}`, bytes })),
    { path: 'edition.json', bytes: new TextEncoder().encode(canonicalEdition(published.edition)) },
  ];
}

/** An edition together with its documents. */
export interface EditionWithDocuments {
  readonly published: PublishedEdition;
  readonly documents: readonly OutputFile[];
}

/** What the whole public side is made from; kept by the server to answer searches. */
export interface PublicSite {
  readonly sites: readonly EditionSite[];
  readonly assets: SharedAssets;
}

/** The names of the shared files, and the files themselves. */
export function sharedAssets(): { readonly assets: SharedAssets; readonly files: readonly OutputFile[] } {
  const style = stylesheet();
  const search = browserScript('search-as-you-type', 'search');
  const encode = (text: string) => new TextEncoder().encode(text);
  return {
    assets: { stylesheet: style.name, searchScript: search.name },
    files: [{ path: `assets/${style.name}`, bytes: encode(style.css) }, { path: `assets/${search.name}`, bytes: encode(search.code) }],
  };
}

/** What the public side holds beside its newest editions. */
export interface SiteOptions {
  readonly unpublished?: readonly UnpublishedPlan[];
  /** Editions that a later one of the same year corrects. */
  readonly superseded?: readonly PublishedEdition[];
  /** Where the public side will stand on the web, for what needs whole addresses; null where nobody has said. */
  readonly publicUrl?: string | null;
}

/** Every file of the public site: pages, documents, data, what the pages share and what search engines ask for. */
export function* buildSite(editions: readonly EditionWithDocuments[], { unpublished = [], superseded = [], publicUrl = null }: SiteOptions = {}): Generator<OutputFile> {
  const { assets, files } = sharedAssets();
  const sites = sitesOf(editions);
  const encode = (text: string) => new TextEncoder().encode(text);
  const pages: string[] = [];
  yield* files;
  for (const { path, content } of pagesOf(sites, unpublished, assets)) {
    if (path.endsWith('index.html')) pages.push(path.slice(0, -'index.html'.length));
    yield { path, bytes: encode(path === '404.html' ? fromAnyDepth(content, publicUrl) : content) };
  }
  for (const { published, documents } of editions) {
    for (const { path, bytes } of documents) yield { path: yearAddress(published.edition) + path, bytes };
  }
  yield { path: openApiPath, bytes: encode(openApiText()) };
  yield { path: editionSchemaPath, bytes: encode(editionSchemaText()) };
  for (const { edition } of superseded) yield { path: `${editionAddress(edition)}edition.json`, bytes: encode(canonicalEdition(edition)) };
  for (const { path, content } of filesForCrawlers(sites, pages, publicUrl)) yield { path, bytes: encode(content) };
}

function* pagesOf(sites: readonly EditionSite[], unpublished: readonly UnpublishedPlan[], assets: SharedAssets): Generator<SiteFile> {
  yield* renderSite(sites, unpublished, assets);
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

/** The sites of these editions, with the names and sizes of their documents. */
export function sitesOf(editions: readonly EditionWithDocuments[]): EditionSite[] {
  return editionSites(editions.map(({ published, documents }) => ({ published, files: documents.map(({ path, bytes }) => ({ name: path, bytes: bytes.byteLength })) })));
}

/** The 道のり図 of every indicator as SVG text, for print. */
function drawCharts({ edition }: PublishedEdition): Map<string, string> {
  return new Map(edition.indicators.map((indicator) => [
    indicator.id, String(<PathChart indicator={indicator} labelling={edition.municipality.fiscalYearLabels} font="Noto Sans JP" />),
  ]));
}
