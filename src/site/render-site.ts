import type { Edition, PublishedEdition } from '../domain/edition/edition.ts';
import { initiativesOf } from '../domain/edition/reading.ts';
import { accessibilityPage } from './accessibility/accessibility-page.tsx';
import { aboutPage } from './about-page.tsx';
import { yearAddress } from './address.ts';
import { cardPages, yearCardPages } from './card-page.tsx';
import { dataDictionaryPage } from './data-dictionary-page.tsx';
import { dataPage } from './data-page.tsx';
import { departmentPage, departmentsPage } from './department-page.tsx';
import { editionsPage, yearEditionsPage } from './editions-page.tsx';
import { historyPages } from './history/history-pages.ts';
import { indicatorPage, indicatorsPage } from './indicator-page.tsx';
import { initiativePage } from './initiative-page.tsx';
import { initiativesPage } from './initiatives-page.tsx';
import { overviewPage } from './overview-page.tsx';
import { newestEditionPage, plansPage, type UnpublishedPlan, unpublishedPlanPage } from './plans-page.tsx';
import { notFoundPage } from './problem-pages.tsx';
import { latestPages } from './record/latest-pages.tsx';
import { recordPages } from './record/record-pages.ts';
import { searchIndex, searchPage } from './search-page.tsx';
import { selfCheckPage } from './self-check-page.tsx';
import type { DownloadFile, EditionSite, SharedAssets, SitePage } from './site-page.tsx';

/** A text file of the site: path from its root, and its content. */
export interface SiteFile {
  readonly path: string;
  readonly content: string;
}

/** A published edition with the files that were made from it. */
export interface EditionWithFiles {
  readonly published: PublishedEdition;
  readonly files: readonly DownloadFile[];
  readonly tables?: EditionSite['tables'];
  readonly selfCheck?: EditionSite['selfCheck'];
}

/** Editions with their documents of record, by hash. */
export type Records = EditionSite['records'];

/**
 * The newest edition of every plan and fiscal year, newest year first.
 *
 * @param superseded editions that others of the same year correct, for the list of all editions
 */
export function editionSites(editions: readonly EditionWithFiles[], superseded: readonly PublishedEdition[] = [], records: Records = new Map()): EditionSite[] {
  const newest = new Map<string, EditionWithFiles>();
  for (const entry of editions) {
    const address = yearAddress(entry.published.edition);
    const known = newest.get(address);
    if (!known || known.published.edition.number < entry.published.edition.number) newest.set(address, entry);
  }
  const all = [...newest.values()].toSorted((a, b) => b.published.edition.fiscalYear - a.published.edition.fiscalYear);
  const known = [...editions.map(({ published }) => published), ...superseded]
    .toSorted((a, b) => b.edition.fiscalYear - a.edition.fiscalYear || b.edition.number - a.edition.number);
  return all.map(({ published, files, tables = [], selfCheck = [] }) => ({
    published, files, tables, selfCheck, records,
    editions: known.filter(({ edition }) => edition.plan.id === published.edition.plan.id),
    years: all.filter((other) => other.published.edition.plan.id === published.edition.plan.id).map((other) => other.published.edition.fiscalYear),
    before: newestOf(all, ({ plan }) => plan.id === published.edition.succession?.from.id)[0] ?? null,
    earlier: plansBefore(all, published.edition.plan.id),
    after: newestOf(all, ({ succession }) => succession?.from.id === published.edition.plan.id),
  }));
}

/** The years of the plans from which a plan goes on, one after the other; `all` stand newest year first. */
function plansBefore(all: readonly EditionWithFiles[], planId: string): Edition[][] {
  const yearsOf = (id: string) => all.map(({ published }) => published.edition).filter(({ plan }) => plan.id === id);
  const plans: Edition[][] = [];
  const seen = new Set([planId]);
  for (let from = yearsOf(planId)[0]?.succession?.from.id; from !== undefined && !seen.has(from); from = plans.at(-1)?.[0]?.succession?.from.id) {
    seen.add(from);
    plans.push(yearsOf(from));
  }
  return plans.filter((years) => years.length > 0);
}

/** The newest edition of each plan that fits; `all` stand newest year first. */
function newestOf(all: readonly EditionWithFiles[], fits: (edition: Edition) => boolean): Edition[] {
  const newest = new Map<string, Edition>();
  for (const { published: { edition } } of all) if (!newest.has(edition.plan.id)) newest.set(edition.plan.id, edition);
  return [...newest.values()].filter(fits);
}

/** Every page of the public site, one after the other, so that a large site needs no more memory than a small one. */
export function* renderSite(sites: readonly EditionSite[], unpublished: readonly UnpublishedPlan[], assets: SharedAssets): Generator<SiteFile> {
  yield* renderItems(sites, assets);
  yield* renderOverviews(sites, unpublished, assets);
}

/** The pages that a site's newest edition adds or makes anew, in its own year and beside it. */
export function* renderEditionPages(site: EditionSite, assets: SharedAssets): Generator<SiteFile> {
  yield* renderItems([site], assets);
  yield* renderEdition(site, assets);
  yield asFile(editionsPage(site, assets));
  for (const published of site.editions) for (const page of recordPages({ ...site, published }, assets)) yield asFile(page);
}

/** The pages of single items. They show nothing of the files that are made from an edition, so they need not wait for them. */
export function* renderItems(sites: readonly EditionSite[], assets: SharedAssets): Generator<SiteFile> {
  for (const site of sites) {
    const { edition } = site.published;
    for (const node of initiativesOf(edition)) yield asFile(initiativePage(site, node, assets));
    for (const indicator of edition.indicators) yield asFile(indicatorPage(site, indicator, assets));
    for (const department of edition.departments) yield asFile(departmentPage(site, department, assets));
    for (const page of yearCardPages(site, assets)) yield asFile(page);
  }
  for (const site of newestSites(sites)) {
    for (const page of latestPages(site, assets)) yield asFile(page);
    for (const page of cardPages(site, assets)) yield asFile(page);
    for (const page of historyPages(site, assets)) yield asFile(page);
  }
}

/** All other pages. */
export function* renderOverviews(sites: readonly EditionSite[], unpublished: readonly UnpublishedPlan[], assets: SharedAssets): Generator<SiteFile> {
  const newest = newestSites(sites);
  yield asFile(plansPage(newest, unpublished, assets));
  yield asFile(accessibilityPage(assets));
  yield { path: '404.html', content: notFoundPage(assets).html };
  for (const plan of unpublished) yield asFile(unpublishedPlanPage(plan, assets));
  for (const site of newest) {
    yield asFile(newestEditionPage(site, assets));
    yield asFile(editionsPage(site, assets));
    for (const published of site.editions) for (const page of recordPages({ ...site, published }, assets)) yield asFile(page);
  }
  for (const site of sites) yield* renderEdition(site, assets);
}

function* renderEdition(site: EditionSite, assets: SharedAssets): Generator<SiteFile> {
  const { edition } = site.published;
  yield asFile(overviewPage(site, assets));
  yield asFile(aboutPage(site, assets));
  yield asFile(initiativesPage(site, assets));
  yield asFile(indicatorsPage(site, assets));
  yield asFile(departmentsPage(site, assets));
  yield asFile(searchPage(site, null, assets));
  yield { path: `${yearAddress(edition)}search/index.js`, content: searchIndex(site) };
  yield asFile(dataPage(site, assets));
  yield asFile(yearEditionsPage(site, assets));
  if (site.tables.length > 0) yield asFile(dataDictionaryPage(site, assets));
  if (site.selfCheck.length > 0) yield asFile(selfCheckPage(site, assets));
}

function newestSites(sites: readonly EditionSite[]): EditionSite[] {
  return sites.filter(({ published: { edition }, years }) => edition.fiscalYear === years[0]);
}

function asFile({ address, html }: SitePage): SiteFile {
  return { path: `${address}index.html`, content: html };
}
