import { type FiscalYear, firstDayOf } from '../fiscal-year/fiscal-year.ts';
import type { Round } from '../round/round.ts';
import type { DepartmentHistory } from './department-history.ts';

/** What the round of a year has met of the reorganisations. */
export interface RoundFollows {
  readonly state: Round['state'];
  /** Ids of those that were recorded before it was prepared, and while it went on: until it was closed or its year published. */
  readonly reorganisations: ReadonlySet<string>;
}

/**
 * The reorganisations under which a year is reported and published. A round follows those that were recorded until it was closed
 * or its year published; what is recorded later, for whatever day, leaves it and its corrections as they are. A year that no round
 * asked about was reported by the departments of 1 April after it, and keeps them as it was published. Source: product.md, rules 9 and 11.
 *
 * @param met by the round of the year, or, where no round is prepared, before the year was published; undefined where neither is
 */
export function historyOfYear(all: DepartmentHistory, fiscalYear: FiscalYear, met: Pick<RoundFollows, 'reorganisations'> | undefined): DepartmentHistory {
  return met ? all.filter(({ id }) => met.reorganisations.has(id)) : all.filter(({ day }) => day <= firstDayOf(fiscalYear + 1));
}

/**
 * The same for asking. A round that is not open yet asks those who are there on the day on which it is prepared, however long its year is
 * past: nobody else could answer. None is recorded before its day, so all that are recorded have taken effect.
 */
export function historyToAsk(all: DepartmentHistory, round: RoundFollows | undefined): DepartmentHistory {
  return round && round.state !== 'preparing' ? all.filter(({ id }) => round.reorganisations.has(id)) : all;
}

/** What was recorded since a year: over these alone its departments are carried on, since it met the others itself. */
export function historySince(all: DepartmentHistory, ofYear: DepartmentHistory): DepartmentHistory {
  return all.filter((reorganisation) => !ofYear.some(({ id }) => id === reorganisation.id));
}
