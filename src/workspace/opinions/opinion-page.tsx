import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { bodyInWords, currentResponses, currentVersion, hasChangedSince, type Opinion, responseNames } from '../../domain/opinion/opinion.ts';
import { type Actor, holds } from '../../domain/organization/post.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { Button, ErrorSummary, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { section, subjectInWords, toFields, type Typed, WordsFields } from './opinion-parts.tsx';
import { publicationInWords } from './opinions-page.tsx';

/** A form of the page that was refused, with what was typed. */
export interface RefusedForm {
  readonly form: 'words' | 'response' | 'publication';
  readonly problems: readonly Problem[];
  readonly typed: Typed;
}

interface OpinionPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly plan: Plan;
  readonly opinion: Opinion;
  readonly refused: RefusedForm | null;
  /** Proposed as the day of a new answer or decision. */
  readonly today: string;
}

/** One opinion with the city's answers; the secretariat answers, decides on publication, corrects. */
export function renderOpinionPage({ parts, actor, plan, opinion, refused, today }: OpinionPage): string {
  const labels = plan.municipality.fiscalYearLabels;
  const words = currentVersion(opinion);
  const formOf = (form: RefusedForm['form']) => (refused?.form === form ? { fields: toFields(refused.problems), typed: refused.typed } : { fields: [], typed: {} as Typed });
  const shared = { opinion, plan, today };
  return renderWorkspacePage({ title: `意見：${subjectInWords(plan, opinion.subject)}`, assets: parts.assets, demo: parts.demo, actor, section }, (
    <>
      <p><a href={section}>外部の意見と対応</a></p>
      <h1>{subjectInWords(plan, opinion.subject)}への意見</h1>
      <p>{plan.title}　{fiscalYearLabel(opinion.fiscalYear, labels)}の結果について</p>
      <ErrorSummary problems={toFields(refused?.problems ?? [])} />
      <article class="sheet">
        <h2>意見　<small>{bodyInWords(words)}　{dateLabel(words.statedOn, labels)}</small></h2>
        <p class="paper">{words.text}</p>
        {currentResponses(opinion.responses).map(({ kind, department, respondedOn, text }) => (
          <>
            <h3>{responseNames[kind]}　<small>{plan.departments.find(({ id }) => id === department)?.name ?? department}　{dateLabel(respondedOn, labels)}</small></h3>
            <p class="paper">{text}</p>
          </>
        ))}
        {opinion.responses.length === 0 && <p class="note">市の対応は、まだ記録されていません。</p>}
        <p class="note">{publicationInWords(opinion)}</p>
      </article>
      {holds(actor, 'secretariat') && (
        <>
          <ResponseForm {...shared} {...formOf('response')} />
          <PublicationForm {...shared} {...formOf('publication')} />
          <details class="sheet" open={refused?.form === 'words'}>
            <summary>意見の記録を直す</summary>
            <form method="post" action={`${section}/${opinion.id}/words`}>
              <p class="note">前の内容は残ります。公表すると決めた後に直したときは、もう一度、公表を決めてください。</p>
              <input type="hidden" name="baseVersion" value={String(words.version)} />
              <WordsFields fields={formOf('words').fields} typed={{ body: words.body, bodyName: words.bodyName ?? '', statedOn: words.statedOn, text: words.text, ...formOf('words').typed }} />
              <div class="actions"><Button>直した内容を保存する</Button></div>
            </form>
          </details>
        </>
      )}
      {(opinion.versions.length > 1 || opinion.responses.length > currentResponses(opinion.responses).length) && <Earlier {...shared} />}
    </>
  ));
}

interface FormProps {
  readonly opinion: Opinion;
  readonly plan: Plan;
  readonly today: string;
  readonly fields: ReturnType<typeof toFields>;
  readonly typed: Typed;
}

function ResponseForm({ opinion, plan, today, fields, typed }: FormProps) {
  const answered = opinion.responses.some(({ kind }) => kind === 'response');
  return (
    <form class="sheet" method="post" action={`${section}/${opinion.id}/response`} aria-labelledby="response-heading">
      <h2 id="response-heading">市の対応を記録する</h2>
      <Radios name="kind" label="種類" value={typed['kind'] ?? (answered ? 'follow-up' : 'response')} problems={fields}
        choices={[{ value: 'response', label: responseNames.response, hint: '意見に対する市の考えや、これからすること' }, { value: 'follow-up', label: responseNames['follow-up'], hint: '翌年度以降に、対応がどうなったか' }]} />
      <SelectField name="department" label="部署" value={typed['department'] ?? ''} problems={fields} choices={[{ value: '', label: '選んでください' }, ...plan.departments.map(({ id, name }) => ({ value: id, label: name }))]} />
      <TextField name="respondedOn" label="対応の日付" type="date" value={typed['respondedOn'] ?? today} required problems={fields} />
      <TextArea name="responseText" label="対応の内容" value={typed['responseText'] ?? ''} rows={4} required problems={fields} hint="同じ部署が同じ年度に書いた対応は、新しい内容に置き換わります。前の内容は記録に残ります。" />
      <div class="actions"><Button>対応を記録する</Button></div>
    </form>
  );
}

function PublicationForm({ opinion, plan, today, fields, typed }: FormProps) {
  const last = opinion.publications.at(-1);
  const isPublished = last?.isPublished ?? false;
  const changed = hasChangedSince(opinion);
  return (
    <form class="sheet" method="post" action={`${section}/${opinion.id}/publication`} aria-labelledby="publication-heading">
      <h2 id="publication-heading">公表</h2>
      <p>{last ? `${dateLabel(last.decidedOn, plan.municipality.fiscalYearLabels)}に、${isPublished ? '公表する' : '公表しない'}と決めています。` : '公表するかどうかは、まだ決めていません。決めるまでは公表されません。'}</p>
      {changed && <div class="notice warning"><p>公表を決めた後に、意見か対応が変わっています。公表の対象は、決めた時の内容です。新しい内容を公表するときは、もう一度決めてください。</p></div>}
      <TextField name="decidedOn" label="決めた日" type="date" value={typed['decidedOn'] ?? today} required problems={fields} />
      <div class="actions">
        {(!isPublished || changed) && <Button name="decision" value="publish">今の内容を公表する</Button>}
        {(isPublished || !last) && <Button name="decision" value="withhold" kind="other">公表しない</Button>}
      </div>
    </form>
  );
}

function Earlier({ opinion, plan }: Pick<FormProps, 'opinion' | 'plan'>) {
  const held = new Set(currentResponses(opinion.responses).map(({ id }) => id));
  return (
    <details class="sheet">
      <summary>前の内容</summary>
      <ul class="list">
        {opinion.versions.slice(0, -1).map((words) => <li><p class="note">意見の第{words.version}版　{bodyInWords(words)}</p><p class="paper">{words.text}</p></li>)}
        {opinion.responses.filter(({ id }) => !held.has(id)).map(({ kind, department, text }) => <li><p class="note">{responseNames[kind]}　{plan.departments.find(({ id }) => id === department)?.name ?? department}</p><p class="paper">{text}</p></li>)}
      </ul>
    </details>
  );
}
