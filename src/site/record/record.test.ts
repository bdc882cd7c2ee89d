import { describe, expect, test } from 'vitest';
import { makeNodeReport, makePublished } from '../../../tests/factories.ts';
import { renderPages } from '../../../tests/render-all.ts';
import { correctingEdition } from '../../domain/edition/build-edition.ts';
import { sealEdition } from '../../documents/edition-json/edition-json.ts';

const report = (text: string) => [makeNodeReport({ initiative: 'i01', responsiblePrinted: '政策室', paragraphs: ['窓口を見直した。', text] }), makeNodeReport({ initiative: 'i02' })];
const first = makePublished({ report: { reports: report('300人が参加した。') } });
const corrected = makePublished({ report: { edition: { number: 2, issuedOn: '2021-12-01', correctionReason: '<参加者数>の誤り' }, reports: report('320人が参加した。') } });
const second = sealEdition(correctingEdition(corrected.edition, first));

const before = renderPages(first);
const after = renderPages(first, second);
const inRecord = (pages: Map<string, string>) => [...pages.keys()].filter((path) => path.startsWith('plans/plan/2020/editions/1/')).toSorted();
const withoutBanner = (html: string) => html.replace(/<div class="banner".*?<\/div>/s, '');

describe('the record of an edition', () => {
  test('stands at its own address from the first day, and stays as it is when it is corrected, but for one banner', () => {
    expect(inRecord(before)).toEqual(['plans/plan/2020/editions/1/index.html', ...['indicators/1', 'initiatives/01', 'initiatives/02', 'initiatives/03'].map((path) => `plans/plan/2020/editions/1/${path}/index.html`)]);
    expect(inRecord(after)).toEqual(inRecord(before));
    for (const path of inRecord(before)) {
      expect(before.get(path), path).not.toContain('class="banner"');
      expect(after.get(path), path).toContain('この版は訂正されています');
      expect(withoutBanner(after.get(path)!), path).toBe(before.get(path));
    }
  });

  test('says in the banner which edition corrects it, why, and whether this very page is concerned', () => {
    const page = after.get('plans/plan/2020/editions/1/initiatives/01/index.html')!;
    expect(page).toMatch(/最新は、<a href="..\/..\/..\/..\/initiatives\/01\/index.html">第２版<\/a>です。このページの内容にも訂正があります。/);
    expect(page).toContain('訂正の理由：&lt;参加者数&gt;の誤り');
    expect(page).toContain('href="../../../2/errata/index.html"');
    expect(after.get('plans/plan/2020/editions/1/initiatives/02/index.html')).toContain('このページの内容に訂正はありません。');
  });

  test('keeps the address of each paragraph, in every edition and on the page of the year', () => {
    for (const place of ['initiatives', 'editions/1/initiatives', 'editions/2/initiatives']) expect(after.get(`plans/plan/2020/${place}/01/index.html`)).toMatch(/id="p1".*id="p2"/s);
  });

  test('gives the words by which a paragraph is cited: city, plan, year, edition, day, place, address and hash', () => {
    expect(after.get('plans/plan/2020/editions/1/initiatives/01/index.html')).toContain(`見本市「見本市第１次推進計画　令和２年度の進捗状況」第１版（令和３年９月１日公表）、取組項目01「窓口の見直し」段落2。plans/plan/2020/editions/1/initiatives/01/#p2（版のSHA-256：${first.hash}）`);
  });

  test('leads to the overview of the year where the newest edition no longer has the item', () => {
    const gone = makePublished({ report: { edition: { number: 2, issuedOn: null, correctionReason: '番号の誤り' } } });
    const renumbered = { ...gone.edition, nodes: gone.edition.nodes.map((node) => (node.id === 'i01' ? { ...node, id: 'i09', number: '09' } : node)) };
    expect(renderPages(first, sealEdition(renumbered)).get('plans/plan/2020/editions/1/initiatives/01/index.html')).toContain('最新は、<a href="../../../../index.html">');
  });
});

describe('the 正誤表 of a correction', () => {
  const page = after.get('plans/plan/2020/editions/2/errata/index.html')!;

  test('shows place, 誤 and 正 with the words that differ marked, the reason, the day and both hashes', () => {
    expect(page).toContain('<h3>段落2<small>（取組状況）</small></h3>');
    expect(page).toMatch(/<del>300<\/del>人が参加した。.*<ins>320<\/ins>人が参加した。/s);
    for (const fact of ['&lt;参加者数&gt;の誤り', '令和３年12月１日公表', first.hash, second.hash]) expect(page).toContain(fact);
  });

  test('is linked from the overview of the year, the item that it concerns, the list of editions and the record, and from nothing that it does not concern', () => {
    const to = 'editions/2/errata/index.html';
    for (const path of ['plans/plan/index.html', 'plans/plan/2020/index.html', 'plans/plan/2020/initiatives/01/index.html', 'plans/plan/editions/index.html']) expect(after.get(path), path).toContain(to);
    expect(after.get('plans/plan/2020/editions/2/index.html')).toContain('href="errata/index.html"');
    expect(after.get('plans/plan/2020/initiatives/02/index.html')).not.toContain(to);
    expect([...before.keys()].filter((path) => path.includes('errata'))).toEqual([]);
  });
});

describe('the addresses of the newest year', () => {
  const years = [2020, 2021].map((fiscalYear) => makePublished({ report: { fiscalYear } }));
  const [old, now] = years as [typeof first, typeof first];
  const without = { ...now.edition, nodes: now.edition.nodes.filter(({ id }) => id !== 'i02' && id !== 'i03') };
  const pages = renderPages(old, sealEdition(without));
  const leadsTo = (path: string) => /http-equiv="refresh" content="0;url=([^"]*)"/.exec(pages.get(`plans/plan/latest/${path}index.html`) ?? '')?.[1];

  test('lead to the newest year, and to the last year that had a number where the newest no longer has it', () => {
    expect([leadsTo(''), leadsTo('initiatives/01/'), leadsTo('initiatives/02/'), leadsTo('indicators/1/')])
      .toEqual(['../2021/index.html', '../../../2021/initiatives/01/index.html', '../../../2020/initiatives/02/index.html', '../../../2021/indicators/1/index.html']);
  });
  test('lead on by a link too', () => {
    expect(pages.get('plans/plan/latest/initiatives/01/index.html')).toContain('<a href="../../../2021/initiatives/01/index.html">令和３年度のページ</a>');
  });
});
