import type { Finding } from '../finding.ts';
import type { ProofreadingText } from '../manuscript.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import { asNoun, compoundNouns } from './compound-nouns.ts';
import { writesAllKana } from './okurigana-manner.ts';
import { againstMajority } from './vote.ts';

const description: RuleDescription = {
  name: 'okurigana', title: '送り仮名の不ぞろい', family: 'consistency', level: 'advice',
  catches: '「取組」と「取組み」、「行政手続」と「行政手続き」、「申込み」と「申し込み」のように、同じ名詞の送り仮名が報告書の中で二通り以上になっている箇所。動詞（「取り組む」「申し込む」）は対象になりません。',
  why: '送り仮名がそろっていないと、検索や集計で漏れるためです。同じ数のときは、公用文の送り仮名を示します。',
  example: { wrong: '適正化の取組を進めた。／適正化の取組みを進めた。', right: '適正化の取組を進めた。／適正化の取組を進めた。' },
};

const compiled = compoundNouns.map(({ official, full, pattern }) => ({ official, full, pattern: new RegExp(`${pattern}${asNoun}`, 'g') }));

export const okurigana = reportRule(description, ({ texts }) => {
  const allKana = writesAllKana(texts);
  return compiled.flatMap((noun) => variantsOf(texts, noun, allKana));
});

function variantsOf(texts: readonly ProofreadingText[], { pattern, official, full }: (typeof compiled)[number], allKana: boolean): Finding[] {
  const occurrences = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) =>
    [...text.text.matchAll(pattern)].filter(({ index, 0: form }) => form !== '組合' && !(/^\p{Script=Han}+$/u.test(form) && /^(?:状況|項目|内容|件数)/.test(text.text.slice(index + form.length)))).map(({ index, 0: form }) => ({ text, start: index, end: index + form.length, form })));
  // A report that writes all kana has them here too, even where the word stands once.
  if (allKana && full !== official && occurrences.some(({ form }) => form === official)) {
    return occurrences.filter(({ form }) => form !== full).map(({ text, start, end, form }) => findingAt(description, text, { start, end, suggestion: full, message: `この報告書では送り仮名を全て送っていますが、「${form}」とあります。「${full}」にそろえてください。` }));
  }
  return againstMajority(description, occurrences, allKana ? [full, official] : [official, full]);
}
