import { type ImportDraft, withLevels } from '../../domain/plan-import/import-draft.ts';
import { checkText } from '../../domain/report/parse-paragraphs.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { Button, type FieldProblem, TextArea } from '../../ui/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { actionOf, type ImportPage, renderImportPage } from './import-frame.tsx';
import type { ImportView } from './import-view.ts';

/** As many as the schema of a bundle takes. */
const mostLevels = 8;
const longestName = 100;

/** The levels of the plan from the top, one a line. */
export function renderLevelsPage(page: ImportPage): string {
  const { view, typed, problems } = page;
  const names = view.draft.mapping.levels.map(({ name }) => name);
  return renderImportPage(page, 'levels', '計画の階層', (
    <>
      <p class="lead">{names.length > 0 ? `見出しから、${names.map((name) => `「${name}」`).join('')}の${names.length}階層と読み取りました。` : '見出しからは、階層を読み取れませんでした。'}名前と順番を確かめてください。</p>
      <form method="post" action={actionOf(page, 'levels')}>
        <TextArea name="levels" label="階層の名前" rows={Math.max(4, names.length + 1)} required problems={problems} value={typed ? typed.one('levels') : names.join('\n')}
          hint={`上の階層から順に、一行に一つずつ書きます（${mostLevels}つまで）。一番下の階層が、毎年度の取組状況を書く単位になります。`} />
        <div class="actions"><Button>次へ</Button></div>
      </form>
    </>
  ));
}

export function readLevels(view: ImportView, form: FormValues): { readonly draft: ImportDraft } | { readonly problems: readonly FieldProblem[] } {
  const names = form.one('levels').split('\n').map((name) => name.trim()).filter((name) => name !== '');
  const found: Problem[] = [];
  for (const name of names) checkText(name, ['levels'], found);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const messages = [
    ...(names.length === 0 ? ['階層の名前を、一つ以上書いてください。'] : []),
    ...(names.length > mostLevels ? [`階層は${mostLevels}つまでです（${names.length}行あります）。`] : []),
    ...[...new Set(twice)].map((name) => `階層「${name}」が二つ以上あります。名前を変えるか、一つを消してください。`),
    ...names.filter((name) => name.length > longestName).map((name) => `階層「${name.slice(0, 20)}…」の名前が長すぎます。${longestName}文字以内にしてください。`),
    ...found.map(({ message, fix }) => message + fix),
  ];
  if (messages.length > 0) return { problems: messages.map((message) => ({ field: 'levels', message })) };
  return { draft: withLevels(view.draft, names, view.stored) };
}
