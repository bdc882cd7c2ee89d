import { sentenceRule } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';

/** What is said, thought or decided, with と before it. */
const said = new Set(['回答', '判断', '説明', '報告', '認識', '評価', '指摘', '主張', '予想', '想定', '判定', '宣言', '答弁', '表明', '推計', '推測', '明記', '記載', '表示', '申告']);

export const missingTo = sentenceRule({
  name: 'missing-to', title: '「と」の脱落', family: 'sentence', level: 'error',
  catches: '「役立つ回答した人」「必要がある判断した」のように、述べたことや考えたことを受ける「と」が抜けている箇所。',
  why: '何と述べたのかの切れ目が分からず、文がつながらないためです。',
  example: { wrong: '研修が役立つ回答した人が８割を占めた。', right: '研修が役立つと回答した人が８割を占めた。' },
}, function* ({ tokens }) {
  for (const [index, token] of tokens.entries()) {
    const [noun, suru] = tokens.slice(index + 1, index + 3);
    if (!isVerbalNoun(noun) || !said.has(noun!.surface) || noun!.start !== token.end || suru?.base !== 'する' || suru.pos !== '動詞' || !endsStatement(token)) continue;
    yield { start: token.start, end: noun!.end, message: `「${noun!.surface}」の前の「と」が抜けていると思われます。`, suggestion: `${token.surface}と${noun!.surface}` };
  }
});

/** A verb, an adjective or た, as it ends a sentence. */
function endsStatement({ pos, form, surface }: Token): boolean {
  return /^(?:基本形|終止形)/.test(form) && /^(?:動詞|形容詞|助動詞)$/.test(pos) && surface !== 'な';
}
