import type { Child } from 'hono/jsx';
import type { Refusal } from '../../commands/refusal.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { tablePlace } from '../../domain/plan-import/propose-tables.ts';
import { Button } from '../../ui/form.tsx';
import { addressOf, type ImportPage, newDepartments, renderImportPage } from './import-frame.tsx';
import { usedTables } from './import-view.ts';
import { countLevels } from './result-page.tsx';

/** What the import would do: its sentences, or what stands in its way. */
export interface Prospect {
  readonly refusals: readonly Refusal[];
  readonly sentences: readonly string[];
  /** Tells whether the same is still to be done. */
  readonly seen: string;
}

/** Check before you send: everything that was chosen, with the way to change it, and what will be done. */
export function renderConfirmPage(page: ImportPage & { readonly prospect: Prospect; readonly changed: boolean }): string {
  const { view, prospect: { refusals, sentences, seen }, changed } = page;
  const { reading, draft, municipality } = view;
  const { bundle, report } = reading;
  const labels = municipality.fiscalYearLabels;
  const { period, adopted, headquarters } = draft.facts;
  const added = newDepartments(view);
  const columns = usedTables(view).flatMap((index) => draft.mapping.tables[index]!.columns.filter(({ role }) => role !== 'ignore'));
  const warnings = reading.problems.filter(({ severity }) => severity === 'warning').length;
  const unknown = '未定（空欄）';
  return renderImportPage(page, 'confirm', '取り込む前の確認', (
    <>
      {changed && <p class="notice warning" role="status">確認の画面を開いた後に、内容が変わりました。もう一度確かめてください。</p>}
      {refusals.length > 0 && (
        <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex={-1}>
          <h2 id="error-summary-title">取り込めません</h2>
          <ul>{refusals.map(({ message, fix }) => <li>{message}{fix}</li>)}</ul>
        </div>
      )}
      <dl class="check">
        <Row name="ファイル" page="result" what="ファイル" view={view}>{view.upload.name}</Row>
        {view.plans.length > 0 && <Row name="どの計画か" page="plan" view={view}>{view.stored ? `「${view.stored.title}」を更新` : '新しい計画'}</Row>}
        <Row name="読む表" page="tables" view={view}>{usedTables(view).map((index) => `シート「${reading.tables[index]!.sheet}」${tablePlace(reading.tables[index]!)}`).join('、')}</Row>
        <Row name="階層" page="levels" view={view}>{countLevels(bundle).map(({ name, count }) => `${name}（${count}件）`).join(' → ')}</Row>
        <Row name="使う列" page={`columns/${usedTables(view)[0] ?? 0}`} view={view}>{columns.length}列（{columns.map(({ heading }) => heading).slice(0, 8).join('、')}{columns.length > 8 ? ' ほか' : ''}）</Row>
        <Row name="計画の名称" page="facts" view={view}>{bundle.plan.title}</Row>
        <Row name="計画の識別子" page="facts" view={view}>{bundle.plan.id}</Row>
        <Row name="計画期間" page="facts" view={view}>{period ? `${fiscalYearLabel(period.from, labels)}から${fiscalYearLabel(period.to, labels)}まで` : unknown}</Row>
        <Row name="策定した日又は月" page="facts" view={view}>{adopted === null ? unknown : dateLabel(adopted, labels)}</Row>
        <Row name="推進本部" page="facts" view={view}>{headquarters ? `${headquarters.name}${headquarters.chair ? `（長：${headquarters.chair}）` : ''}` : unknown}</Row>
        {bundle.indicators.length > 0 && <Row name="指標" page="indicators" view={view}>{bundle.indicators.length}件</Row>}
        {added.length > 0 && <Row name="新しく登録する部署" page="departments" view={view}>{added.length}部署（{added.map(({ name }) => name).join('、')}）</Row>}
        {report && <Row name="取組状況・実績値" page="facts" view={view}>{fiscalYearLabel(report.fiscalYear, labels)}の取組状況{report.reports.length}件、実績値{report.measurements.length}件</Row>}
        {warnings > 0 && <Row name="確かめていただきたいこと" page="result" what="確かめること" view={view}>{warnings}件（このままでも取り込めます）</Row>}
      </dl>
      {sentences.length > 0 && <><h2>取り込むとどうなるか</h2><ul class="bullets">{sentences.map((sentence) => <li>{sentence}</li>)}</ul></>}
      {refusals.length === 0 && (
        <form method="post" action={addressOf(view, 'confirm')}>
          <input type="hidden" name="seen" value={seen} />
          <p>内容は、公表するまで公開されません（公開ページの一覧には、計画の名称が「まだ公表していません」と共に載ります）。送ったファイルは消去し、読み方は次の年度のために保存します。</p>
          <div class="actions"><Button>取り込む</Button></div>
        </form>
      )}
    </>
  ));
}

function Row({ name, page, what = name, view, children }: { name: string; page: string; what?: string; view: ImportPage['view']; children: Child }) {
  return <div><dt>{name}</dt><dd>{children}</dd><dd class="to-change"><a href={`${addressOf(view, page)}?back=confirm`}>変更<span class="visually-hidden">：{what}</span></a></dd></div>;
}
