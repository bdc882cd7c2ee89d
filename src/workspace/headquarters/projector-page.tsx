import { raw } from 'hono/html';
import type { Actor } from '../../domain/organization/post.ts';
import type { WorkspaceParts } from '../workspace.ts';
import { Deliberated, type MeetingView } from './meeting-page.tsx';

/** One item a page for the projector: large, nothing around it; the keys ← → turn the page where scripts run, links everywhere. */
export function renderProjectorPage({ parts, view, position }: { parts: WorkspaceParts; actor: Actor; view: MeetingView; position: number }): string {
  const { meeting, items } = view;
  const item = items[position - 1]!;
  const at = (target: number) => `/workspace/headquarters/${meeting.id}/projector/${target}`;
  const document = (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>{`議題${position} ${item.title}｜${meeting.title}`}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <link rel="icon" href="data:," />
        {parts.assets.stylesheets.map((href) => <link rel="stylesheet" href={href} />)}
        {parts.assets.scripts['projector'] && <script src={parts.assets.scripts['projector']} defer></script>}
      </head>
      <body class="projector">
        <main>
          <p class="eyebrow">{meeting.title}　議題{position}／{items.length}</p>
          <h1>{item.title}</h1>
          <Deliberated view={view} item={item} />
        </main>
        <nav class="pager" aria-label="議題を送る">
          {position > 1 ? <a rel="prev" href={at(position - 1)}>前の議題</a> : <span />}
          <a href={`/workspace/headquarters/${meeting.id}`}>会議のページに戻る</a>
          {position < items.length ? <a rel="next" href={at(position + 1)}>次の議題</a> : <span />}
        </nav>
      </body>
    </html>
  );
  return String(<>{raw('<!doctype html>')}{document}</>);
}
