import { matchesOf, textRule } from '../rule.ts';
import { everyKind } from './characters.ts';

export const halfWidthKana = textRule({
  name: 'half-width-kana', title: '半角の片仮名', family: 'print', level: 'advice',
  catches: '「ﾃﾞｼﾞﾀﾙ」のような半角の片仮名と、半角の「｡｢｣､･」。',
  why: '濁点が別の文字になるため検索で漏れ、印刷でも見苦しくなるためです。',
  example: { wrong: 'ﾃﾞｼﾞﾀﾙ化を推進した。', right: 'デジタル化を推進した。' },
}, function* ({ text }) {
  for (const { index, 0: found } of matchesOf(text, /[\uff61-\uff9f]+/g)) {
    yield { start: index, end: index + found.length, message: `「${found}」は半角です。`, suggestion: found.normalize('NFKC') };
  }
}, everyKind);
