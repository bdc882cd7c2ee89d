import type { CalendarDate, FiscalYear } from '../fiscal-year/fiscal-year.ts';

/** What a round can ask beside the text of the 取組状況. Indicators are asked of their owners in requests of their own. */
export type AskedField = 'progress' | 'selfAssessment' | 'issues' | 'nextYear' | 'effects' | 'evidence';

export const askedFields: readonly AskedField[] = ['progress', 'selfAssessment', 'issues', 'nextYear', 'effects', 'evidence'];

export const fieldNames: Readonly<Record<AskedField, string>> = {
  progress: '取組状況', selfAssessment: '自己評価', issues: '課題', nextYear: '翌年度の予定', effects: '効果額', evidence: '証拠資料',
};

/** How a field is asked in a round; the 取組状況 is always required. */
export type Asking = 'required' | 'optional' | 'not-asked';

/** A round (年度の進捗管理): what is asked of the departments for one fiscal year of a plan. */
export interface Round {
  readonly planId: string;
  readonly fiscalYear: FiscalYear;
  /** preparing: only the secretariat sees it; open: the departments answer; closed: nothing moves any more. */
  readonly state: 'preparing' | 'open' | 'closed';
  readonly asked: Readonly<Record<AskedField, Asking>>;
  /** The city's own scale of self-assessment, best first: A, B, C. Empty when it is not asked. */
  readonly scale: readonly ScaleStep[];
  readonly departmentDeadline: CalendarDate;
  readonly headDeadline: CalendarDate;
}

export interface ScaleStep {
  readonly id: string;
  readonly name: string;
}

export const roundStateNames: Readonly<Record<Round['state'], string>> = { preparing: '準備中', open: '受付中', closed: '終了' };

/** What one department is asked about: an initiative or an indicator of the plan. */
export type Subject = { readonly kind: 'node'; readonly id: string } | { readonly kind: 'indicator'; readonly id: string };

/** One request (照会) of a round: one answer per department and item. */
export interface PlannedRequest {
  readonly subject: Subject;
  readonly department: string;
  /** Whether the department is named in the plan, reports this year for a collective, or only has an order of headquarters to answer. */
  readonly capacity: 'responsible' | 'for-collective' | 'ordered' | 'indicator-owner';
}
