/** A text in which every run of kanji, katakana, digits or Latin letters is one mark, so that what is left is the thread of kana. */
export interface KanaRun {
  readonly marks: readonly string[];
  /** Where each mark stands in the text; the first and the last are the edges. */
  readonly at: readonly number[];
}

export function kanaRunOf(text: string, offset = 0): KanaRun {
  const marks = ['^'];
  const at = [offset - 1];
  for (let index = 0; index < text.length; index += 1) {
    const mark = markOf(text[index]!);
    if (/[漢ア１Ａ]/.test(mark) && marks.at(-1) === mark) continue;
    marks.push(mark);
    at.push(offset + index);
  }
  return { marks: [...marks, '$'], at: [...at, offset + text.length] };
}

function markOf(character: string): string {
  if (/[\p{Script=Han}々]/u.test(character)) return '漢';
  if (/[ァ-ヶー]/.test(character)) return 'ア';
  if (/[0-9０-９.,]/.test(character)) return '１';
  return /[A-Za-zＡ-Ｚａ-ｚ]/.test(character) ? 'Ａ' : character;
}
