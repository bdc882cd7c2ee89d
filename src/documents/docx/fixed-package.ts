import type { Edition } from '../../domain/edition/edition.ts';
import { lastDayOf } from '../../domain/fiscal-year/fiscal-year.ts';
import { packZip, unpackZip } from '../zip/repack-zip.ts';
import { fontTableXml } from './fonts.ts';

/**
 * Takes out of a written document what the library takes from the clock and from counters of the process:
 * the dates of the properties and of the zip, and the numbers of bookmarks. Adds what the library cannot write.
 */
export function fixPackage(bytes: Uint8Array, edition: Edition): Uint8Array {
  const files = unpackZip(bytes);
  const change = (path: string, by: (xml: string) => string) => {
    const data = files.get(path);
    if (!data) throw new Error(`The library wrote no ${path}.`);
    files.set(path, new TextEncoder().encode(by(new TextDecoder().decode(data))));
  };
  const moment = `${edition.issuedOn ?? lastDayOf(edition.fiscalYear)}T00:00:00Z`;
  change('docProps/core.xml', (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`));
  change('word/document.xml', numberBookmarks);
  change('word/styles.xml', (xml) => xml.replace('<w:pPrDefault><w:pPr>', `$&${setSolid}`));
  change('word/fontTable.xml', () => fontTableXml);
  return packZip(files);
}

/** No space is added between Japanese and Latin characters or digits: lines break as the page numbers of the contents expect. */
const setSolid = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>';

/** Numbers bookmarks, and the names that the contents give them, in the order in which they stand. Text is left alone. */
function numberBookmarks(xml: string): string {
  const ids = new Map<string, number>();
  const names = new Map<string, number>();
  const nth = (seen: Map<string, number>, key: string) => {
    if (!seen.has(key)) seen.set(key, seen.size + 1);
    return seen.get(key)!;
  };
  return xml
    .replace(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) => tag.replace(/w:id="([^"]*)"/, (_, id: string) => `w:id="${nth(ids, id)}"`))
    .replace(/<w:(?:bookmarkStart|hyperlink)\b[^>]*>|<w:instrText\b[^>]*>[^<]*/g, (tag) => tag.replace(/_Toc(\d+)/g, (_, id: string) => `_Toc${nth(names, id)}`));
}
