import { makeNodeReport, makePlan, makeYearReport } from '../../tests/factories.ts';
import { richOpinion } from '../../tests/rich-edition.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import type { YearReport } from '../../src/domain/report/year-report.ts';

export const planId = 'plan';
export const fiscalYear = 2020;

/** A small plan with its report as the edition of this number has it; each differs from the one before. */
export function correctedPlan(number: number): { readonly plan: Plan; readonly reports: readonly YearReport[] } {
  const plan = makePlan();
  const edition = { number, issuedOn: '2021-09-01', ...(number > 1 && { correctionReason: `${number}回目の訂正` }) };
  const reports = [makeNodeReport({ initiative: 'i01', responsiblePrinted: '政策室', paragraphs: [`${number}回目の文章である。`, { text: '窓口を見直した。', department: 'seisaku', approval: { post: '政策室長' } }] })];
  return { plan, reports: [makeYearReport({ edition, reports, opinions: [richOpinion] }, plan)] };
}
