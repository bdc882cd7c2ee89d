import fc from 'fast-check';
import { checkReorganisation, type ReorganisationForm } from './check-reorganisation.ts';
import { type DepartmentHistory, endedOn, type Reorganisation } from './department-history.ts';
import type { Department } from './department.ts';

export const cityHall: readonly Department[] = [{ id: 'seisaku', name: '政策室' }, { id: 'zaisei', name: '財政課' }, { id: 'shokuin', name: '職員課' }];

/** Every department that there ever was. */
export function allOf(departments: readonly Department[], history: DepartmentHistory): Department[] {
  return [...new Map([...departments, ...history.flatMap(({ before, after }) => [...before, ...after])].map((department) => [department.id, department])).values()];
}

/** The history that these reorganisations make, one after the other; none may be refused. */
export function record(forms: readonly ReorganisationForm[], departments: readonly Department[] = cityHall): DepartmentHistory {
  const history: Reorganisation[] = [];
  for (const typed of forms) {
    const checked = checkReorganisation(typed, history, allOf(departments, history));
    if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
    history.push({ ...checked.reorganisation, id: String(history.length + 1) });
  }
  return history;
}

/** Any history that the rules let through: each step takes some departments of the day and makes others of them. */
export const anyHistory: fc.Arbitrary<DepartmentHistory> = fc.array(fc.record({ kind: fc.constantFrom('establish', 'rename', 'split', 'merge', 'abolish'), picks: fc.array(fc.nat(50), { minLength: 1, maxLength: 4 }), keep: fc.boolean(), months: fc.nat(12) }), { maxLength: 14 })
  .map((steps) => {
    const history: Reorganisation[] = [];
    let month = 0;
    steps.forEach(({ kind, picks, keep, months }, step) => {
      month += months;
      const day = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
      const everybody = allOf(cityHall, history);
      const alive = everybody.filter(({ id }) => endedOn(history, id) === null).map(({ id }) => id);
      if (alive.length === 0 && kind !== 'establish') return;
      const before = [...new Set(picks.map((pick) => alive[pick % alive.length]!))].slice(0, kind === 'merge' ? 4 : 1);
      const made = (index: number) => ({ id: keep && index === 0 && before[0] ? before[0] : `d${step}-${index}`, name: `課${step}の${index}` });
      const after = { establish: [{ id: `d${step}`, name: `課${step}` }], rename: [{ id: before[0] ?? '', name: `課${step}` }], split: picks.concat(0).map((_, index) => made(index)), merge: [made(0)], abolish: keep ? alive.filter((id) => id !== before[0]).slice(0, 1).map((id) => ({ id, name: '' })) : [] }[kind];
      const checked = checkReorganisation({ kind, day, reason: '改正', before: kind === 'establish' ? [] : before, after }, history, everybody);
      if ('reorganisation' in checked) history.push({ ...checked.reorganisation, id: String(step) });
    });
    return history;
  });
