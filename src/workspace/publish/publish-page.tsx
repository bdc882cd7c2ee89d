import type { PublicationDraft, PublicationRefusal } from '../../commands/publish-round.ts';
import { compareEditions } from '../../domain/edition/compare-editions.ts';
import { errataBetween } from '../../domain/edition/errata.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { EditionChange } from '../../domain/edition/edition-change.ts';
import { countInitiatives, countsBeside, countStatuses, editionLabel, initiativesOf, yearLabelOf } from '../../domain/edition/reading.ts';
import { decisionsShownNames } from '../../domain/headquarters/decisions-shown.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { Difference } from '../../ui/difference.tsx';
import { Button, ErrorSummary, type FieldProblem, Radios, TextArea, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import { indicatorAddress, initiativeAddress, yearAddress } from '../../site/address.ts';
import type { ReportFindings } from '../findings/proofread-edition.ts';
import type { WorkspaceParts } from '../workspace.ts';
import type { OutputsState } from './outputs-job.ts';

const section = '/workspace/publish';
/** More differences than this are shown on request: a page of thousands is slow on the machines of an office. */
const shownAtFirst = 300;

interface PublishPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly draft: PublicationDraft;
  /** What a proofreader would raise; null where the installation does without. Advice, and never in the way. */
  readonly findings?: ReportFindings | null;
  readonly problems?: readonly FieldProblem[];
  readonly done?: string;
  /** Where pages and documents of what was published stand. */
  readonly outputs?: OutputsState;
  /** Whether every difference is shown, however many there are. */
  readonly allChanges?: boolean;
}

/** What stands in the way with links, what the secretariat writes itself, all differences, and the one blue button. */
export function renderPublishPage({ parts, actor, draft, findings = null, problems = [], done, outputs = { state: 'none' }, allChanges = false }: PublishPage): string {
  const { edition, corrects, refusals, review } = draft;
  const year = yearLabelOf(edition);
  const title = corrects ? `${year}の訂正` : `${year}の公表`;
  const before = corrects ?? draft.lastYear;
  const here = `${section}/${encodeURIComponent(edition.plan.id)}/${edition.fiscalYear}`;
  const changes = corrects ? errataBetween(corrects.edition, edition) : before ? compareEditions(before.edition, edition) : [];
  // Without a change there is nothing to correct, and so no reason to ask for.
  const settled = refusals.some(({ code }) => code === 'nothing-changed') && refusals.every(({ code }) => code === 'nothing-changed' || code === 'correction-reason') ? corrects : null;
  return renderWorkspacePage({ title: settled ? `${year}は公表済み` : title, assets: parts.assets, demo: parts.demo, actor, section }, (
    <>
      <p><a href={section}>公表の一覧</a></p>
      <p class="eyebrow">{edition.plan.title}　<span class="nb">{editionLabel((settled ?? draft).edition)}</span></p>
      <h1>{settled ? `${year}は公表済み` : title}</h1>
      <ErrorSummary problems={problems} title="公表できません" />
      {done && <p class="notice" role="status">{done}</p>}
      <Outputs outputs={outputs} here={here} />
      {settled ? <Settled published={settled.edition} /> : (
        <section class="sheet" aria-labelledby="obstacles">
          <h2 id="obstacles">公表の妨げになっていること</h2>
          {refusals.length === 0 ? <p>ありません。公表できます。</p> : <Refusals refusals={refusals} />}
          {findings && <h3>校閲</h3>}
          {findings && <ProofreadingAdvice findings={findings} href={`/workspace/proofreading/${encodeURIComponent(edition.plan.id)}/${edition.fiscalYear}`} />}
          {review.length > 0 && (
            <>
              <h3>確かめること</h3>
              <ul class="list">{review.map(({ message }) => <li>{message}</li>)}</ul>
            </>
          )}
        </section>
      )}
      <Frame draft={draft} problems={problems} />
      <section class="sheet" aria-labelledby="contents">
        <h2 id="contents">{settled ? '公表した内容' : '公表する内容'}</h2>
        <Summary draft={draft} />
        {!settled && <p><a href={`${here}/preview/`}>公開ページを、公表する前に確かめる</a></p>}
        {before
          ? <Changes edition={edition} here={here} title={corrects ? '正誤表（公表済みの版との違い）' : `${yearLabelOf(before.edition)}の版との違い`} changes={changes} all={allChanges} />
          : <p>比べる版はありません。</p>}
      </section>
      {!settled && (
        <form class="sheet" method="post">
          <h2>公表する</h2>
          <p>公表した版は変更できません。誤りに気付いたときは、理由を添えて新しい版で訂正します。</p>
          <div class="actions"><Button name="action" value="publish">{corrects ? `${editionLabel(edition)}として訂正を公表する` : `${year}の${editionLabel(edition)}を公表する`}</Button></div>
        </form>
      )}
    </>
  ));
}

/** Nothing differs from what is published: there is nothing to publish and nothing in the way. */
function Settled({ published }: { published: Edition }) {
  return (
    <section class="sheet" aria-labelledby="settled">
      <h2 id="settled">{editionLabel(published)}を公表済みです</h2>
      <p>公表した後に変わったところはありません。<a href={`/${yearAddress(published)}`}>公開ページを見る</a></p>
      <p>誤りに気付いたときは、<a href={`/workspace/board/${encodeURIComponent(published.plan.id)}/${published.fiscalYear}`}>回答状況</a>から回答を修正するか、下の前文と注を改めて、新しい版で訂正します。</p>
    </section>
  );
}

/** 助言: what proofreading says of the report. It may be published all the same. */
function ProofreadingAdvice({ findings, href }: { findings: ReportFindings; href: string }) {
  if (findings.state !== 'found') return <p class="note">{findings.state === 'later' ? '校閲しています。' : '校閲を利用できません。'}<a href={href}>校閲のページ</a></p>;
  const { length } = findings.findings;
  if (length === 0) return <p class="note">残っている校閲の指摘はありません。</p>;
  const wrong = findings.findings.filter(({ level }) => level === 'error').length;
  return <p class="notice warning"><a href={href}>校閲の指摘が{length}件あります</a>{wrong > 0 && `（うち「誤り」${wrong}件）`}。このままでも公表できます。</p>;
}

/** How far pages and documents are. The edition stands whatever becomes of them. */
function Outputs({ outputs, here }: { outputs: OutputsState; here: string }) {
  if (outputs.state === 'none') return null;
  if (outputs.state === 'done') return <p class="note">公開ページと資料に、新しい版が表示されています。</p>;
  if (outputs.state === 'working') {
    return (
      <div class="notice" role="status">
        <p>公開ページと資料を作成しています。版は公表済みです。</p>
        {outputs.made.length > 0 && <p>作成したもの：{outputs.made.join('、')}</p>}
        <p><a href={here}>進み具合を確かめる</a></p>
      </div>
    );
  }
  return (
    <form class="notice warning" method="post" action={here}>
      <p>版は公表しましたが、公開ページと資料を作成できませんでした。もう一度作成してください。続くときは、情報システム担当に連絡してください。</p>
      <div class="actions"><Button name="action" value="outputs" kind="other">公開ページと資料を作成する</Button></div>
    </form>
  );
}

const refusalNames: Readonly<Record<string, string>> = {
  unanswered: '回答がないもの', unapproved: '所属長の承認がないもの', 'not-accepted': '事務局の受理がないもの', 'open-note': '差し戻したままのもの', 'missing-glyph': '印刷できない文字',
  'unexplained-assessment': '理由のない評価',
};

/** Grouped by their name, so that sixty unanswered requests are one line with a list. */
function Refusals({ refusals }: { refusals: readonly PublicationRefusal[] }) {
  const groups = Map.groupBy(refusals, ({ code }) => refusalNames[code] ?? 'そのほか');
  return (
    <>
      {[...groups].map(([name, entries]) => (
        <details open={entries.length <= 5}>
          <summary>{name}（{entries.length}件）</summary>
          <ul class="list">
            {entries.map(({ message, fix, requestId, agendaItem }) => (
              <li>
                {requestId ? <a href={`/workspace/requests/${requestId}`}>{message}</a>
                  : agendaItem ? <><a href={`/workspace/headquarters/${agendaItem.meetingId}/items/${agendaItem.id}`}>{message}</a>{fix}</>
                  : <>{message}{fix}</>}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

function Frame({ draft, problems }: { draft: PublicationDraft; problems: readonly FieldProblem[] }) {
  const { report, corrects, decisionsShown } = draft;
  return (
    <form class="sheet" method="post">
      <h2>事務局が書くこと</h2>
      {corrects && <TextField name="correctionReason" label="訂正の理由" value={report.correctionReason ?? ''} required problems={problems} size={60} hint="公開ページと正誤表に、そのまま掲載します。" />}
      <TextField name="issuedOn" label="公表日" type="date" value={report.issuedOn ?? ''} required={false} problems={problems} />
      {report.preface.map(({ id, heading, paragraphs }) => <TextArea name={`preface-${id}`} label={`前文「${heading}」`} value={paragraphs.map(({ text }) => text).join('\n')} rows={6} problems={problems} hint="段落は改行で分けます。" />)}
      {report.notes.map(({ mark, text }, index) => <TextArea name={`note-${index}`} label={`指標の注 ${mark}`} value={text} rows={2} problems={problems} />)}
      <Radios name="decisionsShown" label="推進本部の審議結果" value={decisionsShown} problems={problems} choices={Object.entries(decisionsShownNames).map(([value, label]) => ({ value, label }))} />
      <div class="actions"><Button name="action" value="save" kind="other">保存する</Button></div>
    </form>
  );
}

function Summary({ draft: { edition } }: { draft: PublicationDraft }) {
  const counts = countInitiatives(edition);
  const statuses = countStatuses(edition);
  const reported = edition.nodes.filter(({ report }) => report !== null && report.paragraphs.length > 0).length;
  return (
    <dl>
      <dt>{edition.levels.at(-1)?.name}</dt><dd>{counts.printed}件{countsBeside(counts)}、報告のあるもの{reported}件</dd>
      <dt>外部の意見</dt><dd>{edition.opinions.length}件</dd>
      <dt>本部の決定</dt><dd>{edition.decisions.length}件</dd>
      <dt>指標</dt><dd>順調・達成{statuses.onTheWay}件、遅れ・後退{statuses.late}件、判定を保留{statuses.withheld}件</dd>
    </dl>
  );
}

/** Every difference with its place, which leads to the page as it would be; long ones word by word. */
function Changes({ edition, here, title, changes, all }: { edition: Edition; here: string; title: string; changes: readonly EditionChange[]; all: boolean }) {
  if (changes.length === 0) return <p>{title}：違いはありません。</p>;
  const shown = all ? changes : changes.slice(0, shownAtFirst);
  return (
    <details id="changes" open={all || changes.length <= 20}>
      <summary>{title}（{changes.length}件）</summary>
      {shown.length < changes.length && <p>はじめの{shownAtFirst}件を表示しています。<a href={`${here}?changes=all#changes`}>{changes.length}件を全て表示する</a></p>}
      <div class="scroll" tabindex={0} role="region" aria-label={title}>
        <table class="wide">
          <thead><tr><th scope="col">場所</th><th scope="col">変更</th></tr></thead>
          <tbody>{shown.map(({ subject, place, before, after }) => <tr><th scope="row">{placeLink(edition, here, subject, place)}</th><td><Difference before={before ?? ''} after={after ?? ''} /></td></tr>)}</tbody>
        </table>
      </div>
    </details>
  );
}

function placeLink(edition: Edition, here: string, subject: EditionChange['subject'], place: string) {
  const indicator = subject?.kind === 'indicator' ? edition.indicators.find(({ id }) => id === subject.id) : undefined;
  const node = subject?.kind === 'node' ? initiativesOf(edition).find(({ id }) => id === subject.id) : undefined;
  const address = node ? initiativeAddress(edition, node) : indicator && indicatorAddress(edition, indicator);
  return address === undefined ? place : <a href={`${here}/preview/${address}`}>{place}</a>;
}
