import { matchesOf, textRule } from '../rule.ts';
import { pleonasms } from './pleonasms.ts';

export const pleonasm = textRule({
  name: 'pleonasm', title: '重言（同じ意味の重なり）', family: 'sentence', level: 'advice',
  catches: '「一番最初」「利用使途」「コンプライアンス遵守」「引き続き継続」「約10人程度」のように、同じ意味の語が重なっている箇所。',
  why: '一方を省いても意味が変わらず、省いた方が正確に伝わるためです。',
  example: { wrong: '実現可能な利用使途を検討した。', right: '実現可能な使途を検討した。' },
}, function* ({ text }) {
  for (const [pattern, replacement] of pleonasms) {
    for (const match of matchesOf(text, pattern)) {
      const suggestion = replacement.replaceAll(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
      yield { start: match.index, end: match.index + match[0].length, message: `「${match[0]}」は同じ意味の語が重なっています。`, suggestion };
    }
  }
});
