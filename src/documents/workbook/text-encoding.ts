import { WorkbookRefused } from './refusal.ts';

export interface DecodedText {
  readonly text: string;
  /** As a clerk knows it. */
  readonly encoding: 'UTF-8（BOM付き）' | 'UTF-8' | 'Shift_JIS（CP932）' | 'UTF-16';
  /** Whether another encoding could have been meant, so that the clerk must look. */
  readonly doubtful: boolean;
}

/**
 * Tells UTF-8, CP932 and the UTF-16 of Excel's 「Unicodeテキスト」 apart. Both are decoded strictly; where both succeed, which
 * happens with a few short words only, the one that reads as Japanese is taken and the doubt is said.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const text = strictly('utf-8', bytes);
    if (text === null) throw new WorkbookRefused('unknown-encoding');
    return { text, encoding: 'UTF-8（BOM付き）', doubtful: false };
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const text = strictly(first === 0xff ? 'utf-16le' : 'utf-16be', bytes);
    if (text === null) throw new WorkbookRefused('unknown-encoding');
    return { text, encoding: 'UTF-16', doubtful: false };
  }
  const utf8 = strictly('utf-8', bytes);
  const ascii = utf8 !== null && utf8.length === bytes.length;
  const cp932 = ascii ? null : strictly('shift_jis', bytes);
  if (utf8 === null && cp932 === null) throw new WorkbookRefused('unknown-encoding');
  if (utf8 === null) return { text: cp932!, encoding: 'Shift_JIS（CP932）', doubtful: false };
  if (cp932 === null) return { text: utf8, encoding: 'UTF-8', doubtful: false };
  const difference = plausibility(utf8) - plausibility(cp932);
  return difference >= 0
    ? { text: utf8, encoding: 'UTF-8', doubtful: difference < doubt }
    : { text: cp932, encoding: 'Shift_JIS（CP932）', doubtful: difference > -doubt };
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Texts whose readings differ by less than this in plausibility could be either. */
const doubt = 0.15;

let common: Set<string> | null = null;

/** The kanji of JIS level 1, which CP932 keeps under the lead bytes 88 to 97. Mojibake of UTF-8 is made of level 2. */
function commonKanji(): Set<string> {
  if (common) return common;
  common = new Set();
  const decoder = new TextDecoder('shift_jis');
  for (let lead = 0x88; lead <= 0x97; lead += 1) for (let trail = 0x40; trail < 0xfd; trail += 1) common.add(decoder.decode(Uint8Array.of(lead, trail)));
  return common;
}

/** The mean over the characters beyond ASCII: 1 for those of Japanese sentences, less for what mojibake is made of. */
function plausibility(text: string): number {
  let sum = 0;
  let count = 0;
  for (const character of text.slice(0, 100_000)) {
    if (character < '\u0080') continue;
    count += 1;
    if (/[\u3041-\u3096\u30a1-\u30fc、。「」（）・※０-９Ａ-Ｚａ-ｚ％　①-⑳年月日課室部局市町村計画事業施策取組指標目標値度基本項番号題名称所管関係各推進方向性担当説明概要]/.test(character)) sum += 1;
    else if (/[\u4e00-\u9fff]/.test(character)) sum += commonKanji().has(character) ? 0.9 : 0.2;
    else if (/[\uff61-\uff9f]/.test(character)) sum += 0.3;
    else if (/[\u2000-\u33ff\uff00-\uffef]/.test(character)) sum += 0.5;
  }
  return count === 0 ? 1 : sum / count;
}
