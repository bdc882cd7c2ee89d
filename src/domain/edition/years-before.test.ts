import { expect, test } from 'vitest';
import { makeEdition, makeNode, makeNodeReport } from '../../../tests/factories.ts';
import type { PlanBundle } from '../plan/plan-bundle.ts';
import type { Edition } from './edition.ts';
import { yearsBefore } from './years-before.ts';

const item = (id: string) => ({ id, number: id, title: `取組${id}` });

/** A plan of items alone, in a year, and where they come from. */
function edition(plan: string, fiscalYear: number, items: readonly string[], succession?: PlanBundle['succession']): Edition {
  return makeEdition({
    plan: { plan: { id: plan, title: plan }, levels: [{ id: 'top', name: '取組' }], tree: items.map((id) => makeNode(item(id))), indicators: [], departments: [], ...(succession && { succession }) },
    report: { fiscalYear, measurements: [], notes: [], preface: [], reports: items.map((id) => makeNodeReport({ initiative: id, responsiblePrinted: '担当', paragraphs: [`${plan} ${fiscalYear} ${id}`] })) },
  });
}

const oldest = [edition('p1', 2012, ['x']), edition('p1', 2011, ['x'])];
const middle = [edition('p2', 2016, ['a', 'b', 'c'], { from: { id: 'p1', title: 'p1' }, items: [{ node: 'a', from: [item('x')] }, { node: 'b', from: [item('x')] }, { node: 'c' }], ended: [] })];
const newest = edition('p3', 2020, ['m', 'n', 'o'], { from: { id: 'p2', title: 'p2' }, items: [{ node: 'm', from: [item('a'), item('b')] }, { node: 'n' }, { node: 'o', from: [item('c')] }], ended: [] });
const told = (id: string, earlier = [middle, oldest]) => yearsBefore(newest, [id], earlier).map(({ edition: { plan, fiscalYear }, nodes }) => [plan.id, fiscalYear, ...nodes.map((node) => node.id)]);

test('an item that was merged has the years of all that it goes on from, back through every plan, each once', () => {
  expect(told('m')).toEqual([['p2', 2016, 'a', 'b'], ['p1', 2012, 'x'], ['p1', 2011, 'x']]);
});

test('an item whose forerunner was new then goes back to that plan alone, and a new one nowhere', () => {
  expect(told('o')).toEqual([['p2', 2016, 'c']]);
  expect(told('n')).toEqual([]);
});

test('nothing is told of a plan that is not published here, or is another than the one that the mapping names', () => {
  expect(told('m', [])).toEqual([]);
  expect(told('m', [oldest])).toEqual([]);
});
