import { matchesOf, textRule } from '../rule.ts';
import { writtenNumber } from '../written-number.ts';

const unit = '(件|人|名|校|団体|施設|事業|か所|箇所|世帯|社|路線|橋|棟|項目|区分|分野|事務|業務)';
const listed = new RegExp(`(?:[^、。（）]{1,12}?[がは]([0-9０-９,，]{1,9})${unit}、){2,6}[^、。（）]{1,12}?[がは]([0-9０-９,，]{1,9})${unit}`, 'g');
/** 「36項目」 and 「36の取組項目」. */
const amount = new RegExp(`([0-9０-９,，]{1,9})(?:の[一-龠]{0,4}?)?${unit}`, 'g');
/** How far a sum may be from the number before it to be taken for a slip. */
const near = 2;
/** How far back the number is looked for. Characters. */
const reach = 120;

export const nearSum = textRule({
  name: 'near-sum', title: '前の数と合わない内訳', family: 'consistency', level: 'advice',
  catches: '「34件を対象に検証した。廃止が３件、縮小が８件、継続が22件、統合が２件となった」のように、並べた内訳の和が、前に書かれた数と一つ二つ違う箇所。',
  why: '一方だけを直したときに生じる誤りで、数の信頼を損なうためです。',
  example: { wrong: '34件を検証した。廃止が３件、縮小が８件、継続が22件、統合が２件となった。', right: '34件を検証した。廃止が３件、縮小が８件、継続が22件、統合が１件となった。' },
}, function* ({ text }) {
  for (const { index, 0: words } of matchesOf(text, listed)) {
    const parts = [...words.matchAll(amount)];
    const kind = parts[0]![2];
    if (parts.some(({ 2: own }) => own !== kind)) continue;
    const sum = parts.reduce((so, { 1: part }) => so + writtenNumber(part!), 0);
    const largest = Math.max(...parts.map(({ 1: part }) => writtenNumber(part!)));
    const before = [...text.slice(Math.max(0, index - reach), index).matchAll(amount)].filter(({ 2: own }) => own === kind).map(({ 1: total }) => writtenNumber(total!));
    // 「事務と小売が1人ずつ」.
    if (before.includes(sum) || text.startsWith('ずつ', index + words.length)) continue;
    const total = before.findLast((candidate) => candidate >= largest && Math.abs(candidate - sum) <= near);
    if (total !== undefined) yield { start: index, end: index + words.length, message: `内訳を足すと${sum}${kind}ですが、前には「${total}${kind}」とあります。` };
  }
});
