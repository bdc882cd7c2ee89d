import { sentenceRule } from '../rule.ts';
import { isVerb, isVerbalNoun } from '../token.ts';

/** お before these is politeness: お客, お知らせ, お願い. */
const polite = /^(?:願|知|祝|礼|待|客|話|声|金|茶|手|互|伝|届|届け|問|答|断|預|越|示し?合|試|薦|勧|一人|ひと)/;

export const oForWo = sentenceRule({
  name: 'o-for-wo', title: '「を」を「お」と打つ', family: 'sentence', level: 'error',
  catches: '「課題お共有した」「協議の場お設け」のように、助詞の「を」が「お」になっている箇所。「お願い」「お知らせ」のような丁寧な言い方は対象になりません。',
  why: '読みが同じで、画面では見落としやすい打ち間違いのためです。',
  example: { wrong: '会議で課題お共有した。', right: '会議で課題を共有した。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const [before, next, after] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
    if (token.surface !== 'お' || !next || (before?.pos !== '名詞' && !/^[」』）々ー]$/.test(before?.surface ?? '')) || polite.test(next.surface)) continue;
    const verbalNoun = isVerbalNoun(next) && after?.base === 'する';
    // お伝えする, お渡しいただく: a humble form, whatever stands before it.
    const verb = isVerb(next) && /^\p{Script=Han}/u.test(next.surface) && !(next.form === '連用形' && /^(?:する|いただく|頂く|くださる|下さる|に)$/.test(after?.base ?? ''));
    if (verbalNoun || verb) yield { start: token.start, end: token.end, message: '「を」が「お」になっていると思われます。', suggestion: 'を' };
  }
});
