import { matchesOf, textRule } from '../rule.ts';
import { amountPattern, amountValue } from './amount.ts';

const unit = '(人|名|件|回|校|社|団体|世帯|台|施設|事業|項目|か所|箇所|点|本|冊|円|％|%|分|時間|日|店|戸|トン)';
const what = '(「[^「」]{2,16}」|[一-龠ァ-ヶー]{3,14})';
/** 「「計画どおり」が27項目」 and, in the next sentence, 「「計画どおり」は前年度の23項目から４項目増加し」. */
const stated = new RegExp(`${what}[がは]、?(?:約|延べ|計)?(${amountPattern})${unit}(?=[、。とでにへ])`, 'g');
const changed = new RegExp(`${what}は、?(?:前年度|前年同期|昨年度|前回|前年)の(${amountPattern})${unit}(?:から|より|に比べ|と比べ)て?、?(${amountPattern})\\3の?(増|減)`, 'g');

export const changeAcrossSentences = textRule({
  name: 'change-across-sentences', title: '前の文の数と増減', family: 'consistency', level: 'error',
  catches: '「登録団体は27団体となった。登録団体は前年度の23団体から５団体増加し」のように、前の文に書かれた数と、前年度の数に増減を加えた数が合わない箇所。',
  why: '一方だけを直したときに生じる誤りで、数の信頼を損なうためです。',
  example: { wrong: '登録団体は27団体となった。登録団体は前年度の23団体から５団体増加した。', right: '登録団体は27団体となった。登録団体は前年度の23団体から４団体増加した。' },
}, function* ({ text }) {
  const changes = [...matchesOf(text, changed)];
  if (changes.length === 0) return;
  const amounts = [...matchesOf(text, stated)];
  for (const { index, 0: words, 1: name, 2: then, 3: kind, 4: difference, 5: turn } of changes) {
    const now = amounts.findLast((match) => match.index < index && match[1] === name && match[3] === kind);
    const [before, gap, current] = [amountValue(then!), amountValue(difference!), now ? amountValue(now[2]!) : null];
    if (before === null || gap === null || current === null) continue;
    const right = turn === '増' ? before + gap : before - gap;
    if (Math.abs(right - current) > 0.051) yield { start: index, end: index + words.length, message: `前の文には「${now![2]}${kind}」とありますが、ここから計算すると${Number(right.toFixed(2)).toLocaleString('ja')}${kind}です。` };
  }
});
