import { type Answer, type EffectAmount, emptyItemAnswer, type Outcome, outcomeNames } from '../../domain/round/answer.ts';
import { emptyIndicatorAnswer } from '../../domain/round/indicator-answer.ts';
import type { OfferedFile } from '../../domain/round/evidence.ts';
import { type Standing, standingNames } from '../../domain/indicator/indicator.ts';

/** A submitted form as plain texts; a name that occurs twice gives its last value. */
export type FormFields = Readonly<Record<string, string>>;

/** How many rows for effect amounts the form offers beyond those that are filled. */
export const effectRows = 2;

/** The answer that a form holds, exactly as typed (browsers send line breaks as CR LF; they are kept as LF). */
export function answerFromForm(kind: Answer['kind'], fields: FormFields): Answer {
  const field = (name: string) => (fields[name] ?? '').replaceAll('\r\n', '\n');
  if (kind === 'indicator') {
    const standing = field('standing');
    return {
      ...emptyIndicatorAnswer, printed: field('printed'), series: field('series') || null, alternative: field('alternative'), alternativeSeries: field('alternativeSeries') || null,
      asOf: field('asOf'), note: field('note'), standing: isKeyOf(standingNames, standing) ? (standing satisfies Standing) : null,
    };
  }
  const outcome = field('outcome');
  return {
    ...emptyItemAnswer,
    outcome: isKeyOf(outcomeNames, outcome) ? (outcome satisfies Outcome) : 'reported',
    text: field('text'), issues: field('issues'), nextYear: field('nextYear'),
    selfAssessment: field('selfAssessment') || null,
    effects: effectsFrom(field),
    instructionAnswers: Object.fromEntries(Object.keys(fields).filter((name) => name.startsWith('instruction-')).map((name) => [name.slice('instruction-'.length), field(name)])),
  };
}

/** The version that the form was filled on; null when nothing had been saved yet. */
export function baseVersionFrom(fields: FormFields): number | null {
  const text = fields['baseVersion'] ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** Files of a posted form with their bytes. */
export function filesFrom(files: readonly File[]): Promise<OfferedFile[]> {
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

/** Where a problem of an answer stands in the form. */
export function fieldOf(path: readonly (string | number)[]): string {
  const [first, second, third] = path;
  if (first === 'effects') return second === undefined ? 'effects-0-printed' : `effects-${second}-${third ?? 'printed'}`;
  if (first === 'instructionAnswers') return `instruction-${second}`;
  return String(first ?? '');
}

function effectsFrom(field: (name: string) => string): EffectAmount[] {
  const effects: EffectAmount[] = [];
  for (let index = 0; index < 50; index += 1) {
    const printed = field(`effects-${index}-printed`);
    const method = field(`effects-${index}-method`);
    const kind = field(`effects-${index}-kind`);
    if (printed.trim() === '' && method.trim() === '') continue;
    effects.push({ printed, method, kind: kind === 'recurring' || kind === 'cumulative' ? kind : 'single-year' });
  }
  return effects;
}

function isKeyOf<T extends object>(names: T, key: string): key is keyof T & string {
  return Object.hasOwn(names, key);
}
