import type { FiscalYear } from '../domain/fiscal-year/fiscal-year.ts';
import type { FindingDecision, Verdict } from '../domain/round/finding-decision.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

/** A decision with who took it. */
export interface StoredDecision extends FindingDecision {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly personName: string;
  /** Instant in UTC. */
  readonly decidedAt: string;
}

/** What a city told the proofreader: its words as YAML, and its decisions, newest first. */
export interface CityProofreading {
  readonly municipality: string;
  readonly dictionarySource: string;
  readonly decisions: readonly StoredDecision[];
}

/** What the city of a plan told the proofreader, or nothing when there is no such plan. */
export async function loadCityProofreading(trx: ReadTransaction, planId: string): Promise<CityProofreading | undefined> {
  const plan = await trx.selectFrom('plan').leftJoin('proofreading_dictionary', 'proofreading_dictionary.municipality_code', 'plan.municipality_code')
    .select(['plan.municipality_code', 'proofreading_dictionary.source']).where('plan.id', '=', planId).executeTakeFirst();
  if (!plan) return undefined;
  const rows = await trx.selectFrom('proofreading_decision').innerJoin('person', 'person.id', 'proofreading_decision.person_id')
    .selectAll('proofreading_decision').select('person.name as person_name').where('municipality_code', '=', plan.municipality_code).orderBy('proofreading_decision.id', 'desc').execute();
  return {
    municipality: plan.municipality_code, dictionarySource: plan.source ?? '',
    decisions: rows.map(({ id, verdict, rule, quote, suggestion, reason, plan_id, fiscal_year, person_name, decided_at }) => ({
      id: String(id), verdict, rule, quote, suggestion, reason, personName: person_name, decidedAt: decided_at,
      report: plan_id === null || fiscal_year === null ? null : { planId: plan_id, fiscalYear: fiscal_year },
    })),
  };
}

export interface NewDecision {
  readonly municipality: string;
  readonly verdict: Verdict;
  readonly rule: string;
  readonly quote: string;
  readonly suggestion: string | null;
  readonly report: { readonly planId: string; readonly fiscalYear: FiscalYear } | null;
  readonly reason: string | null;
  readonly personId: string;
}

/** @returns whether it is new; what was decided before stays with its reason and its person */
export async function insertDecision(trx: WriteTransaction, { municipality, report, personId, ...decision }: NewDecision): Promise<boolean> {
  const inserted = await trx.insertInto('proofreading_decision')
    .values({ ...decision, municipality_code: municipality, person_id: personId, plan_id: report?.planId ?? null, fiscal_year: report?.fiscalYear ?? null })
    .onConflict((conflict) => conflict.columns(['municipality_code', 'rule', 'quote', 'suggestion', 'plan_id', 'fiscal_year']).doNothing()).returning('id').execute();
  return inserted.length === 1;
}

/** @returns what was decided, or nothing when it is not there, or not this city's */
export async function deleteDecision(trx: WriteTransaction, municipality: string, id: string): Promise<Pick<StoredDecision, 'verdict' | 'rule' | 'quote' | 'suggestion'> | undefined> {
  if (!/^\d{1,15}$/.test(id)) return undefined;
  return trx.deleteFrom('proofreading_decision').where('id', '=', Number(id)).where('municipality_code', '=', municipality)
    .returning(['verdict', 'rule', 'quote', 'suggestion']).executeTakeFirst();
}

/** The city's own words as YAML; empty while there are none. */
export async function loadDictionarySource(trx: ReadTransaction, municipality: string): Promise<string> {
  return (await trx.selectFrom('proofreading_dictionary').select('source').where('municipality_code', '=', municipality).executeTakeFirst())?.source ?? '';
}

/** Keeps the dictionary as typed; it has been read without a problem before. */
export async function storeDictionary(trx: WriteTransaction, municipality: string, source: string, personId: string | null): Promise<void> {
  await trx.insertInto('proofreading_dictionary').values({ municipality_code: municipality, source, person_id: personId })
    .onConflict((conflict) => conflict.column('municipality_code').doUpdateSet({ source, person_id: personId, changed_at: new Date().toISOString() })).execute();
}
