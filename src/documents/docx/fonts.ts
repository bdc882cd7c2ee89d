import type { MeasureWidth } from 'docx/layout';

/** Headings and tables, and the body; both come with Windows and with Office. */
export const gothic = '游ゴシック';
export const mincho = '游明朝';

export const gothicFont = { ascii: gothic, hAnsi: gothic, eastAsia: gothic, cs: gothic };
export const minchoFont = { ascii: mincho, hAnsi: mincho, eastAsia: mincho, cs: mincho };

const font = (name: string, others: string, family: 'roman' | 'swiss') => (
  `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="80"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`
);

/** What stands in for a font that a machine does not have: a Japanese one of its kind. */
export const fontTableXml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  + '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
  + font(gothic, 'Yu Gothic,BIZ UDGothic,MS Gothic,Noto Sans CJK JP', 'swiss')
  + font(mincho, 'Yu Mincho,BIZ UDMincho,MS Mincho,Noto Serif CJK JP', 'roman')
  + '</w:fonts>';

/**
 * How wide a text is in a Japanese font, in points, for the page numbers of the contents: a full-width character is as
 * wide as the font is high, a half-width one about half of that. All line heights of the document are exact, so that
 * widths are all that the pages depend on.
 */
export const measureJapanese: MeasureWidth = (text, { size }) => (
  [...text].reduce((sum, character) => sum + (/[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 0.55 : 1), 0) * size
);
