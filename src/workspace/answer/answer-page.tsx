import type { AnswerVersion } from '../../database/answer-store.ts';
import type { RequestDetail, RequestSummary } from '../../database/request-store.ts';
import { permissionFor, type RequestStanding } from '../../domain/approval/request-policy.ts';
import { type Action, actionNames, actingRoleNames, stateMarks, stateNames } from '../../domain/approval/transitions.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { instructionOrigin } from '../../domain/headquarters/instruction-origin.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { type Answer, emptyItemAnswer } from '../../domain/round/answer.ts';
import { emptyIndicatorAnswer } from '../../domain/round/indicator-answer.ts';
import { DeadlineNotice } from '../../ui/deadline-notice.tsx';
import { Button, ErrorSummary, type FieldProblem, TextArea } from '../../ui/form.tsx';
import { type WorkspaceFrame, renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import { AnswerFields } from './answer-fields.tsx';
import type { AnswerFindings } from '../findings/proofread-answer.ts';
import { AnswerToRead } from './answer-to-read.tsx';
import { Correction } from './correction.tsx';
import { asksEvidence, EvidenceFiles } from './evidence-files.tsx';
import { HandedOver, HandOn } from './hand-on.tsx';
import { ParkedWords } from './parked-words.tsx';
import { timeOf } from './time-of.ts';

export interface AnswerPage {
  readonly frame: Omit<WorkspaceFrame, 'title' | 'section' | 'actor'>;
  readonly actor: Actor;
  readonly today: string;
  readonly request: RequestDetail;
  readonly work: readonly RequestSummary[];
  /** What the form shows: what was typed when it was refused, else what is stored. */
  readonly typed?: Answer;
  readonly problems?: readonly FieldProblem[];
  /** What a proofreader would raise; null where there is nothing to proofread. */
  readonly findings?: AnswerFindings | null;
  /** Words that could not be saved and were kept as a version that does not count. */
  readonly parked?: AnswerVersion;
  /** A sentence about what has just been done. */
  readonly done?: string;
}

/** One page for one answer: the order of headquarters on top, last year beside this year, the state of saving always in the same place. */
export function renderAnswerPage({ frame, actor, today, request, work, typed, problems = [], findings = null, parked, done }: AnswerPage): string {
  const label = request.subject.kind === 'indicator' ? `指標${request.number}` : `${request.node?.level ?? ''}${request.number}`;
  const standing: RequestStanding = request;
  const writing = permissionFor(actor, standing, 'save', today);
  const editable = writing.allowed || permissionFor(actor, standing, 'correct', today).allowed;
  const answer = typed ?? request.answer ?? (request.subject.kind === 'indicator' ? emptyIndicatorAnswer : emptyItemAnswer);
  return renderWorkspacePage({ ...frame, actor, title: `${label} ${request.title}`, section: '/workspace/', scripts: [...(editable && findings ? ['proofreading'] : []), ...(writing.allowed ? ['autosave'] : [])] }, (
    <div class="desk">
      <WorkNavigation work={work} current={request} />
      <div class="sheet">
        <p class="eyebrow">{label}　{request.departmentName}</p>
        <h1>{request.title}</h1>
        <p><span class="state" data-state={request.state}><span aria-hidden="true">{stateMarks[request.state]}</span> {stateNames[request.state]}</span>　{deadlines(request)}</p>
        <ErrorSummary problems={problems} />
        {parked && <ParkedWords request={request} parked={parked} writable={writing.allowed} />}
        {request.correction && <Correction correction={request.correction} names={request} />}
        {done && <p class="notice" role="status">{done}</p>}
        {request.deadlineChange && request.roundIsOpen && <DeadlineNotice change={request.deadlineChange} />}
        {request.state === 'returned' && request.lastNote && <div class="order"><b>差戻しの理由</b>　{request.lastNote}</div>}
        {request.instructions.map((instruction) => (
          <div class="order">
            <b>本部指示（回答が必要）</b>　<span class="paper">{instruction.text}</span>
            <p class="note">{instructionOrigin(instruction, request.plan.labels)}</p>
          </div>
        ))}
        {!writing.allowed && writing.code === 'locked' && <p class="notice warning">{writing.reason}</p>}
        <form method="post" action={`/workspace/requests/${request.id}`} data-autosave={writing.allowed ? request.id : undefined} data-person={actor.personId} {...(asksEvidence(request) && writing.allowed ? { enctype: 'multipart/form-data' } : {})} data-proofreading={editable && findings ? `/workspace/requests/${request.id}/proofreading` : undefined} novalidate>
          <input type="hidden" name="baseVersion" value={String(request.currentVersion ?? '')} />
          {editable && <EnterKey action={writing.allowed ? 'save' : 'correct'} />}
          {editable ? <AnswerFields request={request} answer={answer} problems={problems} findings={findings} /> : <AnswerToRead request={request} findings={findings} />}
          {asksEvidence(request) && <EvidenceFiles request={request} writable={writing.allowed} problems={problems} />}
          <Actions actor={actor} request={request} today={today} problems={problems} />
        </form>
        <Background request={request} />
      </div>
    </div>
  ));
}

/** Enter in a field presses the first button of a form: this one, and not what a proofreader suggests or the way to the next person. */
function EnterKey({ action }: { action: Action }) {
  return <button type="submit" class="visually-hidden" name="action" value={action} tabindex={-1} aria-hidden="true">{actionNames[action]}</button>;
}

function WorkNavigation({ work, current }: { work: readonly RequestSummary[]; current: RequestDetail }) {
  return (
    <nav aria-label="わたしの仕事の一覧">
      <h2>{fiscalYearLabel(current.fiscalYear, current.plan.labels)}の照会</h2>
      <ul>
        {work.map((request) => (
          <li>
            <a href={`/workspace/requests/${request.id}`} {...(request.id === current.id ? { 'aria-current': 'page' } : {})}>
              {request.subject.kind === 'indicator' ? `指標${request.number}` : request.number} {request.title}
              <small>{stateMarks[request.state]} {stateNames[request.state]}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The buttons: what the table permits this person to do now, the first one blue. The state of saving stands at their end. */
function Actions({ actor, request, today, problems }: { actor: Actor; request: RequestDetail; today: string; problems: readonly FieldProblem[] }) {
  const may = (action: Action) => permissionFor(actor, request, action, today).allowed;
  const needsNote = may('send-back') || may('correct') || may('unlock');
  return (
    <>
      {request.heirs && may('send-back') && <HandOn request={request} heirs={request.heirs} problems={problems} />}
      {needsNote && <TextArea name="note" label="差戻し・修正・締切後の入力を認める理由" rows={3} hint="差し戻すとき、修正するとき、締切後の入力を認めるときに書いてください。" problems={problems} />}
      <div class="actions">
        {may('submit') && <Button name="action" value="submit">{actionNames.submit}</Button>}
        {may('save') && <Button name="action" value="save" kind="other">下書きを保存する</Button>}
        {may('approve') && <Button name="action" value="approve">{actionNames.approve}</Button>}
        {may('accept') && <Button name="action" value="accept">{actionNames.accept}</Button>}
        {may('correct') && <Button name="action" value="correct" kind="other">{actionNames.correct}</Button>}
        {may('send-back') && <Button name="action" value="send-back" kind="danger">{actionNames['send-back']}</Button>}
        {may('withdraw') && <Button name="action" value="withdraw" kind="other">{actionNames.withdraw}</Button>}
        {may('withdraw-approval') && <Button name="action" value="withdraw-approval" kind="other">{actionNames['withdraw-approval']}</Button>}
        {may('unlock') && <Button name="action" value="unlock" kind="other">{actionNames.unlock}</Button>}
        <p class="saving" id="saving" role="status" data-state="saved">{request.currentVersion === null ? 'まだ保存していません' : `保存済み（${timeOf(request.lastActivity)}）`}</p>
      </div>
    </>
  );
}

/** What the answer belongs to, what others answer to the same item, and what has happened: below, so that nothing stands before the text. */
function Background({ request }: { request: RequestDetail }) {
  return (
    <>
      <section>
        <h2>計画の記述</h2>
        {request.node?.parents.map(({ label, title, description }) => (
          <>
            <h3>{label}　{title}</h3>
            <div class="text">{description.map(({ text }) => <p>{text}</p>)}</div>
          </>
        ))}
        {request.indicator && (
          <dl>
            <dt>説明</dt><dd>{request.indicator.definition}</dd>
            <dt>基準値</dt><dd>{request.indicator.baseline.printed}</dd>
            <dt>目標値</dt><dd>{request.indicator.target.printed}</dd>
          </dl>
        )}
      </section>
      {request.others.length > 0 && (
        <section>
          <h2>同じ項目に回答するほかの部署</h2>
          <ul class="list">{request.others.map(({ departmentName, state }) => <li>{departmentName}　{stateMarks[state]} {stateNames[state]}</li>)}</ul>
        </section>
      )}
      <section>
        <h2>経過</h2>
        <HandedOver request={request} />
        {request.events.length === 0 ? <p>まだ動きはありません。</p> : (
          <ol class="list">
            {request.events.map(({ at, action, actingRole, byDeputy, personName, note, paragraph, to }) => (
              <li>{timeOf(at)}　{byDeputy ? '代決者' : actingRoleNames[actingRole]} {personName}：{actionNames[action]}（{stateNames[to]}）{note && <p class="paper">{paragraph !== null && `段落${paragraph}：`}{note}</p>}</li>
            ))}
          </ol>
        )}
        {request.versions > 0 && <p><a href={`/workspace/requests/${request.id}/versions`}>保存した版を比べる（{request.versions}版）</a></p>}
      </section>
    </>
  );
}

function deadlines({ departmentDeadline, headDeadline, unlockedUntil, plan }: RequestDetail): string {
  const day = (date: string) => dateLabel(date, plan.labels);
  const unlocked = unlockedUntil ? `／締切後の入力：${day(unlockedUntil)}まで` : '';
  return `締切：担当者 ${day(departmentDeadline)}／所属長 ${day(headDeadline)}${unlocked}`;
}
