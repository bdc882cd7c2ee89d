import { findingAt, reportRule, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'previous-year', title: '「前年」と「前年度」', family: 'consistency', level: 'advice',
  catches: '「前年度」と比べている報告書の中で、「前年に比べて」「前年の」のように「度」のない箇所。「前年同月」「対前年比」などの語は対象になりません。',
  why: '年と年度では比べる期間が異なり、数の意味が変わるためです。',
  example: { wrong: '前年度より増えた。／前年度に比べて減った。／前年に比べて0.8ポイント上昇した。', right: '前年度より増えた。／前年度に比べて減った。／前年度に比べて0.8ポイント上昇した。' },
};

const withDo = /(?:前年度|昨年度)/g;
const without = /(?<!対)(?:(前年)(?=に比べ|と比べ|に比し|比で|より|から|を[上下]回|の(?:[0-9０-９]|実績|結果|値|数値|水準|件数|人数|額|実数)|並み|に続|に引き続)|(昨年)(?=に比べ|と比べ|に比し|比で|より|を[上下]回|並み|の(?:[0-9０-９]|実績|結果|参加|来場|利用)))(?!の(?:[0-9０-９一二三四五六七八九十]{1,3}月|夏|秋|冬|春))/g;

/** What is counted by calendar year: offences, accidents, fires, births. */
const byCalendarYear = /犯罪|詐欺|事故|火災|出火|救急|出生|死亡|自殺|到着|搬送|宿泊|来訪|旅客|農地|耕作|合格|認知件数|観光客|入込/;

export const previousYear = reportRule(description, ({ texts }) => {
  const read = texts.filter(({ kind }) => kind === 'report' || kind === 'description' || kind === 'preface');
  const many = read.reduce((sum, { text }) => sum + (text.match(withDo)?.length ?? 0), 0);
  const found = read.flatMap((text) => [...text.text.matchAll(without)].map((match) => ({ text, match })));
  if (many < 2 || found.length > many) return [];
  return found.filter(({ text, match: { index } }) => !byCalendarYear.test(text.text.slice(text.text.lastIndexOf('。', index) + 1, index))).map(({ text, match: { index, 0: year } }) => findingAt(description, text, {
    start: index, end: index + year.length, message: `ほかの箇所（${many}か所）は「${year}度」です。暦年と比べているのでなければ、「度」が抜けています。`, suggestion: `${year}度`,
  }));
});
