import type { DeliberatedItem } from '../../database/headquarters-store.ts';
import type { PlanSummary } from '../../database/plan-store.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { initiativesOf, nodeById } from '../../domain/edition/reading.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { JudgedIndicator } from '../../domain/headquarters/assessment-disagreement.ts';
import type { Meeting } from '../../domain/headquarters/headquarters.ts';
import { statusWords } from '../../domain/indicator/evaluation.ts';
import { type Actor, holds } from '../../domain/organization/post.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import type { Round, ScaleStep } from '../../domain/round/round.ts';
import { Button, ErrorSummary, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';

const section = '/workspace/headquarters';

/** A meeting with everything that is shown beside its agenda. */
export interface MeetingView {
  readonly meeting: Meeting;
  readonly plan: Plan;
  /** The year's edition as it stands: what is deliberated. */
  readonly edition: Edition;
  readonly items: readonly DeliberatedItem[];
  readonly indicatorsOf: ReadonlyMap<string, readonly JudgedIndicator[]>;
  readonly scale: readonly ScaleStep[];
}

type Typed = Readonly<Record<string, string>>;

interface MeetingsPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly meetings: readonly Meeting[];
  readonly rounds: readonly Round[];
  readonly plans: readonly PlanSummary[];
  readonly problems: readonly Problem[];
  readonly typed: Typed;
}

const asFields = (problems: readonly Problem[]) => problems.map(({ path, message, fix }) => ({ field: String(path[0] ?? ''), message: message + fix }));

/** The meetings of headquarters, and the form that calls another. */
export function renderMeetingsPage({ parts, actor, meetings, rounds, plans, problems, typed }: MeetingsPage): string {
  const title = (planId: string) => plans.find(({ id }) => id === planId)?.title ?? planId;
  return renderWorkspacePage({ title: '本部', assets: parts.assets, demo: parts.demo, actor, section }, (
    <>
      <h1>本部の会議</h1>
      <ErrorSummary problems={asFields(problems)} />
      <section class="sheet" aria-labelledby="meetings">
        <h2 id="meetings">会議の一覧</h2>
        {meetings.length === 0 ? <p>会議はまだ登録されていません。</p> : (
          <ul class="list">{meetings.map((meeting) => <li><a href={`${section}/${meeting.id}`}>{meeting.title}</a>　{meeting.heldOn}　{title(meeting.planId)}</li>)}</ul>
        )}
      </section>
      <section class="sheet" aria-labelledby="follow">
        <h2 id="follow">本部指示の状況</h2>
        <ul class="list">{plans.map(({ id, title: name }) => <li><a href={`${section}/follow-up/${id}`}>{name}</a></li>)}</ul>
      </section>
      {holds(actor, 'secretariat') && (
        <form class="sheet" method="post">
          <h2>会議を登録する</h2>
          <SelectField name="round" label="審議する計画と年度" value={typed['round'] ?? ''} problems={asFields(problems)}
            choices={rounds.map(({ planId, fiscalYear }) => ({ value: `${planId} ${fiscalYear}`, label: `${title(planId)}　${fiscalYear}年度` }))} />
          <TextField name="title" label="会議の名称" value={typed['title'] ?? ''} required size={40} problems={asFields(problems)} />
          <TextField name="heldOn" label="開催日" type="date" value={typed['heldOn'] ?? ''} required problems={asFields(problems)} />
          <div class="actions"><Button>登録する</Button></div>
        </form>
      )}
    </>
  ));
}

interface MeetingPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly view: MeetingView;
  readonly problems: readonly Problem[];
  /** The agenda item whose form was refused, or '' for the form of a new item. */
  readonly item: string;
  readonly typed: Typed;
}

/** One meeting: its agenda with papers, decisions and instructions; the secretariat records beside each item. */
export function renderMeetingPage({ parts, actor, view, problems, item, typed }: MeetingPage): string {
  const { meeting, plan, items } = view;
  const labels = plan.municipality.fiscalYearLabels;
  const records = holds(actor, 'secretariat');
  return renderWorkspacePage({ title: meeting.title, assets: parts.assets, demo: parts.demo, actor, section }, (
    <>
      <p><a href={section}>会議の一覧</a></p>
      <h1>{meeting.title}</h1>
      <p>{dateLabel(meeting.heldOn, labels)}　{plan.title}　{fiscalYearLabel(meeting.fiscalYear, labels)}</p>
      <ErrorSummary problems={problems.map(({ path, message, fix }) => ({ field: item === '' ? String(path[0] ?? '') : `${String(path[0] ?? '')}-${item}`, message: message + fix }))} />
      {items.length > 0 && <p><a class="button main" href={`${section}/${meeting.id}/projector/1`}>会議の画面を開く</a></p>}
      {items.length === 0 && <p class="sheet">議題はまだありません。</p>}
      {items.map((entry, index) => (
        <section class="sheet" id={`item-${entry.id}`} aria-labelledby={`title-${entry.id}`}>
          <h2 id={`title-${entry.id}`}>議題{index + 1}　{entry.title}</h2>
          <Deliberated view={view} item={entry} />
          {records && <DecisionForm view={view} item={entry} problems={item === entry.id ? problems : []} typed={item === entry.id ? typed : {}} />}
        </section>
      ))}
      {records && <NewItem view={view} problems={item === '' ? problems : []} typed={item === '' ? typed : {}} />}
    </>
  ));
}

/** The paper, the indicators of the item, what was decided and ordered. */
export function Deliberated({ view, item }: { view: MeetingView; item: DeliberatedItem }) {
  const departments = (ids: readonly string[]) => ids.map((id) => view.plan.departments.find((department) => department.id === id)?.name ?? id).join('、');
  const step = (id: string | null) => view.scale.find((candidate) => candidate.id === id)?.name;
  const node = item.subject?.kind === 'node' ? nodeById(view.edition, item.subject.id) : undefined;
  return (
    <>
      {item.paper !== '' && <div class="paper">{item.paper}</div>}
      {node?.report && <><h3>この年度の取組状況</h3><div class="text">{node.report.paragraphs.map(({ text }) => <p>{text}</p>)}</div></>}
      {(view.indicatorsOf.get(item.id) ?? []).map(({ title, status }) => <p>指標「{title}」：{statusWords[status]}</p>)}
      {item.decisions.map(({ text, assessment, explanation }) => (
        <div class="notice">
          <b>決定</b>　{step(assessment) && <>評価：{step(assessment)}　</>}<span class="paper">{text}</span>
          {explanation && <p>評価の理由：{explanation}</p>}
        </div>
      ))}
      {item.instructions.map(({ text, departments: ordered, answerIn }) => (
        <div class="order"><b>本部指示</b>（{departments(ordered)}。{fiscalYearLabel(answerIn, view.plan.municipality.fiscalYearLabels)}の照会で回答）　{text}</div>
      ))}
    </>
  );
}

function DecisionForm({ view, item, problems, typed }: { view: MeetingView; item: DeliberatedItem; problems: readonly Problem[]; typed: Typed }) {
  const named = (name: string) => `${name}-${item.id}`;
  const fields = problems.map(({ path, message, fix }) => ({ field: named(String(path[0] ?? '')), message: message + fix }));
  const node = item.subject?.kind === 'node' ? nodeById(view.edition, item.subject.id) : undefined;
  const chosen = new Set((typed['departments'] ?? '').split(' '));
  const owners = new Set([...(node?.responsible ?? []).flatMap((owner) => ('department' in owner ? [owner.department] : [])), ...(node?.report?.reporters ?? [])]);
  const ordered = view.plan.departments.toSorted((a, b) => Number(owners.has(b.id)) - Number(owners.has(a.id)));
  return (
    <details open={problems.length > 0}>
      <summary>決定と指示を記録する</summary>
      <form method="post" action={`${section}/${view.meeting.id}/items/${item.id}/decision`}>
        <TextArea name={named('text')} label="決定の内容" value={typed['text'] ?? ''} rows={3} required problems={fields} />
        {view.scale.length > 0 && (
          <Radios name={named('assessment')} label="評価" value={typed['assessment'] ?? ''} problems={fields} choices={[{ value: '', label: '評価しない' }, ...view.scale.map(({ id, name }) => ({ value: id, label: name }))]} />
        )}
        <TextArea name={named('explanation')} label="評価の理由" value={typed['explanation'] ?? ''} rows={2} problems={fields} hint="評価と指標の判定が一致しないときは、必ず書いてください。" />
        {node && (
          <>
            <TextArea name={named('instruction')} label="部署への指示" value={typed['instruction'] ?? ''} rows={3} required={false} problems={fields} hint="翌年度の照会で、選んだ部署の回答の画面の一番上に表示され、回答が必要になります。" />
            <fieldset class="field">
              <legend>指示する部署</legend>
              <div class="choices">{ordered.map(({ id, name }) => <DepartmentChoice id={`${named('departments')}-${id}`} name={named('departments')} value={id} label={name} checked={chosen.has(id)} />)}</div>
            </fieldset>
          </>
        )}
        <div class="actions"><Button>記録する</Button></div>
      </form>
    </details>
  );
}

function DepartmentChoice({ id, name, value, label, checked }: { id: string; name: string; value: string; label: string; checked: boolean }) {
  return <div class="choice"><input type="checkbox" id={id} name={name} value={value} checked={checked} /><label for={id}>{label}</label></div>;
}

function NewItem({ view, problems, typed }: { view: MeetingView; problems: readonly Problem[]; typed: Typed }) {
  const { edition, meeting } = view;
  const choices = [
    { value: '', label: '計画全体' },
    ...initiativesOf(edition).map(({ id, number, title }) => ({ value: `node ${id}`, label: `${number} ${title}` })),
    ...edition.indicators.map(({ id, number, title }) => ({ value: `indicator ${id}`, label: `指標${number} ${title}` })),
  ];
  return (
    <form class="sheet" method="post" action={`${section}/${meeting.id}/items`}>
      <h2>議題を追加する</h2>
      <SelectField name="subject" label="対象" value={typed['subject'] ?? ''} choices={choices} problems={asFields(problems)} />
      <TextField name="title" label="題名" value={typed['title'] ?? ''} required={false} size={40} problems={asFields(problems)} hint="書かなければ、対象の番号と題名になります。" />
      <TextArea name="paper" label="資料" value={typed['paper'] ?? ''} rows={4} required={false} problems={asFields(problems)} />
      <div class="actions"><Button>追加する</Button></div>
    </form>
  );
}
