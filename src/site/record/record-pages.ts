import { correctionOf } from '../../domain/edition/errata.ts';
import { initiativesOf } from '../../domain/edition/reading.ts';
import type { EditionSite, SharedAssets, SitePage } from '../site-page.tsx';
import { errataPage } from './errata-page.tsx';
import { recordIndicatorPage } from './record-indicator-page.tsx';
import { recordInitiativePage } from './record-initiative-page.tsx';
import { recordOverviewPage } from './record-overview-page.tsx';

/**
 * The record of an edition: its texts and figures and nothing that another edition or another year could change, but for one banner
 * when it is corrected. Made for every edition from its first day, so that what is cited once stays where it was.
 *
 * @param site with the edition as `published`
 */
export function* recordPages(site: EditionSite, assets: SharedAssets): Generator<SitePage> {
  const { edition } = site.published;
  yield recordOverviewPage(site, assets);
  const correction = correctionOf(site.published, site.editions);
  if (correction) yield errataPage(site, correction, assets);
  for (const node of initiativesOf(edition)) yield recordInitiativePage(site, node, assets);
  for (const indicator of edition.indicators) yield recordIndicatorPage(site, indicator, assets);
}
