import { matchesOf, textRule } from '../rule.ts';
import type { Tokenize } from '../token.ts';
import { homophones } from './homophones.ts';
import { misconversions } from './misconversions.ts';

const rights = new Map([...misconversions, ...homophones]);
// The longest first: 訪門 stands inside others.
const pattern = new RegExp([...rights.keys()].sort((a, b) => b.length - a.length).map(RegExp.escape).join('|'), 'g');

export const misconversion = textRule({
  name: 'misconversion', title: '変換の誤り', family: 'sentence', level: 'error',
  catches: '「意志決定」「保健料」「避難所」を「非難所」とするなど、前後の語から誤りと分かる同音異字、形の似た漢字の取り違え（「実積」「専問」）。',
  why: '読みが同じで画面では気付きにくく、意味が変わるためです。',
  example: { wrong: '政策の意志決定に市民の声を反映した。', right: '政策の意思決定に市民の声を反映した。' },
}, function* ({ text }, { tools: { tokenize } }) {
  for (const { index, 0: wrong } of matchesOf(text, pattern)) {
    if (isMeasured(text, index, wrong) || (wrong.startsWith('を諮') && /(?:会|会議|本部|議会)に[^。]*$/.test(text.slice(Math.max(0, index - 30), index))) || (wrong === '半を占め' && /[過大前後]/.test(text[index - 1] ?? ''))) continue;
    if (wrong.length <= 3 && cutsWord(text, index, index + wrong.length, tokenize)) continue;
    yield { start: index, end: index + wrong.length, message: `「${wrong}」は「${rights.get(wrong)}」の変換の誤りと思われます。`, suggestion: rights.get(wrong)! };
  }
});

/** 高さを測る, 効果を測る: what has a measure is measured. */
function isMeasured(text: string, index: number, wrong: string): boolean {
  // 「質の向上を測る指標」.
  if (wrong.endsWith('を測')) return /^る(?:指標|物差し|尺度|方法|手法|調査|設問|もの)/.test(text.slice(index + wrong.length));
  return /^を[測計]/.test(wrong) && /(?:[さ量径距圧温位値力]|時間|速度|深度|濃度|重度|照度|間隔|割合|比率|率|度|距離|面積|体積|体重|血圧|効果|成果|進捗|達成度|満足度|度合い?|熱|脈|角度|傾き|大きさ|幅|歩数|数値)$/.test(text.slice(Math.max(0, index - 4), index));
}

/** 開園|時間 and 施設|整備: the characters are the end of one word and the beginning of another. */
function cutsWord(text: string, start: number, end: number, tokenize: Tokenize): boolean {
  const from = Math.max(0, start - 6);
  return tokenize(text.slice(from, end + 6)).some((token) => {
    const [first, last] = [from + token.start, from + token.end];
    return token.pos !== 'UNK' && /^\p{Script=Han}{2,}$/u.test(token.surface) && ((first < start && last > start && last <= end) || (first >= start && first < end && last > end));
  });
}
