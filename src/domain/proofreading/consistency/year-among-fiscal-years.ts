import { findingAt, reportRule, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'year-among-fiscal-years', title: '年度で数える報告書の「年」', family: 'consistency', level: 'advice',
  catches: '「令和５年度」と年度で述べている報告書の中で、「令和４年の41.2％から」「令和４年の実績」「令和５年度４月」のように、年と年度を取り違えたと思われる箇所。暦年で数える犯罪、事故などは対象になりません。',
  why: '１月から３月までの間で、指す期間が１年ずれるためです。',
  example: { wrong: '令和５年度の事業／令和５年度の予算／令和５年度の計画／受診率は令和４年の41.2％から上昇した。', right: '令和５年度の事業／令和５年度の予算／令和５年度の計画／受診率は令和４年度の41.2％から上昇した。' },
};

const fiscal = /(?:令和|平成)(?:元|[0-9０-９]{1,2})年度/g;
/** As seldom as this, and the report does not count by fiscal years. */
const fewest = 3;
/** What is counted by calendar year. */
const byCalendarYear = /犯罪|詐欺|事故|火災|出火|救急|出生|死亡|認知件数|観光客|入込|国勢調査|地価|人口動態|台風|豪雨|地震|災害/;
const year = /((?:令和|平成)(?:元|[0-9０-９]{1,2})年)(?=の(?:[0-9０-９][0-9０-９.,，．億万]{0,12}(?:％|%|人|件|回|円|団体|社|校|世帯|台|点)|(?:実績|取組|決算|予算|当初|目標|評価|執行|事業|利用者|参加者|受診率|収納率|達成率|利用件数|申請件数|相談件数|普通交付税|普通会計|実質公債費比率|経常収支比率|財政力指数|一般会計|特別会計))|(?:と比べ|に比べ|は[0-9０-９]))/g;
const monthOfFiscalYear = /((?:令和|平成)(?:元|[0-9０-９]{1,2})(?:（[0-9０-９]{4}）)?年)度(?:[0-9０-９]{1,2})月(?=[にからよりまで、末]|の(?!補正)|[0-9０-９]{1,2}日)/g;

export const yearAmongFiscalYears = reportRule(description, ({ texts }) => {
  const read = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant');
  const months = read.flatMap((text) => [...text.text.matchAll(monthOfFiscalYear)].map(({ index, 0: words, 1: right }) => findingAt(description, text, {
    start: index, end: index + words.length, message: '月の前は「年」と書きます。', suggestion: right! + words.slice(right!.length + 1),
  })));
  if (read.reduce((sum, { text }) => sum + (text.match(fiscal)?.length ?? 0), 0) < fewest) return months;
  return [...months, ...read.flatMap((text) => [...text.text.matchAll(year)]
    .filter(({ index }) => !byCalendarYear.test(text.text.slice(Math.max(0, index - 30), index + 30)))
    .map(({ index, 1: words }) => findingAt(description, text, { start: index, end: index + words!.length, message: `ほかの箇所では「年度」で述べています。「${words}度」の誤りではないか確かめてください。`, suggestion: `${words}度` })))];
});
