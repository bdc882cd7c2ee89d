import type { Plan, PlanNode } from '../../domain/plan/plan.ts';
import type { Assignments } from '../../domain/round/plan-requests.ts';
import { Button, SelectField } from '../../ui/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { renderStep, type StepPage } from './steps.tsx';

/** The items whose owner in the plan is a collective (関係各課) and that are asked themselves. */
export function collectiveNodes({ nodes, levels }: Plan): PlanNode[] {
  const lowest = levels.at(-1)?.id;
  return nodes.filter(({ level, relistingOf, responsible }) => level === lowest && relistingOf === null && responsible.some((owner) => 'collective' in owner));
}

/** Step 2: who reports this year for each 関係各課. */
export function renderReportersStep(page: StepPage): string {
  const { draft: { plan, assignments, address, proposedFrom } } = page;
  const nodes = collectiveNodes(plan);
  const topOf = (node: PlanNode): PlanNode => {
    const parent = plan.nodes.find(({ id }) => id === node.parentId);
    return parent ? topOf(parent) : node;
  };
  return renderStep(page, 'reporters', nodes.length === 0 ? (
    <form method="post" action={`${address}/reporters`}>
      <p>この計画には、推進部署が「関係各課」などとなっている取組はありません。</p>
      <div class="actions"><Button>次へ進む</Button></div>
    </form>
  ) : (
    <form method="post" action={`${address}/reporters`} novalidate>
      <p>計画で推進部署が「関係各課」などとなっている{nodes.length}件について、今年度に回答する部署を選んでください。{proposedFrom && `初めは、${proposedFrom}に回答した部署が選ばれています。`}</p>
      {[...Map.groupBy(nodes, topOf)].map(([top, own]) => (
        <section>
          <h2>{plan.levels.find(({ id }) => id === top.level)?.name}{top.number}　{top.title}</h2>
          {own.map((node) => <Reporters plan={plan} node={node} chosen={assignments.forCollectives[node.id] ?? []} />)}
        </section>
      ))}
      <div class="actions"><Button>保存して次へ進む</Button><a href={`${address}/fields`}>前に戻る</a></div>
    </form>
  ));
}

function Reporters({ plan, node, chosen }: { plan: Plan; node: PlanNode; chosen: readonly string[] }) {
  const named = node.responsible.flatMap((owner) => ('department' in owner ? [owner.department] : []));
  const collective = node.responsible.flatMap((owner) => ('collective' in owner ? [owner.collective] : [])).join('、');
  const nameOf = (id: string) => plan.departments.find((department) => department.id === id)?.name ?? id;
  return (
    <details class="reporters" open={chosen.length === 0}>
      <summary><b>{node.number} {node.title}</b>　<span class="note">{collective}：{chosen.length > 0 ? chosen.map(nameOf).join('、') : '（未選択）'}</span></summary>
      <fieldset class="field">
        <legend>{collective}として回答する部署</legend>
        {named.length > 0 && <p class="hint">計画に推進部署として記載された{named.map(nameOf).join('、')}には、別に照会します。</p>}
        <div class="choices">
          {plan.departments.filter(({ id }) => !named.includes(id)).map(({ id, name }) => (
            <div class="choice"><input type="checkbox" id={`for-${node.id}-${id}`} name={`for-${node.id}`} value={id} checked={chosen.includes(id)} /><label for={`for-${node.id}-${id}`}>{name}</label></div>
          ))}
        </div>
      </fieldset>
    </details>
  );
}

export function reportersFromForm(plan: Plan, form: FormValues): Assignments['forCollectives'] {
  const order = plan.departments.map(({ id }) => id);
  return Object.fromEntries(collectiveNodes(plan).map(({ id }) => [id, form.all(`for-${id}`).toSorted((left, right) => order.indexOf(left) - order.indexOf(right))]));
}

/** Step 3: which department gives the figure of each indicator. */
export function renderIndicatorsStep(page: StepPage): string {
  const { draft: { plan, assignments, address } } = page;
  const departments = [{ value: '', label: '照会しない（未定）' }, ...plan.departments.map(({ id, name }) => ({ value: id, label: name }))];
  return renderStep(page, 'indicators', (
    <form method="post" action={`${address}/indicators`} novalidate>
      {plan.indicators.length === 0 ? <p>この計画には指標がありません。</p> : <p>指標ごとに、値を回答する部署を選んでください。計画には指標の担当部署が記載されていないため、前の年度の照会がないときは未定から始まります。</p>}
      {plan.indicators.map(({ id, number, title }) => (
        <SelectField name={`indicator-${id}`} label={`指標${number}　${title}`} value={assignments.forIndicators[id] ?? ''} choices={departments} />
      ))}
      <div class="actions"><Button>保存して次へ進む</Button><a href={`${address}/reporters`}>前に戻る</a></div>
    </form>
  ));
}

export function indicatorsFromForm(plan: Plan, form: FormValues): Assignments['forIndicators'] {
  return Object.fromEntries(plan.indicators.map(({ id }) => [id, form.one(`indicator-${id}`)]).filter(([, department]) => department !== ''));
}
