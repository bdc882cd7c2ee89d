import { loadPlan } from '../../database/plan-store.ts';
import { listRounds, loadRound } from '../../database/round-store.ts';
import type { ReadTransaction } from '../../database/transaction.ts';
import { type FiscalYearLabelling, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Round } from '../../domain/round/round.ts';

/** A round with what the pages of the board say of it. */
export interface BoardRound extends Round {
  readonly planTitle: string;
  /** 令和３年度. */
  readonly yearLabel: string;
  readonly labels: FiscalYearLabelling;
  /** Of its board: /workspace/board/gyozaisei-6/2021. */
  readonly address: string;
}

export function addressOf({ planId, fiscalYear }: Pick<Round, 'planId' | 'fiscalYear'>): string {
  return `/workspace/board/${encodeURIComponent(planId)}/${fiscalYear}`;
}

export async function loadBoardRound(trx: ReadTransaction, planId: string, year: string): Promise<BoardRound | undefined> {
  if (!/^\d{4}$/.test(year)) return undefined;
  const round = await loadRound(trx, planId, Number(year));
  const plan = round && round.state !== 'preparing' ? await loadPlan(trx, planId) : undefined;
  return round && plan && withPlan(round, plan);
}

/** The rounds that were opened: open ones first, then the newest. */
export async function listBoardRounds(trx: ReadTransaction): Promise<BoardRound[]> {
  const rounds = (await listRounds(trx)).filter(({ state }) => state !== 'preparing').toSorted((left, right) => Number(right.state === 'open') - Number(left.state === 'open'));
  const plans = new Map<string, Plan | undefined>();
  for (const { planId } of rounds) if (!plans.has(planId)) plans.set(planId, await loadPlan(trx, planId));
  return rounds.flatMap((round) => {
    const plan = plans.get(round.planId);
    return plan ? [withPlan(round, plan)] : [];
  });
}

function withPlan(round: Round, { title, municipality }: Plan): BoardRound {
  const labels = municipality.fiscalYearLabels;
  return { ...round, planTitle: title, labels, yearLabel: fiscalYearLabel(round.fiscalYear, labels), address: addressOf(round) };
}
