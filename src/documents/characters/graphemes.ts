const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Characters that never join with a neighbour: ASCII without controls, kana without the combining marks, Han, full-width forms. */
const standingAlone = /^[ -~、-〩〱-〼ぁ-ゖゝ-ヿ㐀-䶿一-鿿！-ﾝ￠-￦]*$/;

/**
 * The different characters of a text as a reader counts them: か with a combining ゙, a name's 異体字 with its selector and a
 * flag are one each. Of ordinary Japanese the answer is known without the segmenter, which takes ten times as long.
 */
export function graphemesOf(text: string): ReadonlySet<string> {
  return standingAlone.test(text) ? new Set(text) : new Set(Array.from(segmenter.segment(text), ({ segment }) => segment));
}
