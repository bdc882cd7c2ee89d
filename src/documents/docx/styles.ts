import { AlignmentType, BorderStyle, type IBaseParagraphStyleOptions, type IParagraphStyleOptions, type IStylesOptions, LevelFormat, LevelSuffix, LineRuleType } from 'docx';
import { gothicFont, minchoFont } from './fonts.ts';

// Sizes are in half-points, lengths in twips (1/20 of a point). Line heights are exact: 游 fonts are drawn far apart without.

/** A4 with its margins; the width of the text is 9,526. */
export const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_304, bottom: 1_190, left: 1_190, right: 1_190, header: 624, footer: 567 },
};
export const textWidth = page.size.width - page.margin.left - page.margin.right;

const ink = '1F2A37';
const accent = '1B4B82';
export const tint = 'DDE6F0';
export const faint = 'F3F6FA';
export const rule = '8A94A0';

export const lines = (points: number, before = 0, after = 0) => ({ line: points * 20, lineRule: LineRuleType.EXACT, before: before * 20, after: after * 20 });

interface HeadingLook { readonly size: number; readonly line: number; readonly before: number; readonly after: number; readonly color?: string }

/** Heading 1–9 of Word, so that the navigation and the contents know them. */
const headingLooks: readonly HeadingLook[] = [
  { size: 32, line: 26, before: 12, after: 10, color: accent },
  { size: 28, line: 23, before: 14, after: 8, color: accent },
  { size: 25, line: 21, before: 12, after: 6, color: accent },
  { size: 23, line: 19, before: 12, after: 4 },
  { size: 21, line: 18, before: 12, after: 3 },
  { size: 21, line: 18, before: 10, after: 3 },
  { size: 21, line: 18, before: 8, after: 3 },
  { size: 21, line: 18, before: 8, after: 3 },
  { size: 21, line: 18, before: 8, after: 3 },
];

function heading({ size, line, before, after, color = ink }: HeadingLook, index: number): IBaseParagraphStyleOptions {
  const border = index === 0
    ? { bottom: { style: BorderStyle.SINGLE, size: 12, space: 4, color: accent } }
    : index === 1 ? { bottom: { style: BorderStyle.SINGLE, size: 6, space: 3, color: accent } } : undefined;
  return {
    run: { font: gothicFont, size, bold: true, color },
    paragraph: { spacing: lines(line, before, after), keepNext: true, keepLines: true, outlineLevel: index, ...(border ? { border } : {}) },
  };
}

/** The default styles end at Heading 6. */
function deepHeading(level: number): IParagraphStyleOptions {
  const look = headingLooks[level - 1]!;
  return { id: `Heading${level}`, name: `heading ${level}`, basedOn: 'Normal', next: 'BodyText', quickFormat: true, ...heading(look, level - 1) };
}

const contents = (level: number): IParagraphStyleOptions => ({
  id: `TOC${level}`, name: `toc ${level}`, basedOn: 'Normal', next: 'Normal',
  run: { font: gothicFont, size: level === 1 ? 21 : 20, bold: level === 1 },
  paragraph: {
    spacing: lines(17, level === 1 ? 6 : 0), indent: { left: (level - 1) * 300 },
    rightTabStop: textWidth,
  },
});

const style = (id: string, name: string, look: IBaseParagraphStyleOptions): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', quickFormat: true, ...look });

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: minchoFont, size: 21, color: ink, language: { value: 'ja-JP', eastAsia: 'ja-JP' } },
      paragraph: { spacing: lines(18) },
    },
    title: { run: { font: gothicFont, size: 48, bold: true, color: accent }, paragraph: { alignment: AlignmentType.CENTER, spacing: lines(36, 0, 18) } },
    heading1: heading(headingLooks[0]!, 0),
    heading2: heading(headingLooks[1]!, 1),
    heading3: heading(headingLooks[2]!, 2),
    heading4: heading(headingLooks[3]!, 3),
    heading5: heading(headingLooks[4]!, 4),
    heading6: heading(headingLooks[5]!, 5),
  },
  paragraphStyles: [
    deepHeading(7), deepHeading(8), deepHeading(9), contents(1), contents(2), contents(3),
    style('BodyText', 'Body Text', { paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: 210 }, spacing: lines(18, 0, 4) } }),
    style('ListBullet', 'List Bullet', { paragraph: { alignment: AlignmentType.BOTH, spacing: lines(18, 0, 2) } }),
    style('ListOwnMark', '行頭に印のある項目', { paragraph: { alignment: AlignmentType.BOTH, indent: { left: 420, hanging: 210 }, spacing: lines(18, 0, 2) } }),
    style('CoverLine', '表紙', { run: { font: gothicFont, size: 32 }, paragraph: { alignment: AlignmentType.CENTER, spacing: lines(30, 0, 6) } }),
    style('CoverSmall', '表紙（小）', { run: { font: gothicFont, size: 24 }, paragraph: { alignment: AlignmentType.CENTER, spacing: lines(24, 0, 4) } }),
    style('ContentsHeading', '目次の見出し', { run: { font: gothicFont, size: 32, bold: true, color: accent }, paragraph: { spacing: lines(26, 0, 10), keepNext: true } }),
    style('Owner', '推進部署', {
      run: { font: gothicFont, size: 19 },
      paragraph: {
        spacing: lines(17, 0, 4), keepNext: true, keepLines: true, indent: { left: 960, hanging: 960 }, leftTabStop: 960,
        shading: { type: 'clear', color: 'auto', fill: faint },
      },
    }),
    style('Small', '補足', { run: { font: gothicFont, size: 18 }, paragraph: { spacing: lines(15, 2, 2), indent: { left: 540, hanging: 540 } } }),
    style('Cell', '表', { run: { font: gothicFont, size: 19 }, paragraph: { spacing: lines(15.5) } }),
    style('Tree', '体系', { run: { font: gothicFont, size: 20 }, paragraph: { spacing: lines(18), keepLines: true } }),
    style('Running', '柱', { run: { font: gothicFont, size: 17, color: '4A5563' }, paragraph: { spacing: lines(13) } }),
  ],
};

/** The bullet of list items. */
export const bullets = {
  config: [{
    reference: 'bullets',
    levels: [{ level: 0, format: LevelFormat.BULLET, text: '・', suffix: LevelSuffix.NOTHING, alignment: AlignmentType.LEFT, style: { run: { font: minchoFont }, paragraph: { indent: { left: 420, hanging: 210 } } } }],
  }],
};
