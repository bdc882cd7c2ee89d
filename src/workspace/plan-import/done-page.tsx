import type { Actor } from '../../domain/organization/post.ts';
import type { WorkspaceParts } from '../workspace.ts';
import { renderOutside, section } from './import-frame.tsx';

/** What was done, kept for the page after the redirect. */
export interface ImportDone {
  readonly sentences: readonly string[];
  readonly planId: string;
  /** The year of a report that came with the plan and can be published as it is. */
  readonly reportYear: { readonly fiscalYear: number; readonly label: string } | null;
}

/** The plan is in: what was done, and what comes next. */
export function renderDonePage(parts: WorkspaceParts, actor: Actor, { sentences, planId, reportYear }: ImportDone): string {
  return renderOutside({ parts, actor, title: '計画を取り込みました' }, (
    <div class="sheet">
      <h1>計画を取り込みました</h1>
      {sentences.map((sentence) => <p>{sentence}</p>)}
      <h2>次にすること</h2>
      <ul class="list">
        {reportYear && <li><a href={`/workspace/publish/${encodeURIComponent(planId)}/${reportYear.fiscalYear}/imported`}>取り込んだ{reportYear.label}の取組状況を確かめて公表する</a></li>}
        <li><a href="/workspace/rounds">照会を準備する</a></li>
        <li><a href={section}>ほかの計画を取り込む</a></li>
        <li><a href="/workspace/">わたしの仕事へ戻る</a></li>
      </ul>
    </div>
  ));
}
