import { describe, expect, test } from 'vitest';
import { makeIndicator, makeMeasurement, makeNode, makeNodeReport, makePublished } from '../../tests/factories.ts';
import { type Facts, factsOf, type Manner, titleWithUnit } from '../../tests/facts/facts.ts';
import { editionFromApi } from '../../tests/facts/from-api.ts';
import { factsFromCsv } from '../../tests/facts/from-csv.ts';
import { factsFromDocx } from '../../tests/facts/from-docx.ts';
import { factsFromHtml } from '../../tests/facts/from-html.ts';
import { factsFromPdf } from '../../tests/facts/from-pdf.ts';
import { factsFromXlsx } from '../../tests/facts/from-xlsx.ts';
import { renderPages } from '../../tests/render-all.ts';
import { published } from '../documents/csv/sample-edition.testing.ts';
import { allTags, readTaggedPdf } from '../documents/pdf/tagged-pdf.testing.ts';
import { sealEdition } from '../documents/edition-json/edition-json.ts';
import type { Edition, PublishedEdition } from '../domain/edition/edition.ts';
import { statusWords } from '../domain/indicator/evaluation.ts';
import { targetText } from '../domain/indicator/explanation.ts';
import { explainPlainly } from '../domain/indicator/plain-words.ts';
import { yearAddress } from '../site/address.ts';
import { buildDocuments } from './build-outputs.tsx';

// One fact, one place: what was read back out of every output is what the edition says, nothing missing and nothing different.

const sample = sealEdition(published().edition);
const odd = makePublished({
  plan: {
    plan: { id: 'plan', title: '＝見本市「第１次」推進計画＆' },
    departments: [{ id: 'seisaku', name: '政策室' }, { id: 'zaisei', name: '財政課（財政・<債>権）' }],
    tree: [makeNode({ id: 'm1', number: '１', title: '行政運営', description: ['=SUM(A1:A9)の式', { item: '・自分で打った印' }, { item: '印のない行' }], children: [
      makeNode({ id: 'm1-b1', number: '１', title: '業務の改善　と「見直し」', children: [
        makeNode({ id: 'i01', number: '01', title: '窓口の見直し', description: ['計画の記述。'], responsible: ['seisaku'] }),
        makeNode({ id: 'i02', number: '1-2', title: '報告のない取組', responsible: ['zaisei'] }),
        makeNode({ id: 'i03', number: 'A3', title: '窓口の見直し', relistingOf: 'i01' }),
      ] }),
    ] })],
    indicators: [
      makeIndicator({ id: 'a', number: '1', title: '残高', unit: '百万円', definition: '＠年度末の残高', kind: 'decrease', baseline: { label: '基準値', fiscalYear: 2018, printed: '△1,234' }, target: { label: '目標値', fiscalYear: 2024, printed: '△2,000' }, related: ['m1-b1'] }),
      makeIndicator({ id: 'b', number: '2', title: '稼働率', unit: '％', kind: 'range', baseline: { label: '基準値', fiscalYear: 2018, printed: '０％ ※１' }, target: { label: '目標値', fiscalYear: 2024, printed: '80～90' }, related: ['m1'] }),
      makeIndicator({ id: 'c', number: '3', title: '値のない年', related: ['m1-b1'] }),
      makeIndicator({ id: 'd', number: '4', title: '速報値で判定する指標', related: ['m1-b1'] }),
    ],
  },
  report: {
    measurements: [makeMeasurement({ indicator: 'a', printed: '未確定' }), makeMeasurement({ indicator: 'b', printed: '85.5', standing: null }), makeMeasurement({ indicator: 'd', printed: '55.0', standing: 'provisional' })],
    reports: [
      makeNodeReport({ initiative: 'i01', paragraphs: [
        '<b>太字</b>&amp;#$*_`@ \\ // は、打たれたとおり。', { text: '髙﨑さんと𠮷野さんが①㈱で行った。', department: 'zaisei' }, { item: '：自分の印' }, { item: '・二つ目' }, '長い段落です。'.repeat(300), '12,345件、0件、約３割。',
      ] }),
    ],
  },
});

const table: Manner = { says: (text, author) => (author === null ? text : `${text}〔${author}〕`), labels: true, values: true, relistings: false };
const printed: Manner = { says: (text, author) => (author === null ? text : `${text}［${author}］`), labels: true, values: false, relistings: true };

describe.each([['the sample', sample], ['an edition of odd texts and figures', odd]])('of %s', async (_name, edition: PublishedEdition) => {
  const files = new Map((await buildDocuments(edition)).map(({ path, bytes }) => [path, bytes]));
  const file = (path: string) => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`${path} was not made.`);
    return bytes;
  };
  const expectFacts = (found: Facts, manner: Manner) => {
    const expected = factsOf(edition.edition, manner);
    expect(expected.elements.length).toBeGreaterThan(4);
    // One after the other, so that a difference is shown where it is.
    for (const [index, element] of expected.elements.entries()) expect(found.elements[index]).toEqual(element);
    for (const [index, indicator] of expected.indicators.entries()) expect(found.indicators[index]).toEqual(indicator);
    expect(found).toEqual(expected);
  };

  test('the JSON says everything', () => {
    expect(JSON.parse(new TextDecoder().decode(file('edition.json')))).toEqual(edition.edition);
  });
  test('the API says everything, page by page', async () => {
    const { nodes, indicators, departments, notes } = edition.edition;
    expect(await editionFromApi(edition)).toEqual({ nodes, indicators, departments, notes });
  });
  test('the CSV files say the same', () => expectFacts(factsFromCsv(files), table));
  test('the workbook says the same', () => expectFacts(factsFromXlsx(file('report.xlsx')), { ...table, labels: false }));
  test('the Word document says the same', () => expectFacts(factsFromDocx(file('report.docx')), { ...printed, says: (text, author) => (author === null ? text : `${text}（${author}）`) }));
  test('the PDFs say the same, in the order in which they are read aloud', () => {
    for (const name of ['report.pdf', 'report-archive.pdf']) expectFacts(factsFromPdf(file(name)), printed);
  });
  test('the sheets for the council and for everybody say the same figures and judgements', () => {
    const { indicators } = edition.edition;
    const cells = allTags(readTaggedPdf(file('summary.pdf')).document).filter(({ type }) => type === 'TD').map((tag) => tag.text);
    expect(cells).toEqual(indicators.flatMap(({ number, title, unit, baseline, measurement, target, evaluation }) => [
      number, titleWithUnit({ title, unit }), baseline.printed, measurement?.printed ?? '掲載なし', target.printed, statusWords[evaluation.status] + (evaluation.provisional ? '（速報値による）' : ''),
    ]));
    const leaflet = allTags(readTaggedPdf(file('leaflet.pdf')).document);
    expect(leaflet.filter(({ type }) => type === 'H3').map((tag) => tag.text)).toEqual(indicators.map(({ title }) => title));
    for (const indicator of indicators) for (const fact of [`（${statusWords[indicator.evaluation.status]}）`, targetText(indicator), explainPlainly(indicator)]) expect(leaflet[0]!.text).toContain(fact);
  });
  test('the pages say the same', () => {
    const year = yearAddress(edition.edition);
    const pages = new Map([...renderPages(edition)].flatMap(([path, html]) => (path.startsWith(year) ? [[path.slice(year.length), html] as const] : [])));
    expectFacts(factsFromHtml(pages), { ...printed, says: (text) => text, dash: '記載なし' });
  });
});

test('the test finds one changed digit', () => {
  const { nodes } = sample.edition;
  const changed: Edition = { ...sample.edition, nodes: nodes.map((node) => (node.id === 'i03' ? { ...node, report: node.report && { ...node.report, paragraphs: node.report.paragraphs.map((paragraph) => ({ ...paragraph, text: paragraph.text.replace('88人', '89人') })) } } : node)) };
  expect(factsOf(changed, table)).not.toEqual(factsOf(sample.edition, table));
});
