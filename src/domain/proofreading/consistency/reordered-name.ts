import type { ProofreadingText } from '../manuscript.ts';
import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import { groupBy } from './vote.ts';

const description: RuleDescription = {
  name: 'reordered-name', title: '語順の異なる名称', family: 'consistency', level: 'advice',
  catches: '「北部学習交流センター」と「北部交流学習センター」、「包括施設管理」と「施設包括管理」のように、同じ字を並べ替えた名称が報告書の中にある箇所。',
  why: '同じ施設や制度の名称の打ち間違いと思われ、意味が通るために見落としやすいためです。',
  example: { wrong: '北部学習交流センター／北部学習交流センター／北部交流学習センター', right: '北部学習交流センター／北部学習交流センター／北部学習交流センター' },
};

/** Of five characters only what an office or a body is called: 保健福祉部. */
const name = /(?<![一-龠々ァ-ヶー])[一-龠々ァ-ヶー]{4}[部課室係局会館](?![一-龠々ァ-ヶー])|[一-龠々ァ-ヶー]{6,30}/g;

interface Met { readonly text: ProofreadingText; readonly start: number; readonly form: string }

export const reorderedName = reportRule(description, ({ texts }) => {
  const met = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').flatMap((text) =>
    [...text.text.matchAll(name)].map(({ index, 0: form }): Met => ({ text, start: index, form: form.replace(/[及並又若等]$/, '') })));
  return [...groupBy(met, ({ form }) => [...form].toSorted().join(''))].flatMap(([, group]) => {
    const forms = [...groupBy(group, ({ form }) => form)].toSorted(([, a], [, b]) => b.length - a.length);
    // 三七パーセント and 七三パーセント are two amounts.
    if (forms.length < 2 || /[一二三四五六七八九十百千万億]{2}/.test(forms[0]![0])) return [];
    const [right] = forms[0]!;
    return forms.slice(1).flatMap(([form, places]) => places.map(({ text, start }) => findingAt(description, text, {
      start, end: start + form.length, suggestion: right, message: `同じ字を並べた「${right}」が${forms[0]![1].length}か所あります。同じものを指していないか確かめてください。`,
    })));
  });
});
