import { cellName } from '../../domain/plan-import/grid.ts';
import { packZip } from '../zip/repack-zip.ts';

/** A cell as raw XML, a text, a number, a formula, or a number in a format. */
export type TestCell = string | number | boolean | null | { readonly number?: number; readonly format?: string; readonly formula?: string; readonly text?: string; readonly error?: string; readonly raw?: string };

export interface TestSheet {
  readonly name?: string;
  readonly state?: string;
  readonly rows?: readonly (readonly TestCell[])[];
  readonly merges?: readonly string[];
  /** From 1, as in the file. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Raw XML in the place of sheetData. */
  readonly sheetData?: string;
  readonly dimension?: string;
}

export interface TestWorkbook {
  readonly sheets?: readonly TestSheet[];
  readonly date1904?: boolean;
  /** How texts are kept: in the shared table, inline in the cell, or as the results of formulas. */
  readonly strings?: 'shared' | 'inline' | 'str';
  /** A prefix for all elements, as some programs write: x. */
  readonly prefix?: string;
  /** Leave out the addresses of cells and rows, as some programs do. */
  readonly unnumbered?: boolean;
  /** Further parts, or parts in the place of ours. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  readonly encoding?: 'utf-8' | 'utf-16le';
  readonly strict?: boolean;
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A workbook of the fewest parts, written by hand: not by the library that writes ours. */
export function minimalWorkbook(workbook: TestWorkbook): Uint8Array {
  return packZip(new Map(Object.entries(workbookParts(workbook)).map(([name, content]) => [name, typeof content === 'string' ? encode(content, workbook.encoding) : content])));
}

function encode(xml: string, encoding: TestWorkbook['encoding']): Uint8Array {
  return encoding === 'utf-16le' ? new Uint8Array(Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')) : new TextEncoder().encode(xml);
}

export function workbookParts({ sheets = [{}], date1904 = false, strings = 'shared', prefix = '', unnumbered = false, parts = {}, strict = false }: TestWorkbook): Record<string, string | Uint8Array> {
  const shared: string[] = [];
  const formats = ['General'];
  const p = prefix === '' ? '' : `${prefix}:`;
  const main = strict ? 'http://purl.oclc.org/ooxml/spreadsheetml/main' : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const root = (name: string, inside: string, attributes = '') => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${p}${name} xmlns${prefix === '' ? '' : `:${prefix}`}="${main}" xmlns:r="${office}"${attributes}>${inside}</${p}${name}>`;
  const styleOf = (format: string) => {
    if (!formats.includes(format)) formats.push(format);
    return formats.indexOf(format);
  };
  const cellXml = (cell: TestCell, row: number, column: number): string => {
    if (cell === null) return unnumbered ? `<${p}c/>` : '';
    const at = unnumbered ? '' : ` r="${cellName(row, column)}"`;
    const open = (type: string, inside: string, style = '') => `<${p}c${at}${style}${type === '' ? '' : ` t="${type}"`}>${inside}</${p}c>`;
    const v = (value: string) => `<${p}v>${escape(value)}</${p}v>`;
    if (typeof cell === 'number') return open('', v(String(cell)));
    if (typeof cell === 'boolean') return open('b', v(cell ? '1' : '0'));
    if (typeof cell === 'string') {
      if (strings === 'inline') return open('inlineStr', `<${p}is><${p}t xml:space="preserve">${escape(cell)}</${p}t></${p}is>`);
      if (strings === 'str') return open('str', `<${p}f>A1&amp;""</${p}f>${v(cell)}`);
      if (!shared.includes(cell)) shared.push(cell);
      return open('s', v(String(shared.indexOf(cell))));
    }
    if (cell.raw !== undefined) return cell.raw;
    const style = cell.format === undefined ? '' : ` s="${styleOf(cell.format)}"`;
    const formula = cell.formula === undefined ? '' : `<${p}f>${escape(cell.formula)}</${p}f>`;
    if (cell.error !== undefined) return open('e', formula + v(cell.error));
    if (cell.text !== undefined) return open('str', formula + v(cell.text));
    return open('', formula + (cell.number === undefined ? '' : v(String(cell.number))), style);
  };
  const sheetXml = (sheet: TestSheet): string => {
    const rows = (sheet.rows ?? []).map((cells, row) => `<${p}row${unnumbered ? '' : ` r="${row + 1}"`}${sheet.hiddenRows?.includes(row + 1) ? ' hidden="1"' : ''}>${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</${p}row>`);
    const columns = sheet.hiddenColumns ? `<${p}cols>${sheet.hiddenColumns.map((column) => `<${p}col min="${column}" max="${column}" width="9" hidden="1" customWidth="1"/>`).join('')}</${p}cols>` : '';
    const merges = sheet.merges ? `<${p}mergeCells count="${sheet.merges.length}">${sheet.merges.map((reference) => `<${p}mergeCell ref="${reference}"/>`).join('')}</${p}mergeCells>` : '';
    const dimension = sheet.dimension ? `<${p}dimension ref="${sheet.dimension}"/>` : '';
    return root('worksheet', `${dimension}${columns}<${p}sheetData>${sheet.sheetData ?? rows.join('')}</${p}sheetData>${merges}`);
  };
  const sheetParts = sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)] as const);
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  return {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': root('workbook', `${date1904 ? `<${p}workbookPr date1904="1"/>` : ''}<${p}sheets>${sheets.map(({ name, state }, index) => `<${p}sheet name="${escape(name ?? `Sheet${index + 1}`)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`).join('')}</${p}sheets>`),
    'xl/_rels/workbook.xml.rels': relations(sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('') + relation('s', 'sharedStrings', 'sharedStrings.xml') + relation('t', 'styles', 'styles.xml')),
    ...Object.fromEntries(sheetParts),
    'xl/sharedStrings.xml': root('sst', shared.map((text) => `<${p}si><${p}t xml:space="preserve">${escape(text)}</${p}t></${p}si>`).join('')),
    'xl/styles.xml': root('styleSheet', `<${p}numFmts>${formats.map((format, index) => `<${p}numFmt numFmtId="${170 + index}" formatCode="${escape(format)}"/>`).join('')}</${p}numFmts><${p}cellStyleXfs><${p}xf numFmtId="9"/></${p}cellStyleXfs><${p}cellXfs>${formats.map((_, index) => `<${p}xf numFmtId="${170 + index}"/>`).join('')}</${p}cellXfs>`),
    ...parts,
  };
}
