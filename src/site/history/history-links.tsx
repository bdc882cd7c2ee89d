import { newestOfEachYear } from '../../domain/edition/edition-years.ts';
import type { EditionSite } from '../site-page.tsx';
import { hasItemHistory, yearsOfItem } from './item-history.ts';
import { changesAddress, historyAddress, type HistorySubject } from './history-address.ts';

/** The way to the years of an item, an indicator or a department; nothing while there is a single one. */
export function HistoryLink({ site, subject, id, link }: { site: EditionSite; subject: HistorySubject; id: string; link: (to: string) => string }) {
  if (subject === 'initiatives' ? !hasItemHistory(site, id) : site.years.length < 2) return null;
  return <a href={link(historyAddress(site.published.edition.plan.id, subject, id))}>年度ごとの推移（{subject === 'initiatives' ? yearsOfItem(site, id) : site.years.length}年度分）</a>;
}

/** The way to what changed since the year before; nothing for the first year. */
export function ChangesLink({ site, link }: { site: EditionSite; link: (to: string) => string }) {
  const { edition } = site.published;
  const before = newestOfEachYear(site.editions).find(({ fiscalYear }) => fiscalYear < edition.fiscalYear);
  return before ? <a href={link(changesAddress(edition.plan.id, before.fiscalYear, edition.fiscalYear))}>前の年度から変わったところ</a> : null;
}
