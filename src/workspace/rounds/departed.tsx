import type { DatedDepartment } from '../../database/department-store.ts';
import { type CalendarDate, dateLabel, type FiscalYearLabelling } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { type DepartmentHistory, nameOn, successorsOn } from '../../domain/organization/department-history.ts';
import type { PlannedRequest } from '../../domain/round/round.ts';

/** A department that was asked last time and is no more, and who follows it. */
export interface Departed {
  readonly name: string;
  readonly ended: CalendarDate;
  readonly followers: readonly string[];
}

/** The departments of the year before, of its edition and its requests, that are no more. Source: product.md, rule 9. */
export function departedSince(edition: Edition | null, requests: readonly PlannedRequest[], history: DepartmentHistory, departments: readonly DatedDepartment[]): Departed[] {
  const last = history.at(-1)?.day;
  if (last === undefined) return [];
  const asked = new Set([
    ...requests.map(({ department }) => department),
    ...(edition?.nodes ?? []).flatMap(({ responsible, report }) => [...responsible.flatMap((owner) => ('department' in owner ? [owner.department] : [])), ...(report?.reporters ?? [])]),
  ]);
  const nameOf = (id: string) => departments.find((department) => department.id === id)?.name ?? id;
  return departments.flatMap(({ id, ended }) => (ended !== null && asked.has(id) ? [{ name: nameOn(history, id, ended, nameOf(id)), ended, followers: successorsOn(history, id, last).map(nameOf) }] : []));
}

/** What the reorganisations mean for this round, before it is opened. */
export function DepartedSection({ departed, labels, address }: { readonly departed: readonly Departed[]; readonly labels: FiscalYearLabelling; readonly address: string }) {
  return (
    <section>
      <h2>組織改正による引継ぎ</h2>
      {departed.length === 0 ? <p>前回照会した部署で、なくなった部署はありません。</p> : (
        <>
          <p>前回照会した部署のうち、次の部署がなくなっています。引き継いだ部署を、回答する部署の案にしています。</p>
          <ul class="bullets">
            {departed.map(({ name, ended, followers }) => <li>{name}（{dateLabel(ended, labels)}の改正でなくなった）：{followers.length > 0 ? `${followers.join('、')}が引き継ぎました。` : '引き継いだ部署がありません。回答する部署を選んでください。'}</li>)}
          </ul>
          <p><a href={`${address}/reporters`}>関係各課の回答部署を確かめる</a>　<a href={`${address}/indicators`}>指標の担当部署を確かめる</a></p>
        </>
      )}
    </section>
  );
}
