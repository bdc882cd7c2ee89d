import type { RequestStanding } from '../approval/request-policy.ts';
import type { CalendarDate, FiscalYearLabelling } from '../fiscal-year/fiscal-year.ts';
import type { Indicator } from '../indicator/indicator.ts';
import type { Answer } from '../round/answer.ts';
import type { Round, Subject } from '../round/round.ts';

/** A request as it stands now, to be compared with what came back. */
export interface KnownRequest extends RequestStanding {
  readonly requestId: string;
  readonly subject: Subject;
  /** Of the indicator; none for an item. */
  readonly series: Indicator['series'];
  readonly number: string;
  readonly title: string;
  readonly departmentName: string;
  readonly currentVersion: number | null;
  readonly current: Answer | null;
  /** Who wrote the current version, and when (instant in UTC); null while nothing was written. */
  readonly currentBy: { readonly name: string; readonly at: string } | null;
}

/** The round into which workbooks are taken, as it stands now. */
export interface KnownRound {
  readonly city: string;
  readonly cityName: string;
  readonly labels: FiscalYearLabelling;
  readonly planTitle: string;
  readonly round: Round;
  readonly today: CalendarDate;
  /** By id. */
  readonly requests: ReadonlyMap<string, KnownRequest>;
  /** A version that some row was written on; undefined where there is none of that number. */
  versionOf(requestId: string, number: number): Answer | undefined;
  /** Name of a department of the city, or its id where nobody knows it. */
  departmentName(id: string): string;
}
