import { beforeAll, describe, expect, test } from 'vitest';
import { fictionalEditions } from '../../../tests/fictional-years.ts';
import { makeIndicator, makeMeasurement, makePublished } from '../../../tests/factories.ts';
import { renderPages } from '../../../tests/render-all.ts';
import { twoPlans } from '../../../tests/two-plans.ts';
import { compareEditions } from '../../domain/edition/compare-editions.ts';
import { newestOfEachYear } from '../../domain/edition/edition-years.ts';
import type { PublishedEdition } from '../../domain/edition/edition.ts';

let editions: PublishedEdition[];
let pages: Map<string, string>;
beforeAll(async () => {
  editions = await fictionalEditions();
  pages = renderPages(...editions);
});
const page = (path: string) => pages.get(`plans/gyozaisei-6/${path}/index.html`)!;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll(`'`, '&#39;');
const section = (html: string, id: string) => html.slice(html.indexOf(`<section id="${id}">`)).split('</section>')[0]!;

describe('an item over the years', () => {
  test('shows the texts of each year with the departments as they were called then', () => {
    const html = page('history/initiatives/i01');
    for (const edition of newestOfEachYear(editions)) {
      const { report } = edition.nodes.find(({ id }) => id === 'i01')!;
      const year = section(html, `year_${edition.fiscalYear}`);
      expect(year).toContain(`推進部署：${report!.responsiblePrinted}`);
      for (const { text } of report!.paragraphs) expect(year).toContain(escaped(text));
    }
    expect([section(html, 'year_2020').includes('政策室'), section(html, 'year_2021').includes('企画政策課')]).toEqual([true, true]);
  });
  test('says where a year repeats the words of the year before', () => {
    expect(section(page('history/initiatives/i07'), 'year_2024')).toContain('前の年度と同じ文章です。');
    expect(page('history/initiatives/i01')).not.toContain('前の年度と同じ文章です。');
  });
  test('says which year was corrected, and whether the item was', () => {
    expect(section(page('history/initiatives/i06'), 'year_2020')).toContain('第２版（この取組を訂正）');
    expect(section(page('history/initiatives/i01'), 'year_2020')).toMatch(/第２版<\/small>/);
  });
});

describe('an indicator over the years', () => {
  test('prints every figure as it was printed, table before drawing, and shows no share where none was published', () => {
    const html = page('history/indicators/ind3');
    for (const printed of ['89.6 ※３', '91.5 ※４', '88.0 ※４', '89.1 ※４', '90.4 ※４', '89.9 ※４', '90.0以下 ※３']) expect(html).toContain(`<td class="num">${printed}</td>`);
    expect(html.match(/判定を保留/g)!.length).toBeGreaterThanOrEqual(5);
    expect(html.indexOf('<table')).toBeLessThan(html.indexOf('<svg class="path"'));
    expect(html).not.toMatch(/道のりの[\d.]+％/);
  });
  test('puts a footprint for each value on the series that is judged, under the year that it belongs to', () => {
    expect(page('history/indicators/ind1')).toContain('R2は60.3（順調）、R3は60.5（順調）、R4は60.8（順調）、R5は61.2（目標を達成）、R6は62.0（目標を達成）。');
    expect(page('history/indicators/ind3')).toContain('H31は91.5（判定を保留）');
  });
  test('leaves a year without a figure out of the drawing and in the table', () => {
    const html = page('history/indicators/ind2');
    expect(html).toContain('<td class="num">未確定</td>');
    expect(/<desc[^>]*>(.*?)<\/desc>/.exec(html)?.[1]).not.toContain('R5');
  });
  test('never puts values on both sides of a break of the series on one line', () => {
    const old = [{ id: 'old', title: '旧', judged: true }, { id: 'new', title: '新' }];
    const indicator = (series: { id: string; title: string; judged?: boolean }[]) => makeIndicator({ series: series.map(({ id, title, judged }) => ({ id, title, ...(judged && { judged }) })) });
    const year = (fiscalYear: number, indicators: ReturnType<typeof indicator>, series: string, printed: string) => makePublished({ plan: { indicators: [indicators] }, report: { fiscalYear, measurements: [makeMeasurement({ printed, series })] } });
    const html = renderPages(year(2020, indicator(old), 'old', '51.1'), year(2021, indicator([{ id: 'old', title: '旧' }, { id: 'new', title: '新', judged: true }]), 'new', '44.4')).get('plans/plan/history/indicators/ind1/index.html')!;
    const [, told = ''] = /<desc[^>]*>(.*?)<\/desc>/.exec(html) ?? [];
    expect([told.includes('44.4'), told.includes('51.1')]).toEqual([true, false]);
    expect(html).toContain('令和２年度の値は系列が異なるため、図に示していません。');
    expect(html).toContain('<td class="num">51.1</td>');
  });
});

describe('a department over the years', () => {
  test('stays one department when it is renamed, under the name of each year', () => {
    const html = page('history/departments/seisaku');
    expect(html).toContain('<h1>企画政策課</h1>');
    expect(section(html, 'year_2020')).toContain('>政策室</a>');
    expect(html).toMatch(/令和４年４月１日.*名称変更.*政策室.*企画政策課/s);
  });
  test('leads from those who followed to the one that was split, and from it to them', () => {
    const after = page('history/departments/jinji');
    expect(section(after, 'year_2024')).toContain('>人事課</a>');
    expect(section(after, 'year_2021')).toMatch(/>職員課<\/a><small>（前身の部署）/);
    expect(page('history/departments/shokuin')).toMatch(/この部署の仕事は、<a [^>]*>人事課<\/a>、<a [^>]*>人財育成課<\/a>が引き継いでいます/);
  });
  test('never shows what was written for the staff', () => {
    expect([...pages.values()].some((html) => html.includes('内部の理由'))).toBe(false);
  });
});

describe('what changed from one year to the next', () => {
  test('holds every paragraph that changed, as it was and as it is, without the marks', () => {
    const years = newestOfEachYear(editions);
    const html = page('changes/2020-2021').replace(/<\/?(?:del|ins)>/g, '');
    const [before, after] = [years.at(-1)!, years.at(-2)!];
    for (const change of compareEditions(before, after).filter(({ kind }) => kind === 'paragraph')) for (const text of [change.before, change.after]) if (text !== null) expect(html).toContain(escaped(text));
  });
  test('shows texts that are all new beside each other without marks, and marks those that were touched up', () => {
    const of = (path: string, id: string) => page(path).split(`<div class="change" id="${id}">`)[1]!.split('<div class="change"')[0]!;
    expect(of('changes/2020-2021', 'i02')).not.toMatch(/<del>|<ins>/);
    expect(of('changes/2023-2024', 'i01')).toMatch(/<del>５<\/del>年度.*<ins>６<\/ins>年度/s);
  });
  test('names the items whose words are the same, the departments that changed and every figure', () => {
    const html = page('changes/2021-2022');
    expect(html.slice(html.indexOf('id="same_heading"')).split('</section>')[0]).toContain('職場のオンライン環境の整備');
    expect(section(html.replace('<section aria-labelledby="owners_heading">', '<section id="owners">'), 'owners')).toMatch(/05 ICT人財の育成<\/a><\/th><td>職員課<\/td><td>人事課<\/td>/);
    // A department that was only renamed is one change, and not one more at each of its items.
    expect(page('changes/2020-2021')).toMatch(/部署「政策室」.*<del>室<\/del>/s);
    expect(page('changes/2020-2021')).not.toContain('推進部署が変わった取組');
    expect(html).toMatch(/18\.9<\/td><td class="num">19\.2/);
  });
});

describe('an item that goes on from the plan before', () => {
  const both = renderPages(...twoPlans());
  const html = both.get('plans/plan/history/initiatives/i01/index.html')!;

  test('shows the years of all that were merged into it, under the plan of that time, newest first', () => {
    for (const year of [2018, 2019]) {
      const then = section(html, `plan_plan-0_${year}`);
      for (const id of ['a01', 'a02']) expect(then).toContain(`${year}年度に${id}を進めた。`);
      expect(then).not.toContain('a03');
      expect(then).toMatch(/前の計画「見本市前期推進計画」.*推進部署：政策室/s);
      expect(then).toContain(`href="../../../../plan-0/${year}/initiatives/01/index.html"`);
    }
    expect(html.indexOf('plan_plan-0_2019')).toBeLessThan(html.indexOf('plan_plan-0_2018'));
    expect(both.get('plans/plan/2020/initiatives/01/index.html')).toContain('年度ごとの推移（3年度分）');
  });
  test('is told in the first year of its plan already, and an item that is new is not', () => {
    expect([...both.keys()].filter((path) => path.startsWith('plans/plan/history/'))).toEqual(['plans/plan/history/initiatives/i01/index.html']);
    expect(both.get('plans/plan/2020/initiatives/02/index.html')).not.toContain('年度ごとの推移');
  });
  test('is named where the plan before ends, and an item that ended names nothing', () => {
    expect(both.get('plans/plan-0/history/initiatives/a01/index.html')).toMatch(/次の計画に引き継がれています。<a href="\.\.\/\.\.\/\.\.\/\.\.\/plan\/history\/initiatives\/i01\/index\.html">見本市第１次推進計画の取組項目01 窓口の見直しの推移/);
    expect(both.get('plans/plan-0/history/initiatives/a03/index.html')).not.toContain('次の計画');
  });
});

test('a plan with a single year has no history yet, and no link to one', () => {
  const single = renderPages(editions[0]!, editions[1]!);
  expect([...single.keys()].filter((path) => /\/(history|changes)\//.test(path))).toEqual([]);
  expect([...single.values()].filter((html) => /\/history\/|\/changes\//.test(html))).toEqual([]);
});
