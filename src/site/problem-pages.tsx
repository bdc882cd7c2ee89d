import { plansAddress, relativeLink } from './address.ts';
import { renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

/** The page for an address that does not exist. `address` is where the reader is, so that the links lead away from there. */
export function notFoundPage(assets: SharedAssets, address = ''): SitePage {
  return renderPage({ address, title: 'ページが見つかりません', assets, site: null }, (
    <>
      <h1>ページが見つかりません</h1>
      <p class="lead">番地（URL）が間違っているか、ページがありません。公表した版のページは移動しません。番地を確かめるか、一覧からお探しください。</p>
      <p><a href={relativeLink(address, plansAddress)}>公表している計画の一覧</a></p>
    </>
  ));
}

/** The page for a fault of ours: what happened, that nothing is lost, what to do. */
export function faultPage(assets: SharedAssets, address = ''): SitePage {
  return renderPage({ address, title: 'ページを表示できませんでした', assets, site: null }, (
    <>
      <h1>ページを表示できませんでした</h1>
      <p class="lead">システムに問題が起きました。記録は失われていません。時間をおいて、もう一度このページを開いてください。続くときは、担当の部署にお知らせください。</p>
      <p><a href={relativeLink(address, plansAddress)}>公表している計画の一覧</a></p>
    </>
  ));
}

/** The page for a file that was asked for in CP932 and has characters that CP932 does not: which, where, and what to take instead. */
export function unencodablePage(assets: SharedAssets, address: string, missing: string): SitePage {
  const file = address.split('/').at(-1) ?? '';
  return renderPage({ address, title: 'Shift_JISでは提供できません', assets, site: null }, (
    <>
      <h1>Shift_JISでは提供できません</h1>
      <p class="lead">{file} には、Shift_JIS（CP932）にない文字があります。文字を置き換えると元の文章と異なるため、このファイルはShift_JISでは提供しません。</p>
      <p>Shift_JISにない文字：{missing}</p>
      <p><a href={relativeLink(address, address)}>UTF-8の {file}</a></p>
    </>
  ));
}
