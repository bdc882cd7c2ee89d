import { reportRule, type RuleDescription } from '../rule.ts';
import { asNoun, compoundNouns } from './compound-nouns.ts';
import { againstMajority } from './vote.ts';

const description: RuleDescription = {
  name: 'okurigana', title: '送り仮名の不ぞろい', family: 'consistency', level: 'advice',
  catches: '「取組」と「取組み」、「行政手続」と「行政手続き」、「申込み」と「申し込み」のように、同じ名詞の送り仮名が報告書の中で二通り以上になっている箇所。動詞（「取り組む」「申し込む」）は対象になりません。',
  why: '送り仮名がそろっていないと、検索や集計で漏れるためです。同じ数のときは、公用文の送り仮名を示します。',
  example: { wrong: '適正化の取組を進めた。／適正化の取組みを進めた。', right: '適正化の取組を進めた。／適正化の取組を進めた。' },
};

const compiled = compoundNouns.map(({ official, full, pattern }) => ({ official, full, pattern: new RegExp(`${pattern}${asNoun}`, 'g') }));

export const okurigana = reportRule(description, ({ texts }) => compiled.flatMap(({ pattern, official, full }) => {
  const occurrences = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) =>
    [...text.text.matchAll(pattern)].filter(({ index, 0: form }) => form !== '組合' && !(/^\p{Script=Han}+$/u.test(form) && /^(?:状況|項目|内容|件数)/.test(text.text.slice(index + form.length)))).map(({ index, 0: form }) => ({ text, start: index, end: index + form.length, form })));
  return againstMajority(description, occurrences, [official, full]);
}));
