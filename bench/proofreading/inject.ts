// Slips put into clean sentences, one at a time, to see whether they are found. The same slips on every run.
import type { Finding } from '../../src/domain/proofreading/finding.ts';
import type { ProofreadingText } from '../../src/domain/proofreading/manuscript.ts';
import { proofread } from '../../src/domain/proofreading/proofread.ts';
import type { Tools } from '../../src/domain/proofreading/reading.ts';
import { cleanManuscript } from './clean.ts';
import { kinds, type SlipKind } from './slip-kinds.ts';

export interface Injection { readonly kind: string; readonly injected: number; readonly touched: number; readonly named: number }

/** Sentences per kind. */
const perKind = 100;
/** Sentences that stand around the one with the slip, so that majorities exist. */
const surroundings = 40;

export function injectAll(tools: Tools): Injection[] {
  const remembered = new Map<string, ReturnType<Tools['tokenize']>>();
  const tokenize: Tools['tokenize'] = (text) => {
    const known = remembered.get(text) ?? tools.tokenize(text);
    remembered.set(text, known);
    return known;
  };
  return kinds.map((kind) => injectKind(kind, { ...tools, tokenize }));
}

function injectKind(kind: SlipKind, tools: Tools): Injection {
  const random = seeded(kind.name);
  const clean = cleanManuscript().texts;
  const pool = kind.sentences ? kind.sentences().map((text, index): ProofreadingText => ({ ...clean[0]!, path: `extra/${index}#p1`, nodeId: `extra${index}`, text })) : clean;
  const sites = shuffled(pool.flatMap((text) => kind.slips(text.text, tools).filter((slip) => slip.text !== text.text).map((slip) => ({ text, slip }))), random).slice(0, perKind);
  let touched = 0;
  let named = 0;
  for (const { text, slip } of sites) {
    const others = shuffled(clean.filter((other) => other !== text && other.kind === text.kind), random).slice(0, surroundings);
    // The right form stands elsewhere in the report too, where the kind is a matter of consistency.
    const beside = kind.beside ? [{ ...text, path: 'beside/1#p1', nodeId: 'b1' }, { ...text, path: 'beside/2#p1', nodeId: 'b2', text: `あわせて、${text.text}` }] : [];
    const wrong = { ...text, text: slip.text };
    const findings = proofread({ texts: [wrong, ...others, ...beside], edition: null, previous: null }, tools)
      .filter(({ places }) => places.some(({ path, start, end }) => path === wrong.path && start <= slip.at + 3 && end >= slip.at - 3));
    if (findings.length > 0) touched += 1;
    if (findings.some(({ rule }: Finding) => kind.rules.includes(rule))) named += 1;
    else if (process.env['SHOW_MISSED'] === kind.name) console.log(`    missed: ${slip.text}`);
  }
  return { kind: kind.name, injected: sites.length, touched, named };
}

/** mulberry32 over a hash of the name. */
function seeded(name: string): () => number {
  let state = [...name].reduce((hash, character) => Math.imul(hash ^ character.codePointAt(0)!, 16777619), 2166136261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values.map((value) => ({ value, order: random() })).toSorted((a, b) => a.order - b.order).map(({ value }) => value);
}
