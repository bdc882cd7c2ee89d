import { sentenceRule } from '../rule.ts';
import { isParticle, isVerbalNoun } from '../token.ts';

export const sameRootObject = sentenceRule({
  name: 'same-root-object', title: '「支援を支える」「実施を実施する」など', family: 'sentence', level: 'advice',
  catches: '「調査を調べる」「募集を募る」「研修の実施を実施する」のように、目的語と同じ漢字の動詞が使われている箇所。',
  why: '同じことを二度述べており、書き換えの途中で残ったものと思われるためです。',
  example: { wrong: '市民委員の募集を募った。', right: '市民委員を募った。' },
}, function* ({ tokens, text }) {
  for (const [index, noun] of tokens.entries()) {
    const verb = tokens[index + 2];
    if (!isVerbalNoun(noun) || !isParticle(tokens[index + 1], 'を') || !verb) continue;
    const sameNoun = isVerbalNoun(verb) && verb.surface === noun.surface && tokens[index + 3]?.base === 'する';
    const kanji = verb.base[0] ?? '';
    const sameKanji = verb.pos === '動詞' && /\p{Script=Han}/u.test(kanji) && noun.surface.includes(kanji) && noun.surface.length === 2 && !/^(?:行|受|取|付|出|持|分)/.test(kanji) && !/^(?:研修を修め|(?:設問|設備|施設)を設け|設備を備え|塗装を塗|納得を得)/.test(`${noun.surface}を${verb.base}`);
    if (!sameNoun && !sameKanji) continue;
    yield { start: noun.start, end: verb.end, message: `「${text.text.slice(noun.start, verb.end)}」は、同じことを二度述べています。` };
  }
});
