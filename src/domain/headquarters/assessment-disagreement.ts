import { type Evaluation, statusWords } from '../indicator/evaluation.ts';
import type { ScaleStep } from '../round/round.ts';

const good: readonly Evaluation['status'][] = ['achieved', 'ahead', 'kept'];
const bad: readonly Evaluation['status'][] = ['behind', 'receding', 'missed', 'not-kept'];

/** An indicator that belongs to the item which is assessed. */
export interface JudgedIndicator {
  readonly title: string;
  readonly status: Evaluation['status'];
}

/**
 * Whether an assessment says something else than the indicators of the item: the best step while one of them is late or has turned
 * back, or the worst step while all of them are on their way. Withheld judgements say nothing. Source: product.md, function 23.
 *
 * @returns the sentence that asks for an explanation, or null
 */
export function disagreementOf(assessment: string | null, scale: readonly ScaleStep[], indicators: readonly JudgedIndicator[]): string | null {
  const step = scale.findIndex(({ id }) => id === assessment);
  if (step < 0 || scale.length < 2) return null;
  const name = scale[step]?.name ?? '';
  const late = indicators.find(({ status }) => bad.includes(status));
  if (step === 0 && late) return `評価「${name}」と、指標「${late.title}」の判定「${statusWords[late.status]}」が一致しません。評価の理由を書いてください。`;
  const judged = indicators.filter(({ status }) => status !== 'withheld');
  if (step === scale.length - 1 && judged.length > 0 && judged.every(({ status }) => good.includes(status))) {
    return `評価「${name}」と、関係する指標の判定（全て順調）が一致しません。評価の理由を書いてください。`;
  }
  return null;
}
