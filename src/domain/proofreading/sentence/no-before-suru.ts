import { sentenceRule } from '../rule.ts';
import { isVerbalNoun, type Token } from '../token.ts';

export const noBeforeSuru = sentenceRule({
  name: 'no-before-suru', title: '「対象のした」など', family: 'sentence', level: 'error',
  catches: '「父親を対象のした講座」「必修のして実施した」「協定の締結した。」のように、「とした」「を」などとすべきところが「の」になっている箇所。',
  why: '「の」は名詞に係り、「した」「締結した」には続かないためです。「市の実施した事業」のように、後の名詞に係るものは対象になりません。',
  example: { wrong: '父親を対象のした講座を開いた。', right: '父親を対象とした講座を開いた。' },
}, function* ({ tokens, text }) {
  for (const [index, token] of tokens.entries()) {
    const [before, suru, after] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
    if (token.surface === 'の' && token.detail === '連体化' && before?.pos === '名詞' && isVerbalNoun(suru) && endsIn(tokens, index + 2)) {
      yield { start: token.start, end: token.end, message: `「の${suru!.surface}し」は、「を${suru!.surface}し」などの誤りと思われます。`, suggestion: 'を' };
      continue;
    }
    // 「混雑状況の配信する案」: a state or a paper is what is sent, and never who sends.
    if (token.surface === 'の' && token.detail === '連体化' && before && things.test(before.surface) && isVerbalNoun(suru) && given.has(suru!.surface) && after?.base === 'する' && /^(?:する|し)$/.test(after.surface)) {
      yield { start: token.start, end: token.end, message: `「${before.surface}の${suru!.surface}する」は「${before.surface}を${suru!.surface}する」の誤りと思われます。`, suggestion: 'を' };
      continue;
    }
    if (token.surface !== 'の' || token.pos !== '助詞' || before?.pos !== '名詞' || suru?.surface !== 'し' || suru.base !== 'する' || !/^(?:た|て|まし|、)$/.test(after?.surface ?? '')) continue;
    // 「市のした処分」: with an object of its own the noun may be who did it; 「対象のした」 has its object before.
    yield { start: token.start, end: suru.end, message: `「${text.text.slice(before.start, after!.end)}」は「とし」「にし」などの誤りと思われます。` };
  }
});

const things = /^(?:状況|情報|内容|結果|資料|意見|書類|データ|課題|問題|予定|様式|動画|映像|写真|記事|費用|経費|時間|業務|手続)$/;
const given = new Set(['配信', '発信', '提供', '公開', '公表', '掲載', '送付', '配布', '共有', '把握', '分析', '集計', '収集', '確認', '検証', '整理', '記録', '保存', '作成', '提出', '周知', '削減', '短縮', '軽減', '解決', '改善', '効率化', '簡素化', '委託']);

/** Whether する stands here at the end of its clause: before a noun, の may be its subject (市の実施した事業). */
function endsIn(tokens: readonly Token[], suru: number): boolean {
  const [verb, after, last] = tokens.slice(suru, suru + 3);
  if (verb?.surface !== 'し' || verb.base !== 'する') return false;
  return after?.surface === '、' || after?.surface === 'まし' || (after?.surface === 'た' && /^[。、]$/.test(last?.surface ?? ''));
}
