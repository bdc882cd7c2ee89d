import { sentenceRule } from '../rule.ts';
import { contextsOf, isCountedNoun, wordUsage } from '../usage/word-usage.ts';

export const unfamiliarHomophone = sentenceRule({
  name: 'unfamiliar-homophone', title: '同じ読みの、この分野で使わない語', family: 'sentence', level: 'advice', givesWay: true,
  catches: '「水準まで開腹した」「資料を郷土館に遺憾した」「職員同志の意見交換」のように、公用文にまず出てこない語で、同じ読みの別の語なら、前後の語との組合せが公用文によく出てくるもの。',
  why: '変換の誤りは、それ自体は正しい語であるため、目で追うだけでは見付けにくいためです。よく出る組合せは、公用文を数えた表で判断します。',
  example: { wrong: '利用者数は、以前の水準まで開腹した。', right: '利用者数は、以前の水準まで回復した。' },
}, function* ({ tokens }) {
  const usage = wordUsage();
  for (const [at, token] of tokens.entries()) {
    if (!isCountedNoun(token) || token.reading === undefined || token.reading.length < 3 || usage.isFamiliar(token.surface)) continue;
    const contexts = contextsOf(tokens, at);
    const meetings = (word: string) => contexts.reduce((sum, context) => sum + usage.count(word, context), 0);
    const better = usage.alike(token.reading).filter((word) => word !== token.surface && word.length === token.surface.length && meetings(word) > 0).toSorted((one, other) => meetings(other) - meetings(one))[0];
    if (better === undefined) continue;
    yield { start: token.start, end: token.end, message: `この文脈では、公用文では普通「${better}」を使います。「${token.surface}」が変換の誤りでないか、確かめてください。`, suggestion: better };
  }
});
