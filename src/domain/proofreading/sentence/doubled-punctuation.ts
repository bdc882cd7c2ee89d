import { matchesOf, textRule } from '../rule.ts';

/** Two marks of which the first, or the second, is left over. …… and ―― are written double on purpose. */
const doubled = /([、，,])[、，,]+|([。．])[。．]+|[、，]([。．])|([。．])[、，]|([「『（(])[、。，．]|・(・)+|[、，]([」』）)])/g;

export const doubledPunctuation = textRule({
  name: 'doubled-punctuation', title: '句読点の重なり', family: 'sentence', level: 'error',
  catches: '「、、」「。。」「、。」「（、」「、」」のように、句読点が続いている箇所や括弧に接している箇所。',
  why: '文章を直したときに消し忘れたもので、印刷するまで気付きにくいためです。',
  example: { wrong: '例規改正を行い、、体制を整備した。', right: '例規改正を行い、体制を整備した。' },
}, function* ({ text }) {
  for (const match of matchesOf(text, doubled)) {
    const kept = match.slice(1).find((mark) => mark !== undefined)!;
    yield { start: match.index, end: match.index + match[0].length, message: `「${match[0]}」と句読点などが重なっています。`, suggestion: kept };
  }
});
