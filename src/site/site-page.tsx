import type { Child } from 'hono/jsx';
import { raw } from 'hono/html';
import type { Edition, PublishedEdition } from '../domain/edition/edition.ts';
import { editionLabel, yearLabelOf } from '../domain/edition/reading.ts';
import type { RuleResult } from '../domain/open-data/rule.ts';
import { accessibilityAddress, feedPath, type PageAddress, plansAddress, relativeLink, yearAddress } from './address.ts';

/** A file beside the pages that a reader can take along. */
export interface DownloadFile {
  /** Below the year's address: report.pdf, data/initiatives.csv. */
  readonly name: string;
  readonly bytes: number;
}

/** What every page of an edition is made from. */
export interface EditionSite {
  readonly published: PublishedEdition;
  /** Fiscal years of this plan that have an edition, newest first. */
  readonly years: readonly number[];
  readonly files: readonly DownloadFile[];
  /** All editions of this plan, corrected ones too; newest year first, newest number first. */
  readonly editions: readonly PublishedEdition[];
  /** Documents of record beside the data of each edition, by its hash: report-archive.pdf. */
  readonly records: ReadonlyMap<string, readonly DownloadFile[]>;
  /** The tables of the open data with their columns, where files were made. */
  readonly tables: readonly TableDescription[];
  /** The open data held against the rules of machine readability, where files were made. */
  readonly selfCheck: readonly RuleResult[];
  /** The newest edition of the plan from which this one goes on, where it is published here. */
  readonly before: Edition | null;
  /** The plans before this one, nearest first, each with the newest edition of every year that is published here, newest year first. */
  readonly earlier: readonly (readonly Edition[])[];
  /** The newest editions of the plans that go on from this one. */
  readonly after: readonly Edition[];
}

/** A file of the open data, explained. */
export interface TableDescription {
  /** initiatives.csv */
  readonly file: string;
  readonly description: string;
  readonly records: number;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly description: string }[];
}

/** A finished page: where it stands and its whole HTML. */
export interface SitePage {
  readonly address: PageAddress;
  readonly html: string;
}

/** Names of the files that all pages share. */
export interface SharedAssets {
  readonly stylesheet: string;
  readonly searchScript: string;
  /** Where the site stands on the web, ending with a slash; null or left out where nobody has said. */
  readonly publicUrl?: string | null;
  /** On pages that are looked at before they are published: where to go back to. */
  readonly preview?: { readonly back: string };
}

export type Section = 'overview' | 'initiatives' | 'indicators' | 'departments' | 'search' | 'data';

const sections: readonly { readonly id: Section; readonly name: string; readonly path: string }[] = [
  { id: 'overview', name: '概要', path: '' },
  { id: 'initiatives', name: '体系', path: 'initiatives/' },
  { id: 'indicators', name: '指標', path: 'indicators/' },
  { id: 'departments', name: '部署', path: 'departments/' },
  { id: 'search', name: '検索', path: 'search/' },
  { id: 'data', name: 'データ', path: 'data/' },
];

export interface PageFrame {
  readonly address: PageAddress;
  readonly title: string;
  readonly assets: SharedAssets;
  /** Null on pages that belong to no edition. */
  readonly site: EditionSite | null;
  readonly section?: Section;
  readonly crumbs?: readonly { readonly name: string; readonly address: PageAddress }[];
  readonly script?: boolean;
  /** What the page says, in a sentence, for who finds it in a search; its title and plan where it is left out. */
  readonly description?: string;
  /** The page that a search engine is to know in place of this one. */
  readonly canonical?: PageAddress;
  /** The page to which this one leads by itself, at once. */
  readonly leadsTo?: PageAddress;
}

/** Search engines show no more characters than this. */
const longestDescription = 120;

function describe({ description, title, site }: PageFrame): string {
  const edition = site?.published.edition;
  const text = description ?? (edition ? `${edition.municipality.name}「${edition.plan.title}」の${yearLabelOf(edition)}の進捗状況（${title}）です。` : `計画の進捗を公表するサイトの「${title}」のページです。`);
  const characters = Array.from(text);
  return characters.length > longestDescription ? `${characters.slice(0, longestDescription - 1).join('')}…` : text;
}

/**
 * A whole HTML document around the content of a page. Ids of ours hold an underscore, which no id of a plan can: they never meet.
 */
export function renderPage(frame: PageFrame, content: Child): SitePage {
  const { address, title, site, section, crumbs = [], assets } = frame;
  const link = (to: string) => relativeLink(address, to);
  const edition = site?.published.edition;
  const whole = edition && title !== edition.plan.title ? `${title}｜${edition.plan.title}｜${yearLabelOf(edition)}` : title;
  const document = (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>{whole}</title>
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="description" content={describe(frame)} />
        {assets.preview && <meta name="robots" content="noindex" />}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={link(`assets/${assets.stylesheet}`)} />
        {frame.canonical !== undefined && <link rel="canonical" href={link(frame.canonical)} />}
        {frame.leadsTo !== undefined && <meta http-equiv="refresh" content={`0;url=${link(frame.leadsTo)}`} />}
        {!edition && <link rel="alternate" type="application/atom+xml" title="公表のお知らせ" href={link(feedPath)} />}
        {frame.script && <script src={link(`assets/${assets.searchScript}`)} defer></script>}
      </head>
      <body>
        <a class="skip" href="#main_content">本文へ進む</a>
        {assets.preview && <aside class="preview" aria-label="公表前の確認"><b>公表前の確認用です。まだ公表されていません。</b>報告書などの資料は、公表すると作成されます。<a href={assets.preview.back}>公表の画面に戻る</a></aside>}
        <header class="site">
          <div class="wrap">
            <a class="brand" href={link(plansAddress)}>{edition?.municipality.name ?? 'あゆみ'}<small>計画の進捗</small></a>
            {edition && (
              <nav aria-label="この計画">
                <ul>
                  {sections.map(({ id, name, path }) => (
                    <li><a href={link(yearAddress(edition) + path)} {...(id === section ? { 'aria-current': address === yearAddress(edition) + path ? 'page' : 'true' } : {})}>{name}</a></li>
                  ))}
                </ul>
              </nav>
            )}
          </div>
        </header>
        {crumbs.length > 0 && (
          <nav class="crumbs wrap" aria-label="現在の位置">
            <ol>{crumbs.map((crumb) => <li><a href={link(crumb.address)}>{crumb.name}</a></li>)}</ol>
          </nav>
        )}
        <main id="main_content"><div class="wrap">{content}</div></main>
        <footer class="site">
          <div class="wrap">
            {site && edition
              ? (
                <ul>
                  <li>{edition.municipality.name}</li>
                  <li>この版：{yearLabelOf(edition)} {editionLabel(edition)} <span class="hash" title={`SHA-256: ${site.published.hash}`}>{site.published.hash.slice(0, 8)}</span></li>
                  <li><a href={link(`${yearAddress(edition)}data/`)}>データと版の情報</a></li>
                  <li><a href={link(accessibilityAddress)}>アクセシビリティ</a></li>
                </ul>
              )
              : (
                <ul>
                  <li>あゆみ（計画の進捗）</li>
                  <li><a href={link('api/')}>公表データのAPI</a></li>
                  <li><a href={link(feedPath)}>公表のお知らせ（Atom）</a></li>
                  <li><a href={link(accessibilityAddress)}>アクセシビリティ</a></li>
                </ul>
              )}
          </div>
        </footer>
      </body>
    </html>
  );
  return { address, html: String(<>{raw('<!doctype html>')}{document}</>) };
}
