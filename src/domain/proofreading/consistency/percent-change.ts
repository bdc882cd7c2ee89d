import { matchesOf, textRule } from '../rule.ts';
import { amountPattern, amountValue } from './amount.ts';

const amount = `(?<![0-9０-９.,，．億万])(${amountPattern})`;
const unit = '(千円|円|人|名|件|回|分|時間|校|団体|世帯|台|冊|か所|箇所|施設|点|本|トン|ｔ|t|kg|社|店|戸|通|kWh)';
const earlier = '(?:前年度|前年同月|前年同期|昨年度|前回|前々年度)';
const percent = '([0-9０-９]{1,3}(?:[.．][0-9０-９]{1,2})?)[％%](?!ポイント)(?:の)?(増|減)';
/** 「120件から150件に、25.0％増加」. */
const fromTo = new RegExp(`${amount}${unit}から、?${amount}\\2(?:に|へ|へと|となり|まで)、?${percent}`, 'g');
/** 「150件で、前年度の120件と比べて25.0％増加」. */
const nowThen = new RegExp(`${amount}${unit}(?:となり|であり|で|と)、${earlier}の${amount}\\2(?:から|より|と比べて?|に比べて?)、?${percent}`, 'g');

export const percentChange = textRule({
  name: 'percent-change', title: '増減率', family: 'consistency', level: 'error',
  catches: '「150件で、前年度の120件と比べて20.0％増加した」のように、並べて書かれた二つの数から計算した増減率と、書かれた率が合わない箇所。',
  why: '一方だけを直したときに生じる誤りで、数の信頼を損なうためです。',
  example: { wrong: '相談は150件で、前年度の120件と比べて20.0％増加した。', right: '相談は150件で、前年度の120件と比べて25.0％増加した。' },
}, function* ({ text }) {
  for (const match of matchesOf(text, fromTo)) {
    const message = mistakeIn(match[1]!, match[3]!, match[4]!, match[5]!);
    if (message !== null) yield { start: match.index, end: match.index + match[0].length, message };
  }
  for (const match of matchesOf(text, nowThen)) {
    const message = mistakeIn(match[3]!, match[1]!, match[4]!, match[5]!);
    if (message !== null) yield { start: match.index, end: match.index + match[0].length, message };
  }
});

function mistakeIn(from: string, to: string, share: string, turn: string): string | null {
  const [then, now, stated] = [amountValue(from), amountValue(to), amountValue(share)];
  if (then === null || now === null || stated === null || then === 0) return null;
  const change = (100 * (now - then)) / then;
  const places = /[.．]([0-9０-９]+)$/.exec(share)?.[1]!.length ?? 0;
  // Amounts in 万 and 億 are rounded themselves.
  const slack = 1.01 * 10 ** -places + (/[万億]/.test(from + to) ? 0.2 : 0);
  if ((turn === '増') === change > 0 && Math.abs(Math.abs(change) - stated) <= slack) return null;
  return `計算すると${Math.abs(change).toFixed(Math.max(1, places))}％の${change > 0 ? '増' : '減'}です。`;
}
