import { type Slip, textRule } from '../rule.ts';
import { isOneDigitOff, type Quantity, quantitiesIn } from './quantities.ts';
import { partsOfWholeIn } from './parts-of-whole.ts';

/** What is left of a whole, before its number. */
const left = /(?:残る|残りの?|残りは|残りが|残された|残余の)(?:約)?$/;
/** How far back the whole and its parts are looked for. Characters. */
const reach = 140;
const near = 3;

export const whatIsLeft = textRule({
  name: 'what-is-left', title: '残りの数', family: 'consistency', level: 'error',
  catches: '「18箇所については、年度末までに15箇所の対策を終え、残る２箇所は」「86件のうち61件が目標を上回った。残る24件については」のように、前に書かれた全体の数から済んだ数を引いた数と、残りの数が僅かに合わない箇所。',
  why: '一方だけを直したときに生じる誤りで、数の信頼を損なうためです。',
  example: { wrong: '危険と判断された18箇所については、15箇所の対策を終え、残る２箇所は翌年度とした。', right: '危険と判断された18箇所については、15箇所の対策を終え、残る３箇所は翌年度とした。' },
}, function* ({ text }) {
  const all = quantitiesIn(text);
  for (const [at, rest] of all.entries()) {
    if (!left.test(text.slice(Math.max(0, rest.start - 6), rest.start)) || /[％割年]|ポイント/.test(rest.unit)) continue;
    const slip = slipAt(text, rest, all.slice(0, at).filter(({ unit, end }) => unit === rest.unit && rest.start - end <= reach));
    if (slip && ![...partsOfWholeIn(text)].some(({ start, end }) => start < slip.end && slip.start < end)) yield slip;
  }
});

function slipAt(text: string, rest: Quantity, before: readonly Quantity[]): Slip | null {
  const off = before.flatMap((whole, at) => {
    const parts = before.slice(at + 1).map(({ value }) => value).filter((value) => value < whole.value);
    // Any of the parts, or several that follow each other, may be what is done.
    const done = parts.flatMap((_, first) => parts.slice(first).map((__, length) => parts.slice(first, first + length + 1).reduce((so, value) => so + value, 0)));
    return done.map((sum) => ({ whole, value: whole.value - sum }));
  });
  if (off.length === 0 || off.some(({ value }) => value === rest.value) || before.some(({ value }) => value === rest.value)) return null;
  const meant = off.find(({ value }) => value > 0 && (Math.abs(value - rest.value) <= near || isOneDigitOff(value, rest.value)));
  if (meant === undefined || before.length > 4) return null;
  return { start: meant.whole.start, end: rest.end, message: `前の数から計算すると、残りは${meant.value.toLocaleString('ja')}${rest.unit}ですが、「${text.slice(rest.start, rest.end)}」とあります。` };
}
