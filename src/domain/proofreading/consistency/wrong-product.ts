import { matchesOf, textRule } from '../rule.ts';
import { writtenNumber } from '../written-number.ts';

const number = '[0-9０-９][0-9０-９,，]*';
const pattern = new RegExp(`(${number})(円|人|件|台|回|枚|冊)[（(][^（）()×]{0,12}?(${number})(?:円|人|件|台|回|枚|冊)?×(${number})[^（）()×]{0,6}[）)]`, 'g');

export const wrongProduct = textRule({
  name: 'wrong-product', title: '合わない計算', family: 'consistency', level: 'error',
  catches: '「50,000円（１枠25,000円×３件）」のように、括弧の中の掛け算と合わない数。',
  why: '一方だけを直したときに生じる誤りで、決算の数と合わなくなるためです。',
  example: { wrong: '50,000円（１枠25,000円×３件）の収入', right: '75,000円（１枠25,000円×３件）の収入' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: total, 3: one, 4: times } of matchesOf(text, pattern)) {
    const product = writtenNumber(one!) * writtenNumber(times!);
    if (product !== writtenNumber(total!)) yield { start: index, end: index + total!.length, message: `「${words}」の括弧の中を計算すると${product.toLocaleString('ja')}になります。` };
  }
});
