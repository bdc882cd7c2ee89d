import { reportRule, type RuleDescription } from '../rule.ts';
import { againstMajority, countForms } from './vote.ts';

const description: RuleDescription = {
  name: 'person-counter', title: '「人」と「名」', family: 'consistency', level: 'advice',
  catches: '人数を「12人」と数える箇所が大半の報告書で、「９名」と数えている箇所。',
  why: '同じ数え方が二通りに書かれていると、検索や集計で漏れるためです。公用文では「人」を用います。',
  example: { wrong: '12人／30人／８人／９名', right: '12人／30人／８人／９人' },
};

const counted = /(?<=[0-9０-９])(人|名)(?!称|簿|義|前|刺|目|工|口|員|権|材|事|物|あたり)/g;
/** A stray form is one among many of the other; a report that uses both has a reason (定員は名). */
const stray = 3;

export const personCounter = reportRule(description, ({ texts }) => {
  const found = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'title' && kind !== 'printed-variant').flatMap((text) =>
    [...text.text.matchAll(counted)].map(({ index, 1: form }) => ({ text, start: index, end: index + 1, form: form! })));
  const [most, least] = countForms(found);
  return most && least && most[1] >= least[1] * stray && most[1] >= 3 ? againstMajority(description, found) : [];
});
