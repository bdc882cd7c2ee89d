import { type AuditDetail, type AuditEntry, type AuditEvent, noPreviousHash, type SealedEntry, type Sha256 } from './audit-event.ts';

/** Puts an event behind the last entry of the chain, or at its beginning. */
export function sealEntry(event: AuditEvent, last: Pick<SealedEntry, 'sequence' | 'hash'> | null, sha256: Sha256): SealedEntry {
  const { actor, action, planId, details, occurredAt } = event;
  const sequence = (last?.sequence ?? 0) + 1;
  const text = hashInput({ format: 'ayumi-audit/1', sequence, previousHash: last?.hash ?? noPreviousHash, actor, action, planId, details, occurredAt });
  return { sequence, text, hash: sha256(text) };
}

/** The text that is hashed: canonical JSON of the entry (RFC 8785). */
export function hashInput(entry: AuditEntry): string {
  const { format, sequence, previousHash, actor, action, planId, details, occurredAt } = entry;
  return canonicalJson({ format, sequence, previousHash, actor, action, planId, details, occurredAt });
}

/** RFC 8785 for plain JSON: keys in the order of their UTF-16 units, numbers and strings as ECMAScript writes them, no space. */
function canonicalJson(value: AuditDetail): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('An audit entry cannot carry NaN or an infinite number.');
  if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('An audit entry cannot carry half of a surrogate pair.');
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`).join(',')}}`;
}
