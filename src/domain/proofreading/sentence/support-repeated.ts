import { sentenceRule } from '../rule.ts';
import { isVerb, isVerbalNoun } from '../token.ts';

export const supportRepeated = sentenceRule({
  name: 'support-repeated', title: '「支援として…支援する」', family: 'sentence', level: 'advice',
  catches: '「業務改善のための支援として、自己啓発の促進を支援する」のように、「〜として」の語が同じ節の動詞に繰り返されている箇所。',
  why: '「支援として…を支援する」は同じことを二度述べており、述語を言い換える必要があるためです。',
  example: { wrong: '事業者への支援として、資金の調達を支援した。', right: '事業者への支援として、資金の調達を助成した。' },
}, function* ({ tokens, text }) {
  for (const [index, noun] of tokens.entries()) {
    if (!isVerbalNoun(noun) || !/^(?:として|のため)$/.test(tokens[index + 1]?.surface ?? '')) continue;
    const again = tokens.findIndex((token, at) => at > index + 1 && isVerbalNoun(token) && token.surface === noun.surface && isVerb(tokens[at + 1]) && tokens[at + 1]!.base === 'する');
    // Inside 「…」 stands a name, not the sentence's own verb.
    const between = again === -1 ? '' : text.text.slice(noun.end, tokens[again]!.start);
    if (again === -1 || (between.match(/「/g)?.length ?? 0) > (between.match(/」/g)?.length ?? 0)) continue;
    yield { start: tokens[again]!.start, end: tokens[again + 1]!.end, message: `「${noun.surface}${tokens[index + 1]!.surface}」を受けて「${text.text.slice(tokens[again]!.start, tokens[again + 1]!.end)}」と、同じ語が繰り返されています。` };
  }
});
