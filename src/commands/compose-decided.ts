import { loadDecisionsShown } from '../database/decisions-shown-store.ts';
import { loadDepartmentHistory } from '../database/department-store.ts';
import { listAgenda, listMeetings } from '../database/headquarters-store.ts';
import { listPublishedOpinions } from '../database/opinion-store.ts';
import { loadRound } from '../database/round-store.ts';
import type { ReadTransaction } from '../database/transaction.ts';
import type { CalendarDate, FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import { reportDecisions } from '../domain/headquarters/report-decisions.ts';
import { reportOpinion } from '../domain/opinion/report-opinion.ts';
import { nameOn } from '../domain/organization/department-history.ts';
import type { Department } from '../domain/organization/department.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { YearReport } from '../domain/report/year-report.ts';

/** A department by the name that it had on a day. */
export type NamedOn = (id: string, day: CalendarDate) => Department;

/** What a year's edition carries beside the departments' answers: opinions that are published, decisions as far as the city shows them. */
export async function composeDecided(trx: ReadTransaction, plan: Plan, fiscalYear: FiscalYear): Promise<Pick<YearReport, 'opinions' | 'decisions'>> {
  const history = await loadDepartmentHistory(trx, plan.municipality.code);
  const named: NamedOn = (id, day) => ({ id, name: nameOn(history, id, day, plan.departments.find((department) => department.id === id)?.name ?? id) });
  const opinions = (await listPublishedOpinions(trx, plan.id, fiscalYear)).map((opinion) => reportOpinion(opinion, named));
  const shown = await loadDecisionsShown(trx, plan.id, fiscalYear);
  if (shown === 'none') return { opinions, decisions: [] };
  const scale = (await loadRound(trx, plan.id, fiscalYear))?.scale ?? [];
  const meetings = (await listMeetings(trx)).filter((meeting) => meeting.planId === plan.id && meeting.fiscalYear === fiscalYear).toReversed();
  const decisions: YearReport['decisions'][number][] = [];
  for (const meeting of meetings) decisions.push(...reportDecisions(meeting, await listAgenda(trx, meeting.id), { scale, named, withInstructions: shown === 'instructions' }));
  return { opinions, decisions };
}
