import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuditDetail, noPreviousHash, type SealedEntry } from './audit-event.ts';
import { hashInput, sealEntry } from './seal-entry.ts';
import { explainFault, verifyChain } from './verify-chain.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function chainOf(length: number): SealedEntry[] {
  const entries: SealedEntry[] = [];
  for (let index = 1; index <= length; index += 1) {
    const event = { actor: '事務局', action: 'import-plan', planId: 'p', details: { index }, occurredAt: '2021-08-01T00:00:00.000Z' };
    entries.push(sealEntry(event, entries.at(-1) ?? null, sha256));
  }
  return entries;
}

/** The entry with other words in it, and a hash that fits them, as somebody would write it who knows how it is made. */
function forge({ sequence, text }: SealedEntry): SealedEntry {
  const forged = text.replace('事務局', '別の人');
  return { sequence, text: forged, hash: sha256(forged) };
}

describe('a chain of audit entries', () => {
  test('is whole as it was written', () => {
    expect(verifyChain(chainOf(9), sha256)).toEqual([]);
    expect(verifyChain([], sha256)).toEqual([]);
  });

  test('begins with an entry that names no other', () => {
    expect(JSON.parse(chainOf(1)[0]!.text)).toMatchObject({ format: 'ayumi-audit/1', sequence: 1, previousHash: noPreviousHash });
  });

  test('names any entry whose text was altered', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 11 }), (length, at) => {
      const chain = chainOf(length);
      const index = at % length;
      chain[index] = { ...chain[index]!, text: chain[index]!.text.replace('事務局', '別の人') };
      expect(verifyChain(chain, sha256)).toEqual([{ kind: 'altered', sequence: index + 1 }]);
    }));
  });

  test('names an entry that was altered together with its hash', () => {
    const chain = chainOf(5);
    chain[2] = forge(chain[2]!);
    expect(verifyChain(chain, sha256)).toEqual([{ kind: 'altered', sequence: 3 }]);
    const first = chainOf(5);
    first[0] = forge(first[0]!);
    expect(verifyChain(first, sha256)).toEqual([{ kind: 'altered', sequence: 1 }]);
  });

  test('names both of the last two entries when one was altered together with its hash and nothing later says which', () => {
    const chain = chainOf(5);
    chain[3] = forge(chain[3]!);
    expect(verifyChain(chain, sha256)).toEqual([{ kind: 'broken-link', sequence: 5, before: 4 }]);
    const head = chain[4]!;
    expect(verifyChain(chain, sha256, head), 'a head that was noted elsewhere decides').toEqual([{ kind: 'altered', sequence: 4 }]);
  });

  test('names any run of entries that is missing before the end', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 8 }), (from, more) => {
      const chain = chainOf(20);
      chain.splice(from - 1, more + 1);
      expect(verifyChain(chain, sha256)).toEqual([{ kind: 'missing', sequence: from, to: from + more }]);
    }));
  });

  test('names entries that were cut off its end only with a head that was noted elsewhere', () => {
    const chain = chainOf(9);
    const head = chain.at(-1)!;
    const cut = chain.slice(0, 6);
    expect(verifyChain(cut, sha256)).toEqual([]);
    expect(verifyChain(cut, sha256, head)).toEqual([{ kind: 'missing', sequence: 7, to: 9 }]);
  });

  test('notices a chain that was written anew from some entry on, with a head that was noted elsewhere', () => {
    const head = chainOf(4)[3]!;
    const forged = chainOf(3);
    forged.push(sealEntry({ actor: '別の人', action: 'import-plan', planId: null, details: {}, occurredAt: '' }, forged[2]!, sha256));
    expect(verifyChain(forged, sha256)).toEqual([]);
    expect(verifyChain(forged, sha256, head)).toEqual([{ kind: 'altered', sequence: 4 }]);
  });

  test('names an entry that was inserted under a number that is taken, wherever it stands in the list', () => {
    const chain = chainOf(6);
    const intruder = forge(chain[2]!);
    expect(verifyChain([...chain.slice(0, 3), intruder, ...chain.slice(3)], sha256)).toEqual([{ kind: 'inserted', sequence: 3 }]);
    expect(verifyChain([intruder, ...chain], sha256)).toEqual([{ kind: 'inserted', sequence: 3 }]);
  });

  test('names an entry whose number is none', () => {
    expect(verifyChain([...chainOf(2), { sequence: 0, text: '{}', hash: sha256('{}') }], sha256)).toEqual([{ kind: 'inserted', sequence: 0 }]);
  });

  test('takes a text that is no JSON for altered, also when its hash fits', () => {
    const chain = chainOf(3);
    chain[1] = { sequence: 2, text: 'なし', hash: sha256('なし') };
    expect(verifyChain(chain, sha256)).toContainEqual({ kind: 'altered', sequence: 2 });
  });

  test('names every fault at once, in order', () => {
    const chain = chainOf(10);
    chain[1] = { ...chain[1]!, text: '{}' };
    chain.splice(4, 2);
    expect(verifyChain(chain, sha256).map(explainFault)).toEqual([
      '監査記録2は、書き込まれた後に書き換えられています。', '監査記録5から6までがありません。',
    ]);
  });
});

test('hashes the canonical JSON of RFC 8785', () => {
  const json = fc.letrec<{ value: AuditDetail }>((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null),
      fc.array(tie('value')), fc.dictionary(fc.oneof(fc.string({ unit: 'binary' }), fc.nat().map(String)), tie('value'))),
  })).value;
  fc.assert(fc.property(json, (detail) => {
    const entry = {
      format: 'ayumi-audit/1' as const, sequence: 1, previousHash: noPreviousHash, actor: 'a', action: 'b', planId: null, details: { detail }, occurredAt: 'c',
    };
    expect(hashInput(entry)).toBe(canonicalize(entry));
  }), { numRuns: 50 });
});

test('refuses what JSON cannot carry', () => {
  const event = { actor: 'a', action: 'b', planId: null, occurredAt: '' };
  expect(() => sealEntry({ ...event, details: { rate: Number.NaN } }, null, sha256)).toThrow(TypeError);
  expect(() => sealEntry({ ...event, details: { text: '\ud842' } }, null, sha256)).toThrow(TypeError);
});
