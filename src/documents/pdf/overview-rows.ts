import type { Edition } from '../../domain/edition/edition.ts';
import { countInitiatives } from '../../domain/edition/reading.ts';
import { dateLabel, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';

export interface OverviewRow { readonly label: string; readonly lines: readonly string[] }

/** The plan at a glance: only what the edition states; a row that would be empty is left out. */
export function overviewRows(edition: Edition): OverviewRow[] {
  const { plan, municipality, levels, nodes, indicators } = edition;
  const { fiscalYearLabels } = municipality;
  const adopted = plan.adopted === null ? '' : monthOrDay(plan.adopted, edition);
  const period = plan.period ? `${fiscalYearLabel(plan.period.from, fiscalYearLabels)}から${fiscalYearLabel(plan.period.to, fiscalYearLabels)}まで` : '';
  const parents = plan.parents.map((parent) => (parent.adopted === null ? parent.title : `${parent.title}（${monthOrDay(parent.adopted, edition)}策定）`));
  const { headquarters } = plan;
  const counts = levels.map((level, index) => {
    const count = nodes.filter(({ level: id }) => id === level.id).length;
    return `${level.name}${wide(count)}${index === levels.length - 1 ? besideCount(edition) : ''}`;
  });
  if (indicators.length > 0) counts.push(`指標${wide(indicators.length)}`);
  const rows: OverviewRow[] = [
    { label: '計画名', lines: [plan.title] },
    { label: '策定', lines: [adopted] },
    { label: '計画期間', lines: [period] },
    { label: '上位計画等', lines: parents },
    { label: '進捗管理', lines: [headquarters ? headquarters.name + (headquarters.chair ? `（長：${headquarters.chair}）` : '') : ''] },
    { label: '体系', lines: [counts.join('、')] },
  ];
  return rows.filter(({ lines }) => lines.some((line) => line !== ''));
}

/** What must be said beside the printed count of the lowest level: （うち再掲１、終了・中止・統合２）; empty where there is nothing. */
export function besideCount(edition: Edition): string {
  const { relisted, ended } = countInitiatives(edition);
  const parts = [...(relisted > 0 ? [`再掲${wide(relisted)}`] : []), ...(ended > 0 ? [`終了・中止・統合${wide(ended)}`] : [])];
  return parts.length > 0 ? `（うち${parts.join('、')}）` : '';
}

/** A plan is adopted on a day or in a month: 令和３年１月. */
function monthOrDay(date: string, { municipality }: Edition): string {
  return date.length === 10 ? dateLabel(date, municipality.fiscalYearLabels) : dateLabel(`${date}-01`, municipality.fiscalYearLabels).replace(/[^月]*$/, '');
}

function wide(count: number): string {
  return count < 10 ? String.fromCodePoint(0xff10 + count) : String(count);
}
