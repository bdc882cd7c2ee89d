import {
  BorderStyle, type IParagraphOptions, Paragraph, type ParagraphChild, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType,
} from 'docx';
import type { Edition } from '../../domain/edition/edition.ts';
import { departmentById } from '../../domain/edition/reading.ts';
import type { Paragraph as ReportParagraph } from '../../domain/report/paragraph.ts';
import { rule, textWidth, tint } from './styles.ts';

/** What a chapter is made of. */
export type Block = Paragraph | Table;

/** A paragraph in a style of the document. */
export function line(style: string, children: string | readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, style, children: typeof children === 'string' ? [new TextRun(children)] : children });
}

/** A heading of Word, from 1 to 9. At the top of a page that it begins, programs do not agree on the space before it: none is asked for. */
export function heading(level: number, children: string | readonly ParagraphChild[], pageBreakBefore = false): Paragraph {
  return line(`Heading${Math.min(level, 9)}`, children, pageBreakBefore ? { pageBreakBefore, spacing: { before: 0 } } : {});
}

const ownMark = /^[・･■●○◆◇□▪•‐－-]/;

/** Paragraphs and list items as typed. The department that wrote one follows in brackets, where it is known. */
export function paragraphs(edition: Edition, texts: readonly ReportParagraph[]): Paragraph[] {
  return texts.map(({ kind, text, department }) => {
    const author = department === null ? [] : [new TextRun({ text: `（${departmentById(edition, department)?.name ?? department}）`, size: 18 })];
    const children = [new TextRun(text), ...author];
    if (kind === 'text') return line('BodyText', children);
    // A line that was typed with its own mark gets no second one.
    return ownMark.test(text) ? line('ListOwnMark', children) : line('ListBullet', children, { numbering: { reference: 'bullets', level: 0 } });
  });
}

export interface Cell {
  readonly text: string | readonly ParagraphChild[];
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly span?: number;
  readonly fill?: string;
  /** Twips from the left edge of the cell. */
  readonly indent?: number;
  /** Keeps the row on the page of the next one. */
  readonly keepNext?: boolean;
}

/** A table with a header row that is repeated on every page. Widths are shares of the text's width. */
export function table(shares: readonly number[], header: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((share / whole) * textWidth));
  const edge = { style: BorderStyle.SINGLE, size: 4, color: rule };
  const cell = ({ text, bold = false, align = 'left', span = 1, fill, indent = 0, keepNext = false }: Cell, at: number) => new TableCell({
    columnSpan: span,
    width: { size: widths.slice(at, at + span).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
    children: [line('Cell', typeof text === 'string' ? [new TextRun({ text, bold })] : text, { alignment: align, keepNext, ...(indent > 0 ? { indent: { left: indent } } : {}) })],
  });
  const row = (cells: readonly Cell[], tableHeader: boolean) => {
    let at = 0;
    const children = cells.map((entry) => {
      const made = cell(entry, at);
      at += entry.span ?? 1;
      return made;
    });
    return new TableRow({ tableHeader, cantSplit: true, children });
  };
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    borders: { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge },
    rows: [row(header.map((text) => ({ text, bold: true, align: 'center', fill: tint, keepNext: true })), true), ...rows.map((cells) => row(cells, false))],
  });
}
