import { matchesOf, reportRule, findingAt, type RuleDescription } from '../rule.ts';
import { asNoun, compoundNouns } from './compound-nouns.ts';

const description: RuleDescription = {
  name: 'official-okurigana', title: '公用文の送り仮名', family: 'consistency', level: 'note',
  catches: '「切り替えを行う」「貸し出しの受付」のように、公用文では送り仮名の一部を省く名詞（切替え、貸出し）を、全部送っている箇所。',
  why: '公用文では、複合した名詞の送り仮名の一部を省くこととされているためです（「公用文における漢字使用等について」平成22年内閣訓令第１号）。市の決まりが異なるときは、用字用語辞書に登録してください。',
  example: { wrong: 'オンラインへの切り替えを行った。', right: 'オンラインへの切替えを行った。' },
};

const compiled = compoundNouns.filter(({ full, official }) => full !== official)
  .map(({ full, official }) => ({ full, official, pattern: new RegExp(`${full}${asNoun}`, 'g') }));

/** A report that writes its kana in full so often, and leaves them out so seldom, has that for its manner. */
const manner = { full: 6, share: 0.75 };

export const officialOkurigana = reportRule(description, ({ texts }) => {
  const read = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant');
  const found = compiled.flatMap(({ full, official, pattern }) => read.flatMap((text) => [...matchesOf(text.text, pattern)].map(({ index }) =>
    findingAt(description, text, { start: index, end: index + full.length, message: `公用文では、名詞は「${official}」と書きます。`, suggestion: official }))));
  const whole = read.map(({ text }) => text).join('\n');
  const countOf = (word: string): number => whole.split(word).length - 1;
  // 手続 stands in 手続き too.
  const leftOut = compiled.reduce((sum, { full, official }) => sum + countOf(official) - (full.includes(official) ? countOf(full) : 0), 0);
  return found.length >= manner.full && found.length >= manner.share * (found.length + leftOut) ? [] : found;
});
