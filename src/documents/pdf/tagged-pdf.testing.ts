import { isDictionary, isReference, nameOf, type PdfFile, type PdfValue, readPdf, textString, Tokens } from './pdf-objects.testing.ts';

// What a screen reader is given: the tree of tags with the text of each, in the order of the tree (ISO 32000-1, 14.7 and 14.8).

/** An element of the tags. */
export interface Tag {
  /** H1, P, TH, Figure …, after the role map. */
  readonly type: string;
  /** Its own text and that of all below, in reading order. */
  readonly text: string;
  readonly alternative: string | null;
  readonly children: readonly Tag[];
  /** Values of the attributes in /A, such as Scope. */
  readonly attributes: ReadonlyMap<string, PdfValue>;
}

export interface Bookmark { readonly title: string; readonly children: readonly Bookmark[] }

export interface TaggedPdf {
  readonly document: Tag;
  readonly language: string | null;
  readonly title: string | null;
  readonly displaysTitle: boolean;
  readonly marked: boolean;
  readonly bookmarks: readonly Bookmark[];
  /** Text that stands on a page and is neither tagged nor an artifact: nobody who listens would hear it. */
  readonly untagged: string;
  readonly metadata: string;
  /** Fonts that are not embedded. */
  readonly fontsElsewhere: readonly string[];
}

/** Reads the tags of a PDF with everything that hangs on them. */
export function readTaggedPdf(bytes: Uint8Array): TaggedPdf {
  const file = readPdf(bytes);
  const catalog = file.get(file.trailer, 'Root');
  const pages = pagesOf(file, file.get(catalog, 'Pages'), isDictionary(catalog) ? catalog.entries.get('Pages') : null);
  const texts = new Map(pages.map(({ object, page }) => [object, readContent(file, page)]));
  const root = file.get(catalog, 'StructTreeRoot');
  const roles = file.get(root, 'RoleMap');
  const kids = list(file.get(root, 'K'));
  if (kids.length !== 1) throw new Error('The tags have more than one root.');
  const text = (value: PdfValue) => (typeof value === 'string' ? textString(value) : null);
  return {
    document: tagOf(file, kids[0], roles, texts),
    language: text(file.get(catalog, 'Lang')),
    title: text(file.get(file.get(file.trailer, 'Info'), 'Title')),
    displaysTitle: file.get(file.get(catalog, 'ViewerPreferences'), 'DisplayDocTitle') === true,
    marked: file.get(file.get(catalog, 'MarkInfo'), 'Marked') === true,
    bookmarks: bookmarksOf(file, file.get(file.get(catalog, 'Outlines'), 'First')),
    untagged: [...texts.values()].map(({ outside }) => outside).join(''),
    metadata: isDictionary(catalog) && catalog.entries.has('Metadata') ? Buffer.from(file.stream(catalog.entries.get('Metadata')), 'latin1').toString('utf8') : '',
    fontsElsewhere: pages.flatMap(({ page }) => fontsOf(file, page)).filter((font) => !isEmbedded(file, font)).map((font) => nameOf(file.get(font, 'BaseFont')) ?? ''),
  };
}

/** The tag and everything below it, depth first. */
export function allTags(tag: Tag): Tag[] {
  return [tag, ...tag.children.flatMap(allTags)];
}

/** What is read aloud as one piece: headings, paragraphs, lines of lists, cells, entries of contents, figures. */
export function readingOrder(tag: Tag): Tag[] {
  const blocks = new Set(['P', 'LBody', 'TH', 'TD', 'TOCI', 'Figure', 'Caption']);
  if (/^H\d$/.test(tag.type) || (blocks.has(tag.type) && !tag.children.some(holdsBlock))) return [tag];
  return tag.children.length === 0 && tag.text !== '' ? [tag] : tag.children.flatMap(readingOrder);

  function holdsBlock(child: Tag): boolean {
    return blocks.has(child.type) || child.children.some(holdsBlock);
  }
}

interface PageText { readonly marked: ReadonlyMap<number, string>; readonly outside: string }

const list = (value: PdfValue | undefined): PdfValue[] => (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]);

function pagesOf(file: PdfFile, node: PdfValue, reference: PdfValue | undefined): { readonly object: number; readonly page: PdfValue }[] {
  if (nameOf(file.get(node, 'Type')) === 'Page') return isReference(reference) ? [{ object: reference.object, page: node }] : [];
  return list(file.get(node, 'Kids')).flatMap((kid) => pagesOf(file, file.resolve(kid), kid));
}

function tagOf(file: PdfFile, reference: PdfValue | undefined, roles: PdfValue, texts: ReadonlyMap<number, PageText>, above: PdfValue = null): Tag {
  const element = file.resolve(reference);
  const own = isDictionary(element) ? element.entries.get('Pg') ?? above : above;
  const said = nameOf(file.get(element, 'S')) ?? '';
  const children: Tag[] = [];
  let text = '';
  const marked = (page: PdfValue | undefined, id: PdfValue | undefined) => {
    text += (isReference(page) ? texts.get(page.object)?.marked.get(Number(id)) : undefined) ?? '';
  };
  for (const kid of list(file.get(element, 'K'))) {
    const value = file.resolve(kid);
    if (typeof value === 'number') marked(own, value);
    else if (nameOf(file.get(value, 'Type')) === 'MCR' && isDictionary(value)) marked(value.entries.get('Pg') ?? own, file.get(value, 'MCID'));
    else if (nameOf(file.get(value, 'S')) !== null) {
      const child = tagOf(file, kid, roles, texts, own);
      children.push(child);
      text += child.text;
    }
  }
  const actual = file.get(element, 'ActualText');
  const alternative = file.get(element, 'Alt');
  return {
    type: nameOf(file.get(roles, said)) ?? said,
    text: typeof actual === 'string' ? textString(actual) : text,
    alternative: typeof alternative === 'string' ? textString(alternative) : null,
    children,
    attributes: new Map(list(file.get(element, 'A')).flatMap((entry) => { const value = file.resolve(entry); return isDictionary(value) ? [...value.entries] : []; })),
  };
}

function bookmarksOf(file: PdfFile, first: PdfValue): Bookmark[] {
  const found: Bookmark[] = [];
  for (let entry = first; entry !== null; entry = file.get(entry, 'Next')) {
    const title = file.get(entry, 'Title');
    found.push({ title: typeof title === 'string' ? textString(title) : '', children: bookmarksOf(file, file.get(entry, 'First')) });
  }
  return found;
}

function fontsOf(file: PdfFile, page: PdfValue): PdfValue[] {
  const fonts = file.get(file.get(page, 'Resources'), 'Font');
  return isDictionary(fonts) ? [...fonts.entries.values()].map((font) => file.resolve(font)) : [];
}

function isEmbedded(file: PdfFile, font: PdfValue): boolean {
  const descendants = list(file.get(font, 'DescendantFonts'));
  return descendants.length > 0 && descendants.every((descendant) => {
    const descriptor = file.get(descendant, 'FontDescriptor');
    return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => file.get(descriptor, key) !== null);
  });
}

/** The text of a page by the numbers of its marked content; artifacts are left out. */
function readContent(file: PdfFile, page: PdfValue): PageText {
  const contents = isDictionary(page) ? page.entries.get('Contents') : null;
  const tokens = new Tokens(list(Array.isArray(contents) ? contents : [contents ?? null]).map((part) => file.stream(part)).join('\n'));
  const fonts = file.get(file.get(page, 'Resources'), 'Font');
  const maps = new Map(isDictionary(fonts) ? [...fonts.entries].map(([name, font]) => [name, characterMap(file, font)]) : []);
  const marked = new Map<number, string>();
  // An open stretch: its number where it has one, the text that stands for its glyphs where it says so.
  const open: { readonly id: number | null; readonly artifact: boolean; readonly actual: boolean }[] = [];
  let outside = '';
  let map: ReadonlyMap<string, string> | undefined;
  let operands: PdfValue[] = [];
  const put = (text: string) => {
    if (open.some(({ artifact }) => artifact)) return;
    const id = open.findLast((stretch) => stretch.id !== null)?.id ?? null;
    if (id === null) outside += text;
    else marked.set(id, (marked.get(id) ?? '') + text);
  };
  const show = (glyphs: PdfValue | undefined) => {
    if (typeof glyphs !== 'string' || open.some(({ actual }) => actual)) return;
    put(Buffer.from(glyphs, 'latin1').toString('hex').replace(/[0-9a-f]{4}/g, (glyph) => map?.get(glyph) ?? '\ufffd'));
  };
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    const operator = nameOf(token);
    if (operator === null || !operator.startsWith(' ')) {
      operands.push(token);
      continue;
    }
    if (operator === ' Tf') map = maps.get(nameOf(operands[0]) ?? '');
    if (operator === ' Tj' || operator === " '" || operator === ' "') show(operands.at(-1));
    if (operator === ' TJ') for (const part of list(operands[0])) show(part);
    if (operator === ' BMC' || operator === ' BDC') {
      const id = file.get(operands[1], 'MCID');
      const actual = file.get(operands[1], 'ActualText');
      if (typeof actual === 'string') put(textString(actual));
      open.push({ id: typeof id === 'number' ? id : null, artifact: nameOf(operands[0]) === 'Artifact', actual: typeof actual === 'string' });
    }
    if (operator === ' EMC') open.pop();
    operands = [];
  }
  return { marked, outside };
}

/** Glyph as four hexadecimal digits → text. */
function characterMap(file: PdfFile, font: PdfValue): Map<string, string> {
  const map = new Map<string, string>();
  const whole = file.resolve(font);
  const cmap = isDictionary(whole) && whole.entries.has('ToUnicode') ? file.stream(whole.entries.get('ToUnicode')) : '';
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g)) map.set(glyph.toLowerCase(), Buffer.from(text, 'hex').swap16().toString('utf16le'));
  }
  if (/beginbfrange/.test(cmap)) throw new Error('The map of characters has ranges, which are not read here.');
  return map;
}
