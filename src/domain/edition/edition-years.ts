import { ancestorsOn, type DepartmentHistory, successorsIn } from '../organization/department-history.ts';
import type { Edition, PublishedEdition, PublishedReorganisation } from './edition.ts';

/** The newest edition of each year of a plan, newest year first. */
export function newestOfEachYear(editions: readonly PublishedEdition[]): Edition[] {
  const newest = new Map<number, Edition>();
  for (const { edition } of editions) {
    const known = newest.get(edition.fiscalYear);
    if (!known || known.number < edition.number) newest.set(edition.fiscalYear, edition);
  }
  return [...newest.values()].toSorted((a, b) => b.fiscalYear - a.fiscalYear);
}

/** Every reorganisation that one of these editions knows, once, in the order in which they took effect. */
export function reorganisationsOf(editions: readonly Edition[]): PublishedReorganisation[] {
  const known = new Map<string, PublishedReorganisation>();
  // A later edition knows all that an earlier one knew, and in the right order for one day.
  for (const { reorganisations = [] } of editions.toSorted((a, b) => b.fiscalYear - a.fiscalYear)) {
    for (const entry of reorganisations) {
      const key = JSON.stringify([entry.day, entry.before.map(({ id }) => id), entry.after.map(({ id }) => id)]);
      if (!known.has(key)) known.set(key, entry);
    }
  }
  return [...known.values()].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** A department through renames, splits and merges, as the published editions tell it. */
export interface DepartmentLineage {
  /** Ids of the departments whose work it does, itself first. */
  readonly forerunners: readonly string[];
  /** The reorganisations in which one of them or it took part, oldest first. */
  readonly reorganisations: readonly PublishedReorganisation[];
  /** Ids of the departments that took over from it directly; empty while it goes on. */
  readonly successors: readonly string[];
}

export function lineageOf(reorganisations: readonly PublishedReorganisation[], department: string): DepartmentLineage {
  const history: DepartmentHistory = reorganisations.map((entry, index) => ({ ...entry, id: String(index), reason: '' }));
  const forerunners = [department, ...ancestorsOn(history, department, '9999-12-31').filter((id) => id !== department)];
  const concerns = ({ before, after }: PublishedReorganisation) => [...before, ...after].some(({ id }) => forerunners.includes(id));
  const successors = new Set(reorganisations.flatMap((entry) => (entry.before.some(({ id }) => id === department) ? successorsIn(entry, department) : [])).filter((id) => id !== department));
  return { forerunners, reorganisations: reorganisations.filter(concerns), successors: [...successors] };
}
