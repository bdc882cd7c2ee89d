import { matchesOf, textRule } from '../rule.ts';

// Bounded, so that a text of nothing but digits is read in linear time.
const digits = '[0-9０-９][0-9０-９,，.．]{0,14}';
const amount = `(?:[0-9０-９]{1,6}億)?(?:[0-9０-９,，]{1,6}万)?${digits}|[0-9０-９]{1,6}億(?:[0-9０-９,，]{1,6}万)?|[0-9０-９,，]{1,6}万`;
const unit = '(?:％|%|ポイント|割|万?円|千円|億円|人|名|件|回|か所|箇所|校|社|団体|世帯|台|基|日間?|時間|分|年|か月|冊|枚|店|本|館|園|施設|業務|事業|路線|㎞|km|ｋｍ|ha|㎡|kg|ｋｇ|t|ｔ|トン|kWh)';
const change = new RegExp(`(?<![0-9０-９.,．，億万])(${amount})(${unit})から、?(?:令和[0-9０-９元]{1,2}年度?(?:は|に|には|の)、?)?(${amount})(${unit})(?:に|へ|へと|まで)([^、。0-9０-９]{0,6}?)(増|減|上昇|低下|拡大|縮小|短縮|延長|引き上げ|引上げ|引き下げ|引下げ|改善|延ばし|縮め)`, 'g');
const upward = /^(?:増|上昇|拡大|延長|引き上げ|引上げ|延ばし)$/;
const downward = /^(?:減|低下|縮小|短縮|引き下げ|引下げ|縮め)$/;

export const directionOfChange = textRule({
  name: 'direction-of-change', title: '増減の向き', family: 'consistency', level: 'error',
  catches: '「20人から15人に増加した」「38.4％から41.2％に低下した」のように、書かれた数と増減の向きが合わない箇所。',
  why: '数か語のどちらかが誤っており、成果の意味が逆になるためです。',
  example: { wrong: '参加者は20人から15人に増加した。', right: '参加者は20人から15人に減少した。' },
}, function* ({ text }) {
  for (const { index, 0: words, 1: from, 2: fromUnit, 3: to, 4: toUnit, 6: verb } of matchesOf(text, change)) {
    const [before, after] = [valueOf(from!), valueOf(to!)];
    if (fromUnit !== toUnit || before === null || after === null) continue;
    const wrong = before === after || (before > after && upward.test(verb!)) || (before < after && downward.test(verb!));
    if (wrong) yield { start: index, end: index + words.length, message: before === after ? '前後の数が同じです。' : `数は${before < after ? '増えて' : '減って'}いますが、「${verb}」とあります。` };
  }
});

/** 1億2,000万 and 1,234.5 as numbers. */
function valueOf(text: string): number | null {
  const match = /^(?:(\d+)億)?(?:([\d,]+)万)?([\d,.]*)$/.exec(text.normalize('NFKC'));
  if (!match) return null;
  const number = (part: string | undefined): number => Number((part ?? '').replaceAll(',', '') || 0);
  const value = number(match[1]) * 1e8 + number(match[2]) * 1e4 + number(match[3]);
  return Number.isFinite(value) ? value : null;
}
