import { decisionToRow, opinionToRow } from '../domain/report/decided-to-rows.ts';
import type { DecisionRow, OpinionRow } from '../domain/plan/plan-bundle.ts';
import { decisionFromRow, opinionFromRow } from '../domain/report/parse-decided.ts';
import type { YearReport } from '../domain/report/year-report.ts';
import type { Row } from './tables.ts';

type Decided = Pick<YearReport, 'opinions' | 'decisions'>;

/** Opinions and decisions as the report keeps them: JSON in the form of a bundle. What was parsed once is stored and never half of it. */
export function decidedToTexts({ opinions, decisions }: Decided): Pick<Row<'year_report'>, 'opinions' | 'decisions'> {
  return { opinions: JSON.stringify(opinions.map(opinionToRow)), decisions: JSON.stringify(decisions.map(decisionToRow)) };
}

export function decidedFromTexts({ opinions, decisions }: Pick<Row<'year_report'>, 'opinions' | 'decisions'>): Decided {
  return { opinions: (JSON.parse(opinions) as OpinionRow[]).map(opinionFromRow), decisions: (JSON.parse(decisions) as DecisionRow[]).map(decisionFromRow) };
}
