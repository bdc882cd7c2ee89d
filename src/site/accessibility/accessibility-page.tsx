import { dateLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { accessibilityAddress, plansAddress, relativeLink } from '../address.ts';
import { renderPage, type SharedAssets, type SitePage } from '../site-page.tsx';
import { automaticResults, everyPageResults } from './automatic-results.ts';
import { type CheckResult, criteria, type Criterion, manualChecks, notChecked } from './criteria.ts';

const words: Readonly<Record<CheckResult, readonly [mark: string, word: string, tone: string]>> = {
  meets: ['●', '適合', 'good'], 'not-applicable': ['－', '該当なし', 'open'], 'not-checked': ['□', '確認していない', 'late'],
};

const parts: readonly { readonly since: Criterion['since']; readonly id: string; readonly heading: string }[] = [
  { since: '2.0', id: 'jis_heading', heading: 'JIS X 8341-3:2016（WCAG 2.0）の適合レベルA及びAA' },
  { since: '2.1', id: 'wcag21_heading', heading: 'WCAG 2.1で加わった達成基準' },
  { since: '2.2', id: 'wcag22_heading', heading: 'WCAG 2.2で加わった達成基準' },
];

/** The policy, and what was checked criterion by criterion: by programs, by hand, and not at all. */
export function accessibilityPage(assets: SharedAssets): SitePage {
  const address = accessibilityAddress;
  const day = (date: string) => dateLabel(date, { firstReiwaYear: '令和元年度', digits: 'half-width' });
  const count = (result: CheckResult) => criteria.filter((criterion) => criterion.result === result).length;
  return renderPage({ address, title: 'アクセシビリティの方針と試験結果', assets, site: null }, (
    <>
      <h1>アクセシビリティの方針と試験結果</h1>
      <p class="lead">このサイトは、計画の進捗を公表するシステム「あゆみ」で作成しています。誰もが計画の進み具合を読めるよう、JIS X 8341-3:2016の適合レベルAAと、WCAG 2.2の適合レベルAAを目標としています。</p>
      <section aria-labelledby="policy_heading">
        <h2 id="policy_heading">方針</h2>
        <ul class="text bullets">
          <li>全ての公開ページを対象とします。検索を除き、JavaScriptを使わずに全ての内容を読めます。</li>
          <li>図の内容は、必ず文章でも示します。判定は、言葉、印、色の順に示し、色だけでは示しません。</li>
          <li>報告書のPDFはPDF/UA-1（読み上げのための国際規格）に従い、見出し、表、図の説明及びしおりを付けます。同じ内容を、Word、Excel、CSVでも公表します。</li>
          <li>試験で問題が見つかったときは、次の更新で直し、このページに記載します。</li>
          <li>読めないところ、使えないところがありましたら、計画を公表している市区町村にお知らせください。</li>
        </ul>
      </section>
      <section aria-labelledby="summary_heading">
        <h2 id="summary_heading">試験の概要</h2>
        <table>
          <tbody>
            <tr><th scope="row" class="nb">対象</th><td>あゆみの見本で作成した公開ページ（{automaticResults.kindsOfPages}種類）。計画の文章は、市区町村が入力したものです。</td></tr>
            <tr><th scope="row" class="nb">機械による試験</th><td>{automaticResults.tool}（{day(automaticResults.date)}）、あゆみの自動試験（更新のたびに実施）。これとは別に、見本と架空の年度から作成した{everyPageResults.pages.toLocaleString('ja-JP')}ページの全てを確かめ、指摘はありませんでした（{day(everyPageResults.date)}）。</td></tr>
            <tr><th scope="row" class="nb">人による試験</th><td>{day(manualChecks.date)}に、あゆみの開発者が実施。{manualChecks.with}を使用</td></tr>
            <tr><th scope="row" class="nb">依存する技術</th><td>HTML、CSS、SVG（JavaScriptには依存しません）</td></tr>
            <tr><th scope="row" class="nb">結果</th><td>{criteria.length}の達成基準のうち、適合{count('meets')}、該当なし{count('not-applicable')}、確認していない{count('not-checked')}</td></tr>
          </tbody>
        </table>
        <h3>確認していないこと</h3>
        <p class="text">次の確認は行っていません。このため、「準拠」とは表示せず、達成基準ごとの結果を示しています。</p>
        <ul class="text bullets">{notChecked.map((sentence) => <li>{sentence}</li>)}</ul>
      </section>
      {parts.map(({ since, id, heading }) => (
        <section aria-labelledby={id}>
          <h2 id={id}>{heading}</h2>
          <div class="scroll" tabindex={0} role="region" aria-label={`${heading}の結果`}>
            <table class="wide">
              <thead><tr><th scope="col">達成基準</th><th scope="col">レベル</th><th scope="col">結果</th><th scope="col">確かめたこと</th></tr></thead>
              <tbody>{criteria.filter((criterion) => criterion.since === since).map((criterion) => <Row criterion={criterion} />)}</tbody>
            </table>
          </div>
        </section>
      ))}
      <section aria-labelledby="staff_heading">
        <h2 id="staff_heading">職員用の画面</h2>
        <p class="text">役割ごとに、案内にある全ての画面を{automaticResults.tool}で確かめる自動試験と、キーボードだけで回答から承認までを行う自動試験を、更新のたびに実施しています。達成基準ごとの人による試験は、行っていません。</p>
      </section>
      <p><a href={relativeLink(address, plansAddress)}>公表している計画の一覧</a></p>
    </>
  ));
}

function Row({ criterion: { number, name, level, result, how } }: { criterion: Criterion }) {
  const [mark, word, tone] = words[result];
  const rules = automaticResults.rules[number] ?? [];
  return (
    <tr>
      <th scope="row">{number} {name}</th>
      <td>{level}</td>
      <td><p class={`status ${tone}`}><span aria-hidden="true">{mark}</span> {word}</p></td>
      <td>{how}{rules.length > 0 && <><br />自動試験（問題なし）：<code>{rules.join('、')}</code></>}</td>
    </tr>
  );
}
