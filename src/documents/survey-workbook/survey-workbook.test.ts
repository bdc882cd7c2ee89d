import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { emptyItemAnswer, type ItemAnswer } from '../../domain/round/answer.ts';
import { emptyIndicatorAnswer } from '../../domain/round/indicator-answer.ts';
import { answerFromText, answerToText } from '../../domain/round/stored-answer.ts';
import { judgeAnswer } from '../../domain/survey/judge-answer.ts';
import { knownRoundOf, surveySecretariat } from '../../domain/survey/known-round.testing.ts';
import type { Survey } from '../../domain/survey/survey.ts';
import { understandReturned } from '../../domain/survey/understand-returned.ts';
import { unpackZip } from '../zip/repack-zip.ts';
import { parseWorkbook } from '../workbook/parse-workbook.ts';
import { workbookLimits } from '../workbook/limits.ts';
import { FilledIn } from './filled-in.testing.ts';
import { readSurveySheets } from './read-survey-sheets.ts';
import { fullSurvey, sampleSurvey } from './sample-survey.testing.ts';
import { writeSurveyWorkbook } from './write-survey-workbook.ts';

async function readBack(bytes: Uint8Array, survey: Survey) {
  const read = await parseWorkbook(bytes, 'x', workbookLimits);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const understood = understandReturned(readSurveySheets(read.sheets), knownRoundOf([survey]), surveySecretariat);
  const changed = understood.answers.filter((answer) => judgeAnswer(answer, surveySecretariat, '2022-05-10').kind !== 'unchanged');
  return { ...understood, changed, said: new Map(changed.map(({ request, answer }) => [request.number, answer])) };
}

describe('the workbook that goes out', async () => {
  const survey = fullSurvey();
  const bytes = await writeSurveyWorkbook(survey);
  const workbook = await readXlsx(bytes, { readStyles: true });
  const sheet = (name: string) => workbook.sheets.find((candidate) => candidate.name === name)!;

  test('has the guide first, a sheet for each thing that is asked, and hides what it knows of itself', () => {
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden ?? false])).toEqual([['記入要領', false], ['本部指示', false], ['取組状況', false], ['効果額', false], ['指標', false], ['識別情報', true]]);
  });
  test('asks only what the round asks', async () => {
    const asked = { ...survey.round.asked, selfAssessment: 'not-asked', issues: 'not-asked', effects: 'not-asked' } as const;
    const small = await readXlsx(await writeSurveyWorkbook({ ...sampleSurvey(), round: { ...survey.round, asked } }));
    expect(small.sheets.map(({ name }) => name)).toEqual(['記入要領', '取組状況', '識別情報']);
    expect(small.sheets[1]!.rows[2]).toEqual(['番号', '取組項目', '計画の記述', '前の年度の報告', 'この年度にしたこと\n（記入）', '取組状況\n（記入）', '翌年度の予定\n（記入）', '状態', '照会の識別子']);
  });
  test('opens only the cells of answers, and those of a submitted answer not', () => {
    const { cells, rows, protection } = sheet('取組状況');
    expect(protection?.sheet).toBe(true);
    const open = (row: number) => rows[2]!.map((_, column) => cells!.get(`${row},${column}`)?.style?.protection?.locked === false);
    expect(open(3)).toEqual([false, false, false, false, true, true, true, true, true, false, false]);
    expect(open(5)).toEqual(Array.from({ length: 11 }, () => false));
  });
  test('keeps its header in sight and on every page of A4 landscape, and offers the choices of the city', () => {
    for (const name of ['本部指示', '取組状況', '効果額', '指標']) {
      expect([name, sheet(name).freezePane, sheet(name).pageSetup]).toMatchObject([name, { rows: 3, columns: 2 }, { paperSize: 'a4', orientation: 'landscape', printTitlesRow: '$3:$3', fitToWidth: 1 }]);
    }
    expect(sheet('取組状況').dataValidations?.map(({ type, range, formula1 }) => [type, range, formula1])).toEqual([['list', 'E4:E26', '識別情報!$D$2:$D$5'], ['list', 'G4:G26', '識別情報!$E$2:$E$4']]);
    expect(sheet('識別情報').rows.slice(1, 4).map((row) => row[4])).toEqual(['Ａ（順調）', 'Ｂ（おおむね順調）', 'Ｃ（遅れ, 見直し）']);
  });
  test('hides nothing among what stays in sight: the keys stand at the right end, the marks below', () => {
    const { columns, rows, rowDefs } = sheet('取組状況');
    expect(columns!.map(({ hidden }) => hidden ?? false).lastIndexOf(true)).toBe(rows[2]!.length - 1);
    expect(columns!.filter(({ hidden }) => hidden)).toHaveLength(1);
    expect([...rowDefs!].filter(([, { hidden }]) => hidden).map(([row]) => row)).toEqual([rows.length - 1]);
  });
  test('gives every row the height that its texts need, none higher than Excel draws', () => {
    const heights = [...sheet('取組状況').rowDefs!.values()].map(({ height }) => height!);
    expect(Math.min(...heights.slice(3, -1))).toBeGreaterThan(80);
    expect(Math.max(...heights)).toBeLessThanOrEqual(409);
  });
  test('holds no formula, and what a spreadsheet would run is a text', async () => {
    const texts = ['=HYPERLINK("http://example.jp")', '+81', '-5', '@SUM(A1)', '＝1+1', '\t=1'];
    const items = sampleSurvey().items.map((item, index) => ({ ...item, title: texts[index % texts.length]!, lastYear: texts[index % texts.length]! }));
    const hostile = await writeSurveyWorkbook({ ...sampleSurvey(), items });
    for (const [path, data] of unpackZip(hostile)) if (path.startsWith('xl/worksheets/')) expect(new TextDecoder().decode(data)).not.toMatch(/<f[ >]/);
    const cells = (await readXlsx(hostile)).sheets[1]!.rows.slice(3).flat().filter((value) => typeof value === 'string');
    expect(cells.filter((text) => /^[=+\-@＝\t]/.test(text))).toEqual([]);
  });
  test('is the same bytes twice', async () => {
    expect(await writeSurveyWorkbook(fullSurvey())).toEqual(bytes);
  });
});

describe('the workbook that comes back', () => {
  test('as it went out changes nothing and has no problem', async () => {
    const survey = fullSurvey();
    const { changed, problems, answers } = await readBack(await writeSurveyWorkbook(survey), survey);
    expect([changed, problems, answers.length]).toEqual([[], [], survey.items.length]);
  });
  test('says exactly what was filled in', async () => {
    const survey = fullSurvey();
    const filled = (await FilledIn.open(await writeSurveyWorkbook(survey)))
      .write('progress', '02', 'outcome', '見合わせ').write('progress', '02', 'text', '令和３年度は、見合わせた。\n\n・理由は※１').write('progress', '02', 'selfAssessment', 'ｂ(おおむね順調)')
      .write('progress', '02', 'issues', '０１２３ 007').write('orders', '02', 'orderAnswer', '　次回に報告する。')
      .write('effects', '01', 'effectPrinted', '300千円', 1).write('effects', '01', 'effectKind', '累計', 1).write('effects', '01', 'effectMethod', '見込み', 1)
      .write('indicators', '2', 'printed', '０．５％').write('indicators', '2', 'asOf', 'R4.4.1').write('indicators', '2', 'standing', '参考値').write('indicators', '2', 'note', '※２');
    const { said, problems } = await readBack(filled.save(), survey);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(said)).toEqual({
      '02': { ...emptyItemAnswer, outcome: 'postponed', text: '令和３年度は、見合わせた。\n\n・理由は※１', selfAssessment: 'b', issues: '０１２３ 007', instructionAnswers: { 7: '　次回に報告する。' } },
      '01': { ...(survey.items[0]!.answer as ItemAnswer), effects: [{ kind: 'single-year', printed: '1,224,000円', method: '委託料の差額' }, { kind: 'cumulative', printed: '300千円', method: '見込み' }] },
      2: { ...emptyIndicatorAnswer, printed: '０．５％', asOf: '2022-04-01', standing: 'reference', note: '※２' },
    });
  });
  test('says on which series a figure is, by its title; a proposed series without a figure says nothing', async () => {
    const survey = sampleSurvey('seisaku');
    const [first, second] = survey.items.find(({ indicator }) => indicator && indicator.series.length > 1)!.indicator!.series;
    const open = async () => FilledIn.open(await writeSurveyWorkbook(survey));
    expect((await readBack((await open()).save(), survey)).changed).toEqual([]);
    const filled = (await open()).write('indicators', '1', 'printed', '37.0').write('indicators', '1', 'alternative', '60.3').write('indicators', '1', 'series', ` ${second!.title}`);
    expect((await readBack(filled.save(), survey)).said.get('1')).toEqual({ ...emptyIndicatorAnswer, printed: '37.0', alternative: '60.3', series: second!.id });
    const proposed = (await open()).write('indicators', '1', 'printed', '38.0');
    expect((await readBack(proposed.save(), survey)).said.get('1')).toMatchObject({ printed: '38.0', series: first!.id });
    expect((await readBack(filled.write('indicators', '1', 'series', '別の系列').save(), survey)).problems).toMatchObject([{ code: 'unknown-choice', cell: expect.stringMatching(/^[A-Z]4$/) }]);
  });
  test.each([
    ['strings inside the cells', { strings: 'inline' }], ['strings made by formulas', { strings: 'str' }], ['no addresses on rows and cells', { unnumbered: true }],
    ['a prefix before all elements', { prefix: 'x' }], ['strict OOXML', { strict: true }], ['XML in UTF-16', { encoding: 'utf-16le' }],
  ] as const)('is understood as other programs save it: %s', async (_name, make) => {
    const survey = sampleSurvey('zaisei');
    const number = survey.items[0]!.number;
    const filled = (await FilledIn.open(await writeSurveyWorkbook(survey))).write('progress', number, 'text', '一行目\n・二行目');
    expect(Object.fromEntries((await readBack(filled.save((sheet) => sheet, make), survey)).said)).toEqual({ [number]: { ...emptyItemAnswer, text: '一行目\n・二行目' } });
  });
  test('is understood with rows sorted, columns moved, added, renamed, sheets renamed and the hidden rows gone', async () => {
    const survey = fullSurvey();
    const filled = (await FilledIn.open(await writeSurveyWorkbook(survey))).write('progress', '02', 'text', '並べ替えた。').write('progress', '02', 'issues', '課題あり');
    const sheet = filled.sheet('progress');
    const [title, note, header, ...rows] = sheet.rows;
    const marks = rows.pop();
    const width = 11;
    const whole = (row: (string | null)[] = []) => Array.from({ length: width }, (_, index) => row[index] ?? null);
    const turned = (row: (string | null)[] = []) => [...whole(row).toReversed(), '係長メモ', ''];
    sheet.rows = [title!, [], note!, turned(marks), turned(header).map((text) => (text?.startsWith('課題') ? '問題点' : text)), ...rows.toReversed().flatMap((row) => [turned(row), []]), ['※ この表は下書きである。']];
    sheet.name = '回答（清書）';
    expect(Object.fromEntries((await readBack(filled.save(), survey)).said)).toEqual({ '02': { ...emptyItemAnswer, text: '並べ替えた。', issues: '課題あり' } });
    // Without the marks the headings say it; the renamed one cannot be found any more, and that is said.
    sheet.rows = sheet.rows.filter((row) => !row.some((text) => text?.startsWith('ayumi:')));
    const { said, problems } = await readBack(filled.save(), survey);
    expect(Object.fromEntries(said)).toEqual({ '02': { ...emptyItemAnswer, text: '並べ替えた。' } });
    expect(problems.map(({ code, message, severity }) => [code, severity, message])).toEqual([['missing-column', 'warning', 'シート「取組状況」に「課題」の列がありません。この欄は変更しません。']]);
  });
  test('keeps any text whole: formulas, controls, halves of characters, escapes, line breaks', async () => {
    const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', "'", '_', 'x', '0', '5', 'F', '\u0000', '\u000b', '\ud800', '\udc00', '\ufffe', '\n', '\t', '<', '&', ']', '※', '①', '髙', '𠮷', '０', ' ', '　'), maxLength: 30 }));
    await fc.assert(fc.asyncProperty(fc.record({ text: hostile, issues: hostile, printed: hostile, method: hostile, note: hostile }), async ({ text, issues, printed, method, note }) => {
      const kept = (value: string) => value.replace(/\r\n?/g, '\n');
      const survey = sampleSurvey('seisaku');
      const items = survey.items.map((item) => ({
        ...item, baseVersion: 1, title: text === '' ? item.title : text, lastYear: issues, description: note,
        answer: answerFromText(answerToText(item.indicator ? { ...emptyIndicatorAnswer, printed: kept(printed), note: kept(note) } : { ...emptyItemAnswer, text: kept(text), issues: kept(issues), effects: [{ kind: 'recurring', printed: `${kept(printed)}円`, method: kept(method) }] })),
      }));
      const { changed, problems } = await readBack(await writeSurveyWorkbook({ ...survey, items: [...items.slice(0, 2), ...items.slice(-1)] }), { ...survey, items: [...items.slice(0, 2), ...items.slice(-1)] });
      expect([changed.map(({ answer }) => answer), problems]).toEqual([[], []]);
    }), { numRuns: 25 });
  });
  test('leaves a text alone that no cell has room for', async () => {
    const survey = sampleSurvey();
    const items = survey.items.map((item, index) => (index > 0 ? item : { ...item, baseVersion: 1, answer: { ...emptyItemAnswer, text: 'あ'.repeat(40_000) } }));
    expect((await readBack(await writeSurveyWorkbook({ ...survey, items }), { ...survey, items })).changed).toEqual([]);
  });
  test('saved by LibreOffice says the same, where there is a LibreOffice', async () => {
    const office = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].find((path) => existsSync(path));
    if (!office) {
      console.info('There is no LibreOffice here: whether it saves our workbooks readably was not tested.');
      return;
    }
    const folder = await mkdtemp(join(tmpdir(), 'ayumi-survey-'));
    try {
      const survey = fullSurvey();
      const filled = survey.items.map((item, index) => (index === 3 ? { ...item, answer: { ...emptyItemAnswer, text: "'=01\n\n・※①髙𠮷_x0041_\t終", selfAssessment: 'c', issues: '007' } } : item));
      await writeFile(join(folder, 'in.xlsx'), await writeSurveyWorkbook({ ...survey, items: filled }));
      await promisify(execFile)(office, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), join(folder, 'in.xlsx')], { timeout: 150_000 });
      const { said, problems } = await readBack(await readFile(join(folder, 'out', 'in.xlsx')), survey);
      expect(problems).toEqual([]);
      expect(Object.fromEntries(said)).toEqual({ [filled[3]!.number]: filled[3]!.answer });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 180_000);
});
