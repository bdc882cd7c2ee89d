import { sentenceRule } from '../rule.ts';

export const commaAfterModifier = sentenceRule({
  name: 'comma-after-modifier', title: '「国の定めた、家計への支援」', family: 'sentence', level: 'note',
  catches: '「国の定めた、家計への支援を行うための」のように、短い修飾語と後の名詞の間に打たれた読点。',
  why: '修飾語がどの語に係るのかが読み取りにくくなるためです。',
  example: { wrong: '国の定めた、支援のための給付金を交付した。', right: '国の定めた支援のための給付金を交付した。' },
}, function* ({ tokens, start }) {
  for (const [index, comma] of tokens.entries()) {
    const [first, no, ...rest] = tokens.slice(Math.max(0, index - 5), index);
    // A clause of noun + の + verb in the past at the very beginning of the sentence.
    if (comma.surface !== '、' || first?.start !== start || first.pos !== '名詞' || !['の', 'が'].includes(no?.surface ?? '')) continue;
    if (rest.length < 2 || rest.at(-1)!.surface !== 'た' || rest[0]!.pos !== '動詞' || tokens[index + 1]?.pos !== '名詞') continue;
    yield { start: first.start, end: comma.end, message: '修飾する語句の直後の読点は、どの語に係るのかを分かりにくくします。' };
  }
});
