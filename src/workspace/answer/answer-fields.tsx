import type { RequestDetail } from '../../database/request-store.ts';
import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { type Answer, type EffectAmount, effectKindNames, type ItemAnswer, outcomeNames } from '../../domain/round/answer.ts';
import { type FieldProblem, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx';
import { FindingsBox } from '../../ui/findings.tsx';
import { type AnswerFindings, type ProofreadField, proofreadFieldNames } from '../findings/proofread-answer.ts';
import { effectRows } from './answer-form.ts';
import { IndicatorFields } from './indicator-fields.tsx';

interface FieldsProps<A extends Answer> {
  readonly request: RequestDetail;
  readonly answer: A;
  readonly problems: readonly FieldProblem[];
  /** What a proofreader would raise; left out where nobody writes sentences. */
  readonly findings?: AnswerFindings | null;
}

/** The fields that the round asks, with last year's text beside them. */
export function AnswerFields({ request, answer, problems, findings = null }: FieldsProps<Answer>) {
  return (
    <>
      <div class="side-by-side">
        <LastYear request={request} />
        <div>
          {answer.kind === 'item'
            ? <ItemText request={request} answer={answer} problems={problems} findings={findings} />
            : <IndicatorFields request={request} answer={answer} problems={problems} />}
        </div>
      </div>
      {answer.kind === 'item' && <MoreFields request={request} answer={answer} problems={problems} findings={findings} />}
    </>
  );
}

/** Last year's text or value, to be read beside this year's. */
export function LastYear({ request }: Pick<FieldsProps<Answer>, 'request'>) {
  const { lastYear, plan } = request;
  return (
    <div>
      <h2>{lastYear ? `${fiscalYearLabel(lastYear.fiscalYear, plan.labels)}の報告` : '前の年度の報告'}</h2>
      <div class="last-year">
        {!lastYear && <p>前の年度の公表はありません。</p>}
        {lastYear && lastYear.paragraphs.length === 0 && !lastYear.measurement && <p>記載はありません。</p>}
        <div class="text">{lastYear?.paragraphs.map(({ text }) => <p>{text}</p>)}</div>
        {lastYear?.measurement && <p><b>{lastYear.measurement.printed}</b>{request.indicator?.unit && `（${request.indicator.unit}）`}</p>}
      </div>
    </div>
  );
}

/** What a proofreader would raise on a field, right below it. */
function Proofread({ field, request, findings }: Pick<FieldsProps<ItemAnswer>, 'request' | 'findings'> & { field: ProofreadField }) {
  return findings ? <FindingsBox field={field} label={proofreadFieldNames[field]} result={findings[field]} address={`/workspace/requests/${request.id}/proofreading`} /> : null;
}

function ItemText({ request, answer, problems, findings = null }: FieldsProps<ItemAnswer>) {
  const label = `${fiscalYearLabel(request.fiscalYear, request.plan.labels)}の取組状況`;
  return (
    <>
      <Radios name="outcome" label="この年度にしたこと" value={answer.outcome} choices={Object.entries(outcomeNames).map(([value, name]) => ({ value, label: name }))} problems={problems} />
      <TextArea name="text" label={answer.outcome === 'reported' ? label : '理由'} value={answer.text} rows={12} required problems={problems}
        hint="事実を、した順に、過去形で書いてください。段落は改行で分け、箇条書きの行は「・」で始めます。検討なし・中止・見合わせのときは、その理由を書いてください。" />
      <Proofread field="text" request={request} findings={findings} />
      {findings && <p class="proofreading-switch" hidden><label><input type="checkbox" id="proofreading-switch" checked autocomplete="off" /> 書きながら校閲する</label></p>}
    </>
  );
}

function MoreFields({ request, answer, problems, findings = null }: FieldsProps<ItemAnswer>) {
  const { asked, scale } = request.round;
  const marked = (asking: string) => asking === 'required';
  return (
    <>
      {request.instructions.map(({ id, text }) => (
        <TextArea name={`instruction-${id}`} label="本部指示への回答" hint={text} value={answer.instructionAnswers[id] ?? ''} rows={4} required problems={problems} />
      ))}
      {asked.selfAssessment !== 'not-asked' && (
        <Radios name="selfAssessment" label="自己評価" value={answer.selfAssessment ?? ''} required={marked(asked.selfAssessment)} problems={problems}
          choices={[...(marked(asked.selfAssessment) ? [] : [{ value: '', label: '評価しない' }]), ...scale.map(({ id, name }) => ({ value: id, label: name }))]} />
      )}
      {asked.issues !== 'not-asked' && <><TextArea name="issues" label="課題" value={answer.issues} rows={4} required={marked(asked.issues)} problems={problems} /><Proofread field="issues" request={request} findings={findings} /></>}
      {asked.nextYear !== 'not-asked' && <><TextArea name="nextYear" label="翌年度の予定" value={answer.nextYear} rows={4} required={marked(asked.nextYear)} problems={problems} /><Proofread field="nextYear" request={request} findings={findings} /></>}
      {asked.effects !== 'not-asked' && <Effects effects={answer.effects} problems={problems} />}
    </>
  );
}

/** Effect amounts: each with its kind and its method; amounts of different kinds are never added. */
function Effects({ effects, problems }: { effects: readonly EffectAmount[]; problems: readonly FieldProblem[] }) {
  const rows = [...effects, ...Array.from({ length: effectRows }, (): EffectAmount => ({ kind: 'single-year', printed: '', method: '' }))];
  return (
    <fieldset class="field">
      <legend>効果額</legend>
      <p class="hint">単年度、毎年度、累計の別と、算出方法を書いてください。別の種類の額は合計しません。</p>
      {rows.map((effect, index) => (
        <div class="filters">
          <TextField name={`effects-${index}-printed`} label={`額（${index + 1}）`} value={effect.printed} size={16} problems={problems} />
          <SelectField name={`effects-${index}-kind`} label="種類" value={effect.kind} choices={Object.entries(effectKindNames).map(([value, label]) => ({ value, label }))} />
          <TextField name={`effects-${index}-method`} label="算出方法" value={effect.method} size={30} problems={problems} />
        </div>
      ))}
    </fieldset>
  );
}
