import { type Slip, textRule } from '../rule.ts';
import { differencesFromPreviousIn } from './difference-from-previous.ts';
import { statedDifferencesIn } from './stated-difference.ts';
import { isOneDigitOff, type Quantity, quantitiesIn } from './quantities.ts';

const earlier = /(?:前年度|前年同月|前年同期|昨年度|前回|前々年度|前年|目標値?|計画値|当初予算額?|県平均|全国平均)(?:同期|同月)?(?:[のはが]|実績の?|の実績である|は、)?[^、。0-9０-９]{0,6}$/;
const turn = /^(?:の|ほど|も)?(?:大幅に|大きく)?(増|減|上昇|低下|上回|下回|上が[っりる]|下が[っりる]|多[いくか]|少な|短縮|短く|長く|延び|伸び|縮ま|縮め)/;
const upward = /^(?:増|上昇|上回|上が|多|長|延|伸)/;
/** What is neither before nor now: aims, parts, spans, what goes on to another. */
const beside = /(?:見込み|定員|うち|県|約|延べ|最大|最小|[0-9０-９]{1,4}年度?(?:には|は|の|に)?|当初|累計|計|ほか)[^、。0-9０-９]{0,6}$/;
const goesOn = /^(?:のうち|以上|以下|を超え|ごと|当たり|間|目|ほど|余り|程度|から[0-9０-９])/;

export const changeInSentence = textRule({
  name: 'change-in-sentence', title: '前年度の数、今年度の数と増減', family: 'consistency', level: 'error',
  catches: '「前年度の120件を25件上回る135件となった」「前年度は120件であったが、本年度は135件と、25件の増加となった」「前年度から11者増えて76件となった」のように、一文（又は続く二文）の中の、前年度の数、今年度の数、増減の幅と向きが合わない箇所、単位が途中で変わっている箇所。',
  why: '一方だけを直したときに生じる誤りで、数の信頼を損なうためです。',
  example: { wrong: '相談は、前年度の120件を25件上回る135件となった。', right: '相談は、前年度の120件を15件上回る135件となった。' },
}, function* ({ text }) {
  const sentences = [...text.matchAll(/[^。]+。?/g)].map(({ index, 0: words }) => ({ index, words, all: rolesIn(words, index) }));
  for (const [at, sentence] of sentences.entries()) {
    const own = slipIn(sentence.all);
    const next = sentences[at + 1];
    // 「前年度は120件であった。本年度は135件で、25件増加した。」: the two say it together.
    const both = own || !next ? null : slipIn([...sentence.all.filter(({ role }) => role === 'then'), ...next.all], sentence.all.length);
    const slip = own ?? both;
    if (slip && !isSaidAlready(text, slip)) yield slip;
    const near = slip ? null : nearMiss(sentences[at - 1]?.all ?? [], sentence.all);
    if (near) yield near;
    yield* otherUnits(text.slice(sentence.index, sentence.index + sentence.words.length), sentence.index);
  }
});

/** Whether another rule says it of the same words. */
function isSaidAlready(text: string, { start, end }: Slip): boolean {
  return [...statedDifferencesIn(text), ...differencesFromPreviousIn(text)].some((other) => other.start < end && start < other.end);
}

interface Told extends Quantity { readonly role: 'then' | 'now' | 'change' | 'beside'; readonly up: boolean; readonly goal: boolean }

function rolesIn(words: string, offset: number): Told[] {
  return quantitiesIn(words, offset).map((quantity) => {
    const [before, after] = [words.slice(0, quantity.start - offset), words.slice(quantity.end - offset)];
    const turned = turn.exec(after)?.[1];
    if (turned !== undefined) return { ...quantity, role: 'change', up: upward.test(turned), goal: false };
    const since = earlier.exec(before)?.[0];
    if (since !== undefined) return { ...quantity, role: 'then', up: false, goal: /目標|計画|予算|平均/.test(since) };
    return { ...quantity, role: beside.test(before) || goesOn.test(after) ? 'beside' : 'now', up: false, goal: false };
  });
}

/** The one slip among quantities of which one is of then, one of now and one the change between them. */
function slipIn(all: readonly Told[], inFirst = 0): Slip | null {
  const ofRole = (role: Told['role']): readonly Told[] => all.filter((quantity) => quantity.role === role);
  const [then, change] = [ofRole('then'), ofRole('change')];
  if (then.length !== 1 || change.length !== 1 || (inFirst > 1)) return null;
  const now = all.filter(({ role, unit }) => (role === 'now' || role === 'beside') && unit === then[0]!.unit);
  if (now.length !== 1 || now[0]!.role !== 'now') return null;
  const unit = change[0]!.unit === 'ポイント' ? '％' : change[0]!.unit;
  if (unit !== then[0]!.unit) return null;
  // 「前年度から2.9ポイント上昇し、目標の55％を上回った」: the change is no distance from the aim.
  if (then[0]!.goal && !(change[0]!.start > then[0]!.end && change[0]!.start - then[0]!.end <= 8)) return null;
  const [from, to, gap] = [then[0]!.value, now[0]!.value, change[0]!.value];
  // What is rounded to tenths, 万 or 億 differs by as much.
  const slack = [from, to, gap].every((value) => Number.isInteger(value)) ? (from >= 1e5 && gap % 100 === 0 ? 1e9 : 0) : 0.11;
  const wrongSize = Math.abs(Math.abs(to - from) - gap) > slack;
  const wrongWay = to !== from && to > from !== change[0]!.up;
  if ((!wrongSize && !wrongWay) || to === from) return null;
  const places = [then[0]!, now[0]!, change[0]!];
  return {
    start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)),
    message: `前年度、目標などの数と今の数の差は${Number(Math.abs(to - from).toFixed(2)).toLocaleString('ja')}${change[0]!.unit}の${to > from ? '増' : '減'}です。数か語のどちらかが誤っていると思われます。`,
  };
}

/** 「計画どおりが27項目となった。計画どおりは、前年度の23項目から５項目増加し」: the number now is in the sentence before, and is off by little. */
function nearMiss(before: readonly Told[], own: readonly Told[]): Slip | null {
  const [then, change, now] = [own.filter(({ role }) => role === 'then'), own.filter(({ role }) => role === 'change'), own.filter(({ role, unit }) => role === 'now' && unit === own[0]?.unit)];
  if (then.length !== 1 || change.length !== 1 || now.length > 0 || then[0]!.goal || then[0]!.unit !== change[0]!.unit || /[％円]/.test(then[0]!.unit) || change[0]!.start - then[0]!.end > 12) return null;
  const right = then[0]!.value + (change[0]!.up ? 1 : -1) * change[0]!.value;
  const candidates = before.filter(({ unit, role }) => unit === then[0]!.unit && role === 'now');
  const meant = candidates.filter(({ value }) => Math.abs(value - right) <= 2 || isOneDigitOff(value, right));
  if (meant.length !== 1 || candidates.some(({ value }) => value === right)) return null;
  return { start: then[0]!.start, end: change[0]!.end, message: `ここから計算すると${right.toLocaleString('ja')}${then[0]!.unit}ですが、前の文には${meant[0]!.value.toLocaleString('ja')}${then[0]!.unit}とあります。` };
}

/** 「前年度から11者増えて76件となった」: what has grown by so many is counted in the same way. */
const grown = /(?:前年度|前年|昨年度|前回)(?:から|より|に比べて?|と比べて?)、?(?=[0-9０-９一二三四五六七八九十])([^、。]{1,12}?)(?:増えて|増の|増加し(?:て)?|多い|減って|減の|減少し(?:て)?|少ない)、?([^、。]{1,12}?)(?:と|に|で)(?=な|達|上|あ)/g;
const measured = /[％割円]|ポイント|トン|kg|メートル|㎡|ヘクタール|時間|分|日間|年/;

function* otherUnits(words: string, offset: number): Generator<Slip> {
  for (const { index, 0: { length }, 1: change, 2: now } of words.matchAll(grown)) {
    const [[one, ...others], [other, ...more]] = [quantitiesIn(change!), quantitiesIn(now!)];
    if (!one || !other || others.length > 0 || more.length > 0 || one.unit === other.unit || measured.test(one.unit + other.unit) || one.value > other.value) continue;
    yield { start: offset + index, end: offset + index + length, message: `増減の単位は「${one.unit}」ですが、全体の単位は「${other.unit}」です。` };
  }
}
