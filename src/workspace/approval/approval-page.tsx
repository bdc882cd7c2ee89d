import type { RequestDetail, RequestSummary } from '../../database/request-store.ts';
import { permissionFor } from '../../domain/approval/request-policy.ts';
import type { CalendarDate } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { answerProblems } from '../../domain/round/answer.ts';
import { dueWords } from '../../domain/round/digest.ts';
import { Button, ErrorSummary, type FieldProblem } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { FindingsToRead } from '../../ui/findings.tsx';
import { type AnswerFindings, readableFindings } from '../findings/proofread-answer.ts';
import { SubmittedAnswer } from './submitted-answer.tsx';

/** What became of one request. */
export interface ApprovalResult {
  readonly id: string;
  readonly label: string;
  readonly done: boolean;
  readonly sentence: string;
  readonly problems: readonly string[];
}

export interface ApprovalPage {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
  readonly today: CalendarDate;
  readonly submitted: readonly RequestDetail[];
  /** Approved by now, and still with the secretariat. */
  readonly approved: readonly RequestSummary[];
  /** What a proofreader would raise on each, by request. */
  readonly findings?: ReadonlyMap<string, AnswerFindings>;
  readonly results: readonly ApprovalResult[];
  readonly problems?: readonly FieldProblem[];
}

/** So many answers are shown unfolded; of more, the reader opens one after the other. */
const unfolded = 10;

/** 承認: what waits for the section head, read on a phone if need be. */
export function renderApprovalPage({ frame, actor, today, submitted, approved, findings, results, problems = [] }: ApprovalPage): string {
  const able = submitted.filter((request) => permissionFor(actor, request, 'approve', today).allowed);
  return renderWorkspacePage({ ...frame, actor, title: '承認', section: '/workspace/approval' }, (
    <div class="approval">
      <h1>承認 {submitted.length > 0 && <small>{submitted.length}件</small>}</h1>
      <ErrorSummary problems={problems} />
      <Results results={results} />
      {submitted.length === 0 && <div class="sheet"><p>承認を待っているものはありません。</p></div>}
      {submitted.length > 0 && (
        <form method="post" action="/workspace/approval/approve" id="submitted" novalidate>
          <p class="lead">承認したものは、事務局に送られます。</p>
          {submitted.map((request) => <Submitted request={request} findings={findings?.get(request.id)} actor={actor} today={today} open={submitted.length <= unfolded} />)}
          {able.length > 1 && (
            <div class="bulk"><Button>選んだものを承認する</Button></div>
          )}
        </form>
      )}
      {approved.length > 0 && (
        <details class="sheet">
          <summary>承認して、事務局の確認を待っているもの（{approved.length}件）</summary>
          <ul class="list">{approved.map((request) => <li><a href={`/workspace/requests/${request.id}`}>{nameOf(request)}</a>（{request.departmentName}）</li>)}</ul>
          <p class="note">承認は、事務局が受理するまで、それぞれのページで取り消せます。</p>
        </details>
      )}
    </div>
  ));
}

function Submitted({ request, findings, actor, today, open }: { request: RequestDetail; findings: AnswerFindings | undefined; actor: Actor; today: CalendarDate; open: boolean }) {
  const { id, currentVersion, events, round, answer } = request;
  const permission = permissionFor(actor, request, 'approve', today);
  const wrong = answer ? answerProblems(answer, round, { instructionIds: request.instructions.map((instruction) => instruction.id), evidence: request.evidence.length, series: request.indicator?.series ?? [] }) : [];
  const sent = events.findLast(({ action }) => action === 'submit');
  const token = `${id} ${currentVersion ?? ''}`;
  return (
    <article class="sheet" id={`request-${id}`}>
      <h2>{nameOf(request)}</h2>
      <p class="note">{request.departmentName}　{sent && `${sent.personName}が提出　`}<span class="seg">所属長の締切 {dueWords(request, today)}</span></p>
      {request.unchangedFromLastYear && <p class="notice warning">前年度と同じ文章です。</p>}
      <SubmittedAnswer request={request} open={open} />
      {findings && <FindingsToRead results={readableFindings(findings)} />}
      {wrong.length > 0 && <div class="notice warning"><p>次のところを直さないと承認できません。差し戻してください。</p><ul class="bullets">{wrong.map(({ message }) => <li>{message}</li>)}</ul></div>}
      {!permission.allowed && <p class="notice warning">{permission.reason}</p>}
      <div class="actions">
        {permission.allowed && wrong.length === 0 && (
          <>
            <div class="choice"><input type="checkbox" id={`choose-${id}`} name="request" value={token} /><label for={`choose-${id}`}>選ぶ<span class="visually-hidden">（{nameOf(request)}）</span></label></div>
            <Button name="only" value={token}>承認する<span class="visually-hidden">（{nameOf(request)}）</span></Button>
          </>
        )}
        {permission.allowed && <a class="button danger" href={`/workspace/approval/${id}/send-back`}>差し戻す<span class="visually-hidden">（{nameOf(request)}）</span></a>}
        <a href={`/workspace/requests/${id}`}>詳しく見る<span class="visually-hidden">（{nameOf(request)}）</span></a>
      </div>
    </article>
  );
}

function Results({ results }: { results: readonly ApprovalResult[] }) {
  if (results.length === 0) return null;
  return (
    <section class="sheet" aria-labelledby="results">
      <h2 id="results">操作の結果</h2>
      <div role="status"><ul class="list">
        {results.toSorted((left, right) => Number(left.done) - Number(right.done)).map(({ id, label, done, sentence, problems }) => (
          <li>
            <p><span aria-hidden="true">{done ? '✓' : '✕'}</span> <a href={`/workspace/requests/${id}`}>{label}</a>　{done ? sentence : <b>{sentence}</b>}</p>
            {problems.length > 0 && <ul class="bullets note">{problems.map((problem) => <li>{problem}</li>)}</ul>}
          </li>
        ))}
      </ul></div>
    </section>
  );
}

/** 05 ICT人財の育成, 指標1 市民アンケート. */
export function nameOf({ subject, number, title }: Pick<RequestSummary, 'subject' | 'number' | 'title'>): string {
  return `${subject.kind === 'indicator' ? `指標${number}` : number} ${title}`;
}
