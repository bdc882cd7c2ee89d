import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samplePlan, sampleRows } from './sample-rows.testing.ts';
import { encodeCp932, isEncodable } from './cp932.testing.ts';
import { workbookLimits } from './limits.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { decodeText } from './text-encoding.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function cellsOf(bytes: Uint8Array): Promise<string[]> {
  const read = await parseWorkbook(bytes, 'CSV', workbookLimits);
  if (!read.ok) throw new Error(read.problems[0]!.message);
  return read.sheets[0]!.cells.map(({ row, column, text }) => `${row},${column} ${text}`);
}

describe('the encoding', () => {
  test.each(['番号,題名\r\n01,窓口の見直し\r\n', '課', 'ア', 'ｱｲｳ,ｴｵ', '〃', '①②③㈱髙﨑', '施策名', '－', '０１', 'あ', '表示,能力,ソ連', '%'])('of 「%s」 is told apart', (text) => {
    expect(decodeText(utf8(text)).text).toBe(text);
    expect(decodeText(utf8(`\ufeff${text}`))).toMatchObject({ text, encoding: 'UTF-8（BOM付き）' });
    expect(decodeText(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')))).toMatchObject({ text, encoding: 'UTF-16' });
    expect(decodeText(encodeCp932(text)).text).toBe(text);
  });
  test('of every title and paragraph of the sample is told apart, alone', () => {
    const texts = [...sampleRows.flatMap(({ path, departments }) => [...path.map(({ title }) => title), departments]), ...samplePlan.indicators.flatMap(({ title, definition }) => [title, definition])].filter((text) => text !== '');
    for (const text of texts) {
      expect(decodeText(utf8(text))).toMatchObject({ text, doubtful: false });
      if (isEncodable(text)) expect(decodeText(encodeCp932(text))).toMatchObject({ text, encoding: text.length === encodeCp932(text).length ? 'UTF-8' : 'Shift_JIS（CP932）' });
    }
  });
  test('is right for any Japanese text of a line', () => {
    const character = fc.oneof(fc.stringMatching(/^[ぁ-んァ-ヶ一-龠]$/), fc.constantFrom('、', '。', '（', '）', '・', '1', 'A', ',', '\n', '０'));
    fc.assert(fc.property(fc.array(character, { minLength: 8, maxLength: 60 }).map((parts) => parts.join('')).filter((text) => isEncodable(text) && /[ぁ-ん]{2}/.test(text)), (text) => {
      expect(decodeText(utf8(text)).text).toBe(text);
      expect(decodeText(encodeCp932(text)).text).toBe(text);
    }), { numRuns: 2000 });
  });
  test('of a BOM with bytes that are none of its encoding is refused', async () => {
    expect(await parseWorkbook(new Uint8Array([0xef, 0xbb, 0xbf, 0x8c, 0x76]), 'CSV', workbookLimits)).toMatchObject({ ok: false, problems: [{ code: 'unknown-encoding' }] });
  });
  test('is said, and so is a doubt', async () => {
    const read = await parseWorkbook(encodeCp932('番号,題名\r\n01,窓口の見直し'), 'CSV', workbookLimits);
    expect(read.ok && read.notices[0]).toMatchObject({ code: 'text-format', message: '文字コードはShift_JIS（CP932）、区切りはコンマとして読みました。' });
  });
});

describe('the form of a text file', () => {
  test.each([
    ['commas', 'a,b\nc,d\n'], ['tabs', 'a\tb\nc\td\n'], ['semicolons', 'a;b\nc;d\n'], ['CRLF', 'a,b\r\nc,d\r\n'], ['CR alone', 'a,b\rc,d\r'], ['no last line end', 'a,b\nc,d'], ['quotes', '"a","b"\n"c","d"\n'],
  ])('%s', async (_name, text) => { expect(await cellsOf(utf8(text))).toEqual(['0,0 a', '0,1 b', '1,0 c', '1,1 d']); });
  test('keeps line breaks, commas and quotes inside quotes', async () => {
    expect(await cellsOf(utf8('"一行目\r\n二行目","a,b","「""x""」"\r\nc,d,e'))).toEqual(['0,0 一行目\n二行目', '0,1 a,b', '0,2 「"x"」', '1,0 c', '1,1 d', '1,2 e']);
  });
  test('takes 、 and ・ in cells for what they are', async () => {
    expect(await cellsOf(utf8('題名\t担当課\n甲、乙,丙\t政策室,総務課\n丁,戊\t財政課'))).toEqual(['0,0 題名', '0,1 担当課', '1,0 甲、乙,丙', '1,1 政策室,総務課', '2,0 丁,戊', '2,1 財政課']);
  });
  test('reads 01 as a text, 5 as a number, 22.7% as a share, ="01" as a text', async () => {
    const read = await parseWorkbook(utf8('01,5,22.7%,="01",-1.5,1e5'), 'CSV', workbookLimits);
    expect(read.ok && read.sheets[0]!.cells.map(({ kind, text, value }) => [kind, text, value])).toEqual([['text', '01', '01'], ['number', '5', 5], ['percent', '22.7%', 0.227], ['text', '01', '01'], ['number', '-1.5', -1.5], ['text', '1e5', '1e5']]);
  });
  test('gives back any table that was written by the rules of RFC 4180', async () => {
    const field = fc.string({ unit: fc.constantFrom('あ', '漢', 'a', ',', '"', '\n', '\t', ';', ' ', '1'), minLength: 1, maxLength: 6 }).filter((text) => text.trim() !== '' && !text.startsWith('='));
    await fc.assert(fc.asyncProperty(fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 8 })), async (rows) => {
      const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      const read = await parseWorkbook(utf8(text), 'CSV', workbookLimits);
      expect(read.ok && read.sheets[0]!.cells.map((cell) => cell.text)).toEqual(rows.flat());
    }), { numRuns: 500 });
  });
});
