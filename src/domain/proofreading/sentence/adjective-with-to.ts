import { sentenceRule } from '../rule.ts';
import { isParticle, isVerb, isVerbalNoun, type Token } from '../token.ts';

/** Verbs that have と for what is said, thought or become. */
const taking = /^(?:する|なる|いう|言う|思う|考える|感じる|見る|みる|見なす|みなす|答える|述べる|呼ぶ|捉える|位置付ける|位置づける|言える|いえる|思われる|受け止める|見込む|認める|定める|書く|示す|比べる|異なる|違う|結び付く|判断|評価|回答|認定|判定|認識|診断|指摘|想定|仮定|推定|推測|予測|予想|解釈|記載|表示|表現|定義|分類|規定|報告|連携|両立|比較|交換|区別)$/;
/** States that are things as well: 安全と確保 is a list. */
const things = /^(?:安全|安心|健康|自由|平和|清潔|公平|公正|平等|元気|危険|不安|幸福|豊か|便利|多様|自然|障害|必要)$/;

export const adjectiveWithTo = sentenceRule({
  name: 'adjective-with-to', title: '「大幅と増加した」', family: 'sentence', level: 'error',
  catches: '「大幅と増加した」「的確と把握し」「円滑と進めた」のように、動詞に係る語に「に」でなく「と」が付いている箇所。「良好と評価した」など、言う、思うなどの動詞が続くものは対象になりません。',
  why: '「大幅」「的確」などは「に」を付けて動詞に係るためです。',
  example: { wrong: '相談件数が大幅と増加した。', right: '相談件数が大幅に増加した。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const [to, verb] = [tokens[index + 1], tokens[index + 2]];
    if (token.detail !== '形容動詞語幹' || things.test(token.surface) || token.surface.length < 2 || !isParticle(to, 'と') || !verb) continue;
    // 「適正と把握」 of a longer compound is not an adverb.
    if (tokens[index - 1]?.pos === '名詞' || !isDoing(tokens, index + 2) || taking.test(isVerb(verb) ? verb.base : verb.surface)) continue;
    yield { start: to!.start, end: to!.end, message: `「${token.surface}と」は「${token.surface}に」の誤りと思われます。`, suggestion: 'に' };
  }
});

function isDoing(tokens: readonly Token[], index: number): boolean {
  return isVerb(tokens[index]) || (isVerbalNoun(tokens[index]) && tokens[index + 1]?.base === 'する' && tokens[index + 1]!.pos === '動詞');
}
