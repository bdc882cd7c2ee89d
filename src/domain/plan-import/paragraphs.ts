import type { ParagraphRow } from '../plan/plan-bundle.ts';

/** A cell of text to paragraphs: a line is a paragraph, a line with a mark in front is a line of a list. */
export function readParagraphs(text: string): { readonly rows: ParagraphRow[]; readonly steps: readonly string[] } {
  const lines = text.split('\n').map((line) => line.replace(/[\s\u3000]+$/g, '')).filter((line) => line.trim() !== '');
  const rows = lines.map((line): ParagraphRow => {
    const item = /^[\s\u3000]*[・●○■□◆◇▪•‣▶➢✓][\s\u3000]*(\S.*)$/u.exec(line)?.[1];
    return item === undefined ? line.replace(/^\s+/, '').replace(/^\u3000+/, '') : { item };
  });
  const items = rows.filter((row) => typeof row !== 'string').length;
  return {
    rows,
    steps: [...(lines.length > 1 ? [`改行で${lines.length}段落に分けた`] : []), ...(items > 0 ? [`先頭の印により${items}行を箇条書きとした`] : []), ...(lines.some((line) => /^[\s\u3000]/.test(line)) ? ['段落の先頭の空白を除いた'] : [])],
  };
}
