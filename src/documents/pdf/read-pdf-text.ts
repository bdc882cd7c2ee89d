import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF that this folder wrote, without white space, in the order in which it was set. For tests only: it knows
 * the two fonts and the operators that our compiler writes, nothing more. Text that both fonts could mean is given twice.
 */
export function readPdfText(file: Uint8Array): string[] {
  const streams = [...streamsOf(Buffer.from(file))];
  const maps = streams.filter((stream) => stream.includes('begincmap')).map(readToUnicode);
  return maps.map((map) => streams.map((stream) => textOf(stream, map)).join('').replace(/[\s\u2060]/g, ''));
}

function* streamsOf(file: Buffer): Generator<string> {
  for (let start = file.indexOf('stream\n'); start >= 0; start = file.indexOf('stream\n', start + 1)) {
    if (file.subarray(start - 3, start).toString('latin1') === 'end') continue;
    try {
      yield inflateSync(file.subarray(start + 7)).toString('latin1');
    } catch {
      yield file.subarray(start + 7, file.indexOf('endstream', start)).toString('latin1'); // Written plainly: character maps, XMP.
    }
  }
}

/** Glyph as four hexadecimal digits → text. */
function readToUnicode(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const block of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of block[1]!.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g)) {
      map.set(glyph.toLowerCase(), Buffer.from(text, 'hex').swap16().toString('utf16le'));
    }
  }
  return map;
}

/** Strings of the text operators: two bytes a glyph, as hexadecimal digits or in round brackets with escapes. */
function textOf(content: string, map: Map<string, string>): string {
  if (!content.includes(' Tf')) return '';
  // Balanced brackets in a string need no escape.
  const strings = content.match(/<[0-9a-fA-F]+>|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)/g) ?? [];
  return strings.map((string) => {
    const hex = string.startsWith('<') ? string.slice(1, -1).toLowerCase() : Buffer.from(unescaped(string.slice(1, -1)), 'latin1').toString('hex');
    return hex.replace(/[0-9a-f]{4}/g, (glyph) => map.get(glyph) ?? '');
  }).join('');
}

function unescaped(string: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return string.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) => (/^[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (named[code] ?? code)));
}
