import { sentenceRule } from '../rule.ts';

/** A comparison follows: 前年度より増加した. */
const comparison = /伸び|下が|上が|[0-9０-９一二三四五六七八九十][・.．0-9０-９一二三四五六七八九十]*ポイント|減|増|多|少な|高|低|上回|下回|早|遅|広|狭|改善|悪化|大き|小さ|長|短|以前|前の|後の|縮|拡大|良|進|強|厳|安/;
const moment = /(?:[0-9０-９元]年度?|[0-9０-９]月|[0-9０-９]日|年度当初|年度|現在|当初|本年|同年|翌年|翌日|翌月|前半|後半|上旬|中旬|下旬|時|以降|結果)$/;

/** Whether the words end in a moment: 令和２年度, ４月１日. */
export const isMoment = (words: string): boolean => moment.test(words);

/** Whether a comparison stands in the words. */
export const isComparison = (words: string): boolean => comparison.test(words);

export const yoriAsFrom = sentenceRule({
  name: 'yori-as-from', title: '起点の「より」', family: 'sentence', level: 'note',
  catches: '「令和２年度より導入した」「４月１日より変更する」のように、時の始まりを表すのに「より」が使われている箇所。',
  why: '公用文では、起点は「から」、比較は「より」と使い分けるためです（「公用文作成の考え方」令和４年）。',
  example: { wrong: '令和２年度より公営企業会計とした。', right: '令和２年度から公営企業会計とした。' },
}, function* ({ tokens, text, end }) {
  for (const token of tokens) {
    if (token.surface !== 'より' || token.pos !== '助詞') continue;
    const before = text.text.slice(Math.max(0, token.start - 12), token.start);
    // The comparison stands in the same clause; a list of figures may lie between.
    const after = text.text.slice(token.end, Math.min(end, token.end + 30)).split(/[。、]/)[0]!;
    if (!moment.test(before) || comparison.test(after)) continue;
    yield { start: token.start, end: token.end, message: '起点は「から」と書きます（「より」は比較に使います）。', suggestion: 'から' };
  }
});
