import { findingAt, reportRule, type RuleDescription } from '../rule.ts';

const description: RuleDescription = {
  name: 'thousands-separator', title: '桁区切り', family: 'consistency', level: 'advice',
  catches: '「1884.43m」のように、ほかの四桁以上の数には付いている桁区切りの「,」がない数と、「12,34」のように三桁ごとでない区切り。西暦、番号、電話番号は対象になりません。',
  why: '桁を読み誤るおそれがあり、同じ報告書の中で書き方がそろわないためです。',
  example: { wrong: '延べ1,120人、6,551人、延長1884.43m', right: '延べ1,120人、6,551人、延長1,884.43m' },
};

const numeral = /(?<![0-9０-９A-Za-zＡ-Ｚａ-ｚ第№.．\-－,，])[0-9０-９]{4,}(?:[.．][0-9０-９]+)?(?![0-9０-９A-LN-Zac-ln-zＡ-Ｚ,，\-－])/g;
const separated = /[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])/g;
const wrongGroups = /(?<![0-9０-９,，])[0-9０-９]+(?:[,，][0-9０-９]+)+/g;
const calendarYear = /^(?:年|\)|）|[～〜]|西暦|号|番|度版|NEN|問題|運動|世帯問題)/;

export const thousandsSeparator = reportRule(description, ({ texts }) => {
  const read = texts.filter(({ kind }) => kind !== 'printed-variant');
  const wrong = read.flatMap((text) => [...text.text.matchAll(wrongGroups)]
    .filter(({ 0: digits }) => !/^[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+$/.test(digits))
    .map(({ index, 0: digits }) => findingAt(description, text, { start: index, end: index + digits.length, message: `「${digits}」の桁区切りが三桁ごとになっていません。` })));
  const withSeparator = read.reduce((sum, { text }) => sum + (text.match(separated)?.length ?? 0), 0);
  const without = read.flatMap((text) => [...text.text.matchAll(numeral)]
    .filter(({ index, 0: digits }) => !calendarYear.test(text.text.slice(index + digits.length)) && !(/^(?:19|20|１９|２０)[0-9０-９]{2}$/.test(digits) && /[ァ-ヶーA-Za-z]$/.test(text.text.slice(0, index))) && !/(?:西暦|電話|内線|番号|郵便|〒|コード|ID|条例第|年|[＃#])$/.test(text.text.slice(Math.max(0, index - 6), index))).map((match) => ({ text, match })));
  if (withSeparator === 0 || without.length > withSeparator) return wrong;
  return [...wrong, ...without.map(({ text, match: { index, 0: digits } }) => findingAt(description, text, {
    start: index, end: index + digits.length,
    message: `ほかの四桁以上の数（${withSeparator}か所）には桁区切りの「,」があります。`,
    suggestion: digits.replace(/^[0-9０-９]+/, (whole) => whole.replace(/(?<=[0-9０-９])(?=(?:[0-9０-９]{3})+$)/g, ',')),
  }))];
});
