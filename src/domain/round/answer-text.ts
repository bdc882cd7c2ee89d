import { type Answer, effectKindNames, outcomeNames } from './answer.ts';
import { type Indicator, standingNames } from '../indicator/indicator.ts';
import { fieldNames, type Round } from './round.ts';

/** What gives the choices of an answer their names. */
export interface AnswerNames {
  readonly round: Pick<Round, 'scale'>;
  readonly indicator: Pick<Indicator, 'series'> | null;
}

/** An answer as one text, field by field, so that two versions can be compared with all that they say. */
export function answerText(answer: Answer, { round: { scale }, indicator }: AnswerNames): string {
  const lines: string[] = [];
  const add = (name: string, value: string | null) => { if (value) lines.push(`【${name}】`, value, ''); };
  if (answer.kind === 'indicator') {
    const titleOf = (id: string | null) => (id === null ? null : (indicator?.series.find((series) => series.id === id)?.title ?? id));
    add('値', answer.printed);
    add('値の系列', titleOf(answer.series));
    add('併記する値', answer.alternative);
    add('併記する値の系列', titleOf(answer.alternativeSeries));
    add('値の時点', answer.asOf);
    add('値の確かさ', answer.standing && standingNames[answer.standing]);
    add('注', answer.note);
  } else {
    add('この年度にしたこと', outcomeNames[answer.outcome]);
    add(answer.outcome === 'reported' ? fieldNames.progress : '理由', answer.text);
    add(fieldNames.selfAssessment, scale.find(({ id }) => id === answer.selfAssessment)?.name ?? answer.selfAssessment);
    add(fieldNames.issues, answer.issues);
    add(fieldNames.nextYear, answer.nextYear);
    add(fieldNames.effects, answer.effects.map(({ printed, kind, method }) => `${printed}（${effectKindNames[kind]}）${method}`).join('\n'));
    for (const text of Object.values(answer.instructionAnswers)) add('本部指示への回答', text);
  }
  return lines.join('\n').trimEnd();
}
