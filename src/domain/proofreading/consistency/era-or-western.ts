import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import { writtenNumber, yearOfEra } from '../written-number.ts';

const description: RuleDescription = {
  name: 'era-or-western', title: '元号と西暦の混ざり', family: 'consistency', level: 'advice',
  catches: '「令和５年度」「令和６年度」と元号で書いている報告書の中で、「2024年度に改定する」のように、近い年が一、二か所だけ西暦で書かれている箇所（その逆も）。「2050年までに」のような遠い年、括弧の中の年、「2025年問題」などの語は対象になりません。',
  why: '同じ年が二通りに書かれていると、前後を比べにくく、検索でも漏れるためです。',
  example: { wrong: '令和５年度に実施した。／令和６年度に見直した。／令和７年度に広げる。／2024年度に改定した。', right: '令和５年度に実施した。／令和６年度に見直した。／令和７年度に広げる。／令和６年度に改定した。' },
};

const era = /(令和|平成)(元|[0-9０-９]{1,2})年度?(?![（(])/g;
const western = /(?<![0-9０-９（(「『])(20[0-9]{2}|２０[０-９]{2})年度?(?!問題|版|[（(]|大阪|・|代|まで|以降|に向け|開催|国勢|農林|経済センサス|工業統計|世界)(?![^。、]{0,10}(?:万博|オリンピック|五輪|国体|カーボン|ゼロ))/g;
/** A stray form is one or two among so many. */
const [stray, share] = [2, 0.1];

export const eraOrWestern = reportRule(description, ({ texts }) => {
  const read = texts.filter(({ kind }) => kind === 'report' || kind === 'description' || kind === 'preface' || kind === 'note');
  const inEra = read.flatMap((text) => [...text.text.matchAll(era)].map((match) => ({ text, match, year: yearOfEra(match[1]!, match[2]!) })));
  const inWestern = read.flatMap((text) => [...text.text.matchAll(western)].map((match) => ({ text, match, year: writtenNumber(match[1]!) })));
  const [many, few, form] = inEra.length >= inWestern.length ? [inEra, inWestern, '元号'] as const : [inWestern, inEra, '西暦'] as const;
  if (many.length < 3 || few.length === 0 || few.length > stray || few.length > Math.max(1, share * many.length)) return [];
  const years = many.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  // A year that the report has in its own manner too, or lies among them.
  return few.filter(({ year }) => year >= first && year <= last).map(({ text, match }) => findingAt(description, text, {
    start: match.index, end: match.index + match[0].length, message: `年はほかの${many.length}か所で${form}で書かれています。書き方をそろえるか、両方を並べてください。`,
  }));
});
