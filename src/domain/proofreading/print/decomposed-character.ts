import { matchesOf, textRule } from '../rule.ts';
import { everyKind } from './characters.ts';

export const decomposedCharacter = textRule({
  name: 'decomposed-character', title: '分かれた濁点', family: 'print', level: 'error',
  catches: '「か」と濁点が二つの文字に分かれているもの、離れた濁点（「か゛」）、漢字に見える部首の文字（「⼀」「⾏」）。',
  why: '見た目は同じでも別の文字であり、検索や照合で漏れるためです。PDFや別の機種から貼り付けたときに生じます。',
  example: { wrong: 'デジタル化か\u3099進んだ。', right: 'デジタル化が進んだ。' },
}, function* ({ text }) {
  for (const { index, 0: found } of matchesOf(text, /[ぁ-んァ-ヶ][\u3099\u309a゛゜]|[\u2f00-\u2fd5\u2e80-\u2ef3]/g)) {
    const composed = found.replace('゛', '\u3099').replace('゜', '\u309a').normalize('NFKC');
    yield { start: index, end: index + found.length, message: `「${found}」は、見た目の似た別の文字（又は濁点が分かれた文字）です。`, ...(composed === found ? {} : { suggestion: composed }) };
  }
}, everyKind);
