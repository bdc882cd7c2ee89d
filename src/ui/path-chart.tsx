import type { EditionIndicator } from '../domain/edition/edition.ts';
import { isKept, statusWords } from '../domain/indicator/evaluation.ts';
import { targetText, valueText } from '../domain/indicator/explanation.ts';
import { fiscalYearSign, type FiscalYearLabelling } from '../domain/fiscal-year/fiscal-year.ts';
import { statusLook } from './status.tsx';

// 道のり図: one line an indicator, from the baseline (○) on the left to the target (|) on the right, whichever way the
// figures run. The same drawing stands on the web page and in the PDF, so its colours are attributes and not classes.

const width = 320;
const to = 272;
/** Where the baseline stands; further right when the value has moved away from the target, to leave room for that way. */
const start = 48;
const startWhenReceding = 112;
const lineY = 40;
const ink = '#1a1a1a';
const quiet = '#4d4d4d';
/** As light as a line may be that is to be seen on white: 3.2 to 1 (WCAG 1.4.11). */
const rail = '#8f8f8f';

interface ChartOptions {
  /** Font family for a drawing that is printed outside of a web page; a page gives its own. */
  readonly font?: string;
}

/** The path of an indicator as an SVG element with its title and description. Empty places are shown as empty, never guessed. */
export function PathChart({ indicator, labelling, font }: { indicator: EditionIndicator; labelling: FiscalYearLabelling } & ChartOptions) {
  const { evaluation, title, id } = indicator;
  return (
    <svg class="path" xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} 84`} width={width} height={84} role="img"
      aria-labelledby={`${id}_title ${id}_text`} font-size="12" fill={ink} {...(font ? { 'font-family': font } : {})}>
      <title id={`${id}_title`}>{`${title}の道のり：${statusWords[evaluation.status]}`}</title>
      <desc id={`${id}_text`}>{evaluation.sentence}</desc>
      {isKept(indicator) ? <KeptLevel indicator={indicator} labelling={labelling} /> : <Way indicator={indicator} labelling={labelling} />}
    </svg>
  );
}

/** Travelling kinds: the way from the baseline to the target, where the plan should be, and where it is. */
function Way({ indicator, labelling }: { indicator: EditionIndicator; labelling: FiscalYearLabelling }) {
  const { baseline, target, evaluation } = indicator;
  const { inputs, status } = evaluation;
  const { colour } = statusLook(status);
  const { current, elapsed, achieved } = inputs;
  const judged = status !== 'withheld';
  const receding = status === 'receding';
  const from = receding ? startWhenReceding : start;
  const share = achieved ?? shareIfKnown(indicator);
  const x = receding ? 36 : share === null ? null : Math.round(from + Math.min(share, 1.08) * (to - from));
  const expected = elapsed !== null && elapsed > 0 && elapsed < 1 ? Math.round(from + elapsed * (to - from)) : null;
  const sign = (year: number) => fiscalYearSign(year, labelling);
  const now = current ? valueText(current.value, current.printed) : null;
  const low = x !== null && [from, to].some((end) => Math.abs(end - x) < 38);
  return (
    <>
      <line x1={from} x2={to} y1={lineY} y2={lineY} stroke={rail} stroke-width="4" />
      {judged && x !== null && (receding
        ? <line x1={from} x2={x + 8} y1={lineY} y2={lineY} stroke={colour} stroke-width="3" stroke-dasharray="3 3" />
        : <line x1={from} x2={x} y1={lineY} y2={lineY} stroke={colour} stroke-width="4" />)}
      {expected !== null && <line x1={expected} x2={expected} y1="22" y2="50" stroke={quiet} stroke-dasharray="2 2" />}
      {expected !== null && current && expected - from > 44 && to - expected > 44 && <Text x={expected} y={16} colour={quiet}>{`${sign(current.fiscalYear)}の目安`}</Text>}
      <line x1={to} x2={to} y1="28" y2="52" stroke={ink} stroke-width="2" />
      <circle cx={from} cy={lineY} r="5" fill="#fff" stroke={ink} stroke-width="2" />
      {x !== null && <Mark x={x} status={status} colour={colour} />}
      <Text x={from} y={16} colour={quiet}>{sign(baseline.fiscalYear)}</Text>
      <Text x={to} y={16} colour={quiet}>{sign(target.fiscalYear)}</Text>
      <Text x={from} y={68}>{baseline.value === null ? '－' : valueText(baseline.value, baseline.printed)}</Text>
      <Text x={to} y={68}>{target.value === null ? '－' : valueText(target.value, target.printed)}</Text>
      {x !== null && now !== null && <Text x={x} y={low ? 82 : 68} colour={colour} bold>{now}</Text>}
    </>
  );
}

/** Kinds that hold a level: the allowed span is green, the limit a line; where the value stands is seen, no way is drawn. */
function KeptLevel({ indicator, labelling }: { indicator: EditionIndicator; labelling: FiscalYearLabelling }) {
  const { baseline, target, evaluation, kind } = indicator;
  const { current } = evaluation.inputs;
  const values = [baseline.value, target.value, target.upper, current?.value ?? null].filter((value) => value !== null);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const spread = high - low || Math.abs(high) || 1;
  const scale = (value: number) => Math.round(64 + ((value - low) / spread) * 192);
  const [left, right] = [20, 300];
  const limit = target.value === null ? null : scale(target.value);
  const upper = target.upper === null ? null : scale(target.upper);
  const span = limit === null ? null : kind === 'keep-at-most' ? [left, limit] : kind === 'keep-at-least' ? [limit, right] : [limit, upper ?? right];
  const { colour } = statusLook(evaluation.status);
  const x = current ? scale(current.value) : null;
  const base = baseline.value === null ? null : scale(baseline.value);
  const near = x !== null && base !== null && Math.abs(x - base) < 50;
  const sign = (year: number) => fiscalYearSign(year, labelling);
  return (
    <>
      <line x1={left} x2={right} y1={lineY} y2={lineY} stroke={rail} stroke-width="4" />
      {span && <line x1={span[0]} x2={span[1]} y1={lineY} y2={lineY} stroke="#259d63" stroke-width="4" />}
      {[limit, upper].map((place) => place !== null && <line x1={place} x2={place} y1="24" y2="52" stroke={ink} stroke-width="2" />)}
      {limit !== null && <Text x={Math.min(Math.max(limit, 60), 260)} y={16}>{`目標 ${targetText({ ...indicator, unit: null })}`}</Text>}
      {base !== null && <circle cx={base} cy={lineY} r="5" fill="#fff" stroke={ink} stroke-width="2" />}
      {x !== null && <Mark x={x} status={evaluation.status} colour={colour} />}
      {base !== null && <Text x={base} y={68}>{`${sign(baseline.fiscalYear)} ${valueText(baseline.value ?? 0, baseline.printed)}`}</Text>}
      {x !== null && current && <Text x={x} y={near ? 82 : 68} colour={colour} bold>{`${sign(current.valueYear)} ${valueText(current.value, current.printed)}`}</Text>}
    </>
  );
}

function Mark({ x, status, colour }: { x: number; status: EditionIndicator['evaluation']['status']; colour: string }) {
  if (status === 'withheld') return <rect x={x - 6} y={lineY - 6} width="12" height="12" fill="#fff" stroke={ink} stroke-width="2" />;
  if (status === 'receding') return <path d={`M${x - 4} ${lineY}l12-7v14z`} fill={colour} />;
  return <circle cx={x} cy={lineY} r="7" fill={colour} />;
}

function Text({ x, y, colour, bold, children }: { x: number; y: number; colour?: string; bold?: boolean; children?: string }) {
  return <text x={x} y={y} text-anchor="middle" {...(colour ? { fill: colour } : {})} {...(bold ? { 'font-weight': '700' } : {})}>{children}</text>;
}

/** Where a withheld value would stand on the way: shown as a hollow square, with no coloured way to it. */
function shareIfKnown({ baseline, target, evaluation }: EditionIndicator): number | null {
  const value = evaluation.inputs.current?.value ?? null;
  if (value === null || baseline.value === null || target.value === null || baseline.value === target.value) return null;
  return Math.max((value - baseline.value) / (target.value - baseline.value), -0.12);
}
