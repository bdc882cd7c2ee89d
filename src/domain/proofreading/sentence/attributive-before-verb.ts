import { sentenceRule } from '../rule.ts';
import { isVerb } from '../token.ts';

const right: Readonly<Record<string, string>> = { による: 'により', に関する: 'に関して', に対する: 'に対して', に係る: 'に係り', における: 'において', にわたる: 'にわたって' };

export const attributiveBeforeVerb = sentenceRule({
  name: 'attributive-before-verb', title: '「による決める」など', family: 'sentence', level: 'error',
  catches: '「入札による決める」「市民に対する説明した」のように、名詞に係る「による」「に対する」などの後に動詞が続いている箇所。',
  why: '「による」「に関する」は名詞に係る形で、動詞には「により」「に関して」の形で係るためです。',
  example: { wrong: '貸付料を入札による決める方式とした。', right: '貸付料を入札により決める方式とした。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const verb = tokens[index + 1];
    const suggestion = right[token.surface];
    // A verb in its 連用形 may be a noun: 職員による見守り.
    if (suggestion === undefined || !isVerb(verb) || !/^(?:基本形|連用タ接続|未然)/.test(verb!.form) || verb!.base === 'ある') continue;
    yield { start: token.start, end: token.end, message: `「${text.text.slice(token.start, verb!.end)}」は「${suggestion}${verb!.surface}」の誤りと思われます。`, suggestion };
  }
});
