import { sentenceRule } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';

/** What is given or let off as a part of a cost. */
const given = /^(?:助成|補助|減免|免除|負担|支給|還元|削減|補填|交付|軽減|達成|回収|占有)$/;

export const fractionObject = sentenceRule({
  name: 'fraction-object', title: '「費用の２分の１助成し」', family: 'sentence', level: 'error',
  catches: '「費用の２分の１助成し」「購入費の５割補助した」のように、「〜の」に続く割合の後の「を」が抜けている箇所。',
  why: '助詞が抜けると、割合が目的語なのか、増減の幅なのかが分からないためです。',
  example: { wrong: '資格の取得に要する費用の２分の１助成した。', right: '資格の取得に要する費用の２分の１を助成した。' },
}, function* ({ tokens, text }) {
  for (const [index, verb] of tokens.entries()) {
    const suru = tokens[index + 1];
    if (!isVerbalNoun(verb) || !given.test(verb.surface) || suru?.base !== 'する' || !/^(?:し|する)$/.test(suru.surface)) continue;
    const before = text.text.slice(Math.max(0, verb.start - 24), verb.start);
    const share = /の((?:[0-9０-９一二三四五六七八九]分の[0-9０-９一二三四五六七八九]|[0-9０-９.．]{1,5}[％%割]|全額|半額|一部))$/.exec(before)?.[1];
    if (share === undefined || hasObject(tokens, index)) continue;
    yield { start: verb.start - share.length, end: verb.end, message: `「${share}」の後の「を」が抜けていると思われます。`, suggestion: `${share}を${verb.surface}` };
  }
});

/** An を in the same clause already says what is given. */
function hasObject(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0 && !/^[、。]$/.test(tokens[at]!.surface); at -= 1) if (tokens[at]!.surface === 'を' && tokens[at]!.pos === '助詞') return true;
  return false;
}
