import type { FiscalYear, FiscalYearLabelling } from '../fiscal-year/fiscal-year.ts';
import type { IndicatorKind } from '../indicator/indicator.ts';

/** What a column means. `level` says of which level, `fiscalYear` for which year, where the role needs it. */
export type ColumnRole =
  | 'level-number' | 'level-title' | 'row-level' | 'row-number' | 'row-title'
  | 'departments' | 'description' | 'relisting' | 'report'
  | 'indicator-number' | 'indicator-title' | 'indicator-unit' | 'indicator-definition' | 'indicator-date'
  | 'indicator-baseline' | 'indicator-target' | 'indicator-measurement' | 'related' | 'ignore';

export const roleNames: Readonly<Record<ColumnRole, string>> = {
  'level-number': '番号', 'level-title': '題名', 'row-level': '行の階層', 'row-number': '行の番号', 'row-title': '行の題名',
  departments: '部署', description: '説明', relisting: '再掲', report: '取組状況',
  'indicator-number': '指標の番号', 'indicator-title': '指標', 'indicator-unit': '指標の単位', 'indicator-definition': '指標の説明', 'indicator-date': '指標の基準日',
  'indicator-baseline': '基準値', 'indicator-target': '目標値', 'indicator-measurement': '実績値', related: '指標に関連する要素', ignore: '使わない',
};

export interface ColumnMapping {
  /** The heading by which the column is found again next year, wherever it stands then. Two rows are joined with ／. */
  heading: string;
  /** Which of the columns with the same heading, from 1. */
  nth: number;
  role: ColumnRole;
  level?: string;
  fiscalYear?: FiscalYear;
  /** Why it is proposed, as a Japanese phrase. */
  reason: string;
}

export interface TableMapping {
  sheet: string;
  /** Whether the table is taken at all. */
  use: boolean;
  /** Rows of the header as Excel counts them, from 1, where a person has given them; otherwise they are found by their words. */
  headerRows?: { from: number; to: number };
  columns: ColumnMapping[];
}

/** How a city's workbook is read: made once, checked by a person, saved as JSON and used again next year. */
export interface ImportMapping {
  format: 'ayumi-mapping/1';
  municipality: { code: string | null; name: string | null; fiscalYearLabels: FiscalYearLabelling };
  plan: { id: string | null; title: string | null };
  /** The year of the columns 取組状況 and 実績値, where there are any. */
  reportYear: FiscalYear | null;
  levels: { id: string; name: string }[];
  tables: TableMapping[];
  /** Ids once given stay, whatever the order in next year's workbook. */
  departments: { id: string; name: string }[];
  nodes: RememberedNode[];
  indicators: RememberedIndicator[];
}

export interface RememberedNode { id: string; level: string; parent: string | null; number: string; title: string }
/** `kind` where a person has chosen it: figures do not always show what is wanted of them. */
export interface RememberedIndicator { id: string; number: string; title: string; kind?: IndicatorKind }
