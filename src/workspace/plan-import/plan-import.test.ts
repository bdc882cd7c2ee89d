import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAudit } from '../../database/audit-store.ts';
import { loadPlan } from '../../database/plan-store.ts';
import { readTransaction } from '../../database/transaction.ts';
import { encodeCp932 } from '../../documents/workbook/cp932.testing.ts';
import { minimalWorkbook, type TestCell } from '../../documents/workbook/minimal-workbook.testing.ts';
import { sampleWorkbook } from '../../documents/workbook/sample-workbook.testing.ts';
import { type Clerk, formOf, importers, type ImportRoom, openImportRoom, type Page } from './import-room.testing.ts';

const address = '/workspace/plan-import';
let room: ImportRoom;
let clerk: Clerk;
beforeAll(async () => {
  room = await openImportRoom();
  clerk = room.as(importers.secretariat);
});
afterAll(() => room.opened.close());

const workbook = (rows: readonly (readonly TestCell[])[], name = '計画.xlsx') => new File([new Uint8Array(minimalWorkbook({ sheets: [{ name: '体系', rows }] }))], name);
const header = ['施策', '基本事業', '番号', '取組項目', '担当課', '令和２年度の取組状況'];
const rows = [['１ 行政', '① 改善', '01', '窓口の見直し', '政策室', '予約制を始めた。'], ['２ 財政', '① 財源', '02', '収納率の向上', '納税課', '口座振替を勧めた。']];
const indicators = [[], ['指標名', '単位', '基準値（R2年度）', '目標値（R6年度）'], ['満足度', '％', '－', '60']];

/** Sends a workbook and returns the address of its import. */
async function begin(file: File, as = clerk): Promise<string> {
  const { to, status, text } = await as.send(address, file);
  if (to === null) throw new Error(`${status} ${text.slice(0, 500)}`);
  return to;
}

/** Goes from page to page as they are proposed, with some fields changed, until one of them is not a form any more. */
async function walk(start: string, changes: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<string[]> {
  const path: string[] = [];
  let at = (await clerk.get(start)).to ?? start;
  while (!at.endsWith('/result') && path.length < 20) {
    const page = at.split('/').slice(4).join('/');
    path.push(page);
    at = await clerk.submit(at, changes[page] ?? {});
  }
  return path;
}
const said = ({ text }: Page) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('what is sent', () => {
  test.each([
    ['a PDF under the name of a workbook', new File(['%PDF-1.7\n'], '計画.xlsx'), 'PDFです'],
    ['a workbook under a password', new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('EncryptedPackage', 'utf16le')], '計画.xlsx'), 'パスワードが付いている'],
    ['macros', new File([new Uint8Array(minimalWorkbook({ parts: { 'xl/vbaProject.bin': 'x' } }))], '計画.xlsx'), 'マクロを含む'],
    ['a path that leads out of the zip', new File([new Uint8Array(minimalWorkbook({ parts: { '../../x': 'x' } }))], '計画.xlsx'), '外のフォルダーを指す名前'],
    ['a billion laughs', new File([new Uint8Array(minimalWorkbook({ parts: { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "ha">]><sst/>' } }))], '計画.xlsx'), 'Excelが作らない宣言'],
    ['half a workbook', new File([new Uint8Array(sampleWorkbook()).subarray(0, 900)], '計画.xlsx'), '壊れています'],
    ['nothing at all', new File([], '計画.xlsx'), 'ファイルが空です'],
    ['no file', null, 'ファイルを選んでください'],
  ])('%s is refused in a sentence at the field, and nothing is kept', async (_name, file, words) => {
    const page = await clerk.send(address, file);
    expect(page.status).toBe(422);
    expect(said(page)).toContain(words);
    expect(page.text).toContain('href="#file"');
    expect(await room.opened.db.selectFrom('plan_upload').select('id').execute()).toEqual([]);
  });
  test('more than 30 MB is stopped before it is read', async () => {
    const { status, text } = await clerk.send(address, new File([new Uint8Array(33 * 1024 * 1024)], '計画.xlsx'));
    expect([status, text]).toEqual([413, expect.stringContaining('30MB以下')]);
  });
  test('its name is shown without folders and as text, never as markup', async () => {
    const id = await begin(workbook([header, ...rows], '..\\C:\\<b>秘密.xlsx'));
    expect((await clerk.get(`${id}/tables`)).text).toContain('計画の取込み　&lt;b&gt;秘密.xlsx<');
    await clerk.post(`${id}/discard`);
  });
});

describe('whoever is not meant', () => {
  test('does not reach it: only 事務局 takes plans in, each their own files, for seven days', async () => {
    const id = await begin(workbook([header, ...rows]));
    expect((await room.as(importers.administrator).get(address)).status).toBe(403);
    expect((await room.as(importers.colleague).get(`${id}/tables`)).status).toBe(404);
    expect((await clerk.get(`${id}/tables`)).status).toBe(200);
    room.later(8);
    expect((await clerk.get(`${id}/tables`)).status).toBe(404);
    expect(said(await clerk.get(address))).not.toContain('途中の取込み');
  });
});

describe('page by page', () => {
  let id = '';
  beforeAll(async () => { id = await begin(workbook([['見本市の計画'], header, ...rows, ...indicators])); });

  test('tables are shown as the sheet has them, with the reason for their header', async () => {
    const page = await clerk.get(`${id}/tables`);
    expect(said(page)).toContain('シート「体系」の表（A2:F4）');
    expect(said(page)).toContain('見出しの言葉（施策、基本事業、番号、取組項目、担当課、令和２年度の取組状況）が並んでいる');
    expect(page.text).toMatch(/<tr class="heading-row"><th scope="row">2/);
    expect(formOf(page.text)).toMatchObject({ 'use-0': '1', 'from-0': '2', 'to-0': '2', 'use-1': '1' });
  });
  test.each([
    ['no table', { 'use-0': '', 'use-1': '' }, '使う表を一つ以上選んでください。', '#use-0'],
    ['a row that is none', { 'from-0': 'A2' }, '見出しの初めの行を、Excelの行番号', '#from-0'],
    ['an end above the beginning', { 'from-0': '3', 'to-0': '２' }, '初めの行より上', '#to-0'],
  ])('refuses %s, and keeps what was typed', async (_name, changes, words, link) => {
    const fields = { ...formOf((await clerk.get(`${id}/tables`)).text), ...changes };
    const page = await clerk.post(`${id}/tables`, fields);
    expect([page.status, said(page)]).toEqual([422, expect.stringContaining(words)]);
    expect(page.text).toContain(`href="${link}"`);
    expect(formOf(page.text)).toMatchObject(Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== '')));
  });
  test('another header row is read anew and shown before anybody goes on', async () => {
    expect(await clerk.submit(`${id}/tables`, { 'from-0': '1' })).toBe(`${id}/tables?reread=1`);
    const page = await clerk.get(`${id}/tables?reread=1`);
    expect(formOf(page.text)).toMatchObject({ 'from-0': '1', 'to-0': '2' });
    expect(said(page)).toContain('1行目から2行目までと指定されている');
    expect(await clerk.submit(`${id}/tables`, { 'from-0': '2' })).toBe(`${id}/tables?reread=1`);
    expect(await clerk.submit(`${id}/tables`)).toBe(`${id}/levels`);
  });
  test.each([['nothing', '', '一つ以上書いてください'], ['the same twice', '施策\n施策', '「施策」が二つ以上あります'], ['nine', '123456789'.split('').join('\n'), '階層は8つまで']])('refuses levels: %s', async (_name, levels, words) => {
    const page = await clerk.post(`${id}/levels`, { levels });
    expect([page.status, said(page)]).toEqual([422, expect.stringContaining(words)]);
  });
  test('columns are proposed with examples and reasons; the same meaning twice and a year that is none are named', async () => {
    await clerk.submit(`${id}/levels`);
    const page = await clerk.get(`${id}/columns/0`);
    expect(said(page)).toContain('例：「窓口の見直し」「収納率の向上」 判断の理由：見出し「取組項目」から');
    expect(formOf(page.text)).toMatchObject({ 'role-0': 'level-title:measure', 'role-4': 'departments', 'role-5': 'report', 'year-5': '令和２年度' });
    const wrong = await clerk.post(`${id}/columns/0`, { ...formOf(page.text), 'role-1': 'level-title:measure', 'role-4': 'nonsense', 'year-5': '去年' });
    expect(wrong.status).toBe(422);
    for (const words of ['「施策の題名」が、A列 施策とB列 基本事業の二つに選ばれています', 'E列 担当課の意味を、一覧から選んでください', '年度「去年」を読み取れません']) expect(said(wrong)).toContain(words);
  });
  test('facts are asked for and never made up, all that is wrong at once', async () => {
    await clerk.submit(`${id}/columns/0`);
    expect(await clerk.submit(`${id}/columns/1`)).toBe(`${id}/facts`);
    expect(formOf((await clerk.get(`${id}/facts`)).text)).toEqual({ title: '見本市の計画', id: '', from: '', to: '', adopted: '', headquarters: '', chair: '', reportYear: '令和２年度' });
    const wrong = await clerk.post(`${id}/facts`, { title: '', id: 'ＡＢＣ', from: 'R6', to: 'R2', adopted: '３月', headquarters: '', chair: '市長', reportYear: '' });
    expect(wrong.status).toBe(422);
    for (const field of ['title', 'id', 'to', 'adopted', 'headquarters', 'reportYear']) expect(wrong.text).toContain(`href="#${field}"`);
    expect(await clerk.submit(`${id}/facts`, { id: 'mihon-1', from: 'R2', to: '令和６年度', adopted: '令和２年３月' })).toBe(`${id}/indicators`);
  });
  test('kinds and new departments are confirmed before anything is made', async () => {
    expect(said(await clerk.get(`${id}/indicators`))).toContain('－（令和２年度） → 60（令和６年度） 単位：％');
    expect(await clerk.submit(`${id}/indicators`, { 'kind-ind1': 'increase' })).toBe(`${id}/departments`);
    const page = await clerk.get(`${id}/departments`);
    expect(said(page)).toContain('次の2部署を、新しく登録します');
    expect(said(page)).toContain('初めて出てくるセル：体系!E3');
    const wrong = await clerk.post(`${id}/departments`, { 'id-0': '政策', 'id-1': 'd01' });
    expect(said(wrong)).toContain('「政策室」の識別子を、半角の英小文字');
    expect(await clerk.submit(`${id}/departments`, { 'id-0': 'seisaku', 'id-1': 'nozei' })).toBe(`${id}/result`);
  });
  test('going back keeps what was chosen', async () => {
    expect(formOf((await clerk.get(`${id}/facts`)).text)).toMatchObject({ id: 'mihon-1', to: '令和６年度', adopted: '令和２年３月' });
    expect(formOf((await clerk.get(`${id}/departments`)).text)).toEqual({ 'id-0': 'seisaku', 'id-1': 'nozei' });
    expect(await clerk.submit(`${id}/facts?back=confirm`, { headquarters: '推進本部' })).toBe(`${id}/confirm`);
  });
  test('the result shows the tree; every cell has what it was understood as and why', async () => {
    expect(said(await clerk.get(`${id}/result`))).toContain('01 窓口の見直し （政策室）');
    expect(said(await clerk.get(`${id}/cells`))).toContain('体系!A3 １ 行政 施策の題名 行政 番号「１」と題名に分けた');
    expect(said(await clerk.get(`${id}/cells?all=1&page=99`))).toContain('そのまま読んだ');
  });
  test('nothing is taken in before the last button; then all of it, with the audit row, the reading and without the file', async () => {
    expect(await readTransaction(room.opened.db, (trx) => loadPlan(trx, 'mihon-1'))).toBeUndefined();
    const confirm = await clerk.get(`${id}/confirm`);
    expect(said(confirm)).toContain('新しく登録する部署 2部署（政策室、納税課）');
    expect(said(confirm)).toContain('計画「見本市の計画」を登録します。');
    expect((await clerk.post(`${id}/confirm`, { seen: 'old' })).status).toBe(409);
    const done = await clerk.get(await clerk.submit(`${id}/confirm`));
    expect(said(done)).toContain('取り込んだ令和２年度の取組状況を確かめて公表する');
    const plan = await readTransaction(room.opened.db, (trx) => loadPlan(trx, 'mihon-1'));
    expect(plan).toMatchObject({ title: '見本市の計画', period: { from: 2020, to: 2024 }, adopted: '2020-03', headquarters: { name: '推進本部', chair: null }, departments: [{ id: 'seisaku', name: '政策室' }, { id: 'nozei', name: '納税課' }] });
    const [entry] = (await readTransaction(room.opened.db, (trx) => readAudit(trx))).filter(({ action }) => action === 'import-plan');
    expect(entry).toMatchObject({ actor: 'jimukyoku', planId: 'mihon-1', details: { source: { file: '計画.xlsx' } } });
    expect((await clerk.get(`${id}/result`)).status).toBe(404);
  });
});

describe('the next year', () => {
  const next = [header.with(5, '令和３年度の取組状況').with(4, '所管'), ['１ 行政', '① 改善', '01', '窓口の見直しと予約', '政策室', '続けた。'], rows[1]!, ['２ 財政', '① 財源', '03', '使用料の見直し', '財政課', '始めた。']];

  test('which plan it is must be said; then it is read as last time, and only what changed is changed', async () => {
    const id = await begin(workbook([['見本市の計画'], ...next, ...indicators], '令和３年度.xlsx'));
    expect((await clerk.get(id)).to).toBe(`${id}/plan`);
    expect((await clerk.post(`${id}/plan`, {})).status).toBe(422);
    expect(said(await clerk.get(`${id}/plan`))).toContain('計画.xlsx）の読み方を使います。');
    const pages = await walk(id, { plan: { plan: 'mihon-1' } });
    expect(pages).toEqual(['plan', 'tables', 'levels', 'columns/0', 'columns/1', 'facts', 'indicators', 'departments']);
    expect(said(await clerk.get(`${id}/confirm`))).toContain('令和３年度の報告');
    await clerk.submit(`${id}/confirm`);
    const plan = await readTransaction(room.opened.db, (trx) => loadPlan(trx, 'mihon-1'));
    expect(plan!.nodes.map(({ id: node, title }) => `${node} ${title}`)).toEqual(['m1 行政', 'm1-b1 改善', 'i01 窓口の見直しと予約', 'm2 財政', 'm2-b1 財源', 'i02 収納率の向上', 'i03 使用料の見直し']);
    expect(plan!.departments.map(({ id: department }) => department)).toEqual(['seisaku', 'nozei', 'd03']);
    expect(plan!.indicators[0]!.kind).toBe('increase');
  });
  test('another plan cannot take the id of one that is there, and names the departments of the city by their ids', async () => {
    const id = await begin(workbook([header, ...rows]));
    await clerk.post(`${id}/plan`, { plan: '*new*' });
    expect(said(await clerk.post(`${id}/facts`, { title: '別の計画', id: 'mihon-1', reportYear: 'R2' }))).toContain('登録済みの計画「見本市の計画」で使われています');
    expect(await walk(id, { facts: { title: '別の計画', id: 'betsu' } })).toEqual(['tables', 'levels', 'columns/0', 'facts']);
    await clerk.post(`${id}/discard`);
    expect((await clerk.get(id)).status).toBe(404);
  });
});

describe('a sheet with problems', () => {
  let id = '';
  test('shows every one with its cell and its fix, and cannot be taken in', async () => {
    id = await begin(workbook([header, ['１ 行政', '① 改善', '01', { error: '#REF!', formula: 'A9' }, '政策室', 'あ'], ['２ 財政', null, '02', '収納', '納税課', 'い'], ['２ 財政', '① 財源', '02', '使用料', '納税課', 'う']]));
    await clerk.post(`${id}/plan`, { plan: '*new*' });
    await walk(id, { facts: { title: '計画', id: 'mondai' } });
    const page = await clerk.get(`${id}/result`);
    for (const words of ['体系!D2 セルがエラー（#REF!）です。', 'Excelで数式を直すか', '体系!C2 番号「01」に題名がありません。', '体系!D3 取組項目「収納」がどの基本事業に属するか分かりません']) expect(said(page)).toContain(words);
    expect((await clerk.get(`${id}/confirm`)).to).toBe(`${id}/result`);
    expect((await clerk.post(`${id}/confirm`, { seen: '' })).to).toBe(`${id}/result`);
  });
  test('is mended in Excel and put in its place: what was chosen stays', async () => {
    expect((await clerk.send(`${id}/file`, new File(['%PDF-1.7'], 'x.xlsx'))).status).toBe(422);
    const { to } = await clerk.send(`${id}/file`, workbook([header, ...rows], '直した計画.xlsx'));
    expect(to).toBe(`${id}/result?replaced=1`);
    const page = await clerk.get(to!);
    expect(said(page)).toContain('直した計画.xlsx');
    expect(said(page)).toContain('取り込めない問題はありません');
    expect(said(await clerk.get(`${id}/confirm`))).toContain('mondai');
  });
});

test('a CSV of Excel says how it was understood; a workbook of 65 items goes through with two answers', async () => {
  const csv = await begin(new File([new Uint8Array(encodeCp932([header, ...rows].map((cells) => cells.join(',')).join('\r\n')))], '計画.csv'));
  await clerk.post(`${csv}/plan`, { plan: '*new*' });
  expect(said(await clerk.get(`${csv}/tables`))).toContain('文字コードはShift_JIS（CP932）');
  const id = await begin(new File([new Uint8Array(sampleWorkbook())], '体系.xlsx'));
  await walk(id, { plan: { plan: '*new*' }, facts: { id: 'gyozaisei-6' } });
  await clerk.submit(`${id}/confirm`);
  expect((await readTransaction(room.opened.db, (trx) => loadPlan(trx, 'gyozaisei-6')))!.nodes).toHaveLength(99);
});
