import type { SheetProblem } from '../../domain/plan-import/understood.ts';
import { type ImportView, usedTables } from './import-view.ts';

/** A problem with what to do about it on these pages, and the page on which it is done; null where the workbook is to be mended. */
export interface FixOnScreen { readonly fix: string; readonly page: string | null }

/** The words of the domain speak of the mapping as a file; here it is pages. */
const fixes: Readonly<Record<string, readonly [page: 'tables' | 'levels' | 'columns' | 'facts' | 'indicators', fix: string]>> = {
  'no-plan-id': ['facts', '計画の識別子を入力してください。'],
  'no-plan-title': ['facts', '計画の名称を入力してください。'],
  'no-report-year': ['facts', '取組状況の年度を入力してください。'],
  'no-table': ['tables', '計画の一覧として読む表と、見出しの行を選んでください。'],
  'no-elements': ['columns', '題名の列がどれかを確かめてください。'],
  'no-levels': ['levels', '階層の名前を入力してください。'],
  'table-not-found': ['tables', '代わりの表を選んでください。'],
  'table-unused': ['tables', '必要な表であれば、使う表に加えてください。'],
  'missing-column': ['columns', '代わりの列を選ぶか、そのまま確かめて「次へ」を押してください。'],
  'new-column': ['columns', '必要な列であれば、意味を選んでください。'],
  'hidden-column': ['columns', '不要な列であれば、「使わない」にしてください。'],
  'no-year': ['columns', '見出しを「令和６年度目標値」のように直すか、この列の年度を入力してください。'],
  'kind-unsure': ['indicators', '種類を選んでください。'],
  'kind-against-target': ['indicators', '種類を選び直すか、基準値と目標値を直してください。'],
  'range-target': ['indicators', '種類を選び直すか、目標値を「80～90」のように書いてください。'],
};

export function fixOnScreen(view: ImportView, { code, fix, sheet }: SheetProblem): FixOnScreen {
  const known = fixes[code];
  if (!known) return { fix, page: null };
  const [page, words] = known;
  if (page !== 'columns') return { fix: words, page };
  const used = usedTables(view);
  const table = used.find((index) => view.reading.tables[index]!.sheet === sheet) ?? used[0];
  return { fix: words, page: table === undefined ? 'tables' : `columns/${table}` };
}

/** What stands in the way of the import. */
export function blockingProblems({ reading }: Pick<ImportView, 'reading'>): SheetProblem[] {
  return reading.problems.filter(({ severity }) => severity === 'blocking');
}
