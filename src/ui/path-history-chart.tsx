import type { Edition, EditionIndicator } from '../domain/edition/edition.ts';
import { fiscalYearSign, type FiscalYearLabelling } from '../domain/fiscal-year/fiscal-year.ts';
import { isKept, type Status, statusWords } from '../domain/indicator/evaluation.ts';
import { targetText, valueText } from '../domain/indicator/explanation.ts';
import { judgedSeries, valueOnSeries } from '../domain/indicator/indicator.ts';
import { statusLook } from './status.tsx';

// 道のり図 with footprints: the way from baseline to target as in `path-chart.tsx`, and on it where each year stood. Only values of
// the series that is judged stand on it, so that no line ever crosses a break.

/** Where a year stood. */
export interface Footprint {
  /** The year that the value belongs to. */
  readonly year: number;
  readonly value: number;
  readonly printed: string;
  readonly status: Status | 'withheld';
}

/** The years of an indicator, oldest first, that have a value on the series of the newest. */
export function footprintsOf(years: readonly { readonly edition: Edition; readonly indicator: EditionIndicator }[]): Footprint[] {
  const newest = years.at(-1);
  if (!newest) return [];
  const series = judgedSeries(newest.indicator).id;
  return years.flatMap(({ indicator: { measurement, evaluation } }) => {
    const found = measurement && valueOnSeries(measurement, series);
    return found ? [{ year: found.valueYear, value: found.value, printed: found.printed, status: evaluation.status }] : [];
  });
}

const width = 480;
const [left, right] = [40, 440];
const lineY = 52;
const rowHeight = 15;
const ink = '#1a1a1a';
const quiet = '#4d4d4d';

/** The drawing with its title and a description that names each year. Places without a figure stay empty. */
export function PathHistoryChart({ indicator, footprints, labelling }: { indicator: EditionIndicator; footprints: readonly Footprint[]; labelling: FiscalYearLabelling }) {
  const { baseline, target, title, id, evaluation } = indicator;
  const kept = isKept(indicator);
  const sign = (year: number) => fiscalYearSign(year, labelling);
  const values = [baseline.value, target.value, target.upper, ...footprints.map(({ value }) => value)].filter((value) => value !== null);
  const place = scaleOf(values, kept ? 1 : (target.value ?? 0) >= (baseline.value ?? 0) ? 1 : -1);
  const rows = inRows(footprints.map(({ value, year }, index) => ({ x: place(value), text: sign(year), newest: index === footprints.length - 1 })));
  const height = lineY + 44 + Math.max(1, ...rows.map(({ row }) => row + 1)) * rowHeight;
  const newest = footprints.at(-1);
  const told = footprints.map(({ year, value, printed, status }) => `${sign(year)}は${valueText(value, printed)}（${statusWords[status]}）`).join('、');
  const [start, end] = [baseline.value, target.value];
  const onTheWay = newest && evaluation.status !== 'withheld' && evaluation.status !== 'receding' && !kept && start !== null;
  return (
    <svg class="path" xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-labelledby={`${id}_title ${id}_text`} font-size="12" fill={ink}>
      <title id={`${id}_title`}>{`${title}の道のりと足跡`}</title>
      <desc id={`${id}_text`}>{`基準値${baseline.printed}、目標値${target.printed}。${told === '' ? '比べられる値はありません' : told}。`}</desc>
      {kept
        ? <line x1="16" x2={width - 16} y1={lineY} y2={lineY} stroke="#b3b3b3" stroke-width="4" />
        : start !== null && end !== null && <line x1={place(start)} x2={place(end)} y1={lineY} y2={lineY} stroke="#b3b3b3" stroke-width="4" />}
      {kept && <Span indicator={indicator} place={place} />}
      {onTheWay && <line x1={place(start)} x2={place(newest.value)} y1={lineY} y2={lineY} stroke={statusLook(evaluation.status).colour} stroke-width="4" />}
      {end !== null && <line x1={place(end)} x2={place(end)} y1={lineY - 14} y2={lineY + 14} stroke={ink} stroke-width="2" />}
      {end !== null && <Text x={place(end)} y={lineY - 20}>{kept ? `目標 ${targetText({ ...indicator, unit: null })}` : `${sign(target.fiscalYear)} ${valueText(end, target.printed)}`}</Text>}
      {start !== null && <circle cx={place(start)} cy={lineY} r="5" fill="#fff" stroke={ink} stroke-width="2" />}
      {start !== null && (kept || place(start) !== (end === null ? -1 : place(end))) && <Text x={place(start)} y={kept ? 13 : lineY - 20} colour={quiet}>{`${sign(baseline.fiscalYear)} ${valueText(start, baseline.printed)}`}</Text>}
      {footprints.map(({ value, status }, index) => <Mark x={place(value)} status={status} size={index === footprints.length - 1 ? 7 : 4} />)}
      {rows.map(({ x, row, text, newest: last }) => (
        <>
          <line x1={x} x2={x} y1={lineY + 10} y2={lineY + 22 + row * rowHeight} stroke={quiet} stroke-width="1" />
          <Text x={x} y={lineY + 34 + row * rowHeight} bold={last} {...(last ? {} : { colour: quiet })}>{last && newest ? `${text} ${valueText(newest.value, newest.printed)}` : text}</Text>
        </>
      ))}
    </svg>
  );
}

/** What a level may be: from its limit outward, between two limits for a range. */
function Span({ indicator: { kind, target }, place }: { indicator: EditionIndicator; place: (value: number) => number }) {
  if (target.value === null) return null;
  const limit = place(target.value);
  const [from, to] = kind === 'keep-at-most' ? [16, limit] : kind === 'keep-at-least' ? [limit, width - 16] : [limit, target.upper === null ? width - 16 : place(target.upper)];
  return <line x1={from} x2={to} y1={lineY} y2={lineY} stroke="#259d63" stroke-width="4" />;
}

/** Every value at its true place; the way always runs to the right. */
function scaleOf(values: readonly number[], direction: 1 | -1): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spread = high - low;
  return (value) => {
    const share = spread === 0 ? 0.5 : (value - low) / spread;
    return Math.round(left + (direction === 1 ? share : 1 - share) * (right - left));
  };
}

/** Years below one another where they would stand on one another; the newest, which is the widest, is placed first. */
function inRows(labels: readonly { readonly x: number; readonly text: string; readonly newest: boolean }[]): { readonly x: number; readonly row: number; readonly text: string; readonly newest: boolean }[] {
  const taken: { from: number; to: number; row: number }[] = [];
  return labels.toReversed().map((label) => {
    const half = label.newest ? 36 : 14;
    const [from, to] = [label.x - half, label.x + half];
    let row = 0;
    while (taken.some((other) => other.row === row && other.from < to && from < other.to)) row += 1;
    taken.push({ from, to, row });
    return { ...label, row };
  });
}

function Mark({ x, status, size }: { x: number; status: Footprint['status']; size: number }) {
  const { colour } = statusLook(status);
  if (status === 'withheld') return <rect x={x - size + 1} y={lineY - size + 1} width={2 * size - 2} height={2 * size - 2} fill="#fff" stroke={ink} stroke-width="2" />;
  if (status === 'receding') return <path d={`M${x - size} ${lineY}l${2 * size}-${size}v${2 * size}z`} fill={colour} />;
  return <circle cx={x} cy={lineY} r={size} fill={colour} stroke="#fff" stroke-width="1" />;
}

function Text({ x, y, colour, bold, children }: { x: number; y: number; colour?: string; bold?: boolean; children?: string }) {
  return <text x={Math.min(Math.max(x, 36), width - 40)} y={y} text-anchor="middle" {...(colour ? { fill: colour } : {})} {...(bold ? { 'font-weight': '700' } : {})}>{children}</text>;
}
