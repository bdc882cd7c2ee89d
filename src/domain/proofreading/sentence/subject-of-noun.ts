import { sentenceRule } from '../rule.ts';
import { isParticle, isVerbalNoun } from '../token.ts';

/** What happens to a thing, so that が before it is the subject of a verb and of no later one. */
const happens = /^(?:充実|向上|増加|減少|低下|拡大|縮小|安定|高騰|進展|上昇|悪化|進行|発生|改善|普及|定着|不足|短縮|移行|変化|継続|活用|整備|確保)$/;
const links = /^(?:について|による|により|によって|に関する|に対する|における|への|に伴う|に伴い|に伴って)$/;
const afterNi = /^(?:伴い|伴う|伴っ|関する|関し|向け|よる|より|ついて|対する|対し|備え|係る)$/;

export const subjectOfNoun = sentenceRule({
  name: 'subject-of-noun', title: '「公共交通が充実について」', family: 'sentence', level: 'error',
  catches: '「公共交通が充実について」「人口が減少に伴い」のように、「が」の後が「する」の付かない名詞のままで、「について」「に伴い」などに続いている箇所。',
  why: '「が」は動詞に係るもので、名詞のままでは受けられないためです。「公共交通の充実について」とします。',
  example: { wrong: '公共交通が充実について議論した。', right: '公共交通の充実について議論した。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const [noun, after, then] = tokens.slice(index + 1, index + 4);
    if (!isParticle(token, 'が') || token.detail !== '格助詞' || !isVerbalNoun(noun) || !happens.test(noun!.surface) || !after) continue;
    if (!links.test(after.surface) && !(after.surface === 'に' && afterNi.test(then?.surface ?? ''))) continue;
    yield { start: token.start, end: after.end, message: `「${text.text.slice(token.start, after.end)}」の「が」を受ける動詞がありません。「の${noun!.surface}」の誤りと思われます。` };
  }
});
