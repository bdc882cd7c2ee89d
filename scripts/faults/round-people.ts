import type { Actor, Role } from '../../src/domain/organization/post.ts';

// Who works in the rounds that are killed half-way: one person for each capacity, in every department of the sample.

export const planId = 'gyozaisei-6';
export const fiscalYear = 2021;
export const today = '2022-06-01';

const roles = { reporter: 'reporter', head: 'section-head', secretariat: 'secretariat' } as const satisfies Record<string, Role>;

export type Person = keyof typeof roles;

export const people = Object.keys(roles) as readonly Person[];

export function actorOf(person: Person, departments: readonly string[]): Actor {
  const role = roles[person];
  const posts = person === 'secretariat' ? [null] : departments;
  return { personId: person, staffNumber: person, name: person, posts: posts.map((department) => ({ role, department, from: '2021-04-01', until: null })) };
}
