import type { Edition } from '../domain/edition/edition.ts';
import { dateLabel, fiscalYearLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { bodyInWords, responseNames } from '../domain/opinion/opinion.ts';
import type { ReportedDecision } from '../domain/report/reported-decision.ts';
import type { ReportedOpinion } from '../domain/report/reported-opinion.ts';
import type { Subject } from '../domain/round/round.ts';

interface On {
  readonly edition: Edition;
  /** Null for what is about the whole plan. */
  readonly subject: Subject | null;
}

const isAbout = (subject: Subject | null) => (entry: { readonly subject: Subject | null }): boolean => entry.subject?.kind === subject?.kind && entry.subject?.id === subject?.id;

/** 審議結果: what headquarters decided on an item, as it was decided; nothing where nothing is published. */
export function DecisionsOn({ edition, subject }: On) {
  const decisions = edition.decisions.filter(isAbout(subject));
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions_heading">
      <h2 id="decisions_heading">{edition.plan.headquarters?.name ?? '推進本部'}の審議結果</h2>
      {decisions.map((decision) => <Decision edition={edition} decision={decision} named={subject === null} />)}
    </section>
  );
}

function Decision({ edition, decision, named }: { edition: Edition; decision: ReportedDecision; named: boolean }) {
  const { id, title, meeting, paragraphs, assessment, explanation, instructions } = decision;
  const labels = edition.municipality.fiscalYearLabels;
  return (
    <div class="decided" id={`decision_${id}`}>
      {named && <h3>{title}</h3>}
      {assessment !== null && <p class="assessment">評価　<b>{assessment}</b></p>}
      <div class="text">{paragraphs.map((text) => <p>{text}</p>)}</div>
      {explanation.length > 0 && <p class="note">評価の理由　{explanation.join('　')}</p>}
      {instructions.map((order) => (
        <div class="order">
          <p class="note"><b>部署への指示</b>　{order.departments.map(({ name }) => name).join('、')}（{fiscalYearLabel(order.answerIn, labels)}の照会で回答）</p>
          <div class="text">{order.paragraphs.map((text) => <p>{text}</p>)}</div>
        </div>
      ))}
      <p class="note">{meeting.title}（{dateLabel(meeting.heldOn, labels)}）</p>
    </div>
  );
}

/** 外部の意見: each with the city's answer and what came of it, newest year first. */
export function OpinionsOn({ edition, subject }: On) {
  const opinions = edition.opinions.filter(isAbout(subject)).toReversed();
  if (opinions.length === 0) return null;
  return (
    <section aria-labelledby="opinions_heading">
      <h2 id="opinions_heading">外部の意見と市の対応</h2>
      {opinions.map((opinion) => <Opinion edition={edition} opinion={opinion} />)}
    </section>
  );
}

function Opinion({ edition, opinion }: { edition: Edition; opinion: ReportedOpinion }) {
  const labels = edition.municipality.fiscalYearLabels;
  return (
    <article class="opinion" id={`opinion_${opinion.id}`}>
      <h3>{bodyInWords(opinion)}　<small>{dateLabel(opinion.statedOn, labels)}{opinion.fiscalYear !== edition.fiscalYear && `　${fiscalYearLabel(opinion.fiscalYear, labels)}の取組への意見`}</small></h3>
      <div class="text">{opinion.paragraphs.map((text) => <p>{text}</p>)}</div>
      {opinion.responses.map(({ kind, department, respondedOn, paragraphs }) => (
        <div class="reply">
          <h4>{responseNames[kind]}　<small>{department.name}　{dateLabel(respondedOn, labels)}</small></h4>
          <div class="text">{paragraphs.map((text) => <p>{text}</p>)}</div>
        </div>
      ))}
      {opinion.responses.length === 0 && <p class="note">市の対応は、まだありません。</p>}
    </article>
  );
}
