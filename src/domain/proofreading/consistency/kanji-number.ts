import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import { countForms, groupBy } from './vote.ts';

const description: RuleDescription = {
  name: 'kanji-number', title: '漢数字と算用数字', family: 'consistency', level: 'advice',
  catches: '「第三次補正予算」と「第６次計画」、「三回」と「２回」のように、数える語の前の数字に漢数字と算用数字が混ざっている箇所。「一人一人」「第三者」などの語と学校名は対象になりません。',
  why: '横書きの公用文では算用数字を使い、漢数字は語の一部となっている場合に限るためです。',
  example: { wrong: '第６次計画／第５次計画／第三次補正予算', right: '第６次計画／第５次計画／第３次補正予算' },
};

const kanji = '一二三四五六七八九十';
const ordinal = new RegExp(`第([${kanji}]{1,3}|[0-9０-９]{1,3})(次|期|回|号|版|条|章|項|段階|四半期)(?!者|被保険者)`, 'g');
const counted = new RegExp(`(?<![第一-龠])([${kanji}]{1,3}|[0-9０-９]{1,3})(件|回(?!答|収|線|避|復|路|覧|限り)|箇所|か所|校(?!舎|正|庭|区|長)|台(?!風|帳|本)|団体|名(?!称|簿|義|前|刺|目)|年度|種類|項目|(?<!二十)歳)(?!当たり|ごと|ほど|ずつ|余り)`, 'g');
const digitsOf = (text: string): string => [...text].map((character) => (kanji.includes(character) ? String.fromCodePoint(0xff10 + kanji.indexOf(character) + 1) : character)).join('');

/** From this share on, small numbers in kanji are no slip. */
const manner = 0.25;

/** Small numbers in kanji and large ones in digits are a manner of writing. */
function isManner(numbers: readonly string[]): boolean {
  const small = numbers.filter((number) => number.length === 1);
  const inKanji = small.filter((number) => kanji.includes(number)).length;
  return inKanji >= 4 && inKanji >= manner * small.length;
}

export const kanjiNumber = reportRule(description, ({ texts }) => [ordinal, counted].flatMap((pattern) => {
  const found = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) => [...text.text.matchAll(pattern)].map((match) =>
    ({ text, start: match.index, end: match.index + match[0].length, form: /[0-9０-９]/.test(match[1]!) ? '算用数字' : '漢数字', number: match[1]!, counter: match[2]!, words: match[0] })));
  if (pattern === counted && isManner(found.map(({ number }) => number))) return [];
  return [...groupBy(found, ({ counter }) => (pattern === ordinal ? '第' : counter))].flatMap(([, group]) => {
    const counts = countForms(group, ['算用数字']);
    if (counts.length < 2 || counts[0]![0] !== '算用数字') return [];
    return group.filter(({ form }) => form === '漢数字').map(({ text, start, end, number, words }) => findingAt(description, text, {
      start, end, message: `「${words}」は漢数字ですが、同じ数え方の算用数字が${counts[0]![1]}か所あります。`,
      ...(number.length === 1 && number !== '十' ? { suggestion: words.replace(number, digitsOf(number)) } : {}),
    }));
  });
}));
