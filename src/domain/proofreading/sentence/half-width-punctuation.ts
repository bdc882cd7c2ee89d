import { matchesOf, textRule } from '../rule.ts';

const full: Readonly<Record<string, string>> = { ',': '、', '.': '。', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）', '~': '～' };
const japanese = '[ぁ-んァ-ヶー一-龠々」』）]';

export const halfWidthPunctuation = textRule({
  name: 'half-width-punctuation', title: '和文の中の半角の記号', family: 'sentence', level: 'advice',
  catches: '日本語の文字に挟まれた半角の句読点、コロン、感嘆符など。',
  why: '日本語の文章では全角の記号を使い、半角の記号は変換のし忘れであることが多いためです。',
  example: { wrong: '研修を実施し,検討した。', right: '研修を実施し、検討した。' },
}, function* ({ text }) {
  for (const { index, 0: mark } of matchesOf(text, new RegExp(`(?<=${japanese})[,.:;?!~](?=${japanese}|$)`, 'g'))) {
    yield { start: index, end: index + 1, message: `日本語の文字に続く「${mark}」が半角です。`, suggestion: full[mark]! };
  }
});
