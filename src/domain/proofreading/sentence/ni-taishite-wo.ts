import { matchesOf, sentenceRule } from '../rule.ts';

/** Verbs that act on a thing and not towards a person. */
const verbs = '(?:確認|把握|点検|検査|評価|検証|分析|管理|測定|集計|整理|記録|測[りる定]|調べ|調査)';
const pattern = new RegExp(`(?:に対して|に対し、?)(?:[^、。「」を]{0,12}(?:状況|内容|実態|現状|状態|経過|進捗|効果|結果|成果|体調|理解度|習熟度))を[^、。]{0,30}?${verbs}(?!を?(?:求|依頼|促|お願い|要請|指示))`, 'g');

export const niTaishiteWo = sentenceRule({
  name: 'ni-taishite-wo', title: '「〜に対して状況を確認する」', family: 'sentence', level: 'advice',
  catches: '「職員に対して状況を確認する」のように、「に対して」が「確認する」「把握する」などと組み合わされている箇所。',
  why: '「に対して」は働きかける相手に使う語で、確認や把握の対象は「職員の状況を確認する」とする方が、係り受けが整うためです。',
  example: { wrong: '新任職員28人に対して状況を報告書で確認した。', right: '新任職員28人の状況を報告書で確認した。' },
}, function* ({ body, start }) {
  for (const { index, 0: words } of matchesOf(body, pattern)) {
    yield { start: start + index, end: start + index + words.length, message: '「〜に対して〜を確認する」は係り受けがねじれています。「〜の〜を確認する」などとしてください。' };
  }
});
