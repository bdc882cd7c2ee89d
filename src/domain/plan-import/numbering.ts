import { foldWidth } from './text-forms.ts';

/** A number as typed, and in a form that an address can carry. */
export interface ItemNumber {
  readonly printed: string;
  /** Half-width digits, letters and hyphens: ① is 1, （１）is 1, １－１ is 1-1, Ⅱ is 2; null where it cannot be told. */
  readonly folded: string | null;
}

const kana = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const kanjiDigits = '〇一二三四五六七八九';

/** Reads a number that stands in a cell of its own. */
export function readNumber(text: string): ItemNumber {
  return { printed: text.trim(), folded: foldNumber(text) };
}

export function foldNumber(text: string): string | null {
  const bare = unenclose(foldWidth(text)).replace(/\s+/g, '').replace(/^(no\.?|№|#|第)/i, '').replace(/(号|番|章|節|項|条|の柱)$/, '').replace(/^[([【〔「<]+|[)\]】〕」>.:、]+$/g, '');
  const dashed = bare.replace(/[-‐‑–—―−ーのノ._・]/g, '-');
  if (/^[0-9A-Za-z]+(-[0-9A-Za-z]+)*$/.test(dashed) && dashed.length <= 20) return dashed;
  if (/^[〇一二三四五六七八九十]{1,4}$/.test(bare)) return String(fromKanji(bare));
  if (/^[ァ-ヶ]$/.test(bare) && kana.includes(bare)) return String(kana.indexOf(bare) + 1);
  return null;
}

/** ①, ⑴, ⒈, Ⅱ and the like to plain digits. */
function unenclose(text: string): string {
  return text.replace(/[①-⑳⑴-⒇⒈-⒛㉑-㉟㊱-㊿❶-❿Ⅰ-Ⅻⅰ-ⅻ⓪]/g, (character) => {
    const code = character.codePointAt(0)!;
    const ranges: readonly (readonly [number, number, number])[] = [[0x2460, 0x2473, 1], [0x2474, 0x2487, 1], [0x2488, 0x249b, 1], [0x3251, 0x325f, 21], [0x32b1, 0x32bf, 36], [0x2776, 0x277f, 1], [0x2160, 0x216b, 1], [0x2170, 0x217b, 1], [0x24ea, 0x24ea, 0]];
    const range = ranges.find(([from, to]) => from <= code && code <= to);
    return range ? String(code - range[0] + range[2]) : character;
  });
}

function fromKanji(text: string): number {
  const ten = text.indexOf('十');
  if (ten < 0) return Number([...text].map((digit) => kanjiDigits.indexOf(digit)).join(''));
  const tens = ten === 0 ? 1 : kanjiDigits.indexOf(text[ten - 1]!);
  return tens * 10 + (ten === text.length - 1 ? 0 : kanjiDigits.indexOf(text[ten + 1]!));
}

const digit = '[0-9０-９]';
const dash = '[-－‐–—−.．・のノ]';
const enclosed = '[①-⑳⑴-⒇⒈-⒛㉑-㉟㊱-㊿❶-❿Ⅰ-Ⅻⅰ-ⅻ]';
const bracketed = `[(（【［\\[〔](?:${digit}{1,3}(?:${dash}${digit}{1,3})*|[ァ-ヶ]|[一二三四五六七八九十]{1,3}|[A-Za-zＡ-Ｚ])[)）】］\\]〕]`;
const ordinal = `第(?:${digit}{1,3}|[一二三四五六七八九十]{1,3})(?:号|章|節|項|の柱)?`;
const hierarchical = `[A-Za-zＡ-Ｚ]?${digit}{1,3}(?:${dash}${digit}{1,3})+`;
const plain = `(?:[Nn][Oo][.．]?|№)?\\s*[A-Za-zＡ-Ｚ]?${digit}{1,4}|[ァ-ヶ]|[A-Za-zＡ-Ｚ]`;
const gap = '[\\s　.．:：、，,]*(?=\\S)(.+)$';
const own = new RegExp(`^(${enclosed}|${bracketed}|${ordinal})${gap}`, 'su');
const chained = new RegExp(`^(${hierarchical})${gap}`, 'su');
/** A bare number needs a gap before the title: 「５レスの推進」 is a title. */
const spaced = new RegExp(`^(${plain})(?:[\\s　]+|[.．:：、，]\\s*|[)）]\\s*)(?=\\S)(.+)$`, 'su');

/** 「１ 行政運営」 alone in its column is a number and a title; 「24 時間の対応」 is a title. */
const fewEnough = 20;

/** How the numbers of a column are written: 「1-1 題名」, or 「1．題名」, under which 「1．5レス」 is the number 1. */
export type NumberForm = 'chained' | 'plain';

/** 「施策１　質の高い…」「①…」「(1) …」「1-1 …」「１．…」 to number and title; null where the text has no number in front. */
export function splitNumber(text: string, levelName: string, form: NumberForm = 'chained'): { readonly number: ItemNumber; readonly title: string; readonly strong: boolean } | null {
  const trimmed = text.trim();
  const named = levelName !== '' && foldWidth(trimmed).startsWith(foldWidth(levelName)) ? trimmed.slice(levelName.length).trimStart() : null;
  for (const candidate of named !== null && named !== '' ? [named, trimmed] : [trimmed]) {
    for (const pattern of form === 'chained' ? [own, chained, spaced] : [own, spaced, chained]) {
      const match = pattern.exec(candidate);
      if (!match) continue;
      const [, number = '', title = ''] = match;
      return { number: readNumber(number), title: title.trim(), strong: pattern !== spaced || candidate === named };
    }
  }
  return null;
}

/**
 * How the titles of a column carry their numbers in front, or null where they do not: nearly all must. A few that seem to are
 * titles like 「５レスの推進」.
 */
export function numberFormOf(texts: readonly string[], levelName: string): NumberForm | null {
  const given = texts.filter((text) => text.trim() !== '');
  const split = given.map((text) => splitNumber(text, levelName));
  const found = split.filter((one) => one !== null);
  if (given.length === 0 || found.length < Math.max(1, given.length * 0.8) || (given.length === 1 && !(found[0]?.strong === true || Number(found[0]?.number.folded) <= fewEnough))) return null;
  const chainedCount = given.filter((text) => splitNumber(text, levelName)?.number.folded?.includes('-')).length;
  return chainedCount * 2 > found.length ? 'chained' : 'plain';
}

/** Whether the numbers in front of the titles of a column are of several kinds, as where one column holds several levels: １, (1), ①. */
export function hasSeveralForms(texts: readonly string[], levelName: string, form: NumberForm): boolean {
  const kinds = texts.flatMap((text) => {
    const printed = splitNumber(text, levelName, form)?.number.printed;
    if (printed === undefined) return [];
    return [printed.startsWith('第') ? 'ordinal' : /^[（(【［[〔]/.test(printed) ? 'bracket' : /^[①-㊿❶-❿]/.test(printed) ? 'circle' : /^[Ⅰ-ⅻ]/.test(printed) ? 'roman' : /^[ァ-ヶ]/.test(printed) ? 'kana' : String((foldNumber(printed) ?? '').split('-').length)];
  });
  return new Set(kinds).size > 1;
}

/** Whether a text is a number and nothing else. */
export function isNumber(text: string): boolean {
  return text.trim().length <= 12 && foldNumber(text) !== null && (/[0-9]/.test(foldNumber(text)!) || text.trim().length === 1);
}

