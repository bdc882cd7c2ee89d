import { sentenceRule } from '../rule.ts';

/** Words that are written twice on purpose, and kana that stand twice in other words (ものの, はは). */
const onPurpose = /^(?:一つ|一人|ひとり|ひとつ|一|一歩|少し|段々|だん|いろ|まあ|もっと|ます|とき|どき|わざ|それ|たま|ほど|まだ|ゼロ|そろ|より|どん|日|個|各|間|次|着|益|種|別|刻|徐|先|時|年|月|人|我|国|村|家|木|山|星|方|所|数|様|々|ー|つ|わ|じ|か|そ|て|ん|０|0|[0-9０-９]+|[A-Za-zＡ-Ｚａ-ｚ]+)$/;
const particles = new Set(['を', 'の', 'が', 'に', 'は', 'へ', 'で', 'も', 'と', 'や', 'から', 'まで', 'について', 'において', 'により', 'による', 'に対して', 'に関する', 'として', 'ため', 'こと', 'する', 'した', 'など', '等']);

export const repeatedWord = sentenceRule({
  name: 'repeated-word', title: '同じ語の打ち重ね', family: 'sentence', level: 'error',
  catches: '「をを」「についてについて」「実施実施」のように、同じ語が続けて二度書かれている箇所。',
  why: '打ち間違いや貼り付けの重なりで、変換の際に見落としやすいためです。',
  example: { wrong: '研修をを実施した。', right: '研修を実施した。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    // 「呼び掛けるため、ため出前講座を」: the comma was put between the two.
    const behind = tokens[index + 2];
    if (next?.surface === '、' && behind?.surface === token.surface && /^(?:ため|こと|など|とき|場合|ところ|ほか|について|により|において|に対して|として|から|ので|また|さらに|なお|併せて)$/.test(token.surface)) {
      yield { start: token.start, end: behind.end, message: `「${token.surface}」が続けて二度書かれています。`, suggestion: `${token.surface}、` };
      continue;
    }
    if (!next || next.surface !== token.surface) continue;
    const { surface } = token;
    const wordTwice = token.pos !== '記号' && surface.length >= 2 && /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]+$/u.test(surface) && !onPurpose.test(surface);
    const particleTwice = particles.has(surface) && (token.pos === '助詞' || next.pos === '助詞' || /^[をへ]$/.test(surface));
    if (!wordTwice && !particleTwice) continue;
    // ものの, ことと, こととと: a particle after a noun that ends in the same kana.
    if (particleTwice && surface.length === 1 && surface !== 'を' && tokens[index - 1]?.surface.endsWith(surface)) continue;
    yield { start: token.start, end: next.end, message: `「${surface}」が続けて二度書かれています。`, suggestion: text.text.slice(token.start, token.end) };
  }
});
