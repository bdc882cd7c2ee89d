import type { ImportedDraft } from '../../commands/publish-imported-report.ts';
import { countStatuses, editionLabel, yearLabelOf } from '../../domain/edition/reading.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { Button, ErrorSummary, type FieldProblem, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';

const section = '/workspace/publish';

interface ImportedReportPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly draft: ImportedDraft;
  readonly issuedOn: string;
  readonly problems?: readonly FieldProblem[];
}

/** A year that came with the plan's workbook: its texts to be read through, what stands in the way, and the one button. */
export function renderImportedReportPage({ parts: { assets, demo }, actor, draft: { edition, refusals }, issuedOn, problems = [] }: ImportedReportPage): string {
  const year = yearLabelOf(edition);
  const reported = edition.nodes.filter(({ report }) => report !== null && report.paragraphs.length > 0);
  const lowest = edition.levels.at(-1);
  const all = edition.nodes.filter(({ level }) => level === lowest?.id).length;
  const statuses = countStatuses(edition);
  return renderWorkspacePage({ title: problems.length > 0 ? `入力の誤り：取り込んだ${year}の公表` : `取り込んだ${year}の公表`, assets, demo, actor, section }, (
    <>
      <p><a href={section}>公表の一覧</a></p>
      <h1>取り込んだ{year}の公表　<small>{edition.plan.title} {editionLabel(edition)}</small></h1>
      <ErrorSummary problems={problems} title="公表できません" />
      <section class="sheet">
        <h2>公表の妨げになっていること</h2>
        {refusals.length === 0 ? <p>ありません。公表できます。</p> : <ul class="list">{refusals.map(({ message, fix }) => <li>{message}{fix}</li>)}</ul>}
        {reported.length < all && <p>{lowest?.name}{all}件のうち、取組状況のあるものは{reported.length}件です。残りは「報告なし」として公表します。</p>}
        <p>指標{edition.indicators.length}件：順調・達成{statuses.onTheWay}件、遅れ・後退{statuses.late}件、判定を保留{statuses.withheld}件</p>
      </section>
      <section class="sheet">
        <h2>公表する取組状況 <small>{reported.length}件</small></h2>
        <p>照会と承認を経ていない文章です。公表する前に、全てを確かめてください。直すときは、Excelの一覧を直し、「計画の取込み」でもう一度取り込みます。</p>
        <dl class="answers">
          {reported.map(({ number, title, report }) => <><dt>{number}　{title}</dt><dd>{report?.paragraphs.map(({ kind, text }) => <p class={kind === 'item' ? 'bullet' : undefined}>{text}</p>)}</dd></>)}
        </dl>
      </section>
      {refusals.length === 0 && (
        <form class="sheet" method="post">
          <h2>公表する</h2>
          <TextField name="issuedOn" label="公表日" type="date" value={issuedOn} required={false} problems={problems} />
          <p>公表した版は変更できません。誤りに気付いたときは、理由を添えて新しい版で訂正します。</p>
          <div class="actions"><Button>{year}の{editionLabel(edition)}を公表する</Button></div>
        </form>
      )}
    </>
  ));
}

/** It is out: where to see it, and what comes next. */
export function renderImportedPublishedPage({ assets, demo }: WorkspaceParts, actor: Actor, { planId, fiscalYear, label }: { readonly planId: string; readonly fiscalYear: number; readonly label: string }): string {
  return renderWorkspacePage({ title: '公表しました', assets, demo, actor, section }, (
    <div class="sheet">
      <h1>{label}の進捗状況を公表しました</h1>
      <p><a class="button main" href={`/plans/${encodeURIComponent(planId)}/${fiscalYear}/`}>公開ページを見る</a></p>
      <h2>次にすること</h2>
      <ul class="list">
        <li><a href="/workspace/rounds">次の年度の照会を準備する</a>（部署の担当者と所属長の登録が必要です）</li>
        <li><a href="/workspace/">わたしの仕事へ戻る</a></li>
      </ul>
    </div>
  ));
}
