import { matchesOf, type Slip, textRule } from '../rule.ts';

const amount = '([0-9０-９][0-9０-９,，.．]{0,12}(?:万)?)';
const unit = '(％|%|ポイント|万?円|人|件|回|分|時間|日|校|団体|世帯|台|冊|か所|箇所|施設|点|本|トン|ｔ|t)';
const before = '(?:前年度|前年同月|前年同期|前年|昨年度|前回|前々年度|基準年度|導入前|開始前|改定前|見直し前)';
/** 「27分となり、前年同月の42分と比べて15分短くなった」. */
const compared = new RegExp(`${amount}${unit}[^。は0-9０-９]{0,20}?${before}の${amount}${unit}(?:と比べて?|に比べて?|から|より|を)、?${amount}${unit}(?!へ|に|から)(?:の|も)?[^、。0-9０-９]{0,4}?(増|減|上昇|低下|長く|短く|上回|下回|縮|延び|改善|伸び|多|少な)`, 'g');
/** 「92.4％で、目標の90％を下回った」. */
const target = new RegExp(`${amount}${unit}[^。0-9０-９]{0,12}?(?:目標|計画|見込み|予算|定員|前年度|前回)(?:値|額|数)?(?:の|である)${amount}${unit}を[^、。0-9０-９]{0,5}(上回|下回|超え)`, 'g');
const upward = /^(?:増|上昇|長く|上回|延び|伸び|多|超え)$/;
const downward = /^(?:減|低下|短く|下回|縮|少な)$/;
const toNumber = (text: string): number => Number(text.normalize('NFKC').replaceAll(',', '').replace('万', '')) * (text.includes('万') ? 1e4 : 1);
const same = (one: string, other: string): boolean => one.normalize('NFKC') === other.normalize('NFKC') || /^[％%ポ]/.test(one + other) && /[％%]/.test(one) && other === 'ポイント';

export const differenceFromPrevious = textRule({
  name: 'difference-from-previous', title: '前の数との差', family: 'consistency', level: 'error',
  catches: '「27分となり、前年同月の42分と比べて15分長くなった」「92.4％で、目標の90％を下回った」のように、並べて書かれた二つの数と、差又は増減の向きが合わない箇所。',
  why: '数か語のどちらかが誤っており、成果の意味が変わるためです。',
  example: { wrong: '待ち時間は27分となり、前年同月の42分と比べて15分長くなった。', right: '待ち時間は27分となり、前年同月の42分と比べて15分短くなった。' },
}, ({ text }) => differencesFromPreviousIn(text));

export function* differencesFromPreviousIn(text: string): Generator<Slip> {
  for (const { index, 0: words, 1: now, 2: nowUnit, 3: then, 4: thenUnit, 5: difference, 6: differenceUnit, 7: verb } of matchesOf(text, compared)) {
    if (!same(nowUnit!, thenUnit!) || !same(nowUnit!, differenceUnit!)) continue;
    const change = toNumber(now!) - toNumber(then!);
    const wrongWay = (change > 0 && downward.test(verb!)) || (change < 0 && upward.test(verb!));
    const wrongSize = Math.abs(Math.abs(change) - toNumber(difference!)) > 0.051 * (/[.．]/.test(difference!) ? 1 : 10);
    if (wrongWay || wrongSize) yield { start: index, end: index + words.length, message: `${then}${thenUnit}から${now}${nowUnit}へは${Number(Math.abs(change).toFixed(2)).toLocaleString('ja')}の${change > 0 ? '増' : '減'}です。` };
  }
  for (const { index, 0: words, 1: now, 2: nowUnit, 3: goal, 4: goalUnit, 5: verb } of matchesOf(text, target)) {
    if (!same(nowUnit!, goalUnit!)) continue;
    const over = toNumber(now!) - toNumber(goal!);
    if ((over > 0 && downward.test(verb!)) || (over < 0 && upward.test(verb!))) yield { start: index, end: index + words.length, message: `${now}${nowUnit}は${goal}${goalUnit}より${over > 0 ? '大きい' : '小さい'}数です。` };
  }
}
