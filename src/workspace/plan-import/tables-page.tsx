import type { Sheet } from '../../domain/plan-import/grid.ts';
import { type ImportDraft, type TableChoice, withTables } from '../../domain/plan-import/import-draft.ts';
import { type ProposedTable, tablePlace } from '../../domain/plan-import/propose-tables.ts';
import { foldWidth } from '../../domain/plan-import/text-forms.ts';
import { Button, Checkbox, type FieldProblem, TextField } from '../../ui/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { actionOf, type ImportPage, renderImportPage } from './import-frame.tsx';
import type { ImportView } from './import-view.ts';
import { SheetPreview } from './sheet-preview.tsx';

/** No header has more rows. */
const mostHeaderRows = 5;

/** Which tables are read, and in which rows their headers stand. */
export function renderTablesPage(page: ImportPage & { readonly reread: boolean }): string {
  const { view, typed, problems, reread } = page;
  const { tables } = view.reading;
  const value = (name: string, otherwise: string) => (typed ? typed.one(name) : otherwise);
  const lost = view.draft.mapping.tables.slice(tables.length);
  return renderImportPage(page, 'tables', '表と見出し', (
    <>
      {reread && <p class="notice" role="status">見出しの行を変えて読み直しました。表の始まりが正しいかを確かめてください。</p>}
      {view.notices.map(({ message, fix }) => <p class="notice">{message}{fix}</p>)}
      {lost.map(({ sheet }) => <p class="notice warning">前回使ったシート「{sheet}」の表が見つかりません。代わりの表を選ぶか、そのまま進んでください。</p>)}
      <p class="lead">計画の一覧として読む表を選び、見出しが何行目にあるかを確かめてください。題名や日付の行は、見出しに含めません。</p>
      <form method="post" action={actionOf(page, 'tables')}>
        {tables.map((table, index) => (
          <TableChoiceFields table={table} index={index} sheet={view.sheets.find(({ name }) => name === table.sheet)!} problems={problems}
            use={typed ? typed.one(`use-${index}`) === '1' : view.draft.mapping.tables[index]?.use === true}
            from={value(`from-${index}`, String((table.headerRows[0] ?? 0) + 1))} to={value(`to-${index}`, String((table.headerRows.at(-1) ?? 0) + 1))} />
        ))}
        {sheetsWithoutTable(view).map((sheet, index) => (
          <fieldset class="field">
            <legend>シート「{sheet.name}」{sheet.state === 'visible' ? '' : '（非表示）'}</legend>
            <p class="hint">表が見つかりません。表があるときは、見出しの行を入力してください。</p>
            <HeaderRows from={`sheet-from-${index}`} to={`sheet-to-${index}`} values={[value(`sheet-from-${index}`, ''), value(`sheet-to-${index}`, '')]} problems={problems} sheet={sheet.name} />
          </fieldset>
        ))}
        <div class="actions"><Button>次へ</Button></div>
      </form>
    </>
  ));
}

function TableChoiceFields({ table, index, sheet, use, from, to, problems }: { table: ProposedTable; index: number; sheet: Sheet; use: boolean; from: string; to: string; problems: readonly FieldProblem[] }) {
  const name = `シート「${table.sheet}」の表（${tablePlace(table)}）`;
  return (
    <fieldset class="field table-choice">
      <legend>{name}{sheet.state === 'visible' ? '' : '　非表示のシート'}</legend>
      {table.title !== null && <p>{table.title}</p>}
      <p class="hint">見出しと判断した理由：{table.reasons.join('。')}。データは{table.rows.length}行。</p>
      <Checkbox name={`use-${index}`} label="この表を使う" checked={use} />
      <HeaderRows from={`from-${index}`} to={`to-${index}`} values={[from, to]} problems={problems} sheet={table.sheet} />
      <SheetPreview sheet={sheet} name={name} header={{ from: table.headerRows[0] ?? 0, to: table.headerRows.at(-1) ?? 0 }} columns={table.columns.map(({ column }) => column)} />
    </fieldset>
  );
}

function HeaderRows({ from, to, values, problems, sheet }: { from: string; to: string; values: readonly [string, string]; problems: readonly FieldProblem[]; sheet: string }) {
  return (
    <div class="rows-between">
      <TextField name={from} label={`見出しの初めの行`} value={values[0]} inputmode="numeric" size={4} problems={problems} />
      <TextField name={to} label={`見出しの終わりの行`} value={values[1]} inputmode="numeric" size={4} problems={problems} />
      <span class="visually-hidden">（シート「{sheet}」）</span>
    </div>
  );
}

function sheetsWithoutTable({ sheets, reading }: ImportView): Sheet[] {
  return sheets.filter(({ name, cells }) => cells.length > 0 && !reading.tables.some(({ sheet }) => sheet === name));
}

/** `moved` when headers stand elsewhere now, so that the tables are to be looked at again. */
export function readTables(view: ImportView, form: FormValues): { readonly draft: ImportDraft; readonly moved: boolean } | { readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const rows = (sheet: string, from: string, to: string): { from: number; to: number } | null => {
    const [first, last] = [rowOf(form.one(from)), rowOf(form.one(to))];
    const wrong = (field: string, message: string) => problems.push({ field, message: `シート「${sheet}」の${message}` });
    if (first === null) wrong(from, '見出しの初めの行を、Excelの行番号（１以上の整数）で入力してください。');
    if (last === null) wrong(to, '見出しの終わりの行を、Excelの行番号（１以上の整数）で入力してください。');
    if (first === null || last === null) return null;
    if (last < first) wrong(to, '見出しの終わりの行が、初めの行より上になっています。');
    else if (last - first >= mostHeaderRows) wrong(to, `見出しは${mostHeaderRows}行までです。`);
    return { from: first, to: last };
  };
  const { tables } = view.reading;
  const choices = [
    ...tables.flatMap(({ sheet }, index): TableChoice[] => {
      const given = rows(sheet, `from-${index}`, `to-${index}`);
      return given ? [{ sheet, use: form.one(`use-${index}`) === '1', ...given }] : [];
    }),
    ...sheetsWithoutTable(view).flatMap(({ name }, index): TableChoice[] => {
      const [from, to] = [`sheet-from-${index}`, `sheet-to-${index}`];
      if (form.one(from).trim() === '' && form.one(to).trim() === '') return [];
      const given = rows(name, from, to);
      return given ? [{ sheet: name, use: true, ...given }] : [];
    }),
  ];
  if (problems.length === 0 && !choices.some(({ use }) => use)) problems.push({ field: tables.length > 0 ? 'use-0' : 'sheet-from-0', message: '使う表を一つ以上選んでください。' });
  if (problems.length > 0) return { problems };
  const moved = choices.length !== tables.length || choices.some(({ from, to }, index) => from !== tables[index]!.headerRows[0]! + 1 || to !== tables[index]!.headerRows.at(-1)! + 1);
  return { draft: withTables(view.draft, view, choices), moved };
}

function rowOf(text: string): number | null {
  const narrow = foldWidth(text).trim();
  return /^[1-9]\d{0,6}$/.test(narrow) && Number(narrow) <= 1_048_576 ? Number(narrow) : null;
}
