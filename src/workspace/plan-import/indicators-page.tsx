import { fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { type IndicatorKind, kindNames } from '../../domain/indicator/indicator.ts';
import type { ImportDraft } from '../../domain/plan-import/import-draft.ts';
import type { FigureRow } from '../../domain/plan/plan-bundle.ts';
import { Button, type FieldProblem, SelectField } from '../../ui/form.tsx';
import type { FormValues } from '../forms/form-values.ts';
import { actionOf, type ImportPage, renderImportPage } from './import-frame.tsx';
import type { ImportView } from './import-view.ts';

const kinds = Object.keys(kindNames) as IndicatorKind[];

/** What is wanted of each indicator: proposed from its figures, for a person to confirm. */
export function renderIndicatorsPage(page: ImportPage): string {
  const { view, typed, problems } = page;
  const figure = ({ printed, fiscalYear }: FigureRow) => `${printed}${fiscalYear > 0 ? `（${fiscalYearLabel(fiscalYear, view.municipality.fiscalYearLabels)}）` : '（年度が分かりません）'}`;
  const reasons = new Map(view.reading.understood.filter(({ taken }) => taken === '指標の種類').map(({ text, became, steps }) => [`${text} ${became}`, steps.join('。')]));
  return renderImportPage(page, 'indicators', '指標の種類', (
    <>
      <p class="lead">進み具合は、指標の種類に従って判定します。基準値と目標値から判断した種類を、確かめてください。</p>
      <form method="post" action={actionOf(page, 'indicators')}>
        {view.reading.bundle.indicators.map(({ id, number, title, unit, kind, baseline, target }) => {
          const reason = reasons.get(`${baseline.printed} → ${target.printed} ${kind}`);
          return (
            <SelectField name={`kind-${id}`} label={`指標${number}　${title}`} problems={problems} value={typed ? typed.one(`kind-${id}`) : kind}
              hint={`${figure(baseline)} → ${figure(target)}${unit === null ? '' : `　単位：${unit}`}${reason === undefined || reason === '' ? '' : `　判断の理由：${reason}`}`}
              choices={kinds.map((value) => ({ value, label: kindNames[value] }))} />
          );
        })}
        <div class="actions"><Button>次へ</Button></div>
      </form>
    </>
  ));
}

export function readIndicators({ reading, draft }: ImportView, form: FormValues): { readonly draft: ImportDraft } | { readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const { indicators } = reading.bundle;
  const chosen = new Map(indicators.map(({ id, number, title }) => {
    const kind = kinds.find((candidate) => candidate === form.one(`kind-${id}`));
    if (!kind) problems.push({ field: `kind-${id}`, message: `指標${number}「${title}」の種類を選んでください。` });
    return [id, { id, number, title, ...(kind && { kind }) }];
  }));
  if (problems.length > 0) return { problems };
  return { draft: { ...draft, mapping: { ...draft.mapping, indicators: [...chosen.values(), ...draft.mapping.indicators.filter(({ id }) => !chosen.has(id))] } } };
}
