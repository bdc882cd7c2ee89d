import { matchesOf, textRule } from '../rule.ts';

/** What a figure is compared with, and the amount by which it differs. */
const pattern = /(?<=(?:前年度|前年|前回|前月|昨年度|昨年|同期|同月|平均|当初|計画|目標|基準|見込み|予算額?|決算額?))により(?=約?[0-9０-９][0-9０-９.．,，]*[^0-9０-９、。\s]{1,6}?(?:増|減|上|下|低|高|多|少|改善|悪化|拡大|縮小|短縮))/g;

export const niYoriForYori = textRule({
  name: 'ni-yori-for-yori', title: '比較の「により」', family: 'sentence', level: 'error',
  catches: '「前年度により9.4％増加した」のように、比べる相手に「より」でなく「により」が付いている箇所。',
  why: '「により」は原因や手段を表し、比較を表すのは「より」のためです。',
  example: { wrong: '利用者は前年度により9.4％増加した。', right: '利用者は前年度より9.4％増加した。' },
}, function* ({ text }) {
  for (const { index } of matchesOf(text, pattern)) yield { start: index, end: index + 3, message: '比較は「より」と書きます（「により」は原因や手段に使います）。', suggestion: 'より' };
});
