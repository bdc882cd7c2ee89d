import type { SurveyIdentity } from './survey.ts';

/** What the hidden cell of a row says: which request it answers, and on which version it was written. */
export interface RowKey {
  readonly requestId: string;
  /** Null where nothing had been written. */
  readonly baseVersion: number | null;
  /** The instruction that the row answers; null in the other tables. */
  readonly part: string | null;
}

const pattern = /^([1-9]\d{0,14})-(\d{1,9})-(\d{1,15})-([0-9a-f]{8})$/;

/**
 * The key as it stands in the cell: 123-4-0-9f3a2b1c. The last part tells that nobody has changed it by accident (a cell that was
 * dragged down, a row from another file). It is no signature: who may write an answer may write it without a workbook too.
 */
export function rowKeyText(key: RowKey, identity: SurveyIdentity): string {
  const plain = `${key.requestId}-${key.baseVersion ?? 0}-${key.part ?? 0}`;
  return `${plain}-${checkSum(`${plain} ${identity.city} ${identity.planId} ${identity.fiscalYear} ${identity.departments.join(' ')}`)}`;
}

/** The key in a cell, or null where the text is none. Whether it belongs to the file is asked of `isKeyOf`. */
export function parseRowKey(text: string): RowKey | null {
  const [, requestId = '', base = '', part = ''] = pattern.exec(text.trim()) ?? [];
  if (requestId === '') return null;
  return { requestId, baseVersion: Number(base) === 0 ? null : Number(base), part: part === '0' ? null : part };
}

/** Whether the cell still says what was written into it for this workbook. */
export function isKeyOf(text: string, key: RowKey, identity: SurveyIdentity): boolean {
  return text.trim() === rowKeyText(key, identity);
}

/** FNV-1a, 32 bits, over UTF-16 units. Source: draft-eastlake-fnv. */
function checkSum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
