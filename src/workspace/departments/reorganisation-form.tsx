import type { DatedDepartment } from '../../database/department-store.ts';
import type { ReorganisationForm } from '../../domain/organization/check-reorganisation.ts';
import { type ReorganisationKind, reorganisationKindNames } from '../../domain/organization/department-history.ts';
import type { Actor } from '../../domain/organization/post.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { Button, ErrorSummary, type FieldProblem, SelectField, TextArea, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { FormValues } from '../forms/form-values.ts';
import type { WorkspaceParts } from '../workspace.ts';

const section = '/workspace/departments';

export const formKinds: readonly { readonly kind: ReorganisationKind; readonly hint: string }[] = [
  { kind: 'rename', hint: '名称だけが変わります。照会も役割もそのままです。' },
  { kind: 'split', hint: '一つの部署が、二つ以上の部署になります。' },
  { kind: 'merge', hint: '二つ以上の部署が、一つの部署になります。' },
  { kind: 'abolish', hint: '部署がなくなり、別の部署が事務を引き継ぎます。' },
  { kind: 'establish', hint: '前身のない部署ができます。' },
];

/** A department is split into this many at most on one form; more by a second split on the same day. */
const rowsOf: Readonly<Record<ReorganisationKind, number>> = { establish: 1, rename: 1, split: 6, merge: 1, abolish: 1 };

/** What was typed; rows that were left empty are no departments. */
export function readReorganisation(form: FormValues): ReorganisationForm {
  const kind = form.one('kind');
  const before = form.all('before').filter((id) => id !== '');
  const rows = Array.from({ length: rowsOf[kind as ReorganisationKind] ?? 0 }, (_, index) => ({ id: form.one(`after-id-${index}`).trim(), name: form.one(`after-name-${index}`).trim() }));
  const after = kind === 'rename' ? rows.map(({ name }) => ({ id: before[0] ?? '', name })) : rows.filter(({ id, name }) => id !== '' || name !== '');
  return { kind, day: form.one('day').trim(), reason: form.one('reason'), before, after };
}

/** The same form as hidden fields, for the page of the dry run. */
export function HiddenReorganisation({ form: { kind, day, reason, before, after } }: { readonly form: ReorganisationForm }) {
  return (
    <>
      {([['kind', kind], ['day', day], ['reason', reason], ...before.map((id) => ['before', id])] as const).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      {after.map(({ id, name }, index) => <><input type="hidden" name={`after-id-${index}`} value={id} /><input type="hidden" name={`after-name-${index}`} value={name} /></>)}
    </>
  );
}

export interface FormView {
  readonly actor: Actor;
  readonly departments: readonly DatedDepartment[];
  readonly kind: ReorganisationKind;
  readonly typed: ReorganisationForm;
  readonly problems?: readonly Problem[];
}

export function reorganisationFormPage({ assets, demo }: WorkspaceParts, { actor, departments, kind, typed, problems: found = [] }: FormView): string {
  const alive = departments.filter(({ ended }) => ended === null);
  const problems = found.map((problem) => atField(problem, kind));
  const title = `組織改正：${reorganisationKindNames[kind]}`;
  return renderWorkspacePage({ title: problems.length > 0 ? `入力の誤り：${title}` : title, assets, actor, demo, section }, (
    <div class="sheet">
      <p><a href={section}>部署の一覧へ戻る</a></p>
      <h1>{title}</h1>
      <p>{formKinds.find((entry) => entry.kind === kind)?.hint}</p>
      <ErrorSummary problems={problems} title="入力を確かめてください" />
      <form method="post" action={`${section}/dry-run`} novalidate>
        <input type="hidden" name="kind" value={kind} />
        <TextField type="date" name="day" label="改正日" value={typed.day} problems={problems} size={12} hint="新しい体制になる最初の日です。" />
        <TextArea name="reason" label="改正の理由" value={typed.reason} problems={problems} rows={2} hint="例：狛江市組織規則の一部改正（令和４年規則第○号）" />
        {kind === 'merge' && <BeforeChecks departments={alive} chosen={typed.before} problems={problems} />}
        {(kind === 'rename' || kind === 'split' || kind === 'abolish') && (
          <SelectField name="before" label={{ rename: '名称の変わる部署', split: '分割する部署', abolish: '廃止する部署' }[kind]} value={typed.before[0] ?? ''} problems={problems} choices={choicesOf(alive, '選んでください')} />
        )}
        <AfterFields kind={kind} typed={typed} alive={alive} problems={problems} />
        <div class="actions"><Button>予行に進む</Button><a href={section}>やめる</a></div>
      </form>
    </div>
  ));
}

function choicesOf(departments: readonly DatedDepartment[], none: string) {
  return [{ value: '', label: none }, ...departments.map(({ id, name }) => ({ value: id, label: `${name}（${id}）` }))];
}

function BeforeChecks({ departments, chosen, problems }: { readonly departments: readonly DatedDepartment[]; readonly chosen: readonly string[]; readonly problems: readonly FieldProblem[] }) {
  const wrong = problems.filter(({ field }) => field === 'before');
  return (
    <fieldset class={wrong.length > 0 ? 'field wrong' : 'field'}>
      <legend>統合する部署</legend>
      {wrong.map(({ message }) => <p class="problem">{message}</p>)}
      <div class="choices">
        {departments.map(({ id, name }, index) => (
          <div class="choice"><input type="checkbox" id={index === 0 ? 'before' : `before-${id}`} name="before" value={id} checked={chosen.includes(id)} /><label for={index === 0 ? 'before' : `before-${id}`}>{name}</label></div>
        ))}
      </div>
    </fieldset>
  );
}

const idHint = '半角の英小文字、数字、ハイフンで書きます（例：kikaku）。公開ページの番地に使われ、後から変えられません。';

function AfterFields({ kind, typed, alive, problems }: { readonly kind: ReorganisationKind; readonly typed: ReorganisationForm; readonly alive: readonly DatedDepartment[]; readonly problems: readonly FieldProblem[] }) {
  if (kind === 'rename') return <TextField name="after-name-0" label="新しい名称" value={typed.after[0]?.name ?? ''} problems={problems} size={30} />;
  if (kind === 'abolish') {
    return <SelectField name="after-id-0" label="事務を引き継ぐ部署" value={typed.after[0]?.id ?? ''} problems={problems} hint="回答の終わっていない照会や推進部署があるときは、必ず選んでください。" choices={choicesOf(alive, '引き継ぐ部署はない')} />;
  }
  const keeps = kind === 'establish' ? '' : kind === 'split' ? '元の部署が残るときは、その識別子をそのまま書きます。空いた欄は使われません。' : '既にある部署に統合するときは、その部署の識別子を書きます。';
  return (
    <>
      <h2>{{ split: '分割後の部署', merge: '統合後の部署', establish: '新しい部署' }[kind]}</h2>
      <p class="note">{keeps}{kind === 'split' && '一番目の部署が、引き継ぐ部署の初めの案になります。'}</p>
      {Array.from({ length: rowsOf[kind] }, (_, index) => (
        <fieldset class="field">
          <legend>{rowsOf[kind] === 1 ? '部署' : `${index + 1}番目の部署`}</legend>
          <TextField name={`after-name-${index}`} label="名称" value={typed.after[index]?.name ?? ''} problems={problems} size={30} />
          <TextField name={`after-id-${index}`} label="識別子" value={typed.after[index]?.id ?? ''} problems={problems} size={20} {...(index === 0 ? { hint: idHint } : {})} />
        </fieldset>
      ))}
    </>
  );
}

/** The rule says which department is wrong; the form has a field for its id and one for its name. */
function atField({ code, message, fix, path }: Problem, kind: ReorganisationKind): FieldProblem {
  const field = String(path[0] ?? '');
  const [, row] = /^after-(\d+)$/.exec(field) ?? [];
  if (row === undefined) return { field, message: `${message}${fix}` };
  const part = kind === 'abolish' || ['id-form', 'id-used', 'repeated-department', 'unknown-department'].includes(code) ? 'id' : 'name';
  return { field: kind === 'rename' ? 'after-name-0' : `after-${part}-${row}`, message: `${message}${fix}` };
}
