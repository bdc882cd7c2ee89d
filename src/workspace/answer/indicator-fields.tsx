import type { RequestDetail } from '../../database/request-store.ts';
import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { judgedSeries, standingNames } from '../../domain/indicator/indicator.ts';
import { type IndicatorAnswer, readAnswer } from '../../domain/round/indicator-answer.ts';
import { type FieldProblem, Radios, SelectField, TextArea, TextField } from '../../ui/form.tsx';

interface IndicatorFieldsProps {
  readonly request: RequestDetail;
  readonly answer: IndicatorAnswer;
  readonly problems: readonly FieldProblem[];
}

/** The owner's figure: value, series where the definition was changed, day, how sure it is, note. */
export function IndicatorFields({ request, answer, problems }: IndicatorFieldsProps) {
  const unit = request.indicator?.unit;
  const several = (request.indicator?.series.length ?? 0) > 1;
  return (
    <>
      <h2>{fiscalYearLabel(request.fiscalYear, request.plan.labels)}の値</h2>
      <TextField name="printed" label={`値${unit ? `（${unit}）` : ''}`} value={answer.printed} size={20} required problems={problems}
        hint={`書いたとおりに残ります。全角の数字、桁区切り、単位も読み取ります。0は値です。まだ分からないときは「未確定」と書いてください。${several ? '' : '算定方法が変わったときは、事務局に系列の追加を依頼してください。'}`} />
      <ReadValue answer={answer} />
      {several && <SeriesFields request={request} answer={answer} problems={problems} />}
      <TextField name="asOf" label="値の時点" type="date" value={answer.asOf} required={false} problems={problems} hint="年度末の値でないときに書いてください（例：翌年度の４月１日の集計、前の年度の値）。" />
      <Radios name="standing" label="値の確かさ" value={answer.standing ?? ''} choices={[{ value: '', label: '書かない' }, ...Object.entries(standingNames).map(([value, label]) => ({ value, label }))]} problems={problems} />
      <TextArea name="note" label="注" value={answer.note} rows={3} required={false} problems={problems} hint="算定方法の変更など、値とともに公表する注があれば書いてください。値に「※１」のような印がないときは、公表のときに番号を付けます。" />
    </>
  );
}

/** What the program understands of what was typed: nobody should have to guess whether 「１，２３４人」 was read rightly. */
export function ReadValue({ answer }: { answer: IndicatorAnswer }) {
  const read = readAnswer(answer);
  if (answer.printed.trim() === '' || !read) return null;
  const number = (value: number) => value.toLocaleString('ja-JP', { maximumFractionDigits: 20 });
  return (
    <p class="note read-value">
      読み取った値：{read.value === null ? '値はまだない' : number(read.value)}{read.upper !== null && `から${number(read.upper)}まで`}{read.alternative !== null && `、併記する値：${number(read.alternative)}`}
    </p>
  );
}

/** A change of the definition gave the indicator several series; which of them the figures are on is the owner's to say. */
function SeriesFields({ request: { indicator, lastYear }, answer, problems }: IndicatorFieldsProps) {
  if (!indicator) return null;
  const choices = indicator.series.map(({ id, title, judged }) => ({ value: id, label: `${title}${judged ? '（基準値・目標値と比べる系列）' : ''}` }));
  const chosen = answer.series ?? lastYear?.measurement?.series ?? judgedSeries(indicator).id;
  return (
    <>
      <Radios name="series" label="値の系列" value={chosen} choices={choices} problems={problems} hint="この指標は、算定方法の変更などにより系列が分かれています。異なる系列の値は比べません。" />
      <TextField name="alternative" label="併記する値" value={answer.alternative} size={20} required={false} problems={problems} hint="別の系列の値も公表するときに書いてください。「37.0（60.3）」のように、値の後に（）で併記します。" />
      {indicator.series.length > 2 && <SelectField name="alternativeSeries" label="併記する値の系列" value={answer.alternativeSeries ?? ''} choices={[{ value: '', label: '選んでください' }, ...choices]} problems={problems} />}
    </>
  );
}
