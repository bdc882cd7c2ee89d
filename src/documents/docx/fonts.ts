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
