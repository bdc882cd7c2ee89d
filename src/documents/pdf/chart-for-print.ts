import { reportFontFamily } from './report-fonts.ts';

/**
 * A drawing made for a web page, for the report: set in the report's font whatever it asked for (a page inherits the font of
 * its surroundings, and a font that is not embedded would fail PDF/A), and with its namespace, which a page may leave out.
 */
export function chartForPrint(svg: string): string {
  const plain = svg.replace(/\sfont-family=("[^"]*"|'[^']*')/g, '');
  const namespace = /<svg[^>]*\sxmlns=/.test(plain) ? '' : ' xmlns="http://www.w3.org/2000/svg"';
  return plain.replace(/<svg/, `<svg${namespace} font-family="${reportFontFamily}"`);
}
