import { sentenceRule } from '../rule.ts';
import { isParticle } from '../token.ts';

/** Who says something. */
const people = /^(?:住民|市民|町民|村民|区民|保護者|職員|利用者|参加者|受講者|事業者|来館者|来場者|委員|団体|企業|学校|地域|自治会|地元|国|県|家族|児童|生徒|関係者|関係機関|議会|委員会|審議会)$/;
const said = /^(?:要望|意見|相談|連絡|問合せ|依頼|提案|報告|照会|質問|苦情|回答|通報|声|協力|指摘|助言|意向|評価)$/;
/** What needs a whole noun before it, so that から has no verb to belong to. */
const whole = /^(?:を踏まえ|を反映|を基に|を生か|を参考|を取り入れ|に応|に対し|に対応|に基づ|により|による|に関|を集計|を分析|を整理|の件数|件数|への)/;

export const karaBeforeNoun = sentenceRule({
  name: 'kara-before-noun', title: '「住民から要望を踏まえ」', family: 'sentence', level: 'error',
  catches: '「住民から要望を踏まえ」「保護者から意見に対応し」のように、「からの」の「の」が抜けている箇所。「住民から要望を受け付けた」は対象になりません。',
  why: '「から」は動詞に係り、名詞に係るときは「からの」となるためです。',
  example: { wrong: '住民から要望を踏まえ、内容を見直した。', right: '住民からの要望を踏まえ、内容を見直した。' },
}, function* ({ tokens, text }) {
  for (const [index, kara] of tokens.entries()) {
    const [before, noun] = [tokens[index - 1], tokens[index + 1]];
    if (!isParticle(kara, 'から') || !before || !noun || !said.test(noun.surface) || !(people.test(before.surface) || /^[者員会]$/.test(before.surface))) continue;
    if (whole.test(text.text.slice(noun.end, noun.end + 6))) yield { start: kara.start, end: noun.end, message: `「から${noun.surface}」は「からの${noun.surface}」の誤りと思われます。`, suggestion: `からの${noun.surface}` };
  }
});
