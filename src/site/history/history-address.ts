import { type PageAddress, planAddress } from '../address.ts';

/** What has a history over the years of a plan. By id, which no renumbering changes. */
export type HistorySubject = 'initiatives' | 'indicators' | 'departments';

export function historyAddress(planId: string, subject: HistorySubject, id: string): PageAddress {
  return `${planAddress(planId)}history/${subject}/${id}/`;
}

/** What changed from one year to the next. */
export function changesAddress(planId: string, from: number, to: number): PageAddress {
  return `${planAddress(planId)}changes/${from}-${to}/`;
}
