import { textRule } from '../rule.ts';

export const startsWithPunctuation = textRule({
  name: 'starts-with-punctuation', title: '区切り記号で始まる行', family: 'sentence', level: 'advice',
  catches: '「：申請書の入力」「、また」のように、行や段落が区切りの記号や閉じ括弧で始まっている箇所。',
  why: '前にあるべき見出しや語句が抜けているか、行の切れ目を誤ったものと思われるためです。',
  example: { wrong: '：申請書の基礎入力事務', right: '児童育成課：申請書の基礎入力事務' },
}, function* ({ text }) {
  const match = /^[\s　]*([：:、。，．／」』）\])])/.exec(text);
  if (match) yield { start: match[0].length - 1, end: match[0].length, message: `「${match[1]}」で始まっています。前の語句が抜けていないか確かめてください。` };
});
