import { sentenceRule } from '../rule.ts';
import { isParticle, isVerbalNoun, type Token } from '../token.ts';

/** サ変名詞 that are used with を and no する: 夏休みを利用 is a headline, 開催を予定の講座 is said. */
const standing = /^(?:予定|希望|担当|参考|前提|基本|中心|代表|契機|原則|境|限度|根拠|手本|目標|活用|利用|経由|反映|施策|計画|事業|予算|規定|条件|組合|制限|上限)$/;
/** 「収入を維持及び更新に充てた」: what the nouns are for. */
const purpose = /^[^、。]{1,16}に(?:分|区分|分類|活用|照ら|使|利用|充て|生か|役立|限|用い)/;

export const objectOfNoun = sentenceRule({
  name: 'object-of-noun', title: '「在庫管理を徹底により」', family: 'sentence', level: 'error',
  catches: '「在庫管理を徹底により」「啓発物品を配布等」「事故を防止及び設備の更新」のように、「を」の後が「する」の付かない名詞のままで、「により」「等」「及び」などに続いている箇所。',
  why: '「を」は動詞に係るもので、名詞のままでは受けられないためです。「在庫管理の徹底により」か「在庫管理を徹底することにより」とします。',
  example: { wrong: '在庫管理を徹底により、黒字となった。', right: '在庫管理の徹底により、黒字となった。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const [noun, after] = [tokens[index + 1], tokens[index + 2]];
    if (!isParticle(token, 'を') || !isVerbalNoun(noun) || standing.test(noun!.surface) || !after || !goesOn(tokens, index + 2)) continue;
    if (/^(?:及び|並びに)$/.test(after.surface) && purpose.test(text.text.slice(after.end, after.end + 24))) continue;
    yield { start: token.start, end: after.end, message: `「${text.text.slice(token.start, after.end)}」の「を」を受ける動詞がありません。「の${noun!.surface}」の誤りと思われます。` };
  }
});

/** How a thing is done. */
const means = /^(?:公募|入札|抽選|投票|郵送|電話|委託|競売|審査|協議|寄附|募集|選考|選挙|契約|放送|通知|掲示|提示|申請|調査|訪問|巡回|対話|検討)$/;

/** What can follow a noun and no verb. */
function goesOn(tokens: readonly Token[], index: number): boolean {
  const [after, then] = [tokens[index]!, tokens[index + 1]];
  // 「跡地を公募により売却した」: how the verb to come is done.
  if (/^に?(?:より|よって)$/.test(after.surface + (after.surface === 'に' ? then?.surface ?? '' : '')) || after.surface === 'により' || after.surface === 'によって') return !means.test(tokens[index - 1]!.surface) && [then, tokens[index + 2]].some((token) => token?.surface === '、');
  if (/^(?:及び|並びに|について|による|に関する|に対する|における|への)$/.test(after.surface) || (after.surface === 'の' && then?.surface === 'ため')) return true;
  // 「を研修等で学ぶ」: the noun says where, and the verb is still to come.
  if (/^(?:等|など)$/.test(after.surface)) return /^(?:、|の|により|について|による)$/.test(then?.surface ?? '');
  return after.surface === 'に' && /^(?:よる|関し|関する|伴い|伴う|ついて|当たり|当たって|際し|向け|係る)$/.test(then?.surface ?? '');
}
