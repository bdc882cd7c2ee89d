import type { PublicationDraft, PublicationRefusal } from '../../commands/publish-round.ts';
import type { ImportedYear } from '../../database/setup-facts.ts';
import type { listRounds } from '../../database/round-store.ts';
import { compareEditions } from '../../domain/edition/compare-editions.ts';
import { errataBetween } from '../../domain/edition/errata.ts';
import type { EditionChange } from '../../domain/edition/edition-change.ts';
import { countInitiatives, countsBeside, countStatuses, editionLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import { decisionsShownNames } from '../../domain/headquarters/decisions-shown.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { roundStateNames } from '../../domain/round/round.ts';
import { Difference } from '../../ui/difference.tsx';
import { Button, ErrorSummary, type FieldProblem, Radios, TextArea, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { PublishedFiles } from '../../publication/published-files.ts';
import type { ReportFindings } from '../findings/proofread-edition.ts';
import type { WorkspaceParts } from '../workspace.ts';
import type { OutputsState } from './outputs-job.ts';
import { PublicFolder } from './public-folder.tsx';

const section = '/workspace/publish';
/** More differences than this are counted and not all shown. */
const mostShown = 300;

type Rounds = Awaited<ReturnType<typeof listRounds>>;

/** The rounds whose editions can be published or corrected. */
export function renderPublishListPage({ parts, actor, rounds, imported, published }: { parts: WorkspaceParts; actor: Actor; rounds: Rounds; imported: readonly ImportedYear[]; published: PublishedFiles | null }): string {
  return renderWorkspacePage({ title: '公表', assets: parts.assets, demo: parts.demo, actor, section }, (
    <>
      <h1>公表</h1>
      <div class="sheet">
        {rounds.length === 0 ? <p>照会がまだありません。先に、照会を設定してください。</p> : (
          <ul class="list">
            {rounds.map(({ planId, fiscalYear, state }) => <li><a href={`${section}/${planId}/${fiscalYear}`}>{planId}　{fiscalYear}年度</a>　照会：{roundStateNames[state]}</li>)}
          </ul>
        )}
      </div>
      {imported.length > 0 && (
        <div class="sheet">
          <h2>取り込んだ取組状況</h2>
          <p>計画と一緒に取り込んだ年度です。照会をせずに公表できます。</p>
          <ul class="list">{imported.map(({ planId, planTitle, fiscalYear }) => <li><a href={`${section}/${encodeURIComponent(planId)}/${fiscalYear}/imported`}>{planTitle}　{fiscalYear}年度</a></li>)}</ul>
        </div>
      )}
      {published && <PublicFolder published={published} href={`${section}/folder.zip`} />}
    </>
  ));
}

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
}

/** What stands in the way with links, what the secretariat writes itself, all differences, and the one blue button. */
export function renderPublishPage({ parts, actor, draft, findings = null, problems = [], done, outputs = { state: 'none' } }: PublishPage): string {
  const { edition, corrects, refusals, review } = draft;
  const year = yearLabelOf(edition);
  const title = corrects ? `${year}の訂正` : `${year}の公表`;
  const before = corrects ?? draft.lastYear;
  const changes = corrects ? errataBetween(corrects.edition, edition) : before ? compareEditions(before.edition, edition) : [];
  return renderWorkspacePage({ title, assets: parts.assets, demo: parts.demo, actor, section }, (
    <>
      <p><a href={section}>公表の一覧</a></p>
      <h1>{title}　<small>{edition.plan.title} {editionLabel(edition)}</small></h1>
      <ErrorSummary problems={problems} title="公表できません" />
      {done && <p class="notice" role="status">{done}</p>}
      <Outputs outputs={outputs} here={`${section}/${edition.plan.id}/${edition.fiscalYear}`} />
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
      <Frame draft={draft} problems={problems} />
      <section class="sheet" aria-labelledby="contents">
        <h2 id="contents">公表する内容</h2>
        <Summary draft={draft} />
        {before
          ? <Changes title={corrects ? '正誤表（公表済みの版との違い）' : `${yearLabelOf(before.edition)}の版との違い`} changes={changes} />
          : <p>比べる版はありません。</p>}
      </section>
      <form class="sheet" method="post">
        <h2>公表する</h2>
        <p>公表した版は変更できません。誤りに気付いたときは、理由を添えて新しい版で訂正します。</p>
        <div class="actions"><Button name="action" value="publish">{corrects ? `${editionLabel(edition)}として訂正を公表する` : `${year}の${editionLabel(edition)}を公表する`}</Button></div>
      </form>
    </>
  ));
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
            {entries.map(({ message, fix, requestId }) => <li>{requestId ? <a href={`/workspace/requests/${requestId}`}>{message}</a> : <>{message}{fix}</>}</li>)}
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

/** Every difference with its place; long ones word by word. */
function Changes({ title, changes }: { title: string; changes: readonly EditionChange[] }) {
  if (changes.length === 0) return <p>{title}：違いはありません。</p>;
  return (
    <details open={changes.length <= 20}>
      <summary>{title}（{changes.length}件）</summary>
      {changes.length > mostShown && <p>はじめの{mostShown}件を表示しています。</p>}
      <div class="scroll" tabindex={0} role="region" aria-label={title}>
        <table class="wide">
          <thead><tr><th scope="col">場所</th><th scope="col">変更</th></tr></thead>
          <tbody>{changes.slice(0, mostShown).map(({ place, before, after }) => <tr><th scope="row">{place}</th><td><Difference before={before ?? ''} after={after ?? ''} /></td></tr>)}</tbody>
        </table>
      </div>
    </details>
  );
}
