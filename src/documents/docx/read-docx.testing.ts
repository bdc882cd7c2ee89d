import { unpackZip } from '../zip/repack-zip.ts';

/** A paragraph as it is found in the written document. */
export interface ReadParagraph {
  readonly style: string;
  readonly text: string;
}

const part = (bytes: Uint8Array, path: string) => new TextDecoder('utf-8', { fatal: true }).decode(unpackZip(bytes).get(path));
const unescape = (text: string) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: 'lt') => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]);

/** The XML of a part; throws where it is not balanced. */
export function readPart(bytes: Uint8Array, path: string): string {
  const xml = part(bytes, path);
  const open: string[] = [];
  for (const [, closing, name, rest] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)([^<>]*)>/g)) {
    if (closing) {
      if (open.pop() !== name) throw new Error(`${path}: </${name}> closes nothing.`);
    } else if (!rest!.endsWith('/')) open.push(name!);
  }
  if (open.length > 0) throw new Error(`${path}: <${open.at(-1)}> is left open.`);
  return xml;
}

/** All paragraphs of the body, those in tables among them, in order. */
export function readParagraphs(bytes: Uint8Array): ReadParagraph[] {
  return [...readPart(bytes, 'word/document.xml').matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([xml]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(xml)?.[1] ?? '',
    text: [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)].map(([, text]) => (text === undefined ? '\t' : unescape(text))).join(''),
  }));
}
