import { textRule } from '../rule.ts';
import { isVerbalNoun } from '../token.ts';

/** A word of two kanji with する, cut in two by a particle. 示す, 出す and the like are verbs of every day: 一覧表を示した. */
const candidate = /(?<=[一-龠ァ-ヶー])([一-龠])([をにが])((?![示出表下戻通映移返残渡回直増消起壊話写押差生足貸隠])[一-龠])(?=[しすさ])/g;

export const transposedParticle = textRule({
  name: 'transposed-particle', title: '助詞と漢字の入替わり', family: 'sentence', level: 'error',
  catches: '「研修実を施した」「講座開を催した」のように、二字の語の間に助詞が入り込んでいる箇所。',
  why: '打つ順序が入れ替わったもので、語が二つに割れて読めなくなるためです。',
  example: { wrong: '職員に対して研修実を施した。', right: '職員に対して研修を実施した。' },
}, function* ({ text }, { tools: { tokenize } }) {
  for (const { index, 1: first = '', 2: particle = '', 3: second = '' } of text.matchAll(candidate)) {
    const [word, ...others] = tokenize(first + second);
    if (others.length > 0 || !isVerbalNoun(word)) continue;
    const mended = tokenize(text.slice(Math.max(0, index - 6), index) + particle + first + second + text.slice(index + 3, index + 8));
    const at = mended.findIndex(({ surface }) => surface === first + second);
    // Put together again, it must be a verb with する after a particle.
    if (at === -1 || mended[at - 1]?.surface !== particle || mended[at + 1]?.base !== 'する') continue;
    yield { start: index, end: index + 3, message: `「${first}${particle}${second}」は「${particle}${first}${second}」の打ち間違いと思われます。`, suggestion: particle + first + second };
  }
});
