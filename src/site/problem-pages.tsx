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
