import type { RequestDetail } from '../../database/request-store.ts';
import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Department } from '../../domain/organization/department.ts';
import { type FieldProblem, SelectField } from '../../ui/form.tsx';

/** To whom an answer goes when it is given back, where its department is no more: told before, and asked where several follow. */
export function HandOn({ request: { departmentName }, heirs, problems }: { request: RequestDetail; heirs: readonly Department[]; problems: readonly FieldProblem[] }) {
  if (heirs.length === 0) return <p class="notice">{departmentName}は廃止され、事務を引き継いだ部署の記録がありません。差し戻すことはできません。直すところがあるときは、事務局が修正してください。</p>;
  if (heirs.length === 1) return <p class="notice">{departmentName}は廃止されています。差し戻すと、事務を引き継いだ{heirs[0]?.name}の照会になります。書いた部署と保存した版は、そのまま残ります。</p>;
  return (
    <SelectField name="successor" label="差し戻すときに引き継ぐ部署" choices={[{ value: '', label: '選んでください' }, ...heirs.map(({ id, name }) => ({ value: id, label: name }))]} problems={problems}
      hint={`${departmentName}は廃止され、複数の部署が事務を引き継いでいます。差し戻すと、選んだ部署の照会になります。書いた部署と保存した版は、そのまま残ります。`} />
  );
}

/** From whom a request came with a reorganisation. */
export function HandedOver({ request: { handedOver, plan } }: { request: RequestDetail }) {
  return <>{handedOver.map(({ from, to, day }) => <p class="note">組織改正（{dateLabel(day, plan.labels)}）により、{from}から{to}に引き継がれました。</p>)}</>;
}
