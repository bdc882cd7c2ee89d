import { expect, test } from 'vitest';
import { makePublished } from '../../tests/factories.ts';
import { richPlan, richReport } from '../../tests/rich-edition.ts';
import { writeCsvFiles } from '../documents/csv/write-csv-files.ts';
import { sealEdition } from '../documents/edition-json/edition-json.ts';
import { editionSites, renderSite } from './render-site.ts';

const published = makePublished({ plan: richPlan, report: richReport });
const former = makePublished({
  plan: { plan: { id: 'plan-0', title: '見本市前期推進計画' }, indicators: [], tree: [{ id: 'm', number: '1', title: '行政運営', children: [{ id: 'b', number: '1', title: '業務', children: [
    { id: 'a01', number: '01', title: '窓口改革' }, { id: 'a02', number: '02', title: '総合案内' }, { id: 'a03', number: '03', title: '庁舎の清掃' },
  ] }] }] },
  report: { fiscalYear: 2019, measurements: [], notes: [], reports: [] },
});
const assets = { stylesheet: 'a.css', searchScript: 's.js' };

function pagesOf(...editions: readonly (typeof published)[]): Map<string, string> {
  const sites = editionSites(editions.map((edition) => ({ published: edition, files: [] })));
  return new Map([...renderSite(sites, [], assets)].map(({ path, content }) => [path, content]));
}

const pages = pagesOf(published, former);
const page = (path: string) => pages.get(path) ?? '';

test('each paragraph says who wrote it and which post approved it, on the page of its item and in the record', () => {
  for (const path of ['plans/plan/2020/initiatives/01/index.html', 'plans/plan/2020/editions/1/initiatives/01/index.html']) {
    expect(page(path)).toContain('執筆：政策室　承認：政策室長');
    expect(page(path)).toContain('執筆：財政課　承認：財政課長（代決、承認後に事務局が修正）');
  }
  expect(page('plans/plan/2020/initiatives/02/index.html')).toContain('段落ごとの執筆部署と承認</dt><dd class="note">元の資料に記載がありません');
});

test('what happened to an item stands on its page, on that of its relisting, on the overview and in the counts', () => {
  for (const number of ['02', '03']) expect(page(`plans/plan/2020/initiatives/${number}/index.html`)).toContain('<b>令和２年度に終了</b>（目的を達したため。令和３年２月10日決定）');
  expect(page('plans/plan/2020/index.html')).toContain('<b>3</b>件（うち再掲1件、終了・中止・統合1件）');
  expect(page('plans/plan/2020/index.html')).toContain('計画の変更');
  expect(page('plans/plan/2020/initiatives/01/index.html')).not.toContain('令和２年度に終了');
});

test('an item points back to those of the plan before, and those forward to it; what ended says so', () => {
  expect(page('plans/plan/2020/initiatives/01/index.html')).toMatch(/統合<ul><li><a href="[^"]*plan-0\/2019\/initiatives\/01\/index\.html">01 窓口改革<\/a>.*02 総合案内/);
  expect(page('plans/plan/2020/initiatives/02/index.html')).toContain('前期推進計画</a>　新規');
  expect(page('plans/plan-0/2019/initiatives/02/index.html')).toMatch(/次の計画<\/dt><dd><a [^>]*>見本市第１次推進計画<\/a>　統合<ul><li><a [^>]*>01 窓口の見直し/);
  expect(page('plans/plan-0/2019/initiatives/03/index.html')).toContain('終了（委託により完了したため）');
});

test('the plan before stands by its name alone where it was never published here', () => {
  const alone = pagesOf(published).get('plans/plan/2020/initiatives/01/index.html') ?? '';
  expect(alone).toContain('見本市前期推進計画　統合<ul><li>01 窓口改革</li><li>02 総合案内</li></ul>');
});

test('decisions and opinions stand beside their item with answers and follow-up, are found by a search, and nowhere else', () => {
  const item = page('plans/plan/2020/initiatives/01/index.html');
  for (const said of ['見本市推進本部の審議結果', '評価　<b>Ｂ　おおむね順調</b>', '継続して取り組む。', '評価の理由　単年度の事情によるため。', '政策室、財政課（令和３年度の照会で回答）', '見本市行財政改革推進委員会', '待ち時間の短縮を数値で示すべきである。', '対応　<small>政策室', 'その後の状況　<small>情報政策課']) expect(item).toContain(said);
  expect(page('plans/plan/2020/search/index.js')).toContain('#opinion_1');
  for (const other of ['initiatives/02', 'indicators/1']) expect(page(`plans/plan/2020/${other}/index.html`)).not.toContain('審議結果');
});

test('the open data tell the same, and have no empty table where there is nothing', () => {
  const files = new Map(writeCsvFiles(published).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
  expect(files.get('plan-changes.csv')).toMatch(/c1,終了,2020,2021-02-10,02,人財の育成,,目的を達したため,i02,/);
  expect(files.get('succession.csv')).toMatch(/plan-0,見本市前期推進計画,03,庁舎の清掃,,,終了,委託により完了したため,a03,/);
  expect(files.get('opinions.csv')).toMatch(/その後の状況,2,2022-06-01,情報政策課,1,待ち時間を計測し、公表した。/);
  expect(files.get('decisions.csv')).toMatch(/部署への指示,\d,財政課,2021,効果を数値で示すこと。/);
  expect(files.get('paragraphs.csv')).toMatch(/記載台を減らした。,財政課,zaisei,財政課長,代決,事務局が修正,i01/);
  const plain = sealEdition(makePublished().edition);
  expect(writeCsvFiles(plain).map(({ name }) => name).filter((name) => /changes|succession|opinions|decisions/.test(name))).toEqual([]);
});
