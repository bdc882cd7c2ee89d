import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { Button, ErrorSummary, type FieldProblem, Radios } from '../../ui/form.tsx';
import { dayInJapan, type WorkspaceParts } from '../workspace.ts';
import { renderOutside, section } from './import-frame.tsx';
import type { FoundUpload } from './import-view.ts';

/** The value of 「a new plan」 among the ids of plans; no id looks like it. */
export const newPlan = '*new*';

/** Asks whether the workbook is a new plan or brings one up to date; where one was read before, it is read in the same way. */
export function renderPlanChoicePage(parts: WorkspaceParts, found: FoundUpload, problems: readonly FieldProblem[] = []): string {
  const { actor, upload, plans, savedMappings, municipality } = found;
  const chosen = upload.draft === null ? '' : (upload.draft.updates ?? newPlan);
  const choices = [
    { value: newPlan, label: '新しい計画として登録する' },
    ...plans.map(({ id, title }) => {
      const saved = savedMappings.find(({ planId }) => planId === id);
      const hint = saved ? `前回（${dateLabel(dayInJapan(new Date(saved.savedAt)), municipality.fiscalYearLabels)}、${saved.fileName}）の読み方を使います。` : '登録済みの要素と番号・題名が合うものは、同じ要素として更新します。';
      return { value: id, label: `「${title}」を更新する`, hint };
    }),
  ];
  return renderOutside({ parts, actor, title: 'どの計画か', problems }, (
    <>
      <p class="eyebrow">計画の取込み　{upload.name}</p>
      <form class="sheet" method="post" action={`${section}/${upload.id}/plan`}>
        <h1>どの計画か</h1>
        <ErrorSummary problems={problems} />
        <Radios name="plan" label="このファイルの計画" value={chosen} choices={choices} problems={problems} required />
        <div class="actions"><Button>次へ</Button></div>
      </form>
      <p class="leave"><a href={section}>ここで中断する</a></p>
    </>
  ));
}
