import type { PlanUpload } from '../../database/plan-upload-store.ts';
import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Actor } from '../../domain/organization/post.ts';
import type { Municipality } from '../../domain/plan/municipality.ts';
import { Button, ErrorSummary, type FieldProblem, FileField } from '../../ui/form.tsx';
import { dayInJapan, type WorkspaceParts } from '../workspace.ts';
import { renderOutside, section } from './import-frame.tsx';

/** Days for which a workbook that was sent is kept. */
export const daysKept = 7;

interface StartPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly municipality: Municipality | undefined;
  readonly uploads: readonly PlanUpload[];
  readonly problems?: readonly FieldProblem[];
  /** What was just done, as a sentence. */
  readonly done?: string;
}

/** 計画の取込み: choose a workbook, or go on with one that was sent before. */
export function renderStartPage({ parts, actor, municipality, uploads, problems = [], done }: StartPage): string {
  return renderOutside({ parts, actor, title: '計画の取込み', problems }, (
    <>
      <h1>計画の取込み</h1>
      {done !== undefined && <p class="notice" role="status">{done}</p>}
      <ErrorSummary problems={problems} title="取り込めませんでした" />
      {municipality ? <UploadForm problems={problems} /> : (
        <div class="sheet"><p>先に、自治体の名称とコードを登録してください。</p><p><a class="button main" href="/workspace/start/municipality">自治体を登録する</a></p></div>
      )}
      {uploads.length > 0 && municipality && <Unfinished uploads={uploads} municipality={municipality} />}
      <section class="sheet">
        <h2>読み取れるもの</h2>
        <ul class="bullets">
          <li>計画の体系や取組の一覧が入った、Excelブック（.xlsx）、CSV、TSV。あゆみ用に作り直す必要はありません。</li>
          <li>結合したセル、二段の見出し、「〃」「同上」、丸数字、「関係各課（政策室）」などは、そのまま読み取れます。</li>
          <li>どのセルをどう読み取ったかは、取り込む前に全て確かめられます。確かめるまで、計画は登録しません。</li>
          <li>マクロは受け付けません。数式は計算せず、保存された値を読みます。</li>
        </ul>
        <p>送ったファイルは{daysKept}日間保存し、取り込んだとき、又は期限が過ぎたときに消去します。ほかの人には見えません。</p>
      </section>
    </>
  ));
}

function UploadForm({ problems }: { problems: readonly FieldProblem[] }) {
  return (
    <form class="sheet" method="post" action={section} enctype="multipart/form-data">
      <FileField name="file" label="計画の一覧が入ったファイル" accept=".xlsx,.csv,.tsv,.txt" multiple={false} required problems={problems} hint="30MBまで。次のページから、表と列の読み方を順に確かめます。" />
      <div class="actions"><Button>読み取る</Button></div>
    </form>
  );
}

function Unfinished({ uploads, municipality }: { uploads: readonly PlanUpload[]; municipality: Municipality }) {
  const day = (moment: string) => dateLabel(dayInJapan(new Date(moment)), municipality.fiscalYearLabels);
  return (
    <section class="sheet">
      <h2>途中の取込み</h2>
      <ul class="list unfinished">
        {uploads.map(({ id, name, createdAt, expiresAt }) => (
          <li>
            <div><a href={`${section}/${id}`}>{name}</a>の続きから始める<p class="note">{day(createdAt)}に送信、{day(expiresAt)}まで保存</p></div>
            <form method="post" action={`${section}/${id}/discard`}><button type="submit" class="button other small">消去する<span class="visually-hidden">：{name}</span></button></form>
          </li>
        ))}
      </ul>
    </section>
  );
}
