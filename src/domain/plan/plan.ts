import type { FiscalYear } from '../fiscal-year/fiscal-year.ts';
import type { Indicator } from '../indicator/indicator.ts';
import type { Department, Owner } from '../organization/department.ts';
import type { Paragraph } from '../report/paragraph.ts';
import type { Municipality } from './municipality.ts';
import type { PlanChange } from './plan-change.ts';
import type { Succession } from './succession.ts';

/** One level (階層) of the plan, from the top down: 施策, 方向性, 基本事業, 取組項目. Any names, any depth. */
export interface Level {
  readonly id: string;
  readonly name: string;
}

/** Another form of a title that the same document prints: evidence, kept and never corrected in silence. */
export interface PrintedVariant {
  readonly place: string;
  readonly title: string;
}

/** An element of the plan's tree (体系の要素). Its identity is the id, never the title: titles drift. */
export interface PlanNode {
  readonly id: string;
  readonly level: string;
  readonly parentId: string | null;
  /** As printed: １ for 施策１, 05 for 取組項目05. */
  readonly number: string;
  readonly title: string;
  readonly alsoPrinted: readonly PrintedVariant[];
  readonly description: readonly Paragraph[];
  readonly responsible: readonly Owner[];
  /** The original that this element lists again (再掲); it counts once in totals. */
  readonly relistingOf: string | null;
}

/** A plan or a vision above this plan: 狛江市総合基本計画. */
export interface ParentPlan {
  readonly title: string;
  /** YYYY-MM or YYYY-MM-DD, or null where the source does not say. */
  readonly adopted: string | null;
}

/** A municipality's plan (計画): what does not change from year to year. */
export interface Plan {
  readonly municipality: Municipality;
  readonly id: string;
  readonly title: string;
  readonly alsoPrinted: readonly PrintedVariant[];
  readonly adopted: string | null;
  /** First and last fiscal year, or null where the source does not say. */
  readonly period: { readonly from: FiscalYear; readonly to: FiscalYear } | null;
  readonly headquarters: { readonly name: string; readonly chair: string | null } | null;
  readonly parents: readonly ParentPlan[];
  readonly levels: readonly Level[];
  readonly departments: readonly Department[];
  /** Depth first, in printed order: a parent stands before its children. */
  readonly nodes: readonly PlanNode[];
  readonly indicators: readonly Indicator[];
  /** What happened to its items since it was adopted, in the order in which it was recorded. */
  readonly changes: readonly PlanChange[];
  /** How it goes on from the plan before it; null where there is none, or nothing was recorded. */
  readonly succession: Succession | null;
}
