import { sentenceRule } from '../rule.ts';
import { isVerb } from '../token.ts';

export const unevenParallel = sentenceRule({
  name: 'uneven-parallel', title: '「〜や積極的に行動する」', family: 'sentence', level: 'advice',
  catches: '「社会参加や積極的に行動しやすい環境」「広報及び効率的に運営する」のように、名詞と、動詞に係る語とが「や」「及び」で並べられている箇所。',
  why: '並べる語句の種類がそろわないと、何と何を並べたのかが分からなくなるためです。「社会に参加し、積極的に行動しやすい」のようにそろえます。',
  example: { wrong: '社会参加や積極的に行動しやすい環境をつくる。', right: '社会に参加し、積極的に行動しやすい環境をつくる。' },
}, function* ({ tokens }) {
  for (const [index, conjunction] of tokens.entries()) {
    if (!/^(?:や|及び|並びに)$/.test(conjunction.surface) || tokens[index - 1]?.pos !== '名詞') continue;
    const [stem, teki, ni] = tokens.slice(index + 1, index + 4);
    const adverb = stem?.pos === '名詞' && ((teki?.surface === '的' && ni?.surface === 'に') || (stem.detail === '形容動詞語幹' && teki?.surface === 'に'));
    const end = teki?.surface === '的' ? index + 3 : index + 2;
    // 「計画的や効率的に」 joins two adverbs; the verb must follow the second one.
    const verb = tokens.slice(end + 1, end + 4).some((token, at, list) => isVerb(token) || (token.detail === 'サ変接続' && list[at + 1]?.base === 'する'));
    if (!adverb || !verb || /^(?:的|[かやらげ])$/.test(tokens[index - 1]!.surface) || tokens[index - 1]!.detail === '形容動詞語幹') continue;
    yield { start: tokens[index - 1]!.start, end: tokens[end]!.end, message: `名詞「${tokens[index - 1]!.surface}」と、動詞に係る語とが「${conjunction.surface}」で並べられています。` };
  }
});
