import { matchesOf, textRule } from '../rule.ts';

const era = '(?:令和|平成|昭和)';
const digits = '(?:元|[0-9０-９]{1,2})';
/** What exists by fiscal year: a budget, a settlement. A calendar year before it is a slip. */
const ofFiscalYear = new RegExp(`(${era}${digits}年)(?=(?:当初|補正|一般会計|特別会計)?(?:予算|決算)|(?:の)?(?:予算|決算|当初予算|決算額|決算値|決算見込)|の(?:普通会計|一般会計|特別会計|企業会計|歳入|歳出|市税収入|町税収入|収納率|徴収率|執行率|執行額|普通交付税|財政力指数|経常収支比率|実質公債費比率|将来負担比率|繰越金|実質収支|事業費(?=は|が|の)|目標値|実績値|事務事業評価|指定管理料)|入札参加|税制改正|保険税率|事業計画|組織改正)`, 'g');
/** 「令和２年度から令和４年まで」: one end is a fiscal year and the other is not; no month follows. */
const mixedRange = new RegExp(`${era}?${digits}年(度)?(?:から|～|〜|-|－)(?:${era})?${digits}年(度)?(?![度0-9０-９]|.?月|の?間|[のにで](?!かけ)|分|計画|程度|後)`, 'g');

export const nenForNendo = textRule({
  name: 'nen-for-nendo', title: '「年」と「年度」', family: 'sentence', level: 'advice',
  catches: '「令和３年予算」「令和２年決算」「令和２年度から令和４年まで」のように、「年度」とすべきところが「年」になっていると思われる箇所。期間の両端が「年」の場合は、会計年度ではないかを確かめるよう促します。',
  why: '１月から３月までの間で、指す期間が１年ずれるためです。',
  example: { wrong: '令和３年予算に反映した。', right: '令和３年度予算に反映した。' },
}, function* ({ text }) {
  for (const { index, 1: year } of matchesOf(text, ofFiscalYear)) {
    yield { start: index, end: index + year!.length, message: `「${year}」は「${year}度」の「度」が抜けていると思われます。`, suggestion: `${year}度` };
  }
  for (const { index, 0: range, 1: from, 2: to } of matchesOf(text, mixedRange)) {
    if (from !== undefined && to !== undefined) continue;
    const both = from === undefined && to === undefined;
    yield { start: index, end: index + range.length, message: both ? `「${range}」は、年度の期間ではないか確かめてください。` : `「${range}」は、「年度」と「年」が混ざっています。` };
  }
});
