import { sentenceRule } from '../rule.ts';

export const verbBeforeOyobi = sentenceRule({
  name: 'verb-before-oyobi', title: '「行う及び」', family: 'sentence', level: 'error',
  catches: '「炊き出しを行う及び安否確認」「設置した及び更新した」のように、動詞を言い切った後に「及び」「並びに」が続いている箇所。',
  why: '「及び」は名詞を並べる語で、動詞は「行い、」「行うとともに」などで並べるためです。',
  example: { wrong: '炊き出しを行う及び安否確認の訓練を行った。', right: '炊き出し及び安否確認の訓練を行った。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (!next || !/^(?:及び|並びに)$/.test(next.surface)) continue;
    const closed = token.form === '基本形' && (token.pos === '動詞' || (token.pos === '助動詞' && /^(?:た|ます|ない)$/.test(token.surface)));
    if (closed) yield { start: token.start, end: next.end, message: `「${text.text.slice(token.start, next.end)}」とは続きません。名詞を並べるか、「〜し、」「〜とともに」でつないでください。` };
  }
});
