import { dateLabel, type FiscalYear, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Meeting } from '../../domain/headquarters/headquarters.ts';
import { type Actor, holds } from '../../domain/organization/post.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { Button, ErrorSummary, SelectField, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { section, toFields, type Typed } from './headquarters-parts.ts';

interface MeetingsPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly meetings: readonly Meeting[];
  /** Years with results: of a round or of an edition. */
  readonly years: readonly { readonly planId: string; readonly fiscalYear: FiscalYear }[];
  readonly plans: readonly Plan[];
  readonly problems: readonly Problem[];
  readonly typed: Typed;
}

/** The meetings of headquarters, and the form that calls another. */
export function renderMeetingsPage({ parts, actor, meetings, years, plans, problems, typed }: MeetingsPage): string {
  const title = (planId: string) => plans.find(({ id }) => id === planId)?.title ?? planId;
  const labelling = (planId: string) => plans.find(({ id }) => id === planId)?.municipality.fiscalYearLabels ?? { firstReiwaYear: '令和元年度', digits: 'half-width' };
  const fields = toFields(problems);
  return renderWorkspacePage({ title: '本部', assets: parts.assets, demo: parts.demo, actor, section }, (
    <>
      <h1>本部の会議</h1>
      <ErrorSummary problems={fields} />
      <section class="sheet" aria-labelledby="meetings">
        <h2 id="meetings">会議の一覧</h2>
        {meetings.length === 0 ? <p>会議はまだ登録されていません。</p> : (
          <ul class="list">
            {meetings.map((meeting) => (
              <li>
                <a href={`${section}/${meeting.id}`}>{meeting.title}</a>
                <p class="note">{dateLabel(meeting.heldOn, labelling(meeting.planId))}開催　{title(meeting.planId)}　{fiscalYearLabel(meeting.fiscalYear, labelling(meeting.planId))}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="sheet" aria-labelledby="follow">
        <h2 id="follow">本部指示の状況</h2>
        <ul class="list">{plans.map(({ id, title: name }) => <li><a href={`${section}/follow-up/${id}`}>{name}</a></li>)}</ul>
      </section>
      {holds(actor, 'secretariat') && (
        <form class="sheet" method="post">
          <h2>会議を登録する</h2>
          <SelectField name="round" label="審議する計画と年度" value={typed['round'] ?? ''} problems={fields}
            choices={years.map(({ planId, fiscalYear }) => ({ value: `${planId} ${fiscalYear}`, label: `${title(planId)}　${fiscalYearLabel(fiscalYear, labelling(planId))}` }))} />
          <TextField name="title" label="会議の名称" value={typed['title'] ?? ''} required size={40} problems={fields} />
          <TextField name="heldOn" label="開催日" type="date" value={typed['heldOn'] ?? ''} required problems={fields} />
          <div class="actions"><Button>登録する</Button></div>
        </form>
      )}
    </>
  ));
}
