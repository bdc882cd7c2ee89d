import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import { endingsByKind, fewest } from './sentence-ending.ts';

const description: RuleDescription = {
  name: 'style-mixture', title: '敬体と常体', family: 'consistency', level: 'advice',
  catches: '計画の説明、取組状況など文章の種類ごとに、「です・ます」の文と「である・した」の文が混ざっている箇所。少ない方を示します。',
  why: '同じ種類の文章の中で文体が変わると、書き写しや書き足しの跡に見え、読みにくいためです。',
  example: { wrong: '推進します。図ります。努めます。進めます。高めます。取り組んでいく。', right: '推進します。図ります。努めます。進めます。高めます。取り組んでいきます。' },
};

/** Share that the majority must have before the rest is called a mixture. */
const clear = 0.7;

export const styleMixture = reportRule(description, (reading) => [...endingsByKind(reading).values()].flatMap((endings) => {
  const predicates = endings.filter(({ ending }) => ending !== 'nominal');
  const polite = predicates.filter(({ ending }) => ending === 'polite').length;
  const plain = predicates.length - polite;
  if (predicates.length < fewest || Math.max(polite, plain) < clear * predicates.length) return [];
  return predicates.filter(({ ending }) => (ending === 'polite') === polite < plain).map(({ sentence, from, to }) => findingAt(description, sentence.text, {
    start: from, end: to,
    message: polite > plain ? `「です・ます」の文が${polite}文あるのに対し、「である」の文です（${plain}文）。` : `「である・した」の文が${plain}文あるのに対し、「です・ます」の文です（${polite}文）。`,
  }));
}));
