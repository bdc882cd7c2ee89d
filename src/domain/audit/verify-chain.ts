import { noPreviousHash, type SealedEntry, type Sha256 } from './audit-event.ts';

/** One thing wrong with the chain, with the entries that it concerns. */
export type ChainFault =
  /** The entry is not what was written: its text does not fit its hash, or the next entry names another hash for it. */
  | { readonly kind: 'altered'; readonly sequence: number }
  /** The entries from `sequence` to `to` are gone. */
  | { readonly kind: 'missing'; readonly sequence: number; readonly to: number }
  /** The entry was put in: its number is taken by another, or is no number of the chain. */
  | { readonly kind: 'inserted'; readonly sequence: number }
  /** The last entry does not follow the one before it; one of the two is false and nothing after them says which. */
  | { readonly kind: 'broken-link'; readonly sequence: number; readonly before: number };

/** The end of the chain as it was noted elsewhere: in a backup, on paper. */
export type KnownHead = Pick<SealedEntry, 'sequence' | 'hash'>;

/**
 * Every fault of the chain, in order of the entries; none when it is whole.
 *
 * A chain says nothing about its own end: whoever cuts off the last entries, or writes all of it anew, is found only
 * with a head that was noted elsewhere.
 */
export function verifyChain(entries: Iterable<SealedEntry>, sha256: Sha256, knownHead: KnownHead | null = null): ChainFault[] {
  const faults: ChainFault[] = [];
  const chain = onePerNumber([...entries], sha256, faults);
  let previous: Link | null = null;
  for (const [index, link] of chain.entries()) {
    const expected: number = (previous?.sequence ?? 0) + 1;
    if (link.sequence > expected) faults.push({ kind: 'missing', sequence: expected, to: link.sequence - 1 });
    if (!link.intact) faults.push({ kind: 'altered', sequence: link.sequence });
    else if (link.sequence === expected && link.previousHash !== (previous?.hash ?? noPreviousHash)) {
      const confirmed = chain[index + 1]?.previousHash === link.hash || isHead(link, knownHead);
      if (!previous) faults.push({ kind: 'altered', sequence: link.sequence });
      else if (previous.intact && confirmed) faults.push({ kind: 'altered', sequence: previous.sequence });
      else if (previous.intact) faults.push({ kind: 'broken-link', sequence: link.sequence, before: previous.sequence });
    }
    previous = link;
  }
  const last = chain.at(-1)?.sequence ?? 0;
  if (knownHead && knownHead.sequence > last) faults.push({ kind: 'missing', sequence: last + 1, to: knownHead.sequence });
  const atHead = chain.find(({ sequence }) => sequence === knownHead?.sequence);
  if (atHead?.intact && !isHead(atHead, knownHead)) faults.push({ kind: 'altered', sequence: atHead.sequence });
  return withoutRepeats(faults).sort((left, right) => left.sequence - right.sequence);
}

/** The fault as a Japanese sentence. */
export function explainFault(fault: ChainFault): string {
  switch (fault.kind) {
    case 'altered': return `監査記録${fault.sequence}は、書き込まれた後に書き換えられています。`;
    case 'missing': return fault.sequence === fault.to ? `監査記録${fault.sequence}がありません。` : `監査記録${fault.sequence}から${fault.to}までがありません。`;
    case 'inserted': return `監査記録${fault.sequence}として、後から差し込まれた記録があります。`;
    case 'broken-link': return `監査記録${fault.before}と${fault.sequence}のつながりが切れています。どちらかが書き換えられたか、差し込まれています。`;
  }
}

interface Link extends SealedEntry {
  readonly previousHash: string | null;
  /** Whether text, number and hash belong together. */
  readonly intact: boolean;
}

function readLink(entry: SealedEntry, sha256: Sha256): Link {
  const { sequence, previousHash } = readText(entry.text);
  return { ...entry, previousHash: typeof previousHash === 'string' ? previousHash : null, intact: sha256(entry.text) === entry.hash && sequence === entry.sequence };
}

function readText(text: string): { sequence?: unknown; previousHash?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The entries by number, one for each; of several that claim a number, the one that its neighbours know stays. */
function onePerNumber(entries: readonly SealedEntry[], sha256: Sha256, faults: ChainFault[]): Link[] {
  const claims = new Map<number, Link[]>();
  for (const entry of entries) {
    if (!Number.isSafeInteger(entry.sequence) || entry.sequence < 1) faults.push({ kind: 'inserted', sequence: entry.sequence });
    else claims.set(entry.sequence, [...(claims.get(entry.sequence) ?? []), readLink(entry, sha256)]);
  }
  return [...claims.keys()].sort((left, right) => left - right).map((sequence) => {
    const links = claims.get(sequence)!;
    const known = (link: Link): number => Number(link.intact)
      + Number((claims.get(sequence - 1) ?? []).some(({ hash }) => hash === link.previousHash))
      + Number((claims.get(sequence + 1) ?? []).some(({ previousHash }) => previousHash === link.hash));
    const [genuine, ...others] = [...links].sort((left, right) => known(right) - known(left));
    others.forEach(() => faults.push({ kind: 'inserted', sequence }));
    return genuine!;
  });
}

function isHead(link: Link, head: KnownHead | null): boolean {
  return head !== null && link.sequence === head.sequence && link.hash === head.hash;
}

function withoutRepeats(faults: readonly ChainFault[]): ChainFault[] {
  return [...new Map(faults.map((fault) => [`${fault.kind} ${fault.sequence}`, fault])).values()];
}
