import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import { countForms, groupBy } from './vote.ts';

const description: RuleDescription = {
  name: 'same-count', title: '同じものの数の食い違い', family: 'consistency', level: 'note',
  catches: '「新任職員28人」と「新任職員27人」のように、同じ語句に続く数が項目によって異なっている箇所。',
  why: '同じ年度の同じものの数であれば、どちらかが誤りであるためです。別のものを数えているときは、そのままで構いません。',
  example: { wrong: '新任職員28人に実施した。／新任職員28人に配布した。／新任職員27人に確認した。', right: '新任職員28人に実施した。／新任職員28人に配布した。／新任職員28人に確認した。' },
};

const counted = /([一-龠ァ-ヶー]{4,15})([0-9０-９][0-9０-９,，.]*)(人|件|校|団体|か所|箇所|世帯|路線|施設|台)(?!目|以[上下]|程度|当たり)/g;

export const sameCount = reportRule(description, ({ texts }) => {
  const found = texts.filter(({ kind }) => kind === 'report').flatMap((text) => [...text.text.matchAll(counted)].map((match) =>
    ({ text, start: match.index, end: match.index + match[0].length, what: match[1]! + match[3]!, form: match[2]!.normalize('NFKC') })));
  return [...groupBy(found, ({ what }) => what)].flatMap(([, group]) => {
    const counts = countForms(group);
    if (counts.length < 2 || counts[0]![1] < 2) return [];
    return group.filter(({ form }) => form !== counts[0]![0]).map(({ text, start, end, form }) => findingAt(description, text, {
      start, end, message: `ここでは${form}ですが、ほかの${counts[0]![1]}か所では${counts[0]![0]}です。`,
    }));
  });
});
