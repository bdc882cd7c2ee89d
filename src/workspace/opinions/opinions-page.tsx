import type { YearWithResults } from '../../database/years-with-results.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { bodyInWords, currentVersion, hasChangedSince, type Opinion } from '../../domain/opinion/opinion.ts';
import { type Actor, holds } from '../../domain/organization/post.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { Button, ErrorSummary, SelectField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { section, subjectChoices, subjectInWords, toFields, type Typed, WordsFields } from './opinion-parts.tsx';

interface OpinionsPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly plans: readonly Plan[];
  /** Newest first. */
  readonly years: readonly YearWithResults[];
  readonly opinions: readonly Opinion[];
}

/** Every opinion, year by year, with what came of it. */
export function renderOpinionsPage({ parts, actor, plans, years, opinions }: OpinionsPage): string {
  return renderWorkspacePage({ title: '外部の意見', assets: parts.assets, demo: parts.demo, actor, section }, (
    <>
      <h1>外部の意見と対応</h1>
      <p class="lead">審議会、議会、外部評価委員の意見と、市の対応、その後の状況を記録します。公表すると決めたものだけが、公開の対象になります。</p>
      {years.map(({ planId, fiscalYear }) => {
        const plan = plans.find(({ id }) => id === planId);
        const own = opinions.filter((opinion) => opinion.planId === planId && opinion.fiscalYear === fiscalYear);
        return plan && (
          <section class="sheet" aria-labelledby={`year-${planId}-${fiscalYear}`}>
            <h2 id={`year-${planId}-${fiscalYear}`}>{fiscalYearLabel(fiscalYear, plan.municipality.fiscalYearLabels)}の結果について　<small>{plan.title}</small></h2>
            {own.length === 0 ? <p>意見は登録されていません。</p> : <ul class="list">{own.map((opinion) => <OpinionLine plan={plan} opinion={opinion} />)}</ul>}
            {holds(actor, 'secretariat') && <p><a class="button other" href={`${section}/new/${planId}/${fiscalYear}`}>{fiscalYearLabel(fiscalYear, plan.municipality.fiscalYearLabels)}の意見を登録する</a></p>}
          </section>
        );
      })}
    </>
  ));
}

function OpinionLine({ plan, opinion }: { plan: Plan; opinion: Opinion }) {
  const words = currentVersion(opinion);
  const answered = opinion.responses.some(({ kind }) => kind === 'response');
  const followed = opinion.responses.some(({ kind }) => kind === 'follow-up');
  return (
    <li>
      <a href={`${section}/${opinion.id}`}>{subjectInWords(plan, opinion.subject)}</a>
      <p class="paper">{words.text.length > 120 ? `${words.text.slice(0, 119)}…` : words.text}</p>
      <p class="note">
        {bodyInWords(words)}　{dateLabel(words.statedOn, plan.municipality.fiscalYearLabels)}　{answered ? '対応を記録済み' : '対応は未記録'}{followed && '　その後の状況を記録済み'}　{publicationInWords(opinion)}
      </p>
    </li>
  );
}

/** Whether it is published, and whether the decision still fits what is written. */
export function publicationInWords(opinion: Opinion): string {
  if (!opinion.publications.at(-1)?.isPublished) return '公表しない';
  return hasChangedSince(opinion) ? '公表する（決定後に変更あり）' : '公表する';
}

interface NewOpinionPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly plan: Plan;
  readonly fiscalYear: number;
  readonly problems: readonly Problem[];
  readonly typed: Typed;
}

/** The form of a new opinion on a year's results. */
export function renderNewOpinionPage({ parts, actor, plan, fiscalYear, problems, typed }: NewOpinionPage): string {
  const fields = toFields(problems);
  return renderWorkspacePage({ title: '意見を登録する', assets: parts.assets, demo: parts.demo, actor, section }, (
    <>
      <p><a href={section}>外部の意見と対応</a></p>
      <h1>意見を登録する</h1>
      <p>{plan.title}　{fiscalYearLabel(fiscalYear, plan.municipality.fiscalYearLabels)}の結果について</p>
      <ErrorSummary problems={fields} />
      <form class="sheet" method="post">
        <SelectField name="subject" label="意見の対象" value={typed['subject'] ?? ''} choices={subjectChoices(plan)} problems={fields} />
        <WordsFields typed={typed} fields={fields} />
        <div class="actions"><Button>登録する</Button></div>
      </form>
    </>
  ));
}
