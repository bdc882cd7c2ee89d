import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { type Actor, holds, roleNames } from '../domain/organization/post.ts';

/** Addresses of the files that staff pages share, from the root of the server. */
export interface WorkspaceAssets {
  readonly stylesheets: readonly string[];
  /** Scripts by name: 'autosave', 'board'. A page works without any of them. */
  readonly scripts: Readonly<Record<string, string>>;
}

export interface WorkspaceFrame {
  readonly title: string;
  readonly assets: WorkspaceAssets;
  /** Null before sign-in. */
  readonly actor: Actor | null;
  /** Whether the installation is a demonstration: a banner says so on every page. */
  readonly demo: boolean;
  /** Address of the page's part of the navigation. */
  readonly section?: string;
  readonly scripts?: readonly string[];
  /** A wide page uses the whole width: the secretariat's board. */
  readonly wide?: boolean;
}

/** The parts of the staff side, and who sees them in the navigation. Seeing is not doing: each page asks its own policy. */
const parts: readonly { readonly address: string; readonly name: string; readonly seenBy: (actor: Actor) => boolean }[] = [
  { address: '/workspace/', name: 'わたしの仕事', seenBy: (actor) => actor.posts.some(({ role }) => role === 'reporter' || role === 'section-head' || role === 'deputy') },
  { address: '/workspace/approval', name: '承認', seenBy: (actor) => actor.posts.some(({ role }) => role === 'section-head' || role === 'deputy') },
  { address: '/workspace/board', name: '回答状況', seenBy: (actor) => holds(actor, 'secretariat') || holds(actor, 'executive') || holds(actor, 'viewer') },
  { address: '/workspace/rounds', name: '照会の設定', seenBy: (actor) => holds(actor, 'secretariat') },
  { address: '/workspace/plan-import', name: '計画の取込み', seenBy: (actor) => holds(actor, 'secretariat') },
  { address: '/workspace/plan-changes', name: '計画の変更', seenBy: (actor) => holds(actor, 'secretariat') },
  { address: '/workspace/reminders', name: '督促', seenBy: (actor) => holds(actor, 'secretariat') },
  { address: '/workspace/headquarters', name: '本部', seenBy: (actor) => holds(actor, 'secretariat') || holds(actor, 'executive') || holds(actor, 'viewer') },
  { address: '/workspace/opinions', name: '外部の意見', seenBy: (actor) => holds(actor, 'secretariat') || holds(actor, 'executive') || holds(actor, 'viewer') },
  { address: '/workspace/proofreading', name: '校閲', seenBy: (actor) => holds(actor, 'secretariat') },
  { address: '/workspace/publish', name: '公表', seenBy: (actor) => holds(actor, 'secretariat') },
  { address: '/workspace/people', name: '利用者', seenBy: (actor) => holds(actor, 'administrator') },
  { address: '/workspace/departments', name: '部署', seenBy: (actor) => holds(actor, 'administrator') || holds(actor, 'secretariat') },
  { address: '/workspace/audit', name: '監査記録', seenBy: (actor) => holds(actor, 'administrator') || holds(actor, 'secretariat') },
];

/** A whole HTML document of the staff side around the content of a page. */
export function renderWorkspacePage(frame: WorkspaceFrame, content: Child): string {
  const { title, assets, actor, demo, section, scripts = [], wide = false } = frame;
  const document = (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>{`${title}｜あゆみ`}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        {assets.stylesheets.map((href) => <link rel="stylesheet" href={href} />)}
        {scripts.map((name) => assets.scripts[name] && <script src={assets.scripts[name]} defer></script>)}
      </head>
      <body class="staff">
        <a class="skip" href="#main">本文へ進む</a>
        {demo && <aside class="demo-banner" aria-label="見本の環境">これは見本の環境です。登場する人物は架空です。</aside>}
        <header class="staff-bar">
          <div class="wrap">
            <a class="brand" href="/workspace/">あゆみ</a>
            {actor && (
              <nav aria-label="仕事">
                <ul>
                  {parts.filter(({ seenBy }) => seenBy(actor)).map(({ address, name }) => (
                    <li><a href={address} {...(address === section ? { 'aria-current': 'page' } : {})}>{name}</a></li>
                  ))}
                </ul>
              </nav>
            )}
            {actor && (
              <div class="who">
                <a href="/workspace/account">{actor.name}<small>{[...new Set(actor.posts.map(({ role }) => roleNames[role]))].join('・')}</small></a>
                <form method="post" action="/workspace/sign-out"><button type="submit">サインアウト</button></form>
              </div>
            )}
          </div>
        </header>
        <main id="main"><div class={wide ? 'wrap wide-page' : 'wrap'}>{content}</div></main>
      </body>
    </html>
  );
  return String(<>{raw('<!doctype html>')}{document}</>);
}
