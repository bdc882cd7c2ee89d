import { sentenceRule } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';

export const pastBeforeSuru = sentenceRule({
  name: 'past-before-suru', title: '「向けた検討した」', family: 'sentence', level: 'error',
  catches: '「開放に向けた検討した」「実情に応じた支援し」「実施した検証した」のように、名詞に係る「た」の後に、「を」のない「〜する」が続いている箇所。',
  why: '「向けた」は名詞に係り、動詞には「向けて検討した」の形で係るためです。',
  example: { wrong: '跡地の開放に向けた検討した。', right: '跡地の開放に向けて検討した。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const [noun, suru] = [tokens[index + 1], tokens[index + 2]];
    if (token.pos !== '助動詞' || !/^[ただ]$/.test(token.surface) || token.base !== 'た' || !isVerbalNoun(noun) || suru?.base !== 'する' || !endsClause(tokens, index + 2)) continue;
    const verb = tokens[index - 1]!;
    yield { start: verb.start, end: noun!.end, message: `「${verb.surface}${token.surface}」は名詞に係る形です。「${verb.surface}て${noun!.surface}」か「${noun!.surface}を」の誤りと思われます。` };
  }
});

function endsClause(tokens: readonly Token[], suru: number): boolean {
  const [verb, after, last] = tokens.slice(suru, suru + 3);
  if (verb?.surface !== 'し') return false;
  return /^(?:、|まし|て)$/.test(after?.surface ?? '') || (after?.surface === 'た' && /^[。、]$/.test(last?.surface ?? ''));
}
