import { type AskedField, askedFields, type Asking, fieldNames, type Round } from '../../domain/round/round.ts';
import { Button, type FieldProblem, Radios, TextArea, TextField } from '../../ui/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { renderStep, type StepPage } from './steps.tsx';

const askings: readonly { readonly value: Asking; readonly label: string }[] = [{ value: 'required', label: '必須' }, { value: 'optional', label: '任意' }, { value: 'not-asked', label: '求めない' }];

const hints: Readonly<Partial<Record<AskedField, string>>> = {
  selfAssessment: '選択肢は、下の欄で決めます。',
  effects: '単年度・毎年度・累計の別と、算出方法を合わせて求めます。',
  evidence: '写真、集計表などのファイルを、取組の回答に添えてもらいます。公表はしません。',
};

/** Step 1: which fields are asked, by which scale, until when. */
export function renderFieldsStep(page: StepPage & { readonly typed?: FieldsForm }): string {
  const { draft: { round, proposedFrom, state, address }, problems = [], typed } = page;
  const shown = typed ?? { asked: round.asked, scale: round.scale.map(({ name }) => name).join('\n'), departmentDeadline: round.departmentDeadline, headDeadline: round.headDeadline };
  return renderStep(page, 'fields', (
    <>
      {state === null && <p>{proposedFrom ? `${proposedFrom}の公表版をもとに、計画の体系と回答部署を引き継いで準備します。` : '計画の体系をもとに準備します。'}保存しても、開始するまで各部署には表示されません。</p>}
      <form method="post" action={`${address}/fields`} novalidate>
        <h2>各部署に求める内容</h2>
        <p>「{fieldNames.progress}」は必ず求めます。指標の値は、指標ごとに決める担当部署に求めます。</p>
        {askedFields.filter((field) => field !== 'progress').map((field) => (
          <Radios name={`asked-${field}`} label={fieldNames[field]} value={shown.asked[field]} choices={askings} problems={problems} {...(hints[field] ? { hint: hints[field] } : {})} />
        ))}
        <TextArea name="scale" label="自己評価の選択肢" value={shown.scale} rows={5} problems={problems} hint="一行に一つ、よいものから順に書いてください。自己評価を求めないときは使いません。" />
        <h2>締切</h2>
        <TextField name="departmentDeadline" label="担当者の締切" type="date" value={shown.departmentDeadline} required problems={problems} hint="この日まで、担当者が入力し、提出できます。" />
        <TextField name="headDeadline" label="所属長の締切" type="date" value={shown.headDeadline} required problems={problems} hint="この日まで、所属長が承認と差戻しをでき、差し戻された回答を担当者が直せます。" />
        <div class="actions"><Button>保存して次へ進む</Button><a href="/workspace/rounds">照会の設定に戻る</a></div>
      </form>
    </>
  ));
}

export interface FieldsForm {
  readonly asked: Round['asked'];
  /** As typed: a step a line. */
  readonly scale: string;
  readonly departmentDeadline: string;
  readonly headDeadline: string;
}

export function fieldsFromForm(form: FormValues): FieldsForm {
  // What is not one of the answers stays as it came: the command names it as a problem.
  const asking = (field: AskedField) => form.one(`asked-${field}`) as Asking;
  return {
    asked: { progress: 'required', selfAssessment: asking('selfAssessment'), issues: asking('issues'), nextYear: asking('nextYear'), effects: asking('effects'), evidence: asking('evidence') },
    scale: form.one('scale'), departmentDeadline: form.one('departmentDeadline').trim(), headDeadline: form.one('headDeadline').trim(),
  };
}

/** The steps of the scale, one a line; none when self-assessment is not asked. Ids are free to change: nobody has answered yet. */
export function scaleOf({ asked, scale }: FieldsForm): Round['scale'] {
  if (asked.selfAssessment === 'not-asked') return [];
  return scale.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((name, index) => ({ id: `s${index + 1}`, name }));
}

/** Where in the form a refusal of the command belongs. */
export function fieldsProblem({ code, message, fix }: { readonly code: string; readonly message: string; readonly fix: string }): FieldProblem {
  const fields: Readonly<Record<string, string>> = {
    'not-a-date-departmentDeadline': 'departmentDeadline', 'not-a-date-headDeadline': 'headDeadline', 'deadlines-out-of-order': 'headDeadline',
    'no-scale': 'scale', 'repeated-step': 'scale', 'unprintable-step': 'scale', 'unknown-asking': 'asked-selfAssessment',
  };
  return { field: fields[code] ?? '', message: `${message}${fix}` };
}
