import { reportRule, type RuleDescription } from '../rule.ts';
import { againstMajority, groupBy } from './vote.ts';

const description: RuleDescription = {
  name: 'quoted-spacing', title: '括弧内の名称の空白', family: 'consistency', level: 'advice',
  catches: '「ともに創る 文化育むまち」と「ともに創る文化育むまち」のように、かぎ括弧に入れた同じ名称の空白や記号が異なっている箇所。',
  why: '標語や事業名は、決まった形で引用するためです。',
  example: { wrong: '「ともに創る まち」／「ともに創るまち」／「ともに創るまち」', right: '「ともに創るまち」／「ともに創るまち」／「ともに創るまち」' },
};

export const quotedSpacing = reportRule(description, ({ texts }) => {
  const occurrences = texts.filter(({ kind }) => kind !== 'printed-variant').flatMap((text) => [...text.text.matchAll(/「([^「」]{4,60})」/g)].map(({ index, 1: form }) =>
    ({ text, start: index + 1, end: index + 1 + form!.length, form: form! })));
  return [...groupBy(occurrences, ({ form }) => form.normalize('NFKC').replace(/[\s・～〜~\-－ー―]/g, ''))].flatMap(([, group]) => againstMajority(description, group));
});
