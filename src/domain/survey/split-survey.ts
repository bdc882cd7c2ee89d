import type { CalendarDate } from '../fiscal-year/fiscal-year.ts';
import type { Department } from '../organization/department.ts';
import type { Plan } from '../plan/plan.ts';
import type { Round } from '../round/round.ts';
import type { Survey, SurveyItem } from './survey.ts';

/** All that a round asks. */
export interface WholeSurvey {
  readonly plan: Plan;
  readonly round: Round;
  readonly items: readonly SurveyItem[];
}

/** The part of one person or of one department: what is asked of these departments. */
export function surveyFor({ plan, round, items }: WholeSurvey, departments: readonly Department[], person: string | null, madeOn: CalendarDate): Survey {
  const ids = new Set(departments.map(({ id }) => id));
  return { municipality: plan.municipality, planId: plan.id, planTitle: plan.title, round, departments, person, madeOn, items: items.filter(({ department }) => ids.has(department)) };
}

/** The departments that are asked, in the order in which they are asked first. */
export function askedDepartments(items: readonly SurveyItem[]): Department[] {
  return [...new Map(items.map(({ department, departmentName }) => [department, { id: department, name: departmentName }])).values()];
}
