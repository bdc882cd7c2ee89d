import { matchesOf, textRule } from '../rule.ts';

export const dictionaryWord = textRule({
  name: 'dictionary-word', title: '市の用字用語', family: 'consistency', level: 'advice',
  catches: '市の用字用語辞書（prh形式）で直すこととされている語。',
  why: '市が決めた書き方を報告書全体で守るためです。辞書で正しいとされた語は、ほかのどの規則でも指摘しません。',
  example: { wrong: '経営感覚を持った人材', right: '経営感覚を持った人財' },
}, function* ({ text }, { tools }) {
  for (const { expected, patterns, reason } of tools.dictionary?.entries ?? []) {
    for (const pattern of patterns) {
      for (const match of matchesOf(text, pattern)) {
        // A replacement may refer to groups of the pattern, as in prh.
        const suggestion = match[0].replace(new RegExp(pattern.source, pattern.flags.replace('g', '')), expected);
        if (match[0] === '' || suggestion === match[0] || standsInside(text, match.index, match[0], expected)) continue;
        yield { start: match.index, end: match.index + match[0].length, message: `市の用字用語辞書では「${suggestion}」と書きます。${reason ?? ''}`, suggestion };
      }
    }
  }
});

/** サーバ inside サーバー: the right form contains the wrong one. */
function standsInside(text: string, index: number, found: string, expected: string): boolean {
  for (let at = expected.indexOf(found); at !== -1; at = expected.indexOf(found, at + 1)) {
    if (text.startsWith(expected, index - at)) return true;
  }
  return false;
}
