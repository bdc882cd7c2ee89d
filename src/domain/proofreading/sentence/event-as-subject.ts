import { sentenceRule } from '../rule.ts';
import { isParticle, isVerbalNoun } from '../token.ts';

/** Verbs that somebody does to a thing. */
const doneTo = new Set(['実施', '開催', '策定', '設置', '作成', '配布', '締結', '公表', '発行', '導入', '整備', '制定', '開設', '配備', '掲載', '支給', '交付', '募集', '点検', '更新', '廃止']);
/** Things that are done and never do anything. */
const done = /^(?:訓練|研修|調査|点検|工事|清掃|測定|改修|修繕|アンケート|講座|教室|研修会|説明会|講習会|計画|方針|要綱|規程|マニュアル|手引|パンフレット|ポスター|施設|設備|端末|システム|窓口|制度)$/;

export const eventAsSubject = sentenceRule({
  name: 'event-as-subject', title: '「訓練が実施した」など', family: 'sentence', level: 'error',
  catches: '「図上訓練が実施した」「計画が策定した」のように、行われるものに「が」が付き、行う側のように書かれている箇所。',
  why: '「を実施した」か「が実施された」の誤りで、主語が分からなくなるためです。',
  example: { wrong: '合同で図上訓練が実施した。', right: '合同で図上訓練を実施した。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const [noun, verb, suru, after] = [tokens[index - 1], tokens[index + 1], tokens[index + 2], tokens[index + 3]];
    if (!isParticle(token, 'が') || !noun || !done.test(noun.surface) || !isVerbalNoun(verb) || !doneTo.has(verb!.surface) || suru?.surface !== 'し' || suru.base !== 'する') continue;
    // Before a noun it may be a clause of its own: 「制度が整備した環境」 is read twice, and left alone.
    const ends = /^(?:まし|、|て)$/.test(after?.surface ?? '') || (after?.surface === 'た' && /^[。、]$/.test(tokens[index + 4]?.surface ?? ''));
    if (ends) yield { start: token.start, end: token.end, message: `「${noun.surface}が${verb!.surface}し」は、「${noun.surface}を${verb!.surface}し」の誤りと思われます。`, suggestion: 'を' };
  }
});
