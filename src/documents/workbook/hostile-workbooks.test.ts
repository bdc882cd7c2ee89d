import { createDeflateRaw } from 'node:zlib';
import { expect, test } from 'vitest';
import { packZip } from '../zip/repack-zip.ts';
import { minimalWorkbook, workbookParts } from './minimal-workbook.testing.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { openWorkbookReader, readWorkbook } from './read-workbook.ts';
import { workbookLimits } from './limits.ts';
import { lyingZip } from './lying-zip.testing.ts';

const text = (content: string) => new TextEncoder().encode(content);
const good = minimalWorkbook({ sheets: [{ rows: [['番号', '題名'], ['01', '窓口の見直し']] }] });
const withParts = (parts: Record<string, string | Uint8Array>) => minimalWorkbook({ sheets: [{ rows: [['番号', '題名']] }], parts });
const sheetOf = (sheetData: string) => minimalWorkbook({ sheets: [{ sheetData }] });

/** Every refusal is one sentence and what to do about it, without a crash. */
async function refusalOf(bytes: Uint8Array, inChild = false): Promise<string> {
  const read = inChild ? await readWorkbook(bytes) : await parseWorkbook(bytes, 'CSV', workbookLimits);
  if (read.ok) return 'read';
  expect(read.problems).toHaveLength(1);
  const [problem] = read.problems;
  expect(problem!.message).toMatch(/^[^a-z]*.*。$/);
  expect(problem!.fix).toMatch(/。$/);
  return problem!.code;
}

function compoundFile(stream: string): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1000), Buffer.from(stream, 'utf16le'), Buffer.alloc(500)]));
}

test.each([
  ['nothing at all', new Uint8Array(), 'empty-file'],
  ['only blanks', text(' \r\n\t\n'), 'empty-file'],
  ['a workbook under a password', compoundFile('EncryptedPackage'), 'encrypted'],
  ['an .xls renamed', compoundFile('Workbook'), 'old-xls'],
  ['an .xls of Excel 4 renamed', new Uint8Array([0x09, 0x08, 0x10, 0x00, 0, 6, 5, 0]), 'old-xls'],
  ['a .doc renamed', compoundFile('WordDocument'), 'old-word'],
  ['a PDF renamed', text('%PDF-1.7\n%âãÏÓ\n'), 'pdf'],
  ['a picture renamed', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image'],
  ['HTML that a system calls .xls', text('<html><table><tr><td>番号</td></tr></table></html>'), 'html'],
  ['XML of Excel 2003', text('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), 'xml-spreadsheet'],
  ['a Word document', packZip(new Map([['[Content_Types].xml', text('<a/>')], ['word/document.xml', text('<a/>')]])), 'word'],
  ['an .ods', packZip(new Map([['mimetype', text('application/vnd.oasis.opendocument.spreadsheet')], ['content.xml', text('<a/>')]])), 'ods'],
  ['an .xlsb', packZip(new Map([['[Content_Types].xml', text('<a/>')], ['xl/workbook.bin', text('')]])), 'binary-xlsb'],
  ['a plain zip', packZip(new Map([['計画.csv', text('a,b')]])), 'other-archive'],
  ['macros by their part', withParts({ 'xl/vbaProject.bin': text('x') }), 'macros'],
  ['macros by their type alone', withParts({ '[Content_Types].xml': '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>' }), 'macros'],
  ['a truncated zip', good.subarray(0, good.length - 40), 'broken-zip'],
  ['half a zip', good.subarray(0, good.length / 2), 'broken-zip'],
  ['only the first bytes of a zip', good.subarray(0, 4), 'broken-zip'],
  ['a path that leads out', withParts({ '../../etc/passwd': 'x' }), 'unsafe-name'],
  ['an absolute path', withParts({ '/etc/passwd': 'x' }), 'unsafe-name'],
  ['a drive', withParts({ 'C:\\Windows\\x': 'x' }), 'unsafe-name'],
  ['the same part twice but for case', withParts({ 'XL/Workbook.xml': 'x' }), 'broken-zip'],
  ['billion laughs', withParts({ 'xl/sharedStrings.xml': `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">${'bcdefghij'.split('').map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`).join('')}]><sst><si><t>&j;</t></si></sst>` }), 'entity-declaration'],
  ['an external entity', withParts({ 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook>&e;</workbook>' }), 'entity-declaration'],
  ['an entity that nobody declared', withParts({ 'xl/sharedStrings.xml': '<sst><si><t>&nobody;</t></si></sst>' }), 'broken-workbook'],
  ['NUL in a text', withParts({ 'xl/sharedStrings.xml': '<sst><si><t>a\u0000b</t></si></sst>' }), 'broken-workbook'],
  ['bytes that are no text', new Uint8Array(Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256)), 'unknown-encoding'],
  ['NUL bytes', new Uint8Array(5000), 'not-a-workbook'],
  ['XML cut off', withParts({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>' }), 'broken-workbook'],
  ['tags that do not match', withParts({ 'xl/worksheets/sheet1.xml': '<worksheet><a></b></worksheet>' }), 'broken-workbook'],
  ['XML 10,000 levels deep', withParts({ 'xl/worksheets/sheet1.xml': '<a>'.repeat(10_000) + '</a>'.repeat(10_000) }), 'too-complex'],
  ['a tag that never ends', withParts({ 'xl/worksheets/sheet1.xml': `<worksheet a="${'>'.repeat(400_000)}` }), 'too-complex'],
  ['no sheets', withParts({ 'xl/workbook.xml': '<workbook><sheets/></workbook>' }), 'no-sheet'],
  ['a sheet that is not there', withParts({ 'xl/workbook.xml': '<workbook><sheets><sheet name="a" sheetId="1" id="rId9"/></sheets></workbook>' }), 'broken-workbook'],
  ['an address outside of any sheet', sheetOf('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'), 'broken-workbook'],
  ['a row that is none', sheetOf('<row r="-5"><c><v>1</v></c></row>'), 'broken-workbook'],
  ['a cell twice', sheetOf('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), 'broken-workbook'],
  ['a string that is not in the table', sheetOf('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'), 'broken-workbook'],
  ['a number that is none', sheetOf('<row r="1"><c r="A1"><v>1e999</v></c></row>'), 'broken-workbook'],
  ['merges that overlap', minimalWorkbook({ sheets: [{ rows: [['a']], merges: ['A1:C3', 'B2:D4'] }] }), 'broken-workbook'],
  ['a million merges', minimalWorkbook({ sheets: [{ rows: [['a']], merges: Array.from({ length: 1_000_000 }, (_, index) => `A${index + 1}:B${index + 1}`) }] }), 'too-many-merges'],
  ['a quote that never closes', text('番号,題名\n01,"窓口の見直し\n02,研修\n'), 'open-quote'],
])('refuses %s in a sentence', async (_name, bytes, code) => {
  expect(await refusalOf(bytes)).toBe(code);
});

test('refuses six million cells and too many filled ones, whatever they hold', async () => {
  const row = `<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`;
  expect(await refusalOf(sheetOf(row.repeat(300)))).toBe('too-many-filled');
  expect(await refusalOf(sheetOf(`<row>${'<c s="1"/>'.repeat(1000)}</row>`.repeat(6000)), true)).toBe('too-many-cells');
});

test('reads two cells at the corners of the largest sheet, and a merge of all of it, without its billions of cells', async () => {
  const bytes = minimalWorkbook({ sheets: [{ sheetData: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>', dimension: 'A1:XFD1048576', merges: ['B1:XFC1048575'] }] });
  const read = await readWorkbook(bytes);
  expect(read.ok && read.sheets[0]!.cells.map(({ row, column, text: shown }) => [row, column, shown])).toEqual([[0, 0, '1'], [1_048_575, 16_383, '2']]);
});

test('stops a zip of 600 MB while it inflates, whatever its sizes claim, in little memory', async () => {
  const packed = await deflatedElements(600);
  const before = process.memoryUsage().rss;
  for (const [claimed, code] of [[600 * 1_048_576, 'inflates-too-large'], [1000, 'broken-zip'], [150 * 1_048_576, 'too-complex']] as const) {
    const bytes = lyingZip({ ...workbookParts({}), 'xl/worksheets/sheet1.xml': { packed, claimed } });
    expect(bytes.length).toBeLessThan(3_000_000);
    expect(await refusalOf(bytes, true)).toBe(code);
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
});

test('refuses a directory that points elsewhere, shares bytes between parts or claims what is not there', async () => {
  const parts = workbookParts({ sheets: [{ rows: [['番号', '題名']] }] });
  expect(await refusalOf(lyingZip(parts, { centralName: 'xl/evil.xml' }))).toBe('broken-zip');
  expect(await refusalOf(lyingZip(parts, { overlap: true }))).toBe('broken-zip');
  expect(await refusalOf(lyingZip(parts, { count: 60_000 }))).toBe('too-many-entries');
  expect(await refusalOf(lyingZip(parts, { count: 30 }))).toBe('broken-zip');
  expect(await refusalOf(lyingZip(parts, { directoryOffset: 3 }))).toBe('broken-zip');
  expect(await refusalOf(lyingZip(parts, { directoryOffset: 0xfffffff0 }))).toBe('broken-zip');
  expect(await refusalOf(lyingZip(parts, { crc: 1 }))).toBe('broken-zip');
  expect(await refusalOf(lyingZip(parts, { flags: 1 }))).toBe('encrypted');
  expect(await refusalOf(lyingZip(parts))).toBe('read');
});

test('reads past links to other workbooks with their saved values, and says so', async () => {
  const read = await readWorkbook(minimalWorkbook({
    sheets: [{ rows: [['値'], [{ formula: '[1]Sheet1!A1', number: 5 }], [{ formula: 'WEBSERVICE("http://example.jp/")', text: '保存値' }]] }],
    parts: { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' },
  }));
  expect(read.ok && read.notices.map(({ code }) => code)).toEqual(['external-links']);
  expect(read.ok && read.sheets[0]!.cells.map(({ text: shown, formula }) => [shown, formula])).toEqual([['値', false], ['5', true], ['保存値', true]]);
});

test('stops a reading that takes too long or too much memory, and says which', async () => {
  const many = sheetOf(`<row>${'<c><v>1.5</v></c>'.repeat(1000)}</row>`.repeat(150));
  const codes = async (limits: { time?: number; memory?: number }) => {
    const read = await readWorkbook(many, { limits });
    return read.ok ? 'read' : read.problems[0]!.code;
  };
  expect(await codes({ time: 20 })).toBe('out-of-time');
  expect(await codes({ memory: 60 * 1_048_576 })).toBe('out-of-memory');
  expect(await codes({})).toBe('read');
});

test('names a file that is not there, is a folder, or is too large, without reading it', async () => {
  const code = async (source: string | Uint8Array) => {
    const read = await readWorkbook(source);
    return read.ok ? 'read' : read.problems[0]!.code;
  };
  expect(await code('/nowhere/計画.xlsx')).toBe('not-found');
  expect(await code('/')).toBe('not-a-file');
  expect(await code(new Uint8Array(workbookLimits.fileBytes + 1))).toBe('file-too-large');
});

/** A sheet of empty elements. */
async function deflatedElements(megabytes: number): Promise<Uint8Array> {
  const deflater = createDeflateRaw({ level: 9 });
  const piece = Buffer.alloc(1_048_576, '<a></a><a></a>  ');
  deflater.write('<worksheet>');
  const pieces: Buffer[] = [];
  deflater.on('data', (data: Buffer) => pieces.push(data));
  const ended = new Promise((resolve) => { deflater.once('end', resolve); });
  for (let count = 0; count < megabytes; count += 1) if (!deflater.write(piece)) await new Promise((resolve) => { deflater.once('drain', resolve); });
  deflater.end();
  await ended;
  return Buffer.concat(pieces);
}

test('a reader of many files goes on in a new process after one that it did not survive', async () => {
  const reader = openWorkbookReader();
  const heavy = sheetOf(`<row>${'<c><v>1.5</v></c>'.repeat(1000)}</row>`.repeat(150));
  const codes: string[] = [];
  for (const bytes of [good, text('%PDF-1.7'), good]) {
    const read = await reader.read(bytes, 'x');
    codes.push(read.ok ? 'read' : read.problems[0]!.code);
  }
  reader.close();
  expect(codes).toEqual(['read', 'pdf', 'read']);
  const strict = openWorkbookReader({ memory: 75 * 1_048_576 });
  const first = await strict.read(heavy, 'x');
  expect(first.ok ? 'read' : first.problems[0]!.code).toBe('out-of-memory');
  strict.close();
  const again = openWorkbookReader({ time: 1 });
  expect(await again.read(good, 'x')).toMatchObject({ ok: false, problems: [{ code: 'out-of-time' }] });
  expect(await again.read(good, 'x')).toMatchObject({ ok: false, problems: [{ code: 'out-of-time' }] });
  again.close();
});
