import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildEdition } from '../../domain/edition/build-edition.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { DeliberatedItem, MeetingRecord } from '../../domain/headquarters/headquarters.ts';
import { parsePlan } from '../../domain/plan/parse-plan.ts';
import type { PlanBundle, ReportBundle } from '../../domain/plan/plan-bundle.ts';
import { parseYearReport } from '../../domain/report/parse-year-report.ts';
import { readPdfText } from '../pdf/read-pdf-text.ts';
import { meetingData } from './meeting-data.ts';
import { writeMeetingPdf } from './write-meeting-pdf.ts';

const sampleFile = (name: string): unknown => parse(readFileSync(new URL(`../../../samples/komae-2020/${name}`, import.meta.url), 'utf8'));
const edition = sampleEdition();
const drawing = '<svg viewBox="0 0 320 84" width="320" height="84"><line x1="48" x2="272" y1="40" y2="40" stroke="#333"/><text x="48" y="68">55.6</text></svg>';
const charts = new Map(edition.indicators.map(({ id }) => [id, drawing]));

function sampleEdition(): Edition {
  const plan = parsePlan(sampleFile('plan.yaml') as PlanBundle);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const report = parseYearReport(sampleFile('report-2020.yaml') as ReportBundle, plan.value);
  if (!report.ok) throw new Error(JSON.stringify(report.problems));
  return buildEdition(plan.value, report.value);
}

function makeItem(id: string, overrides: Partial<DeliberatedItem> = {}): DeliberatedItem {
  return { id, meetingId: '1', subject: { kind: 'node', id: 'i05' }, title: '05 ICT人財の育成', paper: '派遣の実績を審議する。', decisions: [], instructions: [], ...overrides };
}
function makeRecord(items: readonly DeliberatedItem[]): MeetingRecord {
  return {
    meeting: { id: '1', planId: edition.plan.id, fiscalYear: 2020, heldOn: '2021-07-12', title: '令和３年度第２回　狛江市行財政改革推進本部会議' },
    edition, items, scale: [{ id: 'a', name: 'Ａ（順調）' }, { id: 'b', name: 'Ｂ（おおむね順調）' }, { id: 'c', name: 'Ｃ（遅れ）' }],
  };
}
const decided = makeItem('2', {
  decisions: [{ id: '1', agendaItemId: '2', text: '取組を継続する。', assessment: 'b', explanation: '市民意識調査の値は改善したが、研修の効果は確認できないため。', decidedAt: '2021-07-12T02:00:00.000Z' }],
  instructions: [{ id: '1', planId: edition.plan.id, nodeId: 'i05', text: '研修の効果を数値で示すこと。', departments: ['shokuin', 'mirai'], answerIn: 2021, issuedAt: '2021-07-12T02:00:00.000Z' }],
});
const record = makeRecord([
  makeItem('1', { subject: { kind: 'node', id: 'i09' }, title: '09 行政手続きのデジタル化、電子申請・届出の拡充' }), decided,
  makeItem('3', { subject: { kind: 'indicator', id: edition.indicators[3]!.id }, title: `指標4 ${edition.indicators[3]!.title}`, paper: '' }),
  makeItem('4', { subject: null, title: '進捗状況の公表について', paper: '１　公表の時期\n　令和３年８月上旬\n\n２　公表の方法\n　市のホームページ' }),
]);

const latin1 = (file: Uint8Array) => Buffer.from(file).toString('latin1');
const pagesOf = (file: Uint8Array) => Number(/<xmpTPg:NPages>(\d+)</.exec(latin1(file))?.[1]);
const textOf = (file: Uint8Array) => readPdfText(file).join('\n');
const write = (kind: 'papers' | 'minutes', of = record) => writeMeetingPdf(of, { kind, charts });

describe('the papers of a meeting', () => {
  test('are a tagged PDF/UA-1 in Japanese that says what meeting it is, and give the same bytes again', async () => {
    const [first, second] = await Promise.all([write('papers'), write('papers')]);
    expect(latin1(first)).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(latin1(first)).toMatch(/\/Marked true/);
    expect(latin1(first)).toMatch(/\/Lang \(ja-JP\)/);
    expect(Buffer.compare(first, second)).toBe(0);
    const text = textOf(first);
    for (const said of ['令和３年度第２回', '会議資料', '令和３年７月12日', '狛江市第６次行財政改革推進計画', '令和２年度の進捗状況']) expect(text, said).toContain(said);
  });

  test('lay the paper, the year\'s text, the indicators with their judgement, and what was decided side by side for each item', async () => {
    const file = await write('papers');
    const text = textOf(file);
    for (const said of ['派遣の実績を審議する。', 'IoT・AI評論家', '質の高い行政運営が行われていると感じている市民の割合', '順調', '目標から後退', 'Ｂ（おおむね順調）', '研修の効果は確認できないため。', '職員課、未来戦略室', '令和３年度の照会で回答', '公表の時期']) expect(text, said).toContain(said);
    expect(pagesOf(file)).toBeGreaterThanOrEqual(5);
  });

  test('begin every item on a page that the agenda names, also with 200 items', async () => {
    const many = makeRecord(Array.from({ length: 200 }, (_, index) => makeItem(String(index + 1), { title: `議題の題名${index + 1}`, paper: '' })));
    const file = await write('papers', many);
    expect(pagesOf(file)).toBeGreaterThan(200);
    expect(textOf(file)).toContain('議題200');
  });
});

describe('the minutes', () => {
  test('put decisions and orders first, and leave out what the departments wrote', async () => {
    const file = await write('minutes');
    const text = textOf(file);
    for (const said of ['会議録', '取組を継続する。', '研修の効果を数値で示すこと。', '決定は記録されていません。']) expect(text, said).toContain(said);
    expect(text).not.toContain('IoT・AI評論家');
    expect(pagesOf(file)).toBeLessThan(pagesOf(await write('papers')));
  });

  test('of a meeting without items say so', async () => {
    expect(textOf(await write('minutes', makeRecord([])))).toContain('議題はありません。');
  });
});

test('prints what was typed as it is, whatever it looks like to the printer\'s language', async () => {
  const hostile = '#panic("x") $x^2$ *太字* _斜体_ @ref <label> // 注釈 \\ [角] {波} `code` = 見出し #import "/data.json"';
  const file = await write('papers', makeRecord([makeItem('1', { title: hostile, paper: `${hostile}\n${'長い行'.repeat(800)}\n\t字下げ`, decisions: [{ ...decided.decisions[0]!, text: hostile, explanation: hostile }], instructions: [{ ...decided.instructions[0]!, text: hostile }] })]));
  expect(textOf(file)).toContain('#panic("x")');
  expect(textOf(file)).toContain('{波}');
});

test('names a character that cannot be printed, and the item in which it stands', async () => {
  await expect(write('papers', makeRecord([makeItem('1', { paper: '順調👍' })]))).rejects.toThrow('議題１「05 ICT人財の育成」');
});

test('a department that is no longer in the plan, and a step that is no longer on the scale, are printed by their ids', () => {
  const { items } = meetingData(makeRecord([makeItem('1', { decisions: [{ ...decided.decisions[0]!, assessment: 'z' }], instructions: [{ ...decided.instructions[0]!, departments: ['haishi'] }] })]), 'minutes', charts);
  expect([items[0]?.decisions[0]?.assessment, items[0]?.instructions[0]?.departments]).toEqual(['z', 'haishi']);
});
