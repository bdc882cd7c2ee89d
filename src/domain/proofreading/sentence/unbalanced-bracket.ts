import { type Slip, textRule } from '../rule.ts';

const pairs: Readonly<Record<string, string>> = { '」': '「', '』': '『', '）': '（', ')': '(', '】': '【', '〉': '〈', '》': '《', '〕': '〔', '］': '［' };
const openers = new Set(Object.values(pairs));
/** (1) and 1) number a list; （ and ) of two widths are paired here and left to the rule on widths. */
const sameBracket: Readonly<Record<string, string>> = { '(': '（', ')': '）' };

export const unbalancedBracket = textRule({
  name: 'unbalanced-bracket', title: '括弧の対応', family: 'sentence', level: 'error',
  catches: '開いたまま閉じていない括弧、開かずに閉じている括弧、種類の違う括弧で閉じている箇所。',
  why: 'どこまでが補足や引用なのかが読み取れなくなるためです。',
  example: { wrong: '「政策形成研修に職員を派遣した。', right: '「政策形成研修」に職員を派遣した。' },
}, ({ text, item }) => {
  const open: { mark: string; at: number }[] = [];
  const slips: Slip[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = sameBracket[text[at]!] ?? text[at]!;
    if (openers.has(mark)) open.push({ mark, at });
    const opener = pairs[mark];
    if (opener === undefined) continue;
    if (open.at(-1)?.mark === opener) open.pop();
    else if (open.length > 1 && open.at(-2)?.mark === opener) open.splice(-2).slice(1).forEach(({ at: left, mark: kind }) => slips.push(slipAt(left, `括弧「${kind}」が閉じられていません。`)));
    else if (!(mark === '）' && /^[\d０-９ア-ンa-zA-Z①-⑳]{1,2}$/.test(text.slice(0, at)) || (item && at < 3))) slips.push(slipAt(at, `括弧「${text[at]}」に対応する「${opener}」がありません。`));
  }
  return [...slips, ...open.map(({ mark, at }) => slipAt(at, `括弧「${mark}」が閉じられていません。`))];
});

function slipAt(at: number, message: string): Slip {
  return { start: at, end: at + 1, message };
}
