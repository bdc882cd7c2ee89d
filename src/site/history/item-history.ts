import { newestOfEachYear } from '../../domain/edition/edition-years.ts';
import { initiativesOf } from '../../domain/edition/reading.ts';
import { type YearBefore, yearsBefore } from '../../domain/edition/years-before.ts';
import type { EditionSite } from '../site-page.tsx';

/** The years of an item under the plans before, as the newest edition of its plan maps it. */
export function yearsBeforeItem({ editions, earlier }: Pick<EditionSite, 'editions' | 'earlier'>, id: string): YearBefore[] {
  const [newest] = earlier.length === 0 ? [] : newestOfEachYear(editions);
  if (!newest) return [];
  return yearsBefore(newest, [initiativesOf(newest).find((node) => node.id === id)?.relistingOf ?? id], earlier);
}

/** How many years of an item are published here, under this plan and those before. */
export function yearsOfItem(site: Pick<EditionSite, 'editions' | 'earlier' | 'years'>, id: string): number {
  return new Set([...site.years, ...yearsBeforeItem(site, id).map(({ edition }) => edition.fiscalYear)]).size;
}

export function hasItemHistory(site: Pick<EditionSite, 'editions' | 'earlier' | 'years'>, id: string): boolean {
  return site.years.length > 1 || yearsBeforeItem(site, id).length > 0;
}
