import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allOf, anyHistory, cityHall, record } from './any-history.testing.ts';
import { checkReorganisation, type ReorganisationForm } from './check-reorganisation.ts';
import { ancestorsOn, beganOn, type DepartmentHistory, endedOn, existsOn, nameOn, successorsOn } from './department-history.ts';

const form = (change: Partial<ReorganisationForm>): ReorganisationForm => ({ kind: 'rename', day: '2022-04-01', reason: '規則改正', before: [], after: [], ...change });

const codes = (typed: ReorganisationForm, history: DepartmentHistory = []): string[] => {
  const checked = checkReorganisation(typed, history, allOf(cityHall, history));
  return 'problems' in checked ? checked.problems.map(({ code }) => code) : [];
};

const split = form({ kind: 'split', before: ['seisaku'], after: [{ id: 'kikaku', name: '企画課' }, { id: 'digital', name: 'デジタル課' }] });
const merge = form({ kind: 'merge', day: '2023-04-01', before: ['kikaku', 'zaisei'], after: [{ id: 'kikaku-zaisei', name: '企画財政課' }] });

describe('the history of departments', () => {
  test('gives a department its name by the day, and keeps its identity', () => {
    const history = record([form({ before: ['seisaku'], after: [{ id: 'seisaku', name: '企画政策課' }] })]);
    expect(nameOn(history, 'seisaku', '2022-03-31', '？')).toBe('政策室');
    expect(nameOn(history, 'seisaku', '2022-04-01', '？')).toBe('企画政策課');
    expect(nameOn(history, 'zaisei', '2022-04-01', '財政課')).toBe('財政課');
    expect(successorsOn(history, 'seisaku', '2030-01-01')).toEqual(['seisaku']);
    expect(existsOn(history, 'seisaku', '2022-04-01')).toBe(true);
  });

  test('follows a split and then a merge', () => {
    const history = record([split, merge]);
    expect(successorsOn(history, 'seisaku', '2022-03-31')).toEqual(['seisaku']);
    expect(successorsOn(history, 'seisaku', '2022-04-01')).toEqual(['kikaku', 'digital']);
    expect(successorsOn(history, 'seisaku', '2023-04-01')).toEqual(['kikaku-zaisei', 'digital']);
    expect(ancestorsOn(history, 'kikaku-zaisei', '2023-04-01').toSorted()).toEqual(['kikaku', 'kikaku-zaisei', 'seisaku', 'zaisei']);
    expect([beganOn(history, 'kikaku'), endedOn(history, 'kikaku')]).toEqual(['2022-04-01', '2023-04-01']);
    expect(nameOn(history, 'kikaku', '2024-01-01', '？')).toBe('企画課');
  });

  test('lets what was split off and put together again on the same day be the whole', () => {
    const history = record([split, form({ kind: 'merge', before: ['kikaku', 'digital'], after: [{ id: 'seisaku-2', name: '政策室' }] })]);
    expect(successorsOn(history, 'seisaku', '2022-04-01')).toEqual(['seisaku-2']);
  });

  test('lets a department go on from which a part was split off, and one that takes over the work of another', () => {
    const history = record([
      form({ kind: 'split', before: ['seisaku'], after: [{ id: 'seisaku', name: '' }, { id: 'digital', name: 'デジタル課' }] }),
      form({ kind: 'abolish', day: '2023-04-01', before: ['shokuin'], after: [{ id: 'zaisei', name: '' }] }),
      form({ kind: 'abolish', day: '2024-04-01', before: ['digital'] }),
    ]);
    expect(successorsOn(history, 'seisaku', '2022-04-01')).toEqual(['seisaku', 'digital']);
    expect(successorsOn(history, 'shokuin', '2023-04-01')).toEqual(['zaisei']);
    expect(successorsOn(history, 'zaisei', '2023-04-01')).toEqual(['zaisei']);
    expect([beganOn(history, 'zaisei'), endedOn(history, 'shokuin')]).toEqual([null, '2023-04-01']);
    expect(successorsOn(history, 'digital', '2024-04-01')).toEqual([]);
    expect(successorsOn(history, 'seisaku', '2024-04-01')).toEqual(['seisaku']);
  });

  test('refuses what makes no sense, each with its name', () => {
    expect(codes(form({ kind: 'x', day: '2022-02-30', reason: ' ' }))).toEqual(['kind-missing', 'not-a-date', 'no-reason']);
    expect(codes(form({ before: ['nobody'], after: [{ id: 'nobody', name: '無課' }] }))).toContain('unknown-department');
    expect(codes(form({ before: ['seisaku'], after: [{ id: 'seisaku', name: '政策室' }] }))).toEqual(['name-unchanged']);
    expect(codes(form({ before: ['seisaku'], after: [{ id: 'seisaku', name: '財政課' }] }))).toEqual(['name-taken']);
    expect(codes(form({ before: ['seisaku'], after: [{ id: 'seisaku', name: '政\u202e策' }] }))).toEqual(['name-invalid']);
    expect(codes({ ...split, after: [split.after[0]!] })).toEqual(['wrong-shape']);
    expect(codes({ ...split, after: [split.after[0]!, split.after[0]!] })).toEqual(['repeated-department', 'name-taken']);
    expect(codes({ ...split, after: [{ id: '企画', name: '企画課' }, split.after[1]!] })).toEqual(['id-form']);
    expect(codes({ ...split, after: [{ id: 'zaisei', name: '企画課' }, split.after[1]!] })).toEqual(['id-used']);
    expect(codes(form({ kind: 'merge', before: ['seisaku'], after: [{ id: 'new', name: '新課' }] }))).toEqual(['wrong-shape']);
    expect(codes(form({ kind: 'abolish', before: ['seisaku'], after: [{ id: 'seisaku', name: '' }] }))).toEqual(['wrong-shape']);
    expect(codes(form({ kind: 'establish', after: [{ id: 'zaisei', name: '財政第二課' }] }))).toEqual(['id-used']);
  });

  test('refuses to use a dissolved department or its id again, and to go behind a later reorganisation', () => {
    const history = record([split]);
    expect(codes(form({ day: '2023-04-01', before: ['seisaku'], after: [{ id: 'seisaku', name: '新政策室' }] }), history)).toContain('already-dissolved');
    expect(codes(form({ kind: 'establish', day: '2023-04-01', after: [{ id: 'seisaku', name: '政策室' }] }), history)).toEqual(['id-used']);
    expect(codes(form({ kind: 'merge', day: '2021-04-01', before: ['kikaku', 'zaisei'], after: [{ id: 'new', name: '新課' }] }), history)).toEqual(['out-of-order']);
    expect(codes(form({ kind: 'establish', day: '2022-04-01', after: [{ id: 'new', name: '政策室' }] }), history)).toEqual([]);
  });
});

describe('in every history that the rules let through', () => {
  const day = fc.integer({ min: 2000, max: 2016 }).map((year) => `${year}-04-01`);

  test('each department has a well-defined set of successors, all of which exist on the day, each once', () => {
    fc.assert(fc.property(anyHistory, day, (history, on) => {
      for (const { id } of allOf(cityHall, history)) {
        const successors = successorsOn(history, id, on);
        expect(new Set(successors).size).toBe(successors.length);
        if ((beganOn(history, id) ?? '') <= on) for (const successor of successors) expect(existsOn(history, successor, on), `${id} → ${successor}`).toBe(true);
        if (existsOn(history, id, on)) expect(successors).toContain(id);
        expect(successorsOn(history, id, on)).toEqual(successors);
      }
    }), { numRuns: 300 });
  });

  test('nobody goes round in a circle: a successor that is not the department itself never leads back to it', () => {
    fc.assert(fc.property(anyHistory, (history) => {
      for (const { id } of allOf(cityHall, history)) {
        if (endedOn(history, id) === null) continue;
        for (const successor of successorsOn(history, id, '9999-12-31')) expect(successorsOn(history, successor, '9999-12-31')).not.toContain(id);
        expect(successorsOn(history, id, '9999-12-31')).not.toContain(id);
      }
    }), { numRuns: 300 });
  });

  test('steps compose: following to one day and from there to a later one is following at once', () => {
    fc.assert(fc.property(anyHistory, day, day, (history, one, other) => {
      const [first, second] = [one, other].toSorted() as [string, string];
      const later = history.filter((entry) => entry.day > first);
      for (const { id } of allOf(cityHall, history)) {
        expect([...new Set(successorsOn(history, id, first).flatMap((step) => successorsOn(later, step, second)))]).toEqual(successorsOn(history, id, second));
      }
    }), { numRuns: 300 });
  });

  test('ancestors are the other direction of successors', () => {
    fc.assert(fc.property(anyHistory, day, (history, on) => {
      const all = allOf(cityHall, history);
      for (const { id } of all) for (const other of all) {
        if (id !== other.id) expect(ancestorsOn(history, id, on).includes(other.id)).toBe(successorsOn(history, other.id, on).includes(id));
      }
    }), { numRuns: 100 });
  });
});
