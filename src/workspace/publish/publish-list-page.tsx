import type { ImportedYear } from '../../database/setup-facts.ts';
import { editionLabel } from '../../domain/edition/reading.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { roundStateNames } from '../../domain/round/round.ts';
import type { PublishedFiles } from '../../publication/published-files.ts';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { PublicFolder } from './public-folder.tsx';
import type { PublishableRound } from './publishable-rounds.ts';

const section = '/workspace/publish';

/** The rounds whose editions can be published or corrected. */
export function renderPublishListPage({ parts, actor, rounds, imported, published }: { parts: WorkspaceParts; actor: Actor; rounds: readonly PublishableRound[]; imported: readonly ImportedYear[]; published: PublishedFiles | null }): string {
  return renderWorkspacePage({ title: '公表', assets: parts.assets, demo: parts.demo, actor, section }, (
    <>
      <h1>公表</h1>
      <div class="sheet">
        {rounds.length === 0 ? <p>照会がまだありません。先に、照会を設定してください。</p> : (
          <ul class="list">
            {rounds.map(({ planId, fiscalYear, state, planTitle, yearLabel, newestEdition }) => (
              <li><a href={`${section}/${encodeURIComponent(planId)}/${fiscalYear}`}>{planTitle}　{yearLabel}</a>　照会：{roundStateNames[state]}／{newestEdition === null ? '未公表' : `${editionLabel({ number: newestEdition })}まで公表済み`}</li>
            ))}
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
