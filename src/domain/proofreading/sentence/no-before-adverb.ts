import { sentenceRule } from '../rule.ts';
import { adverbEnd } from '../clause.ts';
import { isParticle, isVerb, isVerbalNoun, type Token } from '../token.ts';

export const noBeforeAdverb = sentenceRule({
  name: 'no-before-adverb', title: '「課題の早期に発見し」など', family: 'sentence', level: 'error',
  catches: '「課題の早期に発見し」「要望の適切に把握した」のように、動詞に掛かる「早期に」「適切に」などの前が「の」になっている箇所と、「意見の反映する」のような箇所。',
  why: '「の」の後には名詞が続き、「課題を早期に発見し」のように「を」でなければ動詞につながらないためです。',
  example: { wrong: '課題の早期に発見し、支援につなげた。', right: '課題を早期に発見し、支援につなげた。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    if (!isParticle(token, 'の') || tokens[index - 1]?.pos !== '名詞' || tokens[index - 1]!.detail === '非自立') continue;
    const reflected = tokens[index + 1]?.surface === '反映' && tokens[index + 2]?.base === 'する' && /^(?:する|し)$/.test(tokens[index + 2]!.surface);
    const right = reflected ? 'に' : isBeforeAdverb(tokens, index) ? 'を' : null;
    if (right !== null) yield { start: token.start, end: token.end, message: `「の」は「${right}」の誤りと思われます。`, suggestion: right };
  }
});

/** Adverbs of manner, and behind them a verb that ends its clause and so qualifies no noun: 「市の新たに設けた施設」 is said. */
function isBeforeAdverb(tokens: readonly Token[], particle: number): boolean {
  const end = tokens[particle + 2]?.surface === 'に' || tokens[particle + 2]?.surface === '的' ? adverbEnd(tokens, particle + 1) : null;
  if (end === null || tokens[particle + 1]!.pos === '副詞' || /^(?:同時|特|更|別|年度内|無駄|必要|困難|危険|重要|疑問|質問)$/.test(tokens[particle + 1]!.surface)) return false;
  const verb = isVerbalNoun(tokens[end]) && tokens[end + 1]?.base === 'する' ? end + 1 : isVerb(tokens[end]) ? end : null;
  if (verb === null) return false;
  const [after, last] = [tokens[verb + 1], tokens[verb + 2]];
  return tokens[verb]!.form.startsWith('連用') && (/^(?:、|まし|て)$/.test(after?.surface ?? '') || (after?.surface === 'た' && last?.surface === '。'));
}
