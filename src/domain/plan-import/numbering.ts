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
/** Strong forms need no gap before the title; a bare number does: 「５レスの推進」 is a title. */
const strong = new RegExp(`^(${enclosed}|${bracketed}|${ordinal}|${hierarchical})[\\s　.．:：、，,]*(?=\\S)(.+)$`, 'su');
const weak = new RegExp(`^(${plain})(?:[\\s　]+|[.．:：、，]\\s*|[)）]\\s*)(?=\\S)(.+)$`, 'su');

/** 「施策１　質の高い…」「①…」「(1) …」「1-1 …」「１．…」 to number and title; null where the text has no number in front. */
export function splitNumber(text: string, levelName: string): { readonly number: ItemNumber; readonly title: string; readonly strong: boolean } | null {
  const trimmed = text.trim();
  const named = levelName !== '' && foldWidth(trimmed).startsWith(foldWidth(levelName)) ? trimmed.slice(levelName.length).trimStart() : null;
  for (const candidate of named !== null && named !== '' ? [named, trimmed] : [trimmed]) {
    for (const [pattern, isStrong] of [[strong, true], [weak, false]] as const) {
      const match = pattern.exec(candidate);
      if (!match) continue;
      const [, number = '', title = ''] = match;
      return { number: readNumber(number), title: title.trim(), strong: isStrong || candidate === named };
    }
  }
  return null;
}

/** Whether a text is a number and nothing else. */
export function isNumber(text: string): boolean {
  return text.trim().length <= 12 && foldNumber(text) !== null && (/[0-9]/.test(foldNumber(text)!) || text.trim().length === 1);
}

