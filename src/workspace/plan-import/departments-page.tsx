import type { ImportDraft } from '../../domain/plan-import/import-draft.ts';
import { likeness } from '../../domain/plan-import/text-forms.ts';
import { Button, type FieldProblem, TextField } from '../../ui/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { actionOf, type ImportPage, newDepartments, renderImportPage } from './import-frame.tsx';
import type { ImportView } from './import-view.ts';

/** From here a department of another spelling may be meant. */
const alike = 0.5;

/** The departments that the import would add, before they are added; their ids become part of addresses. */
export function renderDepartmentsPage(page: ImportPage): string {
  const { view, typed, problems } = page;
  const added = newDepartments(view);
  const known = view.departments.filter(({ ended }) => ended === null);
  return renderImportPage(page, 'departments', '新しい部署', (
    <>
      <p class="lead">次の{added.length}部署を、新しく登録します。部署ではないものや、書き間違いが混ざっているときは、Excelの表を直し、「結果」のページで差し替えてください。</p>
      <p>識別子は公開ページの番地になり、後から変えられません。覚えやすいもの（例：政策室は seisaku）に変えるか、そのまま進んでください。</p>
      <form method="post" action={actionOf(page, 'departments')}>
        {added.map(({ id, name, place }, index) => {
          const similar = known.find((other) => likeness(other.name, name) >= alike);
          return (
            <TextField name={`id-${index}`} label={name} size={20} problems={problems} value={typed ? typed.one(`id-${index}`) : id}
              hint={`初めて出てくるセル：${place}${similar ? `　登録済みの「${similar.name}」に似ています。同じ部署であれば、表の名称を合わせてください。` : ''}`} />
          );
        })}
        <div class="actions"><Button>次へ</Button></div>
      </form>
    </>
  ));
}

export function readDepartments(view: ImportView, form: FormValues): { readonly draft: ImportDraft } | { readonly problems: readonly FieldProblem[] } {
  const { draft, departments } = view;
  const problems: FieldProblem[] = [];
  const taken = new Map(departments.map(({ id, name }) => [id, name]));
  const chosen = newDepartments(view).map(({ name }, index) => {
    const field = `id-${index}`;
    const id = form.one(field).trim();
    const other = taken.get(id);
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) problems.push({ field, message: `「${name}」の識別子を、半角の英小文字、数字、ハイフンで書いてください。` });
    else if (other !== undefined) problems.push({ field, message: `「${name}」の識別子「${id}」は、「${other}」で使われています。別の識別子にしてください。` });
    taken.set(id, name);
    return { id, name };
  });
  if (problems.length > 0) return { problems };
  const names = new Set(chosen.map(({ name }) => name));
  return { draft: { ...draft, mapping: { ...draft.mapping, departments: [...draft.mapping.departments.filter(({ name }) => !names.has(name)), ...chosen] } } };
}
