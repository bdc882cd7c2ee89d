import { yearLabelOf } from '../domain/edition/reading.ts';
import { dateLabel } from '../domain/fiscal-year/fiscal-year.ts';
import { outcomeWords, ruleSource } from '../domain/open-data/self-check.ts';
import type { Outcome, RuleResult } from '../domain/open-data/rule.ts';
import { relativeLink, yearAddress } from './address.ts';
import { type EditionSite, renderPage, type SharedAssets, type SitePage } from './site-page.tsx';

const levels: readonly { readonly id: string; readonly heading: string }[] = [
  { id: 'L1', heading: 'レベル１　機械が読み取れる' }, { id: 'L2', heading: 'レベル２　集計や結合ができる' }, { id: 'L3', heading: 'レベル３　年度や組織を越えて使える' },
];
const marks: Readonly<Record<Outcome, string>> = { holds: '●', exception: '○', 'not-applicable': '－', fails: '×' };

/** The open data held against each rule of machine readability: what was looked at in the published files, and what came of it. */
export function selfCheckPage(site: EditionSite, assets: SharedAssets): SitePage {
  const { edition } = site.published;
  const data = `${yearAddress(edition)}data/`;
  const address = `${data}self-check/`;
  const crumbs = [{ name: yearLabelOf(edition), address: yearAddress(edition) }, { name: 'データ', address: data }];
  const count = (outcome: Outcome) => site.selfCheck.filter((result) => result.outcome === outcome).length;
  return renderPage({ address, title: '機械可読性の自己点検', assets, site, section: 'data', crumbs }, (
    <>
      <h1>機械可読性の自己点検</h1>
      <p class="lead">
        この版のデータを、「{ruleSource.title}」（{dateLabel(ruleSource.decided, edition.municipality.fiscalYearLabels)}{ruleSource.by}）の{site.selfCheck.length}の規則に照らした結果です。
        公表したファイルそのものを読み取って点検しています。
      </p>
      <dl class="facts">
        {(['holds', 'exception', 'not-applicable', 'fails'] as const).map((outcome) => <div><dt>{outcomeWords[outcome]}</dt><dd><b>{count(outcome)}</b>件</dd></div>)}
      </dl>
      {levels.map(({ id, heading }) => (
        <section aria-labelledby={`level_${id}`}>
          <h2 id={`level_${id}`}>{heading}</h2>
          <div class="scroll" tabindex={0} role="region" aria-label={`${heading}の結果`}>
            <table class="wide">
              <thead><tr><th scope="col">番号</th><th scope="col">規則の内容（要旨）</th><th scope="col">結果</th><th scope="col">確かめたこと</th></tr></thead>
              <tbody>{site.selfCheck.filter((result) => result.id.startsWith(id)).map((result) => <Row result={result} />)}</tbody>
            </table>
          </div>
        </section>
      ))}
      <section aria-labelledby="about_check">
        <h2 id="about_check">この点検について</h2>
        <ul class="text bullets">
          <li>規則の番号は原文のとおりで、内容は要旨です。原文：<code>{ruleSource.address}</code></li>
          <li>【Excel】とある規則は report.xlsx、【CSV】とある規則は data フォルダーのCSV、ほかの規則はその両方か、示したファイルについて点検しています。report.xlsx の「指標」のシートは人が見比べるためのもので、横に並べています。縦持ちのデータは measurements.csv です。</li>
          <li>「適合（例外）」は、規則が認める例外か、元の資料のとおりに残したものがある場合です。「該当なし」は、規則の対象がない場合です。</li>
          <li>あゆみによる点検であり、国の機関が認めたものではありません。</li>
        </ul>
        <p><a href={relativeLink(address, data)}>データと版の情報</a></p>
      </section>
    </>
  ));
}

function Row({ result: { id, statement, outcome, sentence } }: { result: RuleResult }) {
  const tone = outcome === 'fails' ? 'back' : outcome === 'not-applicable' ? 'open' : 'good';
  return <tr><th scope="row" class="nb">{id}</th><td>{statement}</td><td><p class={`status ${tone}`}><span aria-hidden="true">{marks[outcome]}</span> {outcomeWords[outcome]}</p></td><td>{sentence}</td></tr>;
}
