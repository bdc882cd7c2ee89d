import type { TakenAnswer } from '../../commands/take-in-workbooks.ts';
import { holds } from '../../domain/organization/post.ts';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import { type ExchangeFrame, sectionFor } from './exchange-page.tsx';
import type { ExchangeRound } from './exchange-round.ts';

/** What was taken in, for the page after it. */
export interface TakenIn {
  readonly files: readonly string[];
  readonly answers: readonly TakenAnswer[];
}

interface DonePage extends ExchangeFrame {
  readonly round: ExchangeRound;
  /** Nothing when it is another person's, or long ago; what was done stands with the answers anyway. */
  readonly taken: TakenIn | undefined;
}

export function renderDonePage({ frame, actor, round, taken }: DonePage): string {
  const of = (became: TakenAnswer['became']) => (taken?.answers ?? []).filter((answer) => answer.became === became);
  const [saved, kept, parked] = [of('saved'), of('kept'), of('parked')];
  return renderWorkspacePage({ ...frame, actor, title: 'Excelを取り込みました', section: sectionFor(actor) }, (
    <>
      <p class="eyebrow">{round.planTitle}　{round.yearLabel}の照会</p>
      <h1>{taken ? 'Excelを取り込みました' : '取込みの結果'}</h1>
      {!taken && <div class="sheet"><p>結果の表示期間が過ぎました。取り込んだ回答は、それぞれの回答の画面の「経過」で確かめられます。</p></div>}
      {taken && <p class="notice" role="status">{taken.files.length}個のファイルから、{saved.length}件の回答を取り込みました。{holds(actor, 'secretariat') ? 'それぞれの部署の下書きになっています。部署の担当者が内容を確かめて、所属長に提出します。' : '下書きになっています。内容を確かめて、所属長に提出してください。'}</p>}
      {parked.length > 0 && (
        <section class="sheet">
          <h2>一つにまとめるもの <small>{parked.length}件</small></h2>
          <p>あゆみの回答はそのままです。Excelの回答も残してあります。二つを見比べて、担当者が一つにまとめてください。</p>
          <ul class="list">{parked.map(({ answer: { request }, version }) => <li><a href={`/workspace/requests/${request.requestId}/merge?parked=${version}`}>{request.number} {request.title}（{request.departmentName}）をまとめる</a></li>)}</ul>
        </section>
      )}
      {saved.length > 0 && (
        <section class="sheet">
          <h2>取り込んだもの <small>{saved.length}件</small></h2>
          <ul class="list">{saved.map(({ answer: { request } }) => <li><a href={`/workspace/requests/${request.requestId}`}>{request.number} {request.title}</a>　{request.departmentName}</li>)}</ul>
        </section>
      )}
      {kept.length > 0 && (
        <section class="sheet">
          <h2>取り込まなかったもの <small>{kept.length}件</small></h2>
          <ul class="list">{kept.map(({ answer: { request } }) => <li><a href={`/workspace/requests/${request.requestId}`}>{request.number} {request.title}</a>　{request.departmentName}</li>)}</ul>
        </section>
      )}
      <p><a href={round.address}>Excelで回答する画面に戻る</a></p>
    </>
  ));
}
