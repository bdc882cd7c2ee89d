import { headAfter } from '../clause.ts';
import { sentenceRule } from '../rule.ts';
import { isParticle } from '../token.ts';

const places = /(?:会館|センター|公民館|図書館|体育館|博物館|美術館|ホール|会場|小学校|中学校|高校|庁舎|市役所|役場|公園|広場|会議室|支所|集会所|児童館|プラザ|キャンパス)$/;

export const placeOfEvent = sentenceRule({
  name: 'place-of-event', title: '「公民館に開催した」', family: 'sentence', level: 'error',
  catches: '「講座を公民館に開催した」「市役所に２回実施した」のように、行う場所に「で」でなく「に」が付いている箇所。',
  why: '「に」はあるものの場所を、「で」は行うことの場所を表すためです。',
  example: { wrong: '相談会を中央公民館に開催した。', right: '相談会を中央公民館で開催した。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const noun = tokens[index - 1];
    if (!isParticle(token, 'に') || !noun || noun.pos !== '名詞') continue;
    const place = /^.$/.test(noun.surface) ? `${tokens[index - 2]?.surface ?? ''}${noun.surface}` : noun.surface;
    const head = places.test(place) ? headAfter(tokens, index, true) : null;
    if (head && /^(?:開催|実施|行う)$/.test(head.word)) yield { start: token.start, end: token.end, message: `「${place}に」は「${place}で」の誤りと思われます。`, suggestion: 'で' };
  }
});
