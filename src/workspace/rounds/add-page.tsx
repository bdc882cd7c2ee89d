import type { Actor } from '../../domain/organization/post.ts';
import { unassigned } from '../../domain/round/plan-requests.ts';
import type { Subject } from '../../domain/round/round.ts';
import { Button, type Choice, ErrorSummary, type FieldProblem, SelectField } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { collectiveNodes } from './assignment-steps.tsx';
import type { RoundDraft } from './round-proposal.ts';

export interface AddPage {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
  readonly draft: RoundDraft;
  readonly typed?: { readonly subject: string; readonly department: string };
  readonly problems?: readonly FieldProblem[];
}

/** Asks one more department in a round that is open: what nobody was asked about comes first. */
export function renderAddPage({ frame, actor, draft, typed = { subject: '', department: '' }, problems = [] }: AddPage): string {
  const { plan, yearLabel, address } = draft;
  return renderWorkspacePage({ ...frame, actor, title: `${yearLabel}の照会の追加`, section: '/workspace/rounds' }, (
    <div class="sheet">
      <p class="eyebrow">{plan.title}</p>
      <h1>{yearLabel}の照会を追加する</h1>
      <ErrorSummary problems={problems} />
      <p>始まっている照会に、回答する部署を一つ追加します。追加すると、すぐにその部署の「わたしの仕事」に表示されます。締切はほかの部署と同じです。</p>
      <form method="post" action={`${address}/add`} novalidate>
        <SelectField name="subject" label="取組または指標" value={typed.subject} required choices={[{ value: '', label: '選んでください' }, ...subjectsOf(draft)]} problems={problems} />
        <SelectField name="department" label="回答する部署" value={typed.department} required choices={[{ value: '', label: '選んでください' }, ...plan.departments.map(({ id, name }) => ({ value: id, label: name }))]} problems={problems} />
        <div class="actions"><Button>照会を追加する</Button><a href="/workspace/rounds">追加せずに戻る</a></div>
      </form>
    </div>
  ));
}

function subjectsOf({ plan, assignments, requests, unansweredOrders }: RoundDraft): Choice[] {
  const open = unassigned(plan, assignments);
  const asked = new Set(requests.map(({ subject }) => `${subject.kind} ${subject.id}`));
  const isOpen = (id: string) => open.nodes.includes(id) && !asked.has(`node ${id}`);
  const collectives = new Set(collectiveNodes(plan).map(({ id }) => id));
  const isOrdered = (id: string) => !isOpen(id) && unansweredOrders.includes(id);
  const nodes = plan.nodes.filter(({ id }) => isOpen(id) || collectives.has(id) || isOrdered(id));
  return [
    ...nodes.filter(({ id }) => isOpen(id)).map(({ id, number, title }) => ({ value: `node ${id}`, label: `${number} ${title}（まだどこにも照会していません）` })),
    ...plan.indicators.filter(({ id }) => !asked.has(`indicator ${id}`)).map(({ id, number, title }) => ({ value: `indicator ${id}`, label: `指標${number} ${title}（まだどこにも照会していません）` })),
    ...nodes.filter(({ id }) => isOrdered(id)).map(({ id, number, title }) => ({ value: `node ${id}`, label: `${number} ${title}（本部指示を受けた部署に照会していません）` })),
    ...nodes.filter(({ id }) => !isOpen(id) && !isOrdered(id)).map(({ id, number, title }) => ({ value: `node ${id}`, label: `${number} ${title}` })),
  ];
}

/** 「node i01」 as a subject. */
export function subjectFrom(text: string): Subject | null {
  const [, kind, id = ''] = /^(node|indicator) (\S{1,100})$/.exec(text) ?? [];
  return kind === 'node' || kind === 'indicator' ? { kind, id } : null;
}
