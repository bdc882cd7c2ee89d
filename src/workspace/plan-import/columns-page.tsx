import { type FiscalYear, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { cellName, columnName } from '../../domain/plan-import/grid.ts';
import { lookUp } from '../../domain/plan-import/grid-lookup.ts';
import { type ImportDraft, withColumns } from '../../domain/plan-import/import-draft.ts';
import type { ColumnMapping } from '../../domain/plan-import/mapping.ts';
import { columnTexts } from '../../domain/plan-import/propose-mapping.ts';
import { type ProposedColumn, tablePlace } from '../../domain/plan-import/propose-tables.ts';
import { bareHeading } from '../../domain/plan-import/text-forms.ts';
import { readYearLabel } from '../../domain/plan-import/year-label.ts';
import { Button, type FieldProblem, SelectField, TextField } from '../../ui/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { choiceName, choiceOf, columnChoices, doubled, parseChoice, yearly } from './column-choices.ts';
import { actionOf, type ImportPage, renderImportPage } from './import-frame.tsx';
import type { ImportView } from './import-view.ts';
import { short } from './sheet-preview.tsx';

/** Examples that are shown of what stands in a column. */
const examples = 3;

/** What each column of one table means: proposed from its heading and cells, with the reason. */
export function renderColumnsPage(page: ImportPage, index: number): string {
  const { view, typed, problems } = page;
  const table = view.reading.tables[index]!;
  const grid = lookUp(view.sheets.find(({ name }) => name === table.sheet)!);
  const choices = columnChoices(view.draft.mapping);
  const labels = view.municipality.fiscalYearLabels;
  const { found, lost } = alongside(view, index);
  return renderImportPage(page, `columns/${index}`, `列の意味：シート「${table.sheet}」`, (
    <>
      <p class="lead">{tablePlace(table)}の表の、列ごとの意味です。見出しとセルから判断しました。違うところだけを直してください。</p>
      {lost.map(({ heading, role, level }) => <p class="notice warning">前回「{choiceName({ role, ...(level !== undefined && { level }) }, view.draft.mapping)}」とした列「{heading}」が、この表にありません。代わりの列があれば選んでください。</p>)}
      <form method="post" action={actionOf(page, `columns/${index}`)}>
        {found.map(({ column, mapping }, place) => {
          const texts = [...new Set(columnTexts(grid, table, column.column).filter((text) => text !== ''))].slice(0, examples);
          const year = mapping.fiscalYear ?? readYearLabel(mapping.heading)?.fiscalYear ?? null;
          const asksYear = yearly.has(mapping.role) || year !== null || problems.some(({ field }) => field === `year-${place}`);
          return (
            <div class="column-choice">
              <SelectField name={`role-${place}`} label={nameOf(column, table.headerRows)} choices={choices} problems={problems}
                value={typed ? typed.one(`role-${place}`) : choiceOf(mapping)}
                hint={`${texts.length > 0 ? `例：${texts.map((text) => `「${short(text)}」`).join('')}` : 'セルは全て空欄です。'}　判断の理由：${mapping.reason}`} />
              {asksYear && (
                <TextField name={`year-${place}`} label="この列の年度" size={12} required={false} problems={problems}
                  value={typed ? typed.one(`year-${place}`) : year === null ? '' : fiscalYearLabel(year, labels)} hint="値や取組状況の列だけ。「令和６年度」「R6」「2024」のように書きます。" />
              )}
            </div>
          );
        })}
        <div class="actions"><Button>次へ</Button></div>
      </form>
    </>
  ));
}

/** The columns of the table with what is said of each, and what is said of columns that are not there. */
function alongside({ reading, draft }: ImportView, index: number): { readonly found: readonly { readonly column: ProposedColumn; readonly mapping: ColumnMapping }[]; readonly lost: readonly ColumnMapping[] } {
  const left = [...(draft.mapping.tables[index]?.columns ?? [])];
  const found = reading.tables[index]!.columns.map((column) => {
    const at = left.findIndex(({ heading, nth }) => bareHeading(heading) === bareHeading(column.heading) && nth === column.nth);
    return { column, mapping: at < 0 ? { heading: column.heading, nth: column.nth, role: 'ignore' as const, reason: '読み方が決まっていない列' } : left.splice(at, 1)[0]! };
  });
  return { found, lost: left };
}

function nameOf({ column, heading }: ProposedColumn, headerRows: readonly number[]): string {
  if (column < 0) return `表の途中の行「${heading}」`;
  return `${columnName(column)}列　${heading === '' ? `見出しなし（${cellName(headerRows.at(-1) ?? 0, column)}）` : heading}`;
}

export function readColumns(view: ImportView, form: FormValues, index: number): { readonly draft: ImportDraft } | { readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const { found } = alongside(view, index);
  const { headerRows } = view.reading.tables[index]!;
  const columns = found.map(({ column, mapping }, place): ColumnMapping => {
    const name = nameOf(column, headerRows);
    const choice = parseChoice(form.one(`role-${place}`), view.draft.mapping);
    if (!choice) problems.push({ field: `role-${place}`, message: `${name}の意味を、一覧から選んでください。` });
    const meaning = choice ?? { role: 'ignore' as const };
    const year = yearly.has(meaning.role) ? yearFrom(form.one(`year-${place}`)) : null;
    if (year === 'unreadable') problems.push({ field: `year-${place}`, message: `${name}の年度「${form.one(`year-${place}`)}」を読み取れません。「令和６年度」か「2024」のように書いてください。` });
    const changed = choiceOf(mapping) !== choiceOf(meaning);
    return { heading: column.heading, nth: column.nth, ...meaning, ...(typeof year === 'number' && { fiscalYear: year }), reason: changed ? '選ばれている' : mapping.reason };
  });
  for (const { index: later, earlier } of doubled(columns)) {
    problems.push({ field: `role-${later}`, message: `「${choiceName(columns[later]!, view.draft.mapping)}」が、${nameOf(found[earlier]!.column, headerRows)}と${nameOf(found[later]!.column, headerRows)}の二つに選ばれています。一つを選び直してください。` });
  }
  if (problems.length > 0) return { problems };
  const draft = withColumns(view.draft, index, columns);
  const years = draft.mapping.tables.filter(({ use }) => use).flatMap((table) => table.columns.flatMap(({ role, fiscalYear, heading }) => (role === 'report' || role === 'indicator-measurement' ? [fiscalYear ?? readYearLabel(heading)?.fiscalYear ?? -1] : [])));
  const newest = Math.max(-1, ...years);
  return { draft: { ...draft, mapping: { ...draft.mapping, reportYear: newest >= 0 ? newest : draft.mapping.reportYear } } };
}

/** 令和６年度, R6, 2024; null for nothing. */
export function yearFrom(text: string): FiscalYear | null | 'unreadable' {
  if (text.trim() === '') return null;
  const year = readYearLabel(text)?.fiscalYear;
  return year === undefined || year < 1900 || year > 2200 ? 'unreadable' : year;
}
