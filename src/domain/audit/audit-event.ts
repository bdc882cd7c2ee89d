/** A value that an audit entry can carry: plain JSON. */
export type AuditDetail = string | number | boolean | null | readonly AuditDetail[] | { readonly [key: string]: AuditDetail };

/** Something that was done, as it is told to the log. */
export interface AuditEvent {
  /** Who did it, as known to the caller: a staff number, or the account at the shell. */
  readonly actor: string;
  /** The verb and the thing: import-plan, publish-edition. */
  readonly action: string;
  readonly planId: string | null;
  readonly details: { readonly [key: string]: AuditDetail };
  /** The instant in UTC with milliseconds: 2021-08-01T00:00:00.000Z. */
  readonly occurredAt: string;
}

/** An event in its place in the chain. */
export interface AuditEntry extends AuditEvent {
  readonly format: 'ayumi-audit/1';
  /** 1, 2, 3 … without gaps. */
  readonly sequence: number;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly previousHash: string;
}

/**
 * An entry as it is stored: the very text that was hashed. The text is the record, so entries of an older format
 * verify for ever, whatever fields are added later.
 */
export interface SealedEntry {
  readonly sequence: number;
  /** Canonical JSON of an `AuditEntry`. */
  readonly text: string;
  /** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
  readonly hash: string;
}

/** SHA-256 in hexadecimal digits; handed in because this room does no I/O and knows no runtime. */
export type Sha256 = (text: string) => string;

/** What the first entry names as the one before it. */
export const noPreviousHash = '0'.repeat(64);
