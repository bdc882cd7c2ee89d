import { reportRule, type RuleDescription } from '../rule.ts';
import { againstMajority, groupBy, type Occurrence } from './vote.ts';

const description: RuleDescription = {
  name: 'unit-width', title: '単位と百分率の書き方', family: 'consistency', level: 'advice',
  catches: '「56.6ｍ」と「1,884.43m」、「83.6%」と「36.8％」と「70パーセント」、「㎡」と「m2」のように、同じ単位が二通り以上に書かれている箇所。',
  why: '同じ単位は一通りに書かないと、値を比べたり取り出したりするときに誤りのもとになるためです。',
  example: { wrong: '割合は36.8％、満足度は83.6%、徴収率は99.1％', right: '割合は36.8％、満足度は83.6％、徴収率は99.1％' },
};

const unit = /(?<=[0-9０-９])\s?(％|%|パーセント|ポイント|[mｍ][2²２]|㎡|平方メートル|㎥|立方メートル|[hｈ][aａ]|ヘクタール|[kｋ][mｍ]|㎞|キロメートル|[cｃ][mｍ]|㎝|[mｍ][mｍ]|㎜|[kｋ][gｇ]|㎏|キログラム|[tｔ]|トン|[mｍ]|メートル|[gｇ]|グラム|[LlｌＬℓ]|リットル|[kｋ][WwＷｗ](?:[hｈ])?|℃|度Ｃ)(?![A-Za-zＡ-Ｚａ-ｚァ-ヶー²])/g;

const spelledOut: Readonly<Record<string, string>> = { パーセント: '%', 平方メートル: 'm2', 立方メートル: 'm3', ヘクタール: 'ha', メートル: 'm', キロメートル: 'km', キログラム: 'kg', グラム: 'g', トン: 't', リットル: 'l' };

export const unitWidth = reportRule(description, ({ texts }) => {
  const occurrences = texts.filter(({ kind }) => kind !== 'printed-variant').flatMap((text) => [...text.text.matchAll(unit)].map((match): Occurrence => {
    const form = match[1]!;
    const start = match.index + match[0].length - form.length;
    // The number is quoted with its unit.
    const from = start - /[0-9０-９.,．，]*\s?$/.exec(text.text.slice(Math.max(0, start - 16), start))![0].length;
    const number = text.text.slice(from, start);
    return { text, start: from, end: start + form.length, form, as: (other) => number + other };
  }));
  return [...groupBy(occurrences, ({ form }) => spelledOut[form] ?? form.normalize('NFKC').toLowerCase())].flatMap(([, group]) => againstMajority(description, group));
});
