import { isNumber } from '../clause.ts';
import { sentenceRule } from '../rule.ts';
import { isVerbalNoun } from '../token.ts';

export const bareAru = sentenceRule({
  name: 'bare-aru', title: '「提出あった」', family: 'sentence', level: 'error',
  catches: '「意見の提出あった」「申請あり、」のように、名詞と「ある」の間の「が」が抜けている箇所。数の後の「12件あった」は対象になりません。',
  why: '助詞が抜けると、文がつながらないためです。',
  example: { wrong: '合わせて96件の意見の提出あった。', right: '合わせて96件の意見の提出があった。' },
}, function* ({ tokens }) {
  for (const [index, noun] of tokens.entries()) {
    const [aru, after] = [tokens[index + 1], tokens[index + 2]];
    const thing = isVerbalNoun(noun) || (noun.pos === '名詞' && /^(?:申込み|申し込み|問合せ|問い合わせ|意見|要望|効果|課題|苦情|指摘|報告|声|収入)$/.test(noun.surface));
    // 「市外が２施設あり」.
    if (tokens[index - 1] && isNumber(tokens[index - 1]!)) continue;
    if (!thing || aru?.base !== 'ある' || aru.pos !== '動詞' || !/^(?:あっ|あり)$/.test(aru.surface)) continue;
    if (aru.surface === 'あり' ? after?.surface !== '、' : !/^[たて]$/.test(after?.surface ?? '')) continue;
    yield { start: noun.start, end: aru.end, message: `「${noun.surface}」と「${aru.surface}」の間の「が」が抜けていると思われます。`, suggestion: `${noun.surface}が${aru.surface}` };
  }
});
