import { findingAt, reportRule, type RuleDescription } from '../rule.ts';
import { endingsByKind, fewest } from './sentence-ending.ts';

const description: RuleDescription = {
  name: 'taigen-dome', title: '体言止め', family: 'consistency', level: 'advice',
  catches: '「２回実施。」のように、ほかの文が述語で終わっている中で、名詞で終わっている文。',
  why: '実施したのか、これから実施するのかが分からず、文体もそろわないためです。',
  example: { wrong: '調査した。決定した。公表した。改定した。見直した。２回実施。', right: '調査した。決定した。公表した。改定した。見直した。２回実施した。' },
};

/** Where more of the sentences than this end in nouns, that is the manner of the section. */
const most = 0.2;

export const taigenDome = reportRule(description, (reading) => [...endingsByKind(reading).values()].flatMap((endings) => {
  const nominal = endings.filter(({ ending }) => ending === 'nominal');
  if (endings.length < fewest || nominal.length > most * endings.length) return [];
  return nominal.map(({ sentence, from, to }) => findingAt(description, sentence.text, {
    start: from, end: to, message: `名詞で終わっています。ほかの${endings.length - nominal.length}文は述語で終わっています。`,
  }));
}));
