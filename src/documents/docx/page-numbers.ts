import type { PageNumberEstimator } from 'docx';
import { countLines } from './count-lines.ts';
import { type LaidBlock, type LaidParagraph, type LaidRow, type LaidTable, readBody } from './read-body.ts';
import { page, textWidth } from './styles.ts';

/**
 * Works out the page on which each heading and each bookmark stands, so that the contents are written with their numbers and
 * Word does not ask to update them. It knows what our own document uses and nothing else, which takes a fiftieth of the time of
 * `docx/layout`; the test compares both. Lengths in points.
 */
export const pageNumbers: PageNumberEstimator = (body) => ({ bookmarks: new Map([...pagesOf(readBody(body))].map(([name, number]) => [name, String(number)])) });

const pageHeight = (page.size.height - page.margin.top - page.margin.bottom) / 20;
const width = textWidth / 20;
/** Margins of a cell and the line of half a point under each row, above the first one too. */
const cellSides = 9;
const cellEnds = 5;
const tableRule = 0.5;
const tolerance = 0.01;

interface Measured {
  readonly paragraph: LaidParagraph;
  readonly lines: number;
}

/** The page of each bookmark, from 1. */
function pagesOf(blocks: readonly LaidBlock[]): Map<string, number> {
  const bookmarks = new Map<string, number>();
  const measured = blocks.map((block) => (block.kind === 'table' ? block : measure(block)));
  let number = 1;
  let at = 0;
  /** The space after the block above; the larger of it and the space before the next one is kept. */
  let after = 0;
  const nextPage = () => {
    number += 1;
    at = 0;
    after = 0;
  };
  const spaceBefore = (before: number) => (at === 0 && number > 1 ? 0 : Math.max(after, before));

  const placeParagraph = ({ paragraph: { look, pageBreakBefore, bookmarks: names }, lines }: Measured) => {
    if (pageBreakBefore && at > 0) nextPage();
    let left = lines;
    while (left > 0) {
      const begins = left === lines;
      const space = begins ? spaceBefore(look.before) : 0;
      const room = pageHeight - at - space;
      const whole = left * look.line + look.rule <= room + tolerance;
      const count = whole ? left : linesKept(left, Math.min(Math.floor((room + tolerance) / look.line), left - 1), look.keepLines, begins);
      if (count <= 0 && at > 0) {
        nextPage();
        continue;
      }
      if (begins) for (const name of names) bookmarks.set(name, number);
      const placed = Math.max(1, count);
      at += space + placed * look.line + (placed === left ? look.rule : 0);
      left -= placed;
      if (left > 0) nextPage();
    }
    after = look.after;
  };

  const placeTable = ({ rows }: LaidTable) => {
    at += after;
    after = 0;
    const heights = rows.map(rowHeight);
    const repeated = heights[0] ?? 0;
    rows.forEach((row, index) => {
      if (at > 0 && at + togetherFrom(rows, heights, index) > pageHeight + tolerance) {
        nextPage();
        if (index > 0) at += repeated;
      }
      for (const { paragraphs } of row.cells) for (const { bookmarks: names } of paragraphs) for (const name of names) bookmarks.set(name, number);
      at += heights[index]!;
      // A row that is higher than a page goes on where it ends.
      while (at > pageHeight + tolerance) {
        number += 1;
        at -= pageHeight;
      }
    });
  };

  measured.forEach((block, index) => {
    if ('rows' in block) placeTable(block);
    else {
      if (block.paragraph.look.keepNext && at > 0 && !block.paragraph.pageBreakBefore) {
        const needed = keptHeight(measured, index, spaceBefore(block.paragraph.look.before));
        if (needed <= pageHeight + tolerance && at + needed > pageHeight + tolerance) nextPage();
      }
      placeParagraph(block);
    }
  });
  return bookmarks;
}

function measure(paragraph: LaidParagraph, room = width): Measured {
  const { left, first } = paragraph.look;
  return { paragraph, lines: countLines(paragraph.texts, { width: room, first: left + first, others: left }) };
}

/** How many of the lines that fit stay on a page: neither a first nor a last line stands alone. */
function linesKept(total: number, fit: number, keepLines: boolean, begins: boolean): number {
  if (keepLines && begins) return 0;
  if (total < 2) return fit;
  const withoutWidow = total - fit === 1 ? fit - 1 : fit;
  return begins && withoutWidow === 1 ? 0 : withoutWidow;
}

/** What a paragraph that is kept with the next needs on its page: itself, all that are kept so, and the beginning of what follows. */
function keptHeight(blocks: readonly (Measured | LaidTable)[], start: number, space: number): number {
  let height = space;
  let after = 0;
  for (let index = start; index < blocks.length; index += 1) {
    const block = blocks[index]!;
    if ('rows' in block) {
      const heights = block.rows.map(rowHeight);
      return height + after + togetherFrom(block.rows, heights, 0);
    }
    const { paragraph: { look }, lines } = block;
    if (index > start) height += Math.max(after, look.before);
    if (!look.keepNext || index === blocks.length - 1) {
      const first = look.keepLines || lines <= 3 ? lines : 2;
      return height + first * look.line + (first === lines ? look.rule : 0);
    }
    height += lines * look.line + look.rule;
    after = look.after;
  }
  return height;
}

/** The height of a row and of those that it is kept with. */
function togetherFrom(rows: readonly LaidRow[], heights: readonly number[], start: number): number {
  let height = heights[start] ?? 0;
  for (let index = start; rows[index]?.keepNext && index + 1 < rows.length; index += 1) height += heights[index + 1]!;
  return height;
}

function rowHeight({ cells }: LaidRow, index: number): number {
  const contents = cells.map(({ width: cell, paragraphs }) => paragraphs.reduce((sum, paragraph) => sum + measure(paragraph, cell - cellSides).lines * paragraph.look.line, 0));
  return Math.max(0, ...contents) + cellEnds + tableRule * (index === 0 ? 2 : 1);
}
