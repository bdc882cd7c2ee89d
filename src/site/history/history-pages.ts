import { newestOfEachYear, reorganisationsOf } from '../../domain/edition/edition-years.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { initiativesOf } from '../../domain/edition/reading.ts';
import type { EditionSite, SharedAssets, SitePage } from '../site-page.tsx';
import { changesPage } from './changes-page.tsx';
import { hasItemHistory } from './item-history.ts';
import { departmentHistoryPage } from './department-history-page.tsx';
import { indicatorHistoryPage } from './indicator-history-page.tsx';
import { initiativeHistoryPage } from './initiative-history-page.tsx';

/** What the pages of a plan's history are made from. */
export interface PlanHistory {
  /** The newest edition of each year, newest year first. */
  readonly years: readonly Edition[];
  /** Of the newest year: the frame of the pages. */
  readonly site: EditionSite;
}

/**
 * Items, indicators and departments over the years, and what changed from each year to the next. A plan with a single year has no
 * history yet, and no such pages, but for items that go on from the plan before.
 *
 * @param site of the newest year
 */
export function* historyPages(site: EditionSite, assets: SharedAssets): Generator<SitePage> {
  const years = newestOfEachYear(site.editions);
  const history: PlanHistory = { years, site };
  const ids = (of: (edition: Edition) => readonly { readonly id: string }[]) => [...new Set(years.flatMap((edition) => of(edition).map(({ id }) => id)))];
  for (const id of ids(initiativesOf)) if (hasItemHistory(site, id)) yield initiativeHistoryPage(history, id, assets);
  if (years.length < 2) return;
  for (const id of ids(({ indicators }) => indicators)) yield indicatorHistoryPage(history, id, assets);
  const reorganisations = reorganisationsOf(years);
  for (const id of ids(({ departments }) => departments)) yield departmentHistoryPage(history, id, reorganisations, assets);
  for (const [index, after] of years.entries()) {
    const before = years[index + 1];
    if (before) yield changesPage(history, before, after, assets);
  }
}
