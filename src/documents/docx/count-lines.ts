/** Text in one size; a tab goes to the hanging indent. */
export interface SizedText {
  readonly text: string;
  /** Points. */
  readonly size: number;
}

/** Where lines begin and end, in points. */
export interface LineRoom {
  readonly width: number;
  /** Of the first line, and of the others, from the left margin. */
  readonly first: number;
  readonly others: number;
}

// What Word does not let begin or end a line of Japanese, as docx/layout lists it from Word's own output.
const neverFirst = new Set('!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕゛゜ゝゞ・ヽヾ！％），．：；？］｝｡｣､･ﾞﾟ￠');
const neverLast = new Set('$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥');
const eastAsian = /[\u1100-\u11ff\u2e80-\u30ff\u3130-\u318f\u31c0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const halfWidth = /[\u0020-\u007e\uff61-\uff9f]/;
const space = /[ \u2002\u2003\u2005\u3000]/;
const dash = /[-‐–—]/;
const extending = /\p{M}|\u200d/u;
/** Points within which a line still fits. */
const tolerance = 0.01;

/**
 * How wide a text is in a Japanese font, in points: a full-width character is as wide as the font is high, a half-width one
 * about half of that. All line heights of the document are exact, so that widths are all that the pages depend on.
 */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += (halfWidth.test(character) ? 0.55 : 1) * size;
  return width;
}

/**
 * How many lines a text takes. A line breaks between Japanese characters, after spaces and after hyphens.
 */
export function countLines(texts: readonly SizedText[], { width, first, others }: LineRoom): number {
  let lines = 1;
  let at = first;
  /** Where the last place to break lies, and how far the text behind it reaches. */
  let breakable = false;
  let sinceBreak = 0;
  let before = '';
  for (const { text, size } of texts) {
    for (const character of text) {
      if (character === '\t') {
        at = Math.max(at, others);
        breakable = true;
        sinceBreak = 0;
        before = '';
        continue;
      }
      const advance = widthOf(character, size);
      if (space.test(character)) {
        // Spaces at the end of a line hang over it.
        at += advance;
        breakable = true;
        sinceBreak = 0;
      } else {
        if (before !== '' && breaksBetween(before, character)) {
          breakable = true;
          sinceBreak = 0;
        }
        if (at + advance > width + tolerance && (breakable || sinceBreak > 0)) {
          lines += 1;
          // A word without a place to break is broken where the line ends.
          at = others + (breakable ? sinceBreak : 0);
          if (!breakable) sinceBreak = 0;
          breakable = false;
        }
        at += advance;
        sinceBreak += advance;
      }
      before = character;
    }
  }
  return lines;
}

function breaksBetween(before: string, after: string): boolean {
  if (extending.test(after) || before === '\u200d' || neverFirst.has(after) || neverLast.has(before)) return false;
  return before === '\u200b' || (dash.test(before) && !/[\d-]/.test(after)) || eastAsian.test(before) || eastAsian.test(after);
}
