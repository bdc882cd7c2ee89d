import { matchesOf, reportRule, findingAt, type RuleDescription } from '../rule.ts';
import { asNoun, compoundNouns } from './compound-nouns.ts';
import { writesAllKana } from './okurigana-manner.ts';

const description: RuleDescription = {
  name: 'official-okurigana', title: '公用文の送り仮名', family: 'consistency', level: 'note',
  catches: '「切り替えを行う」「貸し出しの受付」のように、公用文では送り仮名の一部を省く名詞（切替え、貸出し）を、全部送っている箇所。',
  why: '公用文では、複合した名詞の送り仮名の一部を省くこととされているためです（「公用文における漢字使用等について」平成22年内閣訓令第１号）。市の決まりが異なるときは、用字用語辞書に登録してください。',
  example: { wrong: 'オンラインへの切り替えを行った。', right: 'オンラインへの切替えを行った。' },
};

const compiled = compoundNouns.filter(({ full, official }) => full !== official)
  .map(({ full, official }) => ({ full, official, pattern: new RegExp(`${full}${asNoun}`, 'g') }));

export const officialOkurigana = reportRule(description, ({ texts }) => {
  if (writesAllKana(texts)) return [];
  const read = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant');
  return compiled.flatMap(({ full, official, pattern }) => read.flatMap((text) => [...matchesOf(text.text, pattern)].map(({ index }) =>
    findingAt(description, text, { start: index, end: index + full.length, message: `公用文では、名詞は「${official}」と書きます。`, suggestion: official }))));
});
