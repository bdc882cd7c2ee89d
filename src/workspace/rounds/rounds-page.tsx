import type { PlanSummary } from '../../database/plan-store.ts';
import { answerStates, type AnswerState, stateMarks, stateNames } from '../../domain/approval/transitions.ts';
import { type FiscalYear, type FiscalYearLabelling, dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { type Round, roundStateNames } from '../../domain/round/round.ts';
import { Button, Checkbox, ErrorSummary, type FieldProblem, SelectField } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import { roundAddress } from './round-proposal.ts';

export interface PlanWithRounds {
  readonly plan: PlanSummary;
  readonly labels: FiscalYearLabelling;
  readonly rounds: readonly (Round & { readonly counts: Readonly<Partial<Record<AnswerState, number>>> })[];
  readonly years: readonly FiscalYear[];
  /** Published years that no round asked about: they were taken in, and can be asked about to be corrected. */
  readonly takenIn: readonly FiscalYear[];
}

interface Framed {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
}

/** 照会の設定: the plans with their rounds, and the next one to be prepared. */
export function renderRoundsPage({ frame, actor, plans, done }: Framed & { readonly plans: readonly PlanWithRounds[]; readonly done: string }): string {
  return renderWorkspacePage({ ...frame, actor, title: '照会の設定', section: '/workspace/rounds' }, (
    <>
      <h1>照会の設定</h1>
      {done !== '' && <p class="notice" role="status">{done}</p>}
      {plans.length === 0 && <div class="sheet"><p>登録された計画がありません。計画を取り込むと、ここから照会を準備できます。</p></div>}
      {plans.map(({ plan, labels, rounds, years, takenIn }) => (
        <section class="sheet">
          <h2>{plan.title} <small>{plan.municipality.name}</small></h2>
          {rounds.length > 0 && (
            <div class="scroll" tabindex={0} role="region" aria-label={`${plan.title}の照会`}>
              <table>
                <thead><tr><th scope="col">年度</th><th scope="col">段階</th><th scope="col">締切（担当者／所属長）</th><th scope="col">回答の状況</th><th scope="col">操作</th></tr></thead>
                <tbody>{rounds.map((round) => <RoundRow round={round} labels={labels} />)}</tbody>
              </table>
            </div>
          )}
          {rounds.every(({ state }) => state !== 'preparing') && (
            <form method="get" action="/workspace/rounds/new" class="filters">
              <input type="hidden" name="plan" value={plan.id} />
              <SelectFieldOf id={plan.id} years={years} labels={labels} />
              <Button kind={rounds.some(({ state }) => state === 'open') ? 'other' : 'main'}>照会を準備する</Button>
            </form>
          )}
          {takenIn.length > 0 && rounds.every(({ state }) => state !== 'preparing') && <TakenIn planId={plan.id} years={takenIn} labels={labels} />}
        </section>
      ))}
    </>
  ));
}

/** A year that was taken in has no answers that could be mended: its correction asks for all of them, and says so first. */
function TakenIn({ planId, years, labels }: { planId: string; years: readonly FiscalYear[]; labels: FiscalYearLabelling }) {
  return (
    <details>
      <summary>取り込んで公表した年度を訂正する</summary>
      <p>取り込んだ年度には、部署の回答がありません。訂正するには、その年度の照会を準備し、全ての項目を、今の部署に改めて照会します。訂正した版には、今の部署が、今の名称で載ります。公表済みの版は、前の部署名のまま残ります。</p>
      <ul>{years.map((year) => <li><a href={`${roundAddress(planId, year)}/fields`}>{fiscalYearLabel(year, labels)}の照会を準備する</a></li>)}</ul>
    </details>
  );
}

/** Several plans stand on one page: each select has an id of its own. */
function SelectFieldOf({ id, years, labels }: { id: string; years: readonly FiscalYear[]; labels: FiscalYearLabelling }) {
  if (years.length === 1) return <><input type="hidden" name="year" value={String(years[0])} /><p>次の年度：<b>{fiscalYearLabel(years[0] ?? 0, labels)}</b></p></>;
  return <SelectField name={`year-${id}`} label="年度" value={String(years[0])} choices={years.map((year) => ({ value: String(year), label: fiscalYearLabel(year, labels) }))} />;
}

function RoundRow({ round, labels }: { round: PlanWithRounds['rounds'][number]; labels: FiscalYearLabelling }) {
  const address = roundAddress(round.planId, round.fiscalYear);
  const year = fiscalYearLabel(round.fiscalYear, labels);
  return (
    <tr>
      <th scope="row" class="nb">{year}</th>
      <td class="nb">{roundStateNames[round.state]}</td>
      <td><span class="nb">{dateLabel(round.departmentDeadline, labels)}／</span><span class="seg nb">{dateLabel(round.headDeadline, labels)}</span></td>
      <td>{round.state === 'preparing' ? '' : answerStates.filter((state) => round.counts[state]).map((state) => <span class="seg">{stateMarks[state]} {stateNames[state]}{round.counts[state]}件　</span>)}</td>
      <td class="nb">
        {round.state === 'preparing' && <a href={`${address}/fields`}>{year}の準備を続ける</a>}
        {round.state !== 'preparing' && <a href={`/workspace/board/${encodeURIComponent(round.planId)}/${round.fiscalYear}`}>{year}の回答状況</a>}
        {round.state === 'open' && <><br /><a href={`/workspace/exchange/${encodeURIComponent(round.planId)}/${round.fiscalYear}`}>{year}のExcelの書出しと取込み</a><br /><a href={`${address}/deadlines`}>{year}の締切を変更する</a><br /><a href={`${address}/add`}>{year}の照会を追加する</a><br /><a href={`${address}/close`}>{year}の照会を終了する</a></>}
      </td>
    </tr>
  );
}

export interface ClosePage extends Framed {
  readonly round: Round;
  readonly planTitle: string;
  readonly yearLabel: string;
  readonly counts: Readonly<Partial<Record<AnswerState, number>>>;
  readonly problems?: readonly FieldProblem[];
}

/** Check before the end: nothing moves in a round that is closed. */
export function renderClosePage({ frame, actor, round, planTitle, yearLabel, counts, problems = [] }: ClosePage): string {
  const open = answerStates.filter((state) => state !== 'accepted').reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return renderWorkspacePage({ ...frame, actor, title: `${yearLabel}の照会の終了`, section: '/workspace/rounds' }, (
    <div class="sheet">
      <p class="eyebrow">{planTitle}</p>
      <h1>{yearLabel}の照会を終了する</h1>
      <ErrorSummary problems={problems} />
      <p>終了すると、回答、承認、受理のどれもできなくなります。終了した照会は、再び開始できません。</p>
      <ul class="list">{answerStates.map((state) => <li>{stateMarks[state]} {stateNames[state]}　{counts[state] ?? 0}件</li>)}</ul>
      <form method="post" action={`${roundAddress(round.planId, round.fiscalYear)}/close`} novalidate>
        {open > 0 && <Checkbox name="allowUnaccepted" label={`受理していない${open}件を、受理しないまま終了する`} />}
        <div class="actions"><Button kind="danger">照会を終了する</Button><a href="/workspace/rounds">終了せずに戻る</a></div>
      </form>
    </div>
  ));
}
