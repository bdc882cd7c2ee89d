import { Hono } from 'hono';
import { type DeadlineChange, listDeadlineChanges } from '../../database/deadline-change-store.ts';
import { listMyWork, type RequestSummary } from '../../database/request-store.ts';
import { loadSetupFacts } from '../../database/setup-facts.ts';
import { type ReadTransaction, readTransaction } from '../../database/transaction.ts';
import { stateMarks, stateNames, whoHasIt } from '../../domain/approval/transitions.ts';
import { daysBetween } from '../../domain/fiscal-year/fiscal-year.ts';
import { type Actor, departmentsOf, holds } from '../../domain/organization/post.ts';
import { isSetUp } from '../../domain/setup/first-steps.ts';
import { DeadlineNotice } from '../../ui/deadline-notice.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import { dayInJapan, type WorkspaceEnv, type WorkspaceParts } from '../workspace.ts';
import { listYearsInHand, YearsInHand } from './years.tsx';

/** わたしの仕事: what is asked of the person who is signed in, what waits for whom, and by when. */
export function myWorkTask(parts: WorkspaceParts): Hono<WorkspaceEnv> {
  const task = new Hono<WorkspaceEnv>();
  task.get('/', async (context) => {
    const actor = context.get('actor');
    const today = dayInJapan(parts.now());
    const keeps = holds(actor, 'secretariat') || holds(actor, 'administrator');
    const { work, years, moved, beginning } = await readTransaction(parts.db, async (trx) => {
      const work = await listMyWork(trx, actor, today);
      return {
        work, moved: await listMovedRounds(trx, work), years: holds(actor, 'secretariat') ? await listYearsInHand(trx, today) : [],
        beginning: keeps && !isSetUp(await loadSetupFacts(trx, today)),
      };
    });
    // Who prepares a new installation has nothing else to do yet.
    if (beginning && work.length === 0) return context.redirect('/workspace/start', 303);
    const reporting = new Set(departmentsOf(actor, 'reporter'));
    const heading = new Set([...departmentsOf(actor, 'section-head'), ...departmentsOf(actor, 'deputy')]);
    const toWrite = work.filter(({ department, state }) => reporting.has(department) && whoHasIt(state) === 'reporter');
    const toApprove = work.filter(({ department, state }) => heading.has(department) && state === 'submitted');
    const listed = new Set([...toWrite, ...toApprove]);
    const rest = work.filter((request) => !listed.has(request));
    return context.html(renderWorkspacePage({ title: 'わたしの仕事', assets: parts.assets, actor, demo: parts.demo, section: '/workspace/' }, (
      <>
        <h1>わたしの仕事</h1>
        {beginning && <p class="notice">あゆみの準備が済んでいません。<a href="/workspace/start">はじめに</a></p>}
        <YearsInHand years={years} />
        {moved.map(({ planTitle, change }) => <DeadlineNotice change={change} about={moved.length > 1 ? `${planTitle}：` : ''} />)}
        {work.length === 0 && years.length === 0 && <div class="sheet"><p>{emptySentence(actor)}</p></div>}
        {toWrite.length > 0 && <p><a href="/workspace/exchange">Excelで回答する（書出しと取込み）</a></p>}
        {toWrite.length > 0 && <WorkList title="回答するもの" requests={toWrite} today={today} deadline={({ departmentDeadline }) => departmentDeadline} />}
        {toApprove.length > 0 && (
          <>
            <WorkList title="承認を待っているもの" requests={toApprove} today={today} deadline={({ headDeadline }) => headDeadline} />
            <p><a class="button main" href="/workspace/approval">まとめて確認し、承認する</a></p>
          </>
        )}
        {rest.length > 0 && <WorkList title="ほかの人の手元にあるもの・済んだもの" requests={rest} today={today} deadline={null} />}
      </>
    )));
  });
  return task;
}

/** The open rounds of somebody's work whose deadlines were moved, each with the last change. */
async function listMovedRounds(trx: ReadTransaction, work: readonly RequestSummary[]): Promise<{ readonly planTitle: string; readonly change: DeadlineChange }[]> {
  const rounds = new Map(work.filter(({ roundIsOpen }) => roundIsOpen).map((request) => [`${request.planId} ${request.fiscalYear}`, request]));
  const moved: { readonly planTitle: string; readonly change: DeadlineChange }[] = [];
  for (const { planId, fiscalYear, planTitle } of rounds.values()) {
    const [change] = await listDeadlineChanges(trx, planId, fiscalYear);
    if (change) moved.push({ planTitle, change });
  }
  return moved;
}

function emptySentence(actor: Actor): string {
  if (actor.posts.length === 0) return '今日の時点で有効な職がありません。人事異動の後などで職が登録されていないときは、システム管理者にお知らせください。';
  return '今、回答や承認を求められているものはありません。';
}

function WorkList({ title, requests, today, deadline }: { title: string; requests: readonly RequestSummary[]; today: string; deadline: ((request: RequestSummary) => string) | null }) {
  return (
    <section class="sheet">
      <h2>{title} <small>{requests.length}件</small></h2>
      <div class="scroll" tabindex={0} role="region" aria-label={title}>
        <table>
          <thead><tr><th scope="col">番号</th><th scope="col">題名</th><th scope="col">部署</th><th scope="col">状態</th>{deadline && <th scope="col">締切</th>}</tr></thead>
          <tbody>
            {requests.map((request) => (
              <tr>
                <td>{request.subject.kind === 'indicator' ? `指標${request.number}` : request.number}</td>
                <th scope="row"><a href={`/workspace/requests/${request.id}`}>{request.title}</a></th>
                <td>{request.departmentName}</td>
                <td><StateWord state={request.state} />{request.state === 'returned' && request.lastNote && <p class="note">{request.lastNote}</p>}</td>
                {deadline && <td>{deadlineWords(deadline(request), today)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function StateWord({ state }: Pick<RequestSummary, 'state'>) {
  return <span class="state" data-state={state}><span aria-hidden="true">{stateMarks[state]}</span> {stateNames[state]}</span>;
}

/** 5月20日（あと6日）; the year is left out, since a round lies within one. */
function deadlineWords(deadline: string, today: string): string {
  const [, month, day] = deadline.split('-').map(Number);
  const left = daysBetween(today, deadline);
  const distance = left > 0 ? `あと${left}日` : left === 0 ? '今日まで' : `${-left}日経過`;
  return `${month}月${day}日（${distance}）`;
}
