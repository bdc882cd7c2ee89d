import { type Slip, textRule } from '../rule.ts';
import { differencesFromPreviousIn } from './difference-from-previous.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';
import { statedDifferencesIn } from './stated-difference.ts';

/** Behind the amount that the other is measured against. */
const measured = /^(?:を|と比べて?)(?:大きく|大幅に|やや|僅かに|わずかに|既に)?(上回|下回)(っ|り|る)/;

export const comparedAmounts = textRule({
  name: 'compared-amounts', title: '「上回った」「下回った」の向き', family: 'consistency', level: 'error',
  catches: '「８月の利用者は1,200人で、７月の1,350人を上回った」「30人の定員に対し35人が受講し、定員を下回った」のように、一文に並ぶ二つの数の大小と、「上回る」「下回る」が合わない箇所。',
  why: '数か語のどちらかが誤っており、成果の意味が逆になるためです。',
  example: { wrong: '８月の利用者は1,200人で、７月の1,350人を上回った。', right: '８月の利用者は1,200人で、７月の1,350人を下回った。' },
}, function* ({ text }) {
  for (const { index, 0: words } of text.matchAll(/[^。]+/g)) {
    if (!/[上下]回|達成|クリア|超え/.test(words)) continue;
    const slip = slipIn(words, index);
    if (slip && ![...statedDifferencesIn(text), ...differencesFromPreviousIn(text)].some(({ start, end }) => start < slip.end && slip.start < end)) yield slip;
  }
});

function slipIn(words: string, offset: number): Slip | null {
  const all = quantitiesIn(words).filter(({ end }) => !/^(?:の?(?:増|減)|以上|以下|程度)/.test(words.slice(end)));
  for (const [at, other] of all.entries()) {
    const turn = measured.exec(words.slice(other.end));
    if (!turn) continue;
    const before = all.slice(0, at).filter(({ unit }) => unit === other.unit);
    const after = all.slice(at + 1).filter(({ unit }) => unit === other.unit);
    // 「1,350人を上回る1,200人となった」, and 「1,200人で、1,350人を上回った」. With a third amount nobody can say which is meant.
    const attributive = turn[2] === 'る' && /^[0-9０-９]/.test(words.slice(other.end + turn[0].length));
    const own = attributive ? after[0] : before[0];
    if (!own || before.length + after.length !== 1 || own.value === other.value || /(?:から|まで|うち|より|も)$/.test(words.slice(0, other.start)) || /^(?:から|より|まで|増|減|多|少)/.test(words.slice(own.end))) continue;
    if ((turn[1] === '上回') !== own.value > other.value) return slipAt(words, offset, { own, other, end: Math.max(own.end, other.end + turn[0].length) });
  }
  const achieved = achievedAt(words, all);
  if (achieved) return slipAt(words, offset, achieved);
  // 「30人の定員に対し35人が受講し、定員を下回った」.
  const goal = /(定員|目標|予定価格|予算|計画|基準)(?:値|額|数)?を(?:大きく|大幅に)?(上回|下回)(?:っ|り)/.exec(words);
  if (!goal || all.length !== 2 || all[0]!.unit !== all[1]!.unit || goal.index < all[1]!.end) return null;
  const [one, other] = [all[0]!, all[1]!];
  const isGoal = words.slice(one.end).startsWith(`の${goal[1]!}`) || new RegExp(`${goal[1]!}(?:値|額|数)?(?:の|は|である|を)?$`).test(words.slice(0, one.start));
  if (!isGoal || !/に対し/.test(words.slice(one.end, other.start)) || one.value === other.value || (goal[2] === '上回') === other.value > one.value) return null;
  return slipAt(words, offset, { own: other, other: one, end: goal.index + goal[0].length });
}

/** 「割合は34.6％となり、目標の35％を達成した」, of a rate that is to rise. */
function achievedAt(words: string, all: readonly Quantity[]): Pair | null {
  if (/(?:減|不|未|失|待機|事故|死亡|滞納|欠席|離職|依存|違反|ごみ|排出|発生|負担)[^、。]{0,8}率|削減|抑制|以下|以内/.test(words)) return null;
  for (const [at, goal] of all.entries()) {
    const own = all[at - 1];
    if (own?.unit !== '％' || goal.unit !== '％' || all.filter(({ unit }) => unit === '％').length !== 2 || own.value >= goal.value) continue;
    if (/(?:率|割合)[^、。]{0,4}[はが]、?$/.test(words.slice(0, own.start)) && /^[^0-9０-９]{0,10}目標(?:値)?(?:の|である)$/.test(words.slice(own.end, goal.start)) && /^を(?:達成|クリア|超え)/.test(words.slice(goal.end))) return { own, other: goal, end: goal.end };
  }
  return null;
}

interface Pair { readonly own: { start: number; end: number }; readonly other: { start: number; end: number }; readonly end: number }

function slipAt(words: string, offset: number, { own, other, end }: Pair): Slip {
  const [first, second] = [words.slice(own.start, own.end), words.slice(other.start, other.end)];
  return { start: offset + Math.min(own.start, other.start), end: offset + end, message: `「${first}」と「${second}」の大小と、「上回る」「下回る」が合いません。` };
}
