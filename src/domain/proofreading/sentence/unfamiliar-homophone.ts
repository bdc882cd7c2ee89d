import { sentenceRule } from '../rule.ts';
import { contextsOf, isCountedEnding, isCountedNoun, wordUsage } from '../usage/word-usage.ts';

export const unfamiliarHomophone = sentenceRule({
  name: 'unfamiliar-homophone', title: '同じ読みの、この分野で使わない語', family: 'sentence', level: 'advice', givesWay: true,
  catches: '「水準まで開腹した」「資料を郷土館に遺憾した」「職員同志の意見交換」のように、公用文にまず出てこない語で、同じ読みの別の語なら、前後の語との組合せが公用文によく出てくるもの。',
  why: '変換の誤りは、それ自体は正しい語であるため、目で追うだけでは見付けにくいためです。よく出る組合せは、公用文を数えた表で判断します。',
  example: { wrong: '利用者数は、以前の水準まで開腹した。', right: '利用者数は、以前の水準まで回復した。' },
}, function* ({ tokens }) {
  const usage = wordUsage();
  for (const [at, token] of tokens.entries()) {
    const ending = isCountedEnding(tokens, at);
    if (!ending && (!isCountedNoun(token) || token.reading === undefined || token.reading.length < 3)) continue;
    const familiar = usage.isFamiliar(token.surface);
    // A familiar word is doubted only where it was never met in this context and the other often; that both can be done says nothing then.
    const contexts = ending ? [`<${tokens[at - 1]!.surface}`] : contextsOf(tokens, at).filter((context) => !familiar || context !== '>する');
    const meetings = (word: string) => contexts.reduce((sum, context) => sum + usage.count(word, context), 0);
    if (meetings(token.surface) > 0) continue;
    const alike = ending ? endings.find((group) => group.includes(token.surface)) ?? [] : usage.alike(token.reading!);
    const better = [...alike].filter((word) => word !== token.surface && !isEither(word, token.surface) && word.length === token.surface.length && meetings(word) >= (familiar || ending ? 2 : 1)).toSorted((one, other) => meetings(other) - meetings(one))[0];
    if (better === undefined) continue;
    yield { start: ending ? tokens[at - 1]!.start : token.start, end: token.end, message: `この文脈では、公用文では普通「${better}」を使います。「${token.surface}」が変換の誤りでないか、確かめてください。`, suggestion: ending ? tokens[at - 1]!.surface + better : better };
  }
});

/** Kanji that end compounds and are read alike. 「課」「化」「科」 end the names of offices, of which nobody has counted all. */
const endings = '時事次 点店 者社 師士 数枢 量料領 性制 館感間 期機器 率立 権券圏 庁長 場状 員院 材財剤 地値 線船 局曲 費比 額学 案安 帯体隊 型形 書所'.split(' ');

/** Words that stand for one another, as each city has it. */
const either = ['改訂改定', '配布配付', '編成編制', '運行運航', '受験受検', '交代交替', '作成作製', '搭載登載', '出店出展', '祈念記念'];
const isEither = (one: string, other: string): boolean => either.some((pair) => pair.includes(one) && pair.includes(other));
