import { type AnswerState, stateMarks, stateNames } from '../../domain/approval/transitions.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { GivenInstruction } from '../../domain/headquarters/headquarters.ts';
import type { Department } from '../../domain/organization/department.ts';
import type { Actor } from '../../domain/organization/post.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';

/** An instruction with what each department has answered. */
export interface FollowedInstruction {
  readonly instruction: GivenInstruction;
  /** For each department that it was given to, and for each that answers in its place. */
  readonly answers: readonly { readonly department: string; readonly answering: readonly string[]; readonly requestId: string | null; readonly state: AnswerState | null; readonly text: string }[];
}

/** Every instruction with its answers, the open ones first. An instruction is answered when every department's answer is accepted. */
export function renderFollowUpPage({ parts, actor, plan, departments, followed }: { parts: WorkspaceParts; actor: Actor; plan: Plan; departments: readonly Department[]; followed: readonly FollowedInstruction[] }): string {
  const closed = ({ answers }: FollowedInstruction) => answers.every(({ state, text }) => state === 'accepted' && text !== '');
  const sorted = followed.toSorted((a, b) => Number(closed(a)) - Number(closed(b)));
  const name = (id: string) => departments.find((department) => department.id === id)?.name ?? id;
  const follows = (department: string, answering: readonly string[]) => {
    if (answering.length === 1 && answering[0] === department) return '';
    return answering.length > 0 ? `（${answering.map(name).join('、')}が引継ぎ）` : '（引き継いだ部署なし）';
  };
  return renderWorkspacePage({ title: '本部指示の状況', assets: parts.assets, demo: parts.demo, actor, section: '/workspace/headquarters' }, (
    <>
      <p><a href="/workspace/headquarters">会議の一覧</a></p>
      <h1>本部指示の状況　<small>{plan.title}</small></h1>
      {sorted.length === 0 && <p class="sheet">本部指示はまだありません。</p>}
      {sorted.map((entry) => {
        const node = plan.nodes.find(({ id }) => id === entry.instruction.nodeId);
        return (
          <section class="sheet" aria-labelledby={`instruction-${entry.instruction.id}`}>
            <h2 id={`instruction-${entry.instruction.id}`}>{node?.number} {node?.title}　<small>{closed(entry) ? '回答済み' : '未回答あり'}／{fiscalYearLabel(entry.instruction.answerIn, plan.municipality.fiscalYearLabels)}の照会で回答</small></h2>
            <p class="note">{entry.instruction.meeting.title}（{dateLabel(entry.instruction.meeting.heldOn, plan.municipality.fiscalYearLabels)}）の指示</p>
            <div class="order paper">{entry.instruction.text}</div>
            <ul class="list">
              {entry.answers.map(({ department, answering, requestId, state, text }) => (
                <li>
                  {requestId ? <a href={`/workspace/requests/${requestId}`}>{name(department)}</a> : name(department)}{follows(department, answering)}{'　'}
                  {state ? `${stateMarks[state]} ${stateNames[state]}` : 'この年度の照会はまだありません'}
                  {text !== '' && <p class="paper">{text}</p>}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  ));
}
