import { sentenceRule } from '../rule.ts';

export const noBeforeSuru = sentenceRule({
  name: 'no-before-suru', title: '「対象のした」など', family: 'sentence', level: 'error',
  catches: '「父親を対象のした講座」「必修のして実施した」のように、「とした」「にした」などとすべきところが「の」になっている箇所。',
  why: '「の」の後に「した」「して」は続かず、文がつながらないためです。',
  example: { wrong: '父親を対象のした講座を開いた。', right: '父親を対象とした講座を開いた。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const [before, suru, after] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
    if (token.surface !== 'の' || token.pos !== '助詞' || before?.pos !== '名詞' || suru?.surface !== 'し' || suru.base !== 'する' || !/^(?:た|て|まし|、)$/.test(after?.surface ?? '')) continue;
    // 「市のした処分」: with an object of its own the noun may be who did it; 「対象のした」 has its object before.
    yield { start: token.start, end: suru.end, message: `「${text.text.slice(before.start, after!.end)}」は「とし」「にし」などの誤りと思われます。` };
  }
});
