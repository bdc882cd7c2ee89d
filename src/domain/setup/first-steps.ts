import type { Role } from '../organization/post.ts';

/** What a new installation has so far. Counts; people are counted by the posts that they hold today. */
export interface SetupFacts {
  /** Name of the city, or null while it is not registered. */
  readonly municipality: string | null;
  readonly secretariat: number;
  readonly plans: number;
  readonly reporters: number;
  readonly heads: number;
  /** Rounds that were opened. */
  readonly rounds: number;
  readonly editions: number;
}

export type FirstStepName = 'municipality' | 'secretariat' | 'plan' | 'people' | 'first-year';

export interface FirstStep {
  readonly name: FirstStepName;
  /** `later` waits for another step. */
  readonly state: 'done' | 'now' | 'later';
  /** Who does it; each of them may. */
  readonly by: readonly Role[];
  /** Whether a public site can come about without it. */
  readonly optional: boolean;
}

/** The steps from nothing to the first published year, in their order. */
export function firstSteps(facts: SetupFacts): FirstStep[] {
  const done: Readonly<Record<FirstStepName, boolean>> = {
    municipality: facts.municipality !== null, secretariat: facts.secretariat > 0, plan: facts.plans > 0,
    people: facts.reporters > 0 && facts.heads > 0, 'first-year': facts.rounds > 0 || facts.editions > 0,
  };
  return steps.map(({ name, by, needs, optional }) => ({
    name, by, optional, state: done[name] ? 'done' : needs.every((other) => done[other]) ? 'now' : 'later',
  }));
}

const steps: readonly { readonly name: FirstStepName; readonly by: readonly Role[]; readonly needs: readonly FirstStepName[]; readonly optional: boolean }[] = [
  { name: 'municipality', by: ['administrator', 'secretariat'], needs: [], optional: false },
  { name: 'secretariat', by: ['administrator'], needs: [], optional: false },
  { name: 'plan', by: ['secretariat'], needs: ['municipality', 'secretariat'], optional: false },
  // A year that comes with the plan's workbook is published without asking anybody.
  { name: 'people', by: ['administrator'], needs: ['plan'], optional: true },
  { name: 'first-year', by: ['secretariat'], needs: ['plan'], optional: false },
];

/** Whether the installation is past its beginning: the first year is asked about or published. */
export function isSetUp(facts: SetupFacts): boolean {
  return firstSteps(facts).every(({ state, optional }) => state === 'done' || optional);
}
