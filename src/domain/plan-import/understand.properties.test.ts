import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodeRow } from '../plan/plan-bundle.ts';
import { draftPlan } from '../plan/parse-plan.ts';
import { parseCellName } from './grid.ts';
import { sheetOf, understandAgain, understandSheets } from './sheet-of.testing.ts';

const title = fc.stringMatching(/^[ぁ-ん一-鿋]{2,12}$/).filter((text) => !/[々仝上同左計注備無未該]/.test(text));
/** A plan of two levels with its departments: what a table will say in many ways. */
const plan = fc.uniqueArray(fc.record({ title, items: fc.uniqueArray(fc.record({ title, department: title.map((name) => `${name}課`).filter((name) => !/[各全関所庁]/.test(name)) }), { minLength: 1, maxLength: 4, selector: (item) => item.title }) }), { minLength: 1, maxLength: 4, selector: (measure) => measure.title });
const style = fc.record({ repeat: fc.constantFrom('full', 'blank', '〃', '同上', 'merged'), gaps: fc.boolean(), numbers: fc.constantFrom('column', 'inside', 'circled'), note: fc.boolean() });

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;
type Style = typeof style extends fc.Arbitrary<infer T> ? T : never;

function sheetFor(measures: Plan, { repeat, gaps, numbers, note }: Style) {
  const rows: (string | null)[][] = [numbers === 'column' ? ['施策番号', '施策', '番号', '取組項目', '担当課'] : ['施策', '番号', '取組項目', '担当課']];
  const merges: string[] = [];
  let count = 0;
  for (const [index, measure] of measures.entries()) {
    if (gaps && index > 0) rows.push([]);
    const upper = numbers === 'column' ? [String(index + 1), measure.title] : [numbers === 'inside' ? `${index + 1}　${measure.title}` : `${'①②③④'[index]!}${measure.title}`];
    if (repeat === 'merged' && measure.items.length > 1) for (let column = 0; column < upper.length; column += 1) merges.push(`${'AB'[column]}${rows.length + 1}:${'AB'[column]}${rows.length + measure.items.length}`);
    for (const [position, item] of measure.items.entries()) {
      count += 1;
      const first = position === 0 || repeat === 'full';
      rows.push([...upper.map((text) => (first ? text : repeat === '〃' || repeat === '同上' ? repeat : null)), String(count).padStart(2, '0'), item.title, item.department]);
    }
  }
  if (note) rows.push([], ['※１　担当課は４月１日現在である。']);
  return sheetOf(rows, { merges });
}

const said = (tree: readonly NodeRow[], departments: ReadonlyMap<string, string>) => tree.map((measure) => ({ title: measure.title, items: measure.children!.map((item) => ({ title: item.title, department: departments.get(item.responsible![0] as string) })) }));

test('a plan comes back from every style of table, whole and without problems', () => {
  fc.assert(fc.property(plan, style, (measures, chosen) => {
    const { bundle, problems } = understandSheets([sheetFor(measures, chosen)]);
    expect(problems).toEqual([]);
    expect(said(bundle.tree, new Map(bundle.departments.map(({ id, name }) => [id, name])))).toEqual(measures.map(({ title: name, items }) => ({ title: name, items: items.map((item) => ({ title: item.title, department: item.department })) })));
    expect(draftPlan(bundle).problems).toEqual([]);
  }), { numRuns: 300 });
});

test('the same sheet and mapping give the same bundle, and the saved mapping gives the same ids in any order of the measures', () => {
  fc.assert(fc.property(plan, style, (measures, chosen) => {
    const first = understandSheets([sheetFor(measures, chosen)]);
    expect(understandSheets([sheetFor(measures, chosen)])).toMatchObject({ bundle: first.bundle, understood: first.understood });
    const again = understandAgain(sheetFor(measures.toReversed(), { ...chosen, repeat: 'full' }), first.mapping);
    const ids = (tree: readonly NodeRow[]) => Object.fromEntries(tree.map(({ id, title: name }) => [name, id]));
    expect(ids(again.bundle.tree)).toEqual(ids(first.bundle.tree));
  }), { numRuns: 100 });
});

test('any cells at all give problems or a plan, each with a cell of the sheet, and never an exception', () => {
  const heading = fc.constantFrom('施策', '基本事業', '取組項目', '番号', 'No.', '名称', '担当課', '内容', '指標', '単位', '基準値', '目標値（R6）', '実績値', '階層', '再掲', '取組状況', '関連施策', '備考', '');
  const cell = fc.oneof(fc.constantFrom(null, null, '〃', '同上', '同左', '－', '合計', '※１ 注', '①', '(1)', '１－１', '第１章', '施策', '基本事業', '関係各課（政策室）', '（再掲）', '90.0以下', '令和３年３月31日'), title, fc.string({ maxLength: 8 }), fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom({ kind: 'error' as const, text: '#REF!', value: '#REF!' }, { kind: 'formula' as const, formula: true }, { kind: 'date' as const, text: '1月1日', value: '2026-01-01' }, { kind: 'percent' as const, text: '23%', value: 0.227 }));
  const rows = fc.array(fc.oneof({ weight: 4, arbitrary: fc.array(cell, { maxLength: 7 }) }, { weight: 1, arbitrary: fc.array(heading, { maxLength: 7 }) }), { maxLength: 14 });
  const merge = fc.tuple(fc.nat(12), fc.nat(6), fc.nat(3), fc.nat(3)).map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));
  fc.assert(fc.property(rows, fc.option(merge), fc.boolean(), (given, merged, hidden) => {
    const sheet = { ...sheetOf(given), merges: merged ? [merged] : [], hiddenRows: hidden ? [{ from: 1, to: 3 }] : [] };
    const { problems, bundle, mapping } = understandSheets([sheet]);
    for (const { sheet: name, cell: place, message, fix } of problems) {
      expect(name === null || (place !== null && parseCellName(place) !== null)).toBe(true);
      expect(message.endsWith('。') && fix.endsWith('。'), `${message}${fix}`).toBe(true);
    }
    if (problems.every(({ severity }) => severity === 'warning')) expect(draftPlan(bundle).problems).toEqual([]);
    expect(understandAgain(sheet, mapping).bundle.tree).toEqual(bundle.tree);
  }), { numRuns: 1500 });
});
