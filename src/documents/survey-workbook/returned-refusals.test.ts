import { beforeAll, describe, expect, test } from 'vitest';
import { judgeAnswer } from '../../domain/survey/judge-answer.ts';
import type { KnownRound } from '../../domain/survey/known-round.ts';
import { knownRoundOf, surveyReporter, surveySecretariat } from '../../domain/survey/known-round.testing.ts';
import { understandReturned } from '../../domain/survey/understand-returned.ts';
import { emptyItemAnswer } from '../../domain/round/answer.ts';
import { minimalWorkbook } from '../workbook/minimal-workbook.testing.ts';
import { parseWorkbook } from '../workbook/parse-workbook.ts';
import { workbookLimits } from '../workbook/limits.ts';
import { FilledIn } from './filled-in.testing.ts';
import { readSurveySheets } from './read-survey-sheets.ts';
import { sampleRound, sampleSurvey } from './sample-survey.testing.ts';
import { writeSurveyWorkbook } from './write-survey-workbook.ts';

// Every way in which a file can be the wrong one or a row can lie, each in its own words.

const survey = sampleSurvey();
const other = sampleSurvey('zaisei');
let bytes: Uint8Array;
beforeAll(async () => { bytes = await writeSurveyWorkbook(survey); });

async function understand(file: Uint8Array, known: KnownRound = knownRoundOf([survey, other]), actor = surveySecretariat) {
  const read = await parseWorkbook(file, 'x', workbookLimits);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return understandReturned(readSurveySheets(read.sheets), known, actor);
}

async function changed(change: (filled: FilledIn) => void, known?: KnownRound, actor = surveySecretariat) {
  const filled = await FilledIn.open(bytes);
  change(filled);
  return understand(filled.save(), known, actor);
}

const say = (mark: string, value: string) => (filled: FilledIn) => { filled.sheet('identity').rows.find((row) => row.includes(`ayumi:${mark}`))![1] = value; };
const rowOf = (filled: FilledIn, number: string) => filled.rowsOf('progress', number)[0]!;
/** Changes the hidden key of a row. */
const rekey = (change: (key: string) => string | null) => (filled: FilledIn) => {
  const column = filled.column('progress', 'key');
  const row = rowOf(filled, '05');
  row[column] = change(row[column]!);
};

describe('a file that is not for this round', () => {
  test.each<[string, (filled: FilledIn) => void, string, string]>([
    ['another city', say('city', '131016'), 'other-city', 'ほかの市区町村（団体コード131016）の照会のExcelです。この画面は狛江市（132195）のものです。'],
    ['another plan', say('plan', 'sogo-4'), 'other-plan', 'ほかの計画（sogo-4）の照会のExcelです。'],
    ['an older year', say('year', '2020'), 'older-year', '令和２年度の照会のExcelです。この画面は令和３年度の照会のものです。'],
    ['another round', say('year', '2022'), 'other-round', '令和４年度の照会のExcelです。'],
    ['a year that was typed over', say('year', '去年'), 'unknown-year', '年度が書き換えられています。'],
    ['a later form of the workbook', say('format', 'ayumi-survey/9'), 'other-format', '照会のExcelの形式（ayumi-survey/9）が、このあゆみのもの（ayumi-survey/1）と異なります。'],
    ['no department', say('departments', ''), 'no-department', '部署が消されています。'],
    ['its hidden sheet gone', (filled) => { filled.sheets.pop(); }, 'no-identity', '隠しシート「識別情報」がないため'],
  ])('is named: %s', async (_name, change, code, sentence) => {
    const { problems, answers } = await changed(change);
    expect(answers).toEqual([]);
    expect(problems).toMatchObject([{ code, severity: 'blocking', message: expect.stringContaining(sentence), fix: expect.stringMatching(/。$/) }]);
  });
  test('is named: any other workbook', async () => {
    const { problems } = await understand(minimalWorkbook({ sheets: [{ rows: [['番号', '題名'], ['01', '窓口']] }] }));
    expect(problems).toMatchObject([{ code: 'not-a-survey', message: 'あゆみから書き出した照会のExcelではありません。' }]);
  });
  test('is named: that of a department in which a reporter has no post; the secretariat may take it', async () => {
    expect((await understand(bytes, undefined, surveyReporter('zaisei'))).problems).toMatchObject([{ code: 'other-department', message: '職員課への照会のExcelです。あなたの部署のものではありません。' }]);
    expect((await understand(bytes, undefined, surveyReporter('shokuin'))).problems).toEqual([]);
  });
  test('is named: a round that is closed', async () => {
    const closed = knownRoundOf([survey], { round: { ...sampleRound, state: 'closed' } });
    expect((await understand(bytes, closed)).problems).toMatchObject([{ code: 'round-not-open', message: 'この年度の照会は「終了」のため、取り込めません。' }]);
  });
});

describe('a row that cannot be believed', () => {
  test.each<[string, (filled: FilledIn) => void, string, string, string]>([
    ['an id that was typed over', rekey(() => 'abc'), 'edited-id', 'A4', '4行目の識別子（隠し列）が書き換えられています。'],
    ['an id that was counted on by dragging', rekey((key) => key.replace(/^\d+/, survey.items[1]!.requestId)), 'edited-id', 'A4', '識別子（隠し列）が書き換えられています。'],
    ['a version that was typed over', rekey((key) => key.replace('-0-0-', '-9-0-')), 'edited-id', 'A4', '識別子（隠し列）が書き換えられています。'],
    ['no id beside an answer', (filled) => { filled.write('progress', '05', 'issues', '回答'); rekey(() => null)(filled); }, 'missing-id', 'A4', '4行目に回答がありますが、どの照会のものかを示す識別子（隠し列）がありません。'],
    ['an id twice', (filled) => { filled.sheet('progress').rows.push([...rowOf(filled, '05')]); }, 'duplicate-id', 'A28', '取組状況の4行目と取組状況の28行目が、同じ照会（05 ICT人財の育成）の行です。'],
    ['a number that does not fit the id', (filled) => { rowOf(filled, '05')[0] = '43'; }, 'number-differs', 'A4', '4行目の番号「43」が、識別子の示す項目（05 ICT人財の育成）と合いません。'],
    ['a request that is not in the round', rekey((key) => key.replace(/^\d+/, '999999')), 'unknown-request', 'A4', '4行目は、この年度の照会にない項目です。'],
  ])('is named: %s', async (_name, change, code, cell, sentence) => {
    const { problems, answers } = await changed(change);
    expect(problems.filter(({ severity }) => severity === 'blocking')).toMatchObject([{ code, sheet: '取組状況', cell, message: expect.stringContaining(sentence) }]);
    // What stands in other sheets under its own id still counts; the row itself says nothing.
    expect(answers.find(({ request }) => request.number === '05')?.sheet).toBe(code === 'duplicate-id' ? '取組状況' : '効果額');
  });
  test('is named: one that was pasted from the file of another department', async () => {
    const foreign = await FilledIn.open(await writeSurveyWorkbook(other));
    const row = foreign.sheet('progress').rows[3]!;
    const { problems } = await changed((filled) => { filled.sheet('progress').rows.push([...row]); });
    expect(problems).toMatchObject([{ code: 'row-of-other-department', message: '28行目は、財政課への照会です。ほかの部署のファイルから写された行です。' }]);
  });
  test('is named: one whose base version nobody knows', async () => {
    const ahead = { ...survey, items: survey.items.map((item, index) => (index === 0 ? { ...item, baseVersion: 7, answer: emptyItemAnswer } : item)) };
    const { problems } = await understand(await writeSurveyWorkbook(ahead));
    expect(problems.find(({ sheet }) => sheet === '取組状況')).toMatchObject({ code: 'unknown-version', message: '4行目の元になった版（版7）が、この照会にありません。' });
  });
  test('is missed: one that was deleted, and nothing is deleted with it', async () => {
    const { problems, answers } = await changed((filled) => { filled.sheet('progress').rows.splice(3, 1); filled.sheet('effects').rows.splice(3, 2); });
    expect(problems).toMatchObject([{ code: 'missing-row', severity: 'warning', message: '職員課への照会「05 ICT人財の育成」の行がありません。この項目は変更しません。' }]);
    expect(answers).toHaveLength(survey.items.length - 1);
  });
  test('moved with its department: it goes on, and that is said', async () => {
    const [item] = survey.items;
    const known = knownRoundOf([survey], {}, { [item!.requestId]: { department: 'jinji', departmentName: '人事課' } });
    expect((await understand(bytes, known)).problems).toMatchObject([{ code: 'moved-request', severity: 'warning', message: '「05 ICT人財の育成」の照会は、組織改正により人事課に移っています。' }]);
  });
});

describe('a cell that cannot be read', () => {
  const cellOf = (raw: object) => async (column: string) => {
    const filled = await FilledIn.open(bytes);
    const at = filled.column('progress', column);
    return understand(filled.save((sheet, name) => (name !== '取組状況' ? sheet : { ...sheet, rows: sheet.rows!.map((row, index) => (index === 3 ? Object.assign([...row, ...Array.from({ length: 12 - row.length }, () => null)], { [at]: raw }) : row)) })));
  };
  test.each<[string, string, object, string, string]>([
    ['a choice that is none', 'selfAssessment', { text: 'Ｚ' }, 'unknown-choice', '「自己評価」：「Ｚ」は選択肢にありません。'],
    ['an outcome that is none', 'outcome', { text: '済' }, 'unknown-choice', '「この年度にしたこと」：「済」は選択肢にありません。'],
    ['an error of a formula', 'text', { formula: '1/0', error: '#DIV/0!' }, 'error', '「取組状況」：数式のエラーになっています。'],
    ['a formula without a result', 'text', { formula: 'A1' }, 'no-result', '「取組状況」：数式の結果が保存されていないため、読み取れません。'],
  ])('is named with its place: %s', async (_name, column, raw, code, message) => {
    const { problems } = await cellOf(raw)(column);
    expect(problems.filter(({ severity }) => severity === 'blocking')).toMatchObject([{ code, message, sheet: '取組状況', cell: expect.stringMatching(/^[A-Z]4$/) }]);
  });
  test('a formula is not worked out: its saved result is taken, and that is said', async () => {
    const { problems, answers } = await cellOf({ formula: 'WEBSERVICE("http://example.jp/")', text: '保存値' })('text');
    expect(problems).toMatchObject([{ code: 'formula', severity: 'warning' }]);
    expect(answers.find(({ request }) => request.number === '05')?.answer).toMatchObject({ text: '保存値' });
  });
  test('merged cells, whose answer would be that of one row', async () => {
    const filled = (await FilledIn.open(bytes)).write('progress', '05', 'text', '二つまとめて');
    const { problems } = await understand(filled.save((sheet, name) => (name === '取組状況' ? { ...sheet, merges: ['F4:F5'] } : sheet)));
    expect(problems).toMatchObject([{ code: 'merged', cell: 'F5' }]);
  });
});

describe('an answer that came back', () => {
  const judged = async (changes: Parameters<typeof knownRoundOf>[2], today = '2022-05-10', actor = surveySecretariat) => {
    const filled = (await FilledIn.open(bytes)).write('progress', '05', 'text', '研修を行った。');
    const { answers } = await understand(filled.save(), knownRoundOf([survey, other], {}, changes), actor);
    return judgeAnswer(answers.find(({ request }) => request.number === '05')!, actor, today);
  };
  const id = survey.items[0]!.requestId;
  const written = { currentVersion: 3, current: { ...emptyItemAnswer, text: '別の人が書いた。' } };
  test('is a change while nobody has written since', async () => {
    expect(await judged({})).toEqual({ kind: 'change' });
  });
  test('is a conflict where somebody has', async () => {
    expect(await judged({ [id]: { ...written, state: 'draft' } })).toEqual({ kind: 'conflict' });
  });
  test('is there already where somebody has written the same', async () => {
    expect(await judged({ [id]: { ...written, current: { ...emptyItemAnswer, text: '研修を行った。' }, state: 'draft' } })).toEqual({ kind: 'already-there' });
  });
  test('is refused, as a form would be, after it was handed in and after the deadline, whatever the sheet lets be written', async () => {
    expect(await judged({ [id]: { ...written, state: 'submitted' } })).toEqual({ kind: 'refused', reason: '「所属長の確認待ち」の照会では「Excelから取り込む」ことはできません。' });
    expect(await judged({}, '2022-05-21')).toMatchObject({ kind: 'refused', reason: expect.stringContaining('締切を過ぎた') });
    expect(await judged({}, '2022-05-21', surveyReporter('shokuin'))).toMatchObject({ kind: 'refused' });
    expect(await judged({ [id]: { unlockedUntil: '2022-05-31' } }, '2022-05-21')).toEqual({ kind: 'change' });
  });
});
