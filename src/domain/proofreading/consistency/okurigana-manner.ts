import type { ProofreadingText } from '../manuscript.ts';
import { asNoun, compoundNouns } from './compound-nouns.ts';

/** A report that writes its kana in full so often, and leaves them out so seldom, has that for its manner. */
const manner = { full: 6, share: 0.75 };

const compiled = compoundNouns.filter(({ full, official }) => full !== official).map(({ full, official }) => ({ full, official, pattern: new RegExp(`${full}${asNoun}`, 'g') }));

/** Whether a report writes 申し込み and 切り替え throughout, where 公用文 has 申込み and 切替え. */
export function writesAllKana(texts: readonly ProofreadingText[]): boolean {
  const whole = texts.filter(({ kind }) => kind !== 'figure' && kind !== 'printed-variant').map(({ text }) => text).join('\n');
  const countOf = (word: string): number => whole.split(word).length - 1;
  const inFull = compiled.reduce((sum, { pattern }) => sum + [...whole.matchAll(pattern)].length, 0);
  // 手続 stands in 手続き too.
  const leftOut = compiled.reduce((sum, { full, official }) => sum + countOf(official) - (full.includes(official) ? countOf(full) : 0), 0);
  return inFull >= manner.full && inFull >= manner.share * (inFull + leftOut);
}
