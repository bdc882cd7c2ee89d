import type { BoardRow } from '../../database/request-store.ts';
import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { type Actor, departmentsOf, holds } from '../../domain/organization/post.ts';
import { isUnanswered } from '../../domain/round/due-date.ts';
import { roundStateNames } from '../../domain/round/round.ts';
import { Button, ErrorSummary, type FieldProblem, FileField } from '../../ui/form.tsx';
import { renderWorkspacePage, type WorkspaceFrame } from '../../ui/workspace-frame.tsx';
import type { ExchangeRound } from './exchange-round.ts';

export interface ExchangeFrame {
  readonly frame: Pick<WorkspaceFrame, 'assets' | 'demo'>;
  readonly actor: Actor;
}

/** The part of the navigation in which the exchange stands: that of the secretariat's board, or a reporter's own work. */
export function sectionFor(actor: Actor): string {
  return holds(actor, 'secretariat') ? '/workspace/board' : '/workspace/';
}

/** Where several rounds are going on, or none. */
export function renderRoundsToExchange({ frame, actor, rounds }: ExchangeFrame & { readonly rounds: readonly ExchangeRound[] }): string {
  return renderWorkspacePage({ ...frame, actor, title: 'Excelで回答する', section: sectionFor(actor) }, (
    <div class="sheet">
      <h1>Excelで回答する</h1>
      {rounds.length === 0 ? <p>受付中の照会はありません。照会が始まると、ここでExcelを書き出し、記入したものを取り込めます。</p>
        : <ul class="list">{rounds.map(({ address, planTitle, yearLabel }) => <li><a href={address}>{planTitle}　{yearLabel}の照会</a></li>)}</ul>}
    </div>
  ));
}

interface ExchangePage extends ExchangeFrame {
  readonly round: ExchangeRound;
  readonly rows: readonly BoardRow[];
  readonly problems: readonly FieldProblem[];
}

/** Out and back on one page: what a workbook is for is to come back. */
export function renderExchangePage({ frame, actor, round, rows, problems }: ExchangePage): string {
  const own = new Set(departmentsOf(actor, 'reporter'));
  const all = holds(actor, 'secretariat');
  const shown = rows.filter(({ department }) => all || own.has(department));
  const title = `${round.yearLabel}の照会にExcelで回答する`;
  return renderWorkspacePage({ ...frame, actor, title: problems.length > 0 ? `入力の誤り：${title}` : title, section: sectionFor(actor) }, (
    <>
      <p class="eyebrow">{round.planTitle}　{roundStateNames[round.state]}</p>
      <h1>{title}</h1>
      <ErrorSummary problems={problems} title="取り込めませんでした" />
      {round.state !== 'open' && <p class="notice warning">この照会は「{roundStateNames[round.state]}」です。Excelを書き出すことはできますが、取り込むことはできません。</p>}
      <section class="sheet">
        <h2>１　Excelを書き出す</h2>
        <p>項目、前の年度の報告、今の回答が入ったExcelを書き出します。あゆみにつながらないパソコンでも記入できます。</p>
        {shown.length === 0 ? <p>あなたの部署への照会はありません。</p> : <Departments round={round} rows={shown} />}
        {all && shown.length > 0 && (
          <ul class="list">
            <li><a href={`${round.address}/workbooks.zip?by=department`} download>全ての部署のExcelをまとめて書き出す（zip、部署ごとに１ファイル）</a></li>
            <li><a href={`${round.address}/workbooks.zip?by=person`} download>全ての担当者のExcelをまとめて書き出す（zip、一人に１ファイル）</a></li>
          </ul>
        )}
        {own.size > 1 && shown.length > 0 && <p><a href={`${round.address}/workbook`} download>わたしが担当する部署の項目を、一つのExcelに書き出す</a></p>}
      </section>
      {round.state === 'open' && (
        <section class="sheet">
          <h2>２　記入したExcelを取り込む</h2>
          <p>初めに内容を確かめる画面が開きます。全ての変更と誤りを見てから取り込みます。確かめるまで、何も変わりません。</p>
          <form method="post" action={`${round.address}/check`} enctype="multipart/form-data" class="drop-files" novalidate>
            <FileField name="files" label="記入したExcel" accept=".xlsx,.zip" problems={problems}
              hint="Excelブック（.xlsx）を幾つでも、又はそれらを入れたzipを選びます。この欄にファイルを引っ張って置くこともできます。合わせて64MBまで。" />
            <div class="actions"><Button>内容を確かめる</Button></div>
          </form>
          <p class="note">締切（{dateLabel(round.departmentDeadline, round.labels)}）を過ぎた項目、提出済みの項目は、画面での回答と同じく取り込めません。{all && '取り込んだ回答は、その部署の下書きになります。'}</p>
        </section>
      )}
    </>
  ));
}

function Departments({ round, rows }: Pick<ExchangePage, 'round' | 'rows'>) {
  const departments = [...Map.groupBy(rows, ({ department }) => department)];
  return (
    <div class="scroll" tabindex={0} role="region" aria-label="部署ごとのExcel">
      <table>
        <thead><tr><th scope="col">部署</th><th scope="col">項目</th><th scope="col">未回答</th><th scope="col">書出し</th></tr></thead>
        <tbody>
          {departments.map(([id, own]) => (
            <tr>
              <th scope="row">{own[0]?.departmentName}</th>
              <td>{own.length}件</td>
              <td>{own.filter(isUnanswered).length}件</td>
              <td class="nb"><a href={`${round.address}/workbook?department=${encodeURIComponent(id)}`} download>{own[0]?.departmentName}のExcel</a></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
