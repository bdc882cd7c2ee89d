import type { Remindable } from '../../domain/round/digest.ts';
import { type CalendarDate, dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Role } from '../../domain/organization/post.ts';
import { unassigned } from '../../domain/round/plan-requests.ts';
import { type Asking, askedFields, fieldNames, type PlannedRequest } from '../../domain/round/round.ts';
import { Button, Checkbox } from '../../ui/form.tsx';
import { DepartedSection } from './departed.tsx';
import { EndedSection } from './ended-items.tsx';
import type { RoundDraft } from './round-proposal.ts';
import { renderStep, type StepPage } from './steps.tsx';

export interface PreviewPage extends StepPage {
  /** Everybody with the posts that are held today. */
  readonly people: readonly Remindable[];
  readonly today: CalendarDate;
}

const askingNames: Readonly<Record<Asking, string>> = { required: '必須', optional: '任意', 'not-asked': '求めない' };

/** Step 4: what each department will receive; check before you send, then open. */
export function renderPreviewStep(page: PreviewPage): string {
  const { draft, people, today } = page;
  const { plan, round, requests, address } = draft;
  const byDepartment = plan.departments.map((department) => ({ department, own: requests.filter((request) => request.department === department.id) }));
  const asked = byDepartment.filter(({ own }) => own.length > 0);
  const silent = byDepartment.filter(({ own }) => own.length === 0);
  const open = unassignedNames(draft);
  const has = (roles: readonly Role[], id: string) => people.some(({ posts }) => posts.some(({ role, department }) => roles.includes(role) && department === id));
  const unmanned = asked.map(({ department: { id, name } }) => ({ name, missing: [...(has(['reporter'], id) ? [] : ['担当者']), ...(has(['section-head', 'deputy'], id) ? [] : ['所属長'])] })).filter(({ missing }) => missing.length > 0);
  return renderStep(page, 'preview', (
    <>
      <dl class="facts">
        <div><dt>照会</dt><dd><b>{requests.length}</b>件</dd></div>
        <div><dt>照会する部署</dt><dd><b>{asked.length}</b>部署</dd></div>
        <div><dt>担当者の締切</dt><dd>{dateLabel(round.departmentDeadline, plan.municipality.fiscalYearLabels)}</dd></div>
        <div><dt>所属長の締切</dt><dd>{dateLabel(round.headDeadline, plan.municipality.fiscalYearLabels)}</dd></div>
      </dl>
      <section>
        <h2>求める内容</h2>
        <ul class="list">{askedFields.map((field) => <li>{fieldNames[field]}：{askingNames[round.asked[field]]}{field === 'selfAssessment' && round.asked[field] !== 'not-asked' && `（${round.scale.map(({ name }) => name).join('／')}）`}</li>)}</ul>
        <p><a href={`${address}/fields`}>求める内容と締切を変える</a></p>
      </section>
      <section>
        <h2>確かめること</h2>
        {round.departmentDeadline < today && <p class="notice warning">担当者の締切が過ぎた日になっています。このまま開始すると、担当者は入力できません。</p>}
        {open.length > 0 && <div class="notice warning"><p>回答する部署が決まっていないものが{open.length}件あります。</p><ul class="bullets">{open.map((name) => <li>{name}</li>)}</ul></div>}
        {unmanned.length > 0 && (
          <details class="notice warning" open={unmanned.length <= 5}>
            <summary>担当者か所属長が登録されていない部署が{unmanned.length}部署あります。登録されるまで、その部署は回答や承認ができません。</summary>
            <ul class="bullets">{unmanned.map(({ name, missing }) => <li>{name}（{missing.join('・')}）</li>)}</ul>
          </details>
        )}
        {open.length === 0 && unmanned.length === 0 && round.departmentDeadline >= today && <p>回答部署の決まっていないもの、担当者や所属長の登録されていない部署はありません。</p>}
      </section>
      <EndedSection notAsked={draft.notAsked} yearLabel={draft.yearLabel} />
      <DepartedSection departed={draft.departed} labels={plan.municipality.fiscalYearLabels} address={address} />
      <section>
        <h2>部署ごとの照会</h2>
        {asked.map(({ department, own }) => (
          <details class="reporters">
            <summary><b>{department.name}</b>　<span class="note">{own.length}件（{counts(own)}）</span></summary>
            <ul class="bullets">{own.map((request) => <li>{requestName(draft, request)}{request.capacity === 'for-collective' && <span class="note">（関係各課として）</span>}{request.capacity === 'ordered' && <span class="note">（本部指示に回答するため）</span>}</li>)}</ul>
          </details>
        ))}
        {silent.length > 0 && <p>照会しない部署：{silent.map(({ department }) => department.name).join('、')}</p>}
        <p><a href={`${address}/reporters`}>関係各課の回答部署を変える</a>　<a href={`${address}/indicators`}>指標の担当部署を変える</a></p>
      </section>
      <form method="post" action={`${address}/open`} novalidate>
        {open.length > 0 && <Checkbox name="allowUnassigned" label={`上の${open.length}件は、今年度は照会しないまま開始する`} />}
        <p>開始すると、各部署の「わたしの仕事」に表示され、回答できるようになります。開始した後は、求める内容と締切を変えられません。回答する部署は、追加だけができます。</p>
        <div class="actions"><Button>{draft.yearLabel}の照会を開始する</Button><a href="/workspace/rounds">開始せずに照会の設定に戻る</a></div>
      </form>
    </>
  ));
}

function counts(own: readonly PlannedRequest[]): string {
  const indicators = own.filter(({ subject }) => subject.kind === 'indicator').length;
  return [own.length > indicators ? `取組${own.length - indicators}件` : '', indicators > 0 ? `指標${indicators}件` : ''].filter((part) => part !== '').join('、');
}

function requestName({ plan }: RoundDraft, { subject }: PlannedRequest): string {
  if (subject.kind === 'indicator') {
    const indicator = plan.indicators.find(({ id }) => id === subject.id);
    return `指標${indicator?.number ?? ''} ${indicator?.title ?? ''}`;
  }
  const node = plan.nodes.find(({ id }) => id === subject.id);
  return `${node?.number ?? ''} ${node?.title ?? ''}`;
}

function unassignedNames({ plan, assignments }: RoundDraft): string[] {
  const { nodes, indicators } = unassigned(plan, assignments);
  return [
    ...plan.nodes.filter(({ id }) => nodes.includes(id)).map(({ number, title }) => `${plan.levels.at(-1)?.name ?? ''}${number} ${title}`),
    ...plan.indicators.filter(({ id }) => indicators.includes(id)).map(({ number, title }) => `指標${number} ${title}`),
  ];
}
