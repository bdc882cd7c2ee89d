import { matchesOf, textRule } from '../rule.ts';
import { runningKinds } from '../manuscript.ts';

const japanese = '[ぁ-んァ-ヶー一-龠々、。「」『』（）・]';

export const straySpace = textRule({
  name: 'stray-space', title: '文中の空白', family: 'consistency', level: 'note',
  catches: '文の途中や文末で、日本語の文字の間に入っている空白と、二つ以上続く空白。',
  why: '打ち間違いや、ほかの文書から貼り付けたときの名残であることが多く、検索で漏れるためです。名称の中の空白は、意図したものかを確かめてください。',
  example: { wrong: '研修を 実施した。', right: '研修を実施した。' },
}, function* ({ text }) {
  for (const { index, 0: space } of matchesOf(text, new RegExp(`(?<=${japanese})[ \\u3000]+(?=${japanese})|[ \\u3000]+$|(?<=[^ \\u3000])[ \\u3000]{2,}`, 'g'))) {
    const inName = /[～「『]/.test(text.slice(Math.max(0, index - 12), index + 12));
    yield { start: index, end: index + space.length, message: inName ? '名称の中に空白があります。意図したものか確かめてください。' : '文の中に空白があります。', ...(inName ? {} : { suggestion: '' }) };
  }
}, runningKinds);
