import { matchesOf, textRule } from '../rule.ts';
import { writtenNumber } from '../written-number.ts';


export const reversedRange = textRule({
  name: 'reversed-range', title: '逆になった範囲', family: 'consistency', level: 'advice',
  catches: '「87歳～18歳」「令和５年度から令和３年度まで」のように、始まりが終わりより大きい範囲。',
  why: '数字の打ち間違いか、順序の誤りと思われるためです。',
  example: { wrong: '87歳～18歳の応募があった。', right: '18歳～87歳の応募があった。' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: from, 2: to } of matchesOf(text, /(?<![0-9０-９.,月年])([0-9０-９,]{1,9})(?:歳|年度|％|%|人|件|頁|ページ)?[～〜]([0-9０-９,]{1,9})(?=歳|年度|％|%|人|件|頁|ページ)(?!年度?[0-9０-９]*月)/g)) {
    if (writtenNumber(from!) > writtenNumber(to!)) yield { start: index, end: index + words.length, message: `「${words}」は、始まりが終わりより大きい数です。` };
  }
  for (const { index, 0: words, 1: era, 2: from, 3: toEra, 4: to } of matchesOf(text, /(令和|平成)([0-9０-９]{1,2})年度?(?:から|～|〜)(令和|平成)?([0-9０-９]{1,2})年(?:度|まで|にかけて|末)/g)) {
    if ((toEra ?? era) === era && writtenNumber(from!) > writtenNumber(to!)) yield { start: index, end: index + words.length, message: `「${words}」は、始まりが終わりより後です。` };
  }
});
