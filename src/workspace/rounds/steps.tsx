import type { Child } from 'hono/jsx';
import type { Actor } from '../../domain/organization/post.ts';
import { ErrorSummary, type FieldProblem } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import type { RoundDraft } from './round-proposal.ts';

export const steps = [
  { path: 'fields', name: '求める内容と締切' },
  { path: 'reporters', name: '関係各課の回答部署' },
  { path: 'indicators', name: '指標の担当部署' },
  { path: 'preview', name: '確認と開始' },
] as const;

export type Step = (typeof steps)[number]['path'];

export interface StepPage {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
  readonly draft: RoundDraft;
  readonly problems?: readonly FieldProblem[];
}

/** One step of preparing a round: where it stands among the others, what is wrong, and its content. */
export function renderStep({ frame, actor, draft, problems = [] }: StepPage, step: Step, content: Child): string {
  const index = steps.findIndex(({ path }) => path === step);
  const name = steps[index]?.name ?? '';
  return renderWorkspacePage({ ...frame, actor, title: `${name}（${draft.yearLabel}の照会）`, section: '/workspace/rounds' }, (
    <>
      <p class="eyebrow">{draft.plan.title}　{draft.yearLabel}の照会の準備</p>
      <nav aria-label="準備の段階">
        <ol class="steps">
          {steps.map(({ path, name: stepName }, place) => (
            <li {...(place === index ? { 'aria-current': 'step' } : {})}>{place + 1}　{place !== index && draft.state !== null ? <a href={`${draft.address}/${path}`}>{stepName}</a> : stepName}</li>
          ))}
        </ol>
      </nav>
      <div class="sheet">
        <h1>{name}</h1>
        <ErrorSummary problems={problems} />
        {content}
      </div>
    </>
  ));
}
