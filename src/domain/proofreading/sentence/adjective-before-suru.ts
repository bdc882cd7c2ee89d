import { sentenceRule } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';

export const adjectiveBeforeSuru = sentenceRule({
  name: 'adjective-before-suru', title: '「丁寧な説明した」「活発した」など', family: 'sentence', level: 'error',
  catches: '「理由を丁寧な説明した」「新しい整備した」のように、名詞に係る形の後に動詞が続いている箇所と、「活動が活発した」のように「化」などが抜けている箇所。',
  why: '「な」は名詞に係り、動詞には「丁寧に説明した」の形で係るためです。',
  example: { wrong: '見直しの理由を丁寧な説明した。', right: '見直しの理由を丁寧に説明した。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const [noun, suru] = tokens.slice(index + 1, index + 3);
    if (!noun) continue;
    const na = token.surface === 'な' && token.pos === '助動詞' && (tokens[index - 1]?.detail === '形容動詞語幹' || tokens[index - 1]?.detail2 === '形容動詞語幹');
    const adjective = token.pos === '形容詞' && token.form === '基本形' && token.detail === '自立' && !/^(?:ない|よい|無い)$/.test(token.base);
    if ((na || adjective) && isVerbalNoun(noun) && suru?.base === 'する' && endsClause(tokens, index + 2)) {
      const start = na ? tokens[index - 1]!.start : token.start;
      yield { start, end: noun.end, message: `「${na ? tokens[index - 1]!.surface : ''}${token.surface}」は名詞に係る形です。「${na ? `${tokens[index - 1]!.surface}に` : `${token.surface.slice(0, -1)}く`}${noun.surface}」か「${noun.surface}を」の誤りと思われます。` };
    }
    const bare = token.detail === '形容動詞語幹' && token.surface.length >= 2 && noun.base === 'する' && noun.pos === '動詞' && /^(?:し|する)$/.test(noun.surface) && !/^(?:的|よう|そう)$/.test(token.surface) && tokens[index - 1]?.pos === '助詞' && states.has(token.surface);
    if (bare) yield { start: token.start, end: noun.end, message: `「${token.surface}する」という語はありません。「${token.surface}化する」「${token.surface}にする」などの誤りと思われます。` };
  }
});

const states = new Set('活発 円滑 明確 簡素 適正 健全 多様 複雑 高度 明らか 詳細 確実 正確 柔軟 迅速 容易 有効 重要 必要 公平 均等 平等 良好 快適 健康 困難 深刻 顕著 透明 効率 簡単 適切 適当 可能 十分 盛ん'.split(' '));

function endsClause(tokens: readonly Token[], suru: number): boolean {
  const [verb, after, last] = tokens.slice(suru, suru + 3);
  if (verb?.surface !== 'し') return false;
  return after?.surface === '、' || after?.surface === 'まし' || after?.surface === 'て' || (after?.surface === 'た' && /^[。、]$/.test(last?.surface ?? ''));
}
