import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyHistory, cityHall, record } from './any-history.testing.ts';
import { type DepartmentHistory, endedOn, successorsOn } from './department-history.ts';
import type { SuccessorChoice } from './follow-departments.ts';
import { heirsOfRequest } from './heirs-of-request.ts';

const subject = { kind: 'node', id: 'i01' } as const;
const heirs = (history: DepartmentHistory, department: string, choices: readonly SuccessorChoice[] = []) => heirsOfRequest({ history, choices }, 'plan', subject, department)?.map((heir) => heir.department) ?? null;

const split = { kind: 'split', day: '2022-04-01', reason: '規則改正', before: ['seisaku'], after: [{ id: 'kikaku', name: '企画課' }, { id: 'digital', name: 'デジタル課' }] };
const merge = { kind: 'merge', day: '2022-10-01', reason: '規則改正', before: ['kikaku', 'zaisei'], after: [{ id: 'kikaku-zaisei', name: '企画財政課' }] };

describe('what a dissolved department has left', () => {
  test('stays with a department that goes on, also under another name', () => {
    expect(heirs(record([{ kind: 'rename', day: '2022-04-01', reason: '規則改正', before: ['seisaku'], after: [{ id: 'seisaku', name: '企画室' }] }]), 'seisaku')).toBeNull();
    expect(heirs([], 'seisaku')).toBeNull();
  });

  test('may go to every department of a split, and to the chosen one alone where one was chosen', () => {
    const history = record([split, merge]);
    expect(heirs(history, 'seisaku')).toEqual(['kikaku-zaisei', 'digital']);
    const choice = { reorganisation: history[0]!.id, planId: 'plan', subject, from: 'seisaku', to: 'digital' };
    expect(heirs(history, 'seisaku', [choice])).toEqual(['digital']);
    expect(heirs(history, 'seisaku', [{ ...choice, subject: { kind: 'indicator', id: 'i01' } }, { ...choice, planId: 'other' }])).toEqual(['kikaku-zaisei', 'digital']);
  });

  test('goes through every later reorganisation, which is named', () => {
    const history = record([split, merge]);
    expect(heirsOfRequest({ history, choices: [] }, 'plan', subject, 'seisaku')?.[0]?.steps).toEqual([
      { reorganisation: history[0]!.id, from: 'seisaku', to: 'kikaku' }, { reorganisation: history[1]!.id, from: 'kikaku', to: 'kikaku-zaisei' }]);
  });

  test('goes to nobody where it was abolished and nobody took over', () => {
    expect(heirs(record([{ kind: 'abolish', day: '2022-04-01', reason: '規則改正', before: ['seisaku'], after: [] }]), 'seisaku')).toEqual([]);
  });

  test('goes in every history only to departments that are there and that follow it', () => {
    fc.assert(fc.property(anyHistory, fc.constantFrom(...cityHall.map(({ id }) => id)), (history, department) => {
      const found = heirs(history, department);
      expect(found === null).toBe(endedOn(history, department) === null);
      for (const heir of found ?? []) {
        expect(endedOn(history, heir)).toBeNull();
        expect(successorsOn(history, department, '9999-12-31')).toContain(heir);
      }
    }), { numRuns: 300 });
  });
});
