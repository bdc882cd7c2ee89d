import type { DatedDepartment } from '../../database/department-store.ts';
import { dateLabel, type FiscalYearLabelling } from '../../domain/fiscal-year/fiscal-year.ts';
import { ancestorsOn, type DepartmentHistory, dissolvedBy, type Reorganisation, reorganisationKindNames, successorsOn } from '../../domain/organization/department-history.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { mayKeepPeople } from '../../domain/organization/sign-in-rules.ts';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { formKinds } from './reorganisation-form.tsx';

export const section = '/workspace/departments';

export interface DepartmentsView {
  readonly actor: Actor;
  readonly departments: readonly DatedDepartment[];
  readonly history: DepartmentHistory;
  readonly labels: FiscalYearLabelling;
  /** What was just done, as a sentence; empty when nothing was. */
  readonly done: string;
}

/** Every department with its days and its lineage, and every reorganisation. */
export function departmentsPage({ assets, demo }: WorkspaceParts, { actor, departments, history, labels, done }: DepartmentsView): string {
  const now = departments.filter(({ ended }) => ended === null);
  const past = departments.filter(({ ended }) => ended !== null);
  const day = (date: string | null) => (date === null ? '記録以前' : dateLabel(date, labels));
  const nameOf = (id: string) => departments.find((department) => department.id === id)?.name ?? id;
  return renderWorkspacePage({ title: '部署', assets, actor, demo, section }, (
    <>
      <h1>部署</h1>
      {done !== '' && <p class="notice" role="status">{done}</p>}
      {mayKeepPeople(actor) ? (
        <div class="sheet">
          <h2>組織改正を登録する</h2>
          <p>改正の種類を選んでください。実施する前に、影響を予行で確かめられます。公表した版の部署名は変わりません。</p>
          <ul class="bullets">{formKinds.map(({ kind, hint }) => <li><a href={`${section}/new/${kind}`}>{reorganisationKindNames[kind]}</a>：{hint}</li>)}</ul>
          <p><a href={`${section}/import`}>CSVから取り込む</a>：部署の一覧から、新設、名称変更、廃止をまとめて登録します。</p>
        </div>
      ) : <p>組織改正を登録できるのは、システム管理者です。</p>}
      <div class="sheet">
        <h2>いまの部署</h2>
        <p role="status">{now.length}部署があります。</p>
        <div class="scroll" tabindex={0} role="region" aria-label="いまの部署">
          <table>
            <thead><tr><th scope="col">名称</th><th scope="col">識別子</th><th scope="col">始まり</th><th scope="col">前の名称・前の部署</th></tr></thead>
            <tbody>{now.map(({ id, name, from }) => <tr><th scope="row">{name}</th><td>{id}</td><td>{day(from)}</td><td>{lineageBefore(history, id, name, nameOf) || 'なし'}</td></tr>)}</tbody>
          </table>
        </div>
      </div>
      <div class="sheet">
        <h2>なくなった部署</h2>
        {past.length === 0 ? <p>なくなった部署はありません。</p> : (
          <div class="scroll" tabindex={0} role="region" aria-label="なくなった部署">
            <table>
              <thead><tr><th scope="col">最後の名称</th><th scope="col">識別子</th><th scope="col">始まり</th><th scope="col">なくなった日</th><th scope="col">いま引き継いでいる部署</th></tr></thead>
              <tbody>
                {past.map(({ id, name, from, ended }) => (
                  <tr><th scope="row">{name}</th><td>{id}</td><td>{day(from)}</td><td>{day(ended)}</td><td>{successorsOn(history, id, '9999-12-31').map(nameOf).join('、') || 'なし'}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
      <div class="sheet">
        <h2>組織改正の記録</h2>
        {history.length === 0 ? <p>組織改正は、まだ登録されていません。</p> : (
          <div class="scroll" tabindex={0} role="region" aria-label="組織改正の記録">
            <table>
              <thead><tr><th scope="col">改正日</th><th scope="col">種類</th><th scope="col">内容</th><th scope="col">理由</th></tr></thead>
              <tbody>{history.toReversed().map((entry) => <tr><th scope="row">{dateLabel(entry.day, labels)}</th><td>{reorganisationKindNames[entry.kind]}</td><td>{inWords(entry)}</td><td>{entry.reason}</td></tr>)}</tbody>
            </table>
          </div>
        )}
      </div>
    </>
  ));
}

/** 「政策室」を「企画課」「デジタル推進課」に分割. */
export function inWords({ kind, before, after }: Pick<Reorganisation, 'kind' | 'before' | 'after'>): string {
  const quoted = (departments: readonly { readonly name: string }[]) => departments.map(({ name }) => `「${name}」`).join('');
  if (kind === 'establish') return `${quoted(after)}を新設`;
  if (kind === 'abolish') return `${quoted(dissolvedBy({ before, after }))}を廃止${after.length > 0 ? `し、${quoted(after)}が事務を引き継ぐ` : ''}`;
  return `${quoted(before)}を${quoted(after)}に${{ rename: '名称変更', split: '分割', merge: '統合' }[kind]}`;
}

function lineageBefore(history: DepartmentHistory, id: string, name: string, nameOf: (id: string) => string): string {
  const former = history.flatMap(({ before }) => before.filter((department) => department.id === id && department.name !== name).map((department) => department.name));
  const others = ancestorsOn(history, id, '9999-12-31').filter((other) => other !== id).map(nameOf);
  return [...new Set([...former, ...others])].join('、');
}
