import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { packZip } from '../zip/repack-zip.ts';
import { encodeCp932 } from '../workbook/cp932.testing.ts';
import { lyingZip } from '../workbook/lying-zip.testing.ts';
import { minimalWorkbook, workbookParts } from '../workbook/minimal-workbook.testing.ts';
import { receiveFiles, receivingLimits } from './receive-files.ts';
import { sampleSurvey } from './sample-survey.testing.ts';
import { writeSurveyWorkbook } from './write-survey-workbook.ts';

const text = (content: string) => new TextEncoder().encode(content);
let good: Uint8Array;
beforeAll(async () => { good = await writeSurveyWorkbook(sampleSurvey('zaisei')); });
const codes = async (...files: Parameters<typeof receiveFiles>[0]) => (await receiveFiles(files)).map(({ name, workbook, problems }) => [name, workbook ? 'read' : (problems[0]?.code ?? '')]);

describe('files that were handed in', () => {
  test('are read one by one, those in a zip too; what a computer has put in by the way is passed over', async () => {
    const zip = packZip(new Map([['部署/財政課.xlsx', good], ['__MACOSX/部署/._財政課.xlsx', text('x')], ['.DS_Store', text('x')], ['部署/~$財政課.xlsx', text('x')], ['Thumbs.db', text('x')], ['写し.xlsx', good]]));
    const received = await receiveFiles([{ name: '一つ.xlsx', bytes: good }, { name: '回答.zip', bytes: zip }]);
    expect(received.map(({ name, workbook }) => [name, workbook?.rows.length])).toEqual(['一つ.xlsx', '回答.zipの部署/財政課.xlsx', '回答.zipの写し.xlsx'].map((name) => [name, received[0]!.workbook!.rows.length]));
    expect(new Set(received.map(({ hash }) => hash)).size).toBe(1);
  });
  test('keep the Japanese names that a zip of Windows gives them, which no two share', async () => {
    // Of the same length in CP932, so that a careless reader takes them for one; 表 has the byte of a backslash.
    const names = ['照会_表計算課.xlsx', '照会_総務政課.xlsx'];
    const stands = names.map((name, index) => 'AB'[index]!.repeat(encodeCp932(name).length));
    let bytes = Buffer.from(lyingZip(Object.fromEntries(stands.map((stand) => [stand, good]))));
    for (const [index, stand] of stands.entries()) {
      const encoded = Buffer.from(encodeCp932(names[index]!));
      for (let at = bytes.indexOf(stand); at >= 0; at = bytes.indexOf(stand, at)) bytes = Buffer.concat([bytes.subarray(0, at), encoded, bytes.subarray(at + stand.length)]);
    }
    expect(await codes({ name: 'z.zip', bytes: new Uint8Array(bytes) })).toEqual(names.map((name) => [`z.zipの${name}`, 'read']));
  });
  test('that are hostile are each refused in a sentence, and the good one beside them is read', async () => {
    const bomb = lyingZip({ ...workbookParts({}), 'xl/worksheets/sheet1.xml': { packed: deflateRawSync(Buffer.alloc(150 * 1_048_576, ' ')), claimed: 150 * 1_048_576 } });
    const zipBomb = lyingZip({ 'a.xlsx': { packed: deflateRawSync(Buffer.alloc(40 * 1_048_576)), claimed: 40 * 1_048_576 }, 'b.xlsx': good });
    const liar = lyingZip({ 'a.xlsx': { packed: deflateRawSync(Buffer.alloc(5_000_000)), claimed: 1_000 } });
    expect(await codes(
      { name: 'bomb.xlsx', bytes: bomb }, { name: 'zip-bomb.zip', bytes: zipBomb }, { name: 'liar.zip', bytes: liar },
      { name: 'macro.xlsx', bytes: minimalWorkbook({ sheets: [{ rows: [['a']] }], parts: { 'xl/vbaProject.bin': text('x') } }) },
      { name: 'entities.xlsx', bytes: minimalWorkbook({ parts: { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook>&e;</workbook>' } }) },
      { name: 'out.zip', bytes: packZip(new Map([['../../etc/passwd', text('x')]])) },
      { name: 'nested.zip', bytes: packZip(new Map([['inner.zip', packZip(new Map([['a.xlsx', good]]))]])) },
      { name: 'empty.zip', bytes: packZip(new Map([['.DS_Store', text('x')]])) },
      { name: 'noise.xlsx', bytes: new Uint8Array(randomBytes(4_000)).fill(0x50, 0, 1).fill(0x4b, 1, 2) },
      { name: 'nothing.xlsx', bytes: new Uint8Array() }, { name: '財政課.xlsx', bytes: good },
    )).toEqual([
      ['empty.zip', 'empty-zip'], ['bomb.xlsx', 'inflates-too-large'], ['zip-bomb.zipのa.xlsx', 'file-too-large'], ['zip-bomb.zipのb.xlsx', 'read'], ['liar.zipのa.xlsx', 'broken-zip'],
      ['macro.xlsx', 'macros'], ['entities.xlsx', 'entity-declaration'], ['out.zip', 'unsafe-name'], ['nested.zipのinner.zip', 'other-archive'], ['noise.xlsx', expect.any(String)], ['nothing.xlsx', 'empty-file'], ['財政課.xlsx', 'read'],
    ]);
  });
  test('that hold more text than is kept are refused from there on', async () => {
    const rows = [['ayumi:progress.key', 'ayumi:progress.number', 'ayumi:progress.text'], ['k', '1', 'あ'.repeat(600)]];
    const long = { name: '長い.xlsx', bytes: minimalWorkbook({ sheets: [{ rows }] }) };
    const received = await receiveFiles([long, long], { characters: 1_000 });
    expect(received.map(({ problems }) => problems.map(({ code }) => code)).toSorted((a, b) => a.length - b.length)).toEqual([[], ['too-much-text']]);
  });
  test('that are too many are not read at all', async () => {
    const many = packZip(new Map(Array.from({ length: receivingLimits.files + 1 }, (_, index) => [`${index}.xlsx`, text('x')])));
    expect(await receiveFiles([{ name: 'z.zip', bytes: many }])).toMatchObject([{ workbook: null, problems: [{ code: 'too-many-files', message: '一度に取り込めるファイルは300個までです（301個）。' }] }]);
  });
});
