import { listEditions } from '../../database/edition-store.ts';
import { listMeetings } from '../../database/headquarters-store.ts';
import { listPlans, loadPlan } from '../../database/plan-store.ts';
import { countRequestStates } from '../../database/round-counts.ts';
import { listRounds } from '../../database/round-store.ts';
import type { ReadTransaction } from '../../database/transaction.ts';
import { type CalendarDate, type FiscalYear, fiscalYearLabel, fiscalYearOf } from '../../domain/fiscal-year/fiscal-year.ts';
import { type YearStep, type YearStepName, yearStepNames, yearSteps } from '../../domain/round/year-steps.ts';

/** The fiscal year of a plan on which the secretariat works, with its four steps. */
export interface YearInHand {
  readonly planId: string;
  readonly planTitle: string;
  readonly fiscalYear: FiscalYear;
  readonly yearLabel: string;
  readonly steps: readonly YearStep[];
}

/** One year for each plan: the newest that has a round; without any, the year after the newest edition. */
export async function listYearsInHand(trx: ReadTransaction, today: CalendarDate): Promise<YearInHand[]> {
  const meetings = await listMeetings(trx);
  const years: YearInHand[] = [];
  for (const { id, title, newestEdition } of await listPlans(trx)) {
    const plan = await loadPlan(trx, id);
    if (!plan) continue;
    const labels = plan.municipality.fiscalYearLabels;
    const [newest] = await listRounds(trx, id);
    // A year that is over gives way to the next as soon as that has ended and can be asked about.
    const over = newest === undefined || (newestEdition !== null && newestEdition.fiscalYear >= newest.fiscalYear);
    const next = Math.max(newest?.fiscalYear ?? -1, newestEdition?.fiscalYear ?? -1) + 1;
    const first = newest === undefined && newestEdition === null;
    const fiscalYear = first ? fiscalYearOf(today) - 1 : over && next < fiscalYearOf(today) ? next : (newest?.fiscalYear ?? next);
    const round = newest?.fiscalYear === fiscalYear ? newest : null;
    const published = (await listEditions(trx, id)).find((edition) => edition.fiscalYear === fiscalYear) ?? null;
    years.push({
      planId: id, planTitle: title, fiscalYear, yearLabel: fiscalYearLabel(fiscalYear, labels),
      steps: yearSteps({
        round, counts: round ? await countRequestStates(trx, id, fiscalYear) : {}, published,
        meetings: meetings.filter((meeting) => meeting.planId === id && meeting.fiscalYear === fiscalYear).map(({ heldOn }) => heldOn),
      }, today, labels),
    });
  }
  return years;
}

const stateWords: Readonly<Record<YearStep['state'], string>> = { done: '済み', now: 'いま', later: 'これから' };
const stateMarks: Readonly<Record<YearStep['state'], string>> = { done: '●', now: '▶', later: '○' };

/** Where the year stands, step by step, with the screen on which each is done. */
export function YearsInHand({ years }: { years: readonly YearInHand[] }) {
  return <>{years.map((year) => (
    <section class="sheet">
      <p class="eyebrow">{year.planTitle}</p>
      <h2>{year.yearLabel}の進み</h2>
      <ol class="year-steps">
        {year.steps.map((step) => (
          <li aria-current={step.state === 'now' ? 'step' : undefined}>
            <span class="year-state"><span aria-hidden="true">{stateMarks[step.state]}</span> {stateWords[step.state]}</span>
            <a href={addressOf(step.name, year, step.state)}>{yearStepNames[step.name]}</a>
            <span>{step.sentence}</span>
          </li>
        ))}
      </ol>
    </section>
  ))}</>;
}

function addressOf(name: YearStepName, { planId, fiscalYear }: YearInHand, state: YearStep['state']): string {
  const year = `${encodeURIComponent(planId)}/${fiscalYear}`;
  const addresses: Readonly<Record<YearStepName, string>> = {
    request: '/workspace/rounds', gather: state === 'later' ? '/workspace/board' : `/workspace/board/${year}`, deliberate: '/workspace/headquarters', publish: '/workspace/publish',
  };
  return addresses[name];
}
