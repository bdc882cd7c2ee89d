import { decodeText, type DecodedText } from '../workbook/text-encoding.ts';
import { WorkbookRefused } from '../workbook/refusal.ts';

/** A row of a CSV file with the line on which it begins, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvRead =
  | { readonly ok: true; readonly encoding: DecodedText['encoding']; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly message: string; readonly fix: string };

/**
 * Reads a CSV file (RFC 4180) in UTF-8, with or without BOM, or CP932; the two are told apart by decoding strictly. Rows without
 * any text are left out. Time grows with the size of the file alone.
 */
export function readCsv(bytes: Uint8Array): CsvRead {
  let decoded: DecodedText;
  try {
    decoded = decodeText(bytes);
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return { ok: false, message: 'ファイルの文字コードが、UTF-8でもShift_JIS（CP932）でもありません。', fix: 'ExcelのCSV（コンマ区切り）として保存し直してください。' };
  }
  const text = decoded.text.replace(/^\ufeff/, '').replace(/\u001a$/, '');
  if (text.includes('\0')) return { ok: false, message: 'このファイルは、CSVではありません。', fix: 'ExcelのCSV（コンマ区切り）として保存し直してください。' };
  const rows: CsvRow[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const first = line;
    const cells: string[] = [];
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        const closed = readQuoted(text, at);
        if (!closed) return { ok: false, message: `${first}行目の引用符（"）が閉じられていません。`, fix: '引用符の数を確かめてください。' };
        cell = closed.value;
        line += cell.split('\n').length - 1;
        at = closed.end;
      }
      const end = endOfCell(text, at);
      cells.push(cell + text.slice(at, end));
      at = end;
      if (text[at] !== ',') break;
      at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: first, cells });
  }
  return { ok: true, encoding: decoded.encoding, rows };
}

function readQuoted(text: string, from: number): { readonly value: string; readonly end: number } | null {
  const parts: string[] = [];
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    parts.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') return { value: parts.join(''), end: quote + 1 };
    parts.push('"');
    at = quote + 2;
  }
}

function endOfCell(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === ',' || text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}
