import { matchesOf, sentenceRule } from '../rule.ts';

/** A clause without predicate that 「また」 is to join: 「効率化の両立、また人的なリスクへの対応についても」. */
const pattern = /[一-龠ァ-ヶー]{2,12}の([一-龠]{2,4}[^ぁ-ん、。]{0,2})、また(?!は)/g;

export const nounStopMata = sentenceRule({
  name: 'noun-stop-mata', title: '「〜の両立、また〜」', family: 'sentence', level: 'note',
  catches: '「強化と効率化の両立、また人的なリスクへの対応についても取り組む」のように、述語のない名詞の後に「、また」が続いている箇所。',
  why: '前の語句がどの動詞に係るのかが分かりにくいためです。「及び」でつなぐか、前の節に述語を補います。',
  example: { wrong: '強化と効率化の両立、また人的なリスクへの対応に取り組みます。', right: '強化と効率化の両立及び人的なリスクへの対応に取り組みます。' },
}, function* ({ body, start }) {
  for (const { index, 0: words, 1: noun } of matchesOf(body, pattern)) {
    const end = start + index + words.length;
    yield { start: end - noun!.length - 3, end, message: `「${noun}」の後に述語がないまま「また」が続いています。` };
  }
});
