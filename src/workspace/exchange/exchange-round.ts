import { loadPlan } from '../../database/plan-store.ts';
import { listRounds, loadRound } from '../../database/round-store.ts';
import type { ReadTransaction } from '../../database/transaction.ts';
import { type FiscalYearLabelling, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Round } from '../../domain/round/round.ts';

/** A round with what the pages of the exchange say of it. */
export interface ExchangeRound extends Round {
  readonly planTitle: string;
  readonly yearLabel: string;
  readonly labels: FiscalYearLabelling;
  /** /workspace/exchange/gyozaisei-6/2021. */
  readonly address: string;
}

/** The round, once it was opened; nothing when there is none of that plan and year. */
export async function loadExchangeRound(trx: ReadTransaction, planId: string, year: string): Promise<ExchangeRound | undefined> {
  if (!/^\d{4}$/.test(year)) return undefined;
  const round = await loadRound(trx, planId, Number(year));
  const plan = round && round.state !== 'preparing' ? await loadPlan(trx, planId) : undefined;
  return round && plan && withPlan(round, plan);
}

/** The rounds that are going on, newest first. */
export async function listExchangeRounds(trx: ReadTransaction): Promise<ExchangeRound[]> {
  const rounds: ExchangeRound[] = [];
  for (const round of await listRounds(trx)) {
    const plan = round.state === 'open' ? await loadPlan(trx, round.planId) : undefined;
    if (plan) rounds.push(withPlan(round, plan));
  }
  return rounds;
}

function withPlan(round: Round, { title, municipality: { fiscalYearLabels: labels } }: Plan): ExchangeRound {
  return { ...round, planTitle: title, labels, yearLabel: fiscalYearLabel(round.fiscalYear, labels), address: `/workspace/exchange/${encodeURIComponent(round.planId)}/${round.fiscalYear}` };
}
