import { sentenceRule } from '../rule.ts';
import { type KanaRun, kanaRunOf } from './kana-run.ts';
import { usualKana } from './usual-kana.ts';

const kana = [...'あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちっつづてでとどなにぬねのはばひびふぶへべほぼまみむめもやゆよらりるれろわをん'];

/** Strange places in one sentence that are looked into. */
const most = 12;

export const kanaSequence = sentenceRule({
  name: 'kana-sequence', title: '仮名の打ち間違い', family: 'sentence', level: 'error', givesWay: true,
  catches: '「関すする」「明らかとっなた」「申請か認定までの」（「ら」の抜け）のように、この国の文章でまず見られない仮名の並びで、一字を除くか、入れ替えるか、補うと普通の並びになる箇所。',
  why: '語尾や助詞の打ち間違いは、読むときに補ってしまい、見落としやすいためです。',
  example: { wrong: '課題が明らかとっなた。', right: '課題が明らかとなった。' },
}, function* ({ body, start, text }) {
  const run = kanaRunOf(body, start);
  let last = -1;
  let strange = 0;
  for (let index = 1; index < run.marks.length - 1; index += 1) {
    if (!isKana(run.marks[index]) || usualKana().known.has(run.marks.slice(index - 1, index + 2).join(''))) continue;
    // A sentence with more than so many strange places is no Japanese to be mended by a stroke.
    strange += 1;
    if (strange > most) return;
    const mended = mendedAt(run, index);
    // 「全てに」「全ての」: the kanji before the kana belongs to the word.
    if (mended === null || mended.from <= last || /[全改初既]て?$/.test(text.text.slice(Math.max(0, run.at[mended.from]! - 1), run.at[mended.from]! + 1))) continue;
    last = mended.from + 2;
    const [from, to] = [run.at[mended.from]!, Math.max(run.at[mended.from]! + 1, run.at[mended.to]!)];
    yield { start: from, end: to, message: `「${text.text.slice(Math.max(start, from - 2), Math.min(text.text.length, to + 2))}」は、${mended.how}と思われます。` };
  }
});

interface Mended { readonly from: number; readonly to: number; readonly how: string }

/** Words in which a kana stands twice on purpose. */
const doubled = /ものの|しし|おおむね|おおよそ|ここ|すす|ささえ|たた[えくき]|つつ|まま|ななつ|もも|はは|ちち|かか[るわりえ]|それぞれ|いろいろ|さまざま|とど|ととの|ほほ|きき|いい[ただえ]|こことと|することと|こととと/;

/** The one stroke near the mark that makes the sequence a usual one. */
function mendedAt({ marks }: KanaRun, index: number): Mended | null {
  for (let at = Math.max(1, index - 1); at <= index + 1 && at < marks.length - 1; at += 1) {
    if (!isKana(marks[at])) continue;
    const next = marks[at + 1];
    if (marks[at] === next && !doubled.test(marks.slice(Math.max(0, at - 2), at + 4).join('')) && isUsual([...before(marks, at), ...marks.slice(at + 1, at + 8)], Math.min(at, 6), 1, usualKana().usual, 1)) return { from: at, to: at + 2, how: `「${marks[at]}」が余分` };
    if (isKana(next) && marks[at] !== next && isUsual([...before(marks, at), next!, marks[at]!, ...marks.slice(at + 2, at + 8)], Math.min(at, 6), 2, usualKana().usual, 2)) return { from: at, to: at + 2, how: `「${next}${marks[at]}」の入替わり` };
  }
  for (let at = index; at <= index + 1; at += 1) {
    // 「活用し職員が」: a verb before a noun wants a comma and no kana.
    if (/[しりきみいち]/.test(marks[at - 1]!) && /[漢１アＡ]/.test(marks[at]!)) continue;
    const missing = kana.find((letter) => isUsual([...before(marks, at), letter, ...marks.slice(at, at + 6)], Math.min(at, 6), 1, usualKana().frequent));
    if (missing !== undefined) return { from: at - 1, to: at + 1, how: `「${missing}」などの抜け` };
  }
  return null;
}

/** The marks before one, as far as a change of it reaches. */
function before(marks: readonly string[], at: number): readonly string[] {
  return marks.slice(Math.max(0, at - 6), at);
}

/** Whether every three marks that touch the changed ones are known, and every four are in the set, but for so many. */
function isUsual(marks: readonly string[], at: number, length: number, set: ReadonlySet<string>, lenient = 0): boolean {
  let strange = 0;
  for (let from = Math.max(0, at - 3); from < at + length && from + 4 <= marks.length; from += 1) {
    if (from > at - 3 && !usualKana().known.has(marks.slice(from, from + 3).join('')) && marks.slice(from, from + 3).some(isKana)) return false;
    if (!set.has(marks.slice(from, from + 4).join(''))) strange += 1;
  }
  return strange <= lenient;
}

function isKana(mark: string | undefined): boolean {
  return mark !== undefined && /[ぁ-ん]/.test(mark);
}
