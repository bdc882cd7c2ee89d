import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Edition, PublishedEdition } from '../../domain/edition/edition.ts';

/** The canonical JSON of an edition (RFC 8785, JSON Canonicalization Scheme): one edition, one sequence of bytes. */
export function canonicalEdition(edition: Edition): string {
  const text = canonicalize(edition);
  if (text === undefined) throw new TypeError('An edition is always an object.');
  return text;
}

/** SHA-256 of the canonical JSON in UTF-8, 64 hexadecimal digits. */
export function hashOfCanonical(canonical: string): string {
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

/** Seals an edition under its hash. */
export function sealEdition(edition: Edition): PublishedEdition {
  return { edition, hash: hashOfCanonical(canonicalEdition(edition)) };
}

/** The very text of a published edition that its hash names: edition.json, for ever the same bytes. */
export function textOfEdition({ edition, earlierText }: PublishedEdition): string {
  return earlierText ?? canonicalEdition(edition);
}

/** Canonical JSON and hash of an edition, as the database stores them. */
export function sealingOf(edition: Edition): { readonly canonical: string; readonly hash: string } {
  const canonical = canonicalEdition(edition);
  return { canonical, hash: hashOfCanonical(canonical) };
}
