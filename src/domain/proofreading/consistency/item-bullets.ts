import { reportRule, type RuleDescription } from '../rule.ts';
import { againstMajority } from './vote.ts';

const description: RuleDescription = {
  name: 'item-bullets', title: '箇条書の行頭の記号', family: 'consistency', level: 'note',
  catches: '箇条書の行頭に「・」などの記号がある行とない行が、報告書の中で混ざっている箇所。',
  why: '箇条書の体裁がそろわず、書き出したときに記号が二重になることもあるためです。',
  example: { wrong: '市民ホールの改修（行頭に「・」のある行とない行）', right: '市民ホールの改修（どの行にも「・」がない）' },
};

export const itemBullets = reportRule(description, ({ texts }) => {
  const items = texts.filter(({ item, kind }) => item && kind === 'report').map((text) => {
    const bullet = /^[・･○●◯■□◆◇▪•\-－]/.exec(text.text)?.[0] ?? '';
    return { text, start: 0, end: Math.max(1, bullet.length), form: bullet === '' ? '記号なし' : `行頭の${bullet}` };
  });
  // 「記号なし」 is a name for the form and no text to put there.
  return againstMajority(description, items).map(({ rule, level, message, quote, places }) => ({ rule, level, message, quote, places }));
});
