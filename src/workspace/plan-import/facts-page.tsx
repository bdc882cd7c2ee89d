import { dateLabel, type FiscalYear, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { parseTypedDate } from '../../domain/fiscal-year/parse-typed-date.ts';
import type { ImportDraft } from '../../domain/plan-import/import-draft.ts';
import type { ColumnRole } from '../../domain/plan-import/mapping.ts';
import { checkText } from '../../domain/report/parse-paragraphs.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { Button, type FieldProblem, TextField } from '../../ui/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { yearFrom } from './columns-page.tsx';
import { actionOf, type ImportPage, renderImportPage } from './import-frame.tsx';
import type { ImportView } from './import-view.ts';

const longestText = 300;

/** What no table says of a plan: asked, and left open where nobody knows. */
export function renderFactsPage(page: ImportPage): string {
  const { view, typed, problems } = page;
  const { plan, reportYear } = view.draft.mapping;
  const { period, adopted, headquarters } = view.draft.facts;
  const labels = view.municipality.fiscalYearLabels;
  const year = (value: FiscalYear | null | undefined) => (value === null || value === undefined ? '' : fiscalYearLabel(value, labels));
  const value = (name: string, otherwise: string) => (typed ? typed.one(name) : otherwise);
  const proposed = view.draft.settled.includes('facts') || view.stored !== null ? '' : 'ファイルから読み取りました。正しい名称に直してください。';
  return renderImportPage(page, 'facts', '計画について', (
    <form method="post" action={actionOf(page, 'facts')}>
      <TextField name="title" label="計画の名称" required problems={problems} value={value('title', plan.title ?? '')} size={50} hint={`公表する資料に、このまま載ります。${plan.title === null ? '' : proposed}`} />
      {view.stored ? <p class="field"><b>計画の識別子</b>　{view.stored.id}（変更できません）</p> : (
        <TextField name="id" label="計画の識別子" required problems={problems} value={value('id', plan.id ?? '')} size={24} hint="公開ページの番地（plans/識別子/）になります。半角の英小文字、数字、ハイフンで書きます（例：gyozaisei-6、sogo-keikaku-5）。後から変えられません。" />
      )}
      <div class="rows-between">
        <TextField name="from" label="計画期間の初めの年度" required={false} problems={problems} value={value('from', year(period?.from))} size={12} hint="「令和２年度」「R2」「2020」のように書きます。" />
        <TextField name="to" label="計画期間の終わりの年度" required={false} problems={problems} value={value('to', year(period?.to))} size={12} hint="分からないときは、どちらも空欄にします。" />
      </div>
      <TextField name="adopted" label="策定した日又は月" required={false} problems={problems} value={value('adopted', adopted === null ? '' : dateLabel(adopted, labels))} size={20} hint="「令和３年１月」「令和３年１月15日」「2021-01」のように書きます。" />
      <TextField name="headquarters" label="推進本部の名称" required={false} problems={problems} value={value('headquarters', headquarters?.name ?? '')} size={40} hint="例：狛江市行財政改革推進本部" />
      <TextField name="chair" label="推進本部の長" required={false} problems={problems} value={value('chair', headquarters?.chair ?? '')} size={20} hint="例：市長" />
      {hasReport(view) && <TextField name="reportYear" label="取組状況・実績値の年度" required problems={problems} value={value('reportYear', year(reportYear))} size={12} hint="この年度の報告として取り込みます。" />}
      <div class="actions"><Button>次へ</Button></div>
    </form>
  ));
}

/** Whether a table that is read has texts or figures of a year. */
export function hasReport({ draft }: Pick<ImportView, 'draft'>): boolean {
  const wanted: readonly ColumnRole[] = ['report', 'indicator-measurement'];
  return draft.mapping.tables.some(({ use, columns }) => use && columns.some(({ role }) => wanted.includes(role)));
}

export function readFacts(view: ImportView, form: FormValues): { readonly draft: ImportDraft } | { readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const wrong = (field: string, message: string) => { problems.push({ field, message }); };
  const text = (field: string) => {
    const typed = form.one(field).trim();
    const found: Problem[] = [];
    if (typed !== '') checkText(typed, [field], found);
    for (const { message, fix } of found) wrong(field, message + fix);
    if (typed.length > longestText) wrong(field, `長すぎます。${longestText}文字以内で入力してください。`);
    return typed;
  };
  const year = (field: string) => {
    const found = yearFrom(form.one(field));
    if (found === 'unreadable') wrong(field, `年度「${form.one(field)}」を読み取れません。「令和２年度」か「2020」のように書いてください。`);
    return found === 'unreadable' ? null : found;
  };
  const title = text('title');
  if (title === '') wrong('title', '計画の名称を入力してください。');
  const id = view.stored?.id ?? form.one('id').trim();
  if (id === '') wrong('id', '計画の識別子を入力してください。');
  else if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) wrong('id', '計画の識別子を、半角の英小文字、数字、ハイフンで書いてください（先頭は英小文字か数字、64文字まで）。');
  else if (!view.stored && view.plans.some((plan) => plan.id === id)) wrong('id', `識別子「${id}」は、登録済みの計画「${view.plans.find((plan) => plan.id === id)!.title}」で使われています。別の識別子にしてください。`);
  const [from, to] = [year('from'), year('to')];
  if (form.one('from').trim() === '' && to !== null) wrong('from', '計画期間の初めの年度を入力するか、終わりの年度も空欄にしてください。');
  if (form.one('to').trim() === '' && from !== null) wrong('to', '計画期間の終わりの年度を入力するか、初めの年度も空欄にしてください。');
  if (from !== null && to !== null && from > to) wrong('to', '計画期間の終わりが、初めより前になっています。');
  const typedAdopted = form.one('adopted').trim();
  const adopted = typedAdopted === '' ? null : adoptedFrom(typedAdopted);
  if (typedAdopted !== '' && adopted === null) wrong('adopted', `「${typedAdopted}」を日又は月として読み取れません。「令和３年１月」か「2021-01」のように書いてください。`);
  const [name, chair] = [text('headquarters'), text('chair')];
  if (name === '' && chair !== '') wrong('headquarters', '推進本部の名称を入力するか、推進本部の長も空欄にしてください。');
  const reportYear = hasReport(view) ? year('reportYear') : view.draft.mapping.reportYear;
  if (hasReport(view) && form.one('reportYear').trim() === '') wrong('reportYear', '取組状況・実績値の年度を入力してください。');
  if (problems.length > 0) return { problems };
  const { draft } = view;
  return {
    draft: {
      ...draft, mapping: { ...draft.mapping, plan: { id, title }, reportYear },
      facts: { period: from !== null && to !== null ? { from, to } : null, adopted, headquarters: name === '' ? null : { name, chair: chair === '' ? null : chair } },
    },
  };
}

/** YYYY-MM-DD or YYYY-MM; null where there is no such day or month. */
function adoptedFrom(text: string): string | null {
  const day = parseTypedDate(text);
  if (day !== null) return day;
  // A month is a day whose number was left out.
  const month = parseTypedDate(text.endsWith('月') ? `${text}１日` : `${text}-1`);
  return month === null ? null : month.slice(0, 7);
}
