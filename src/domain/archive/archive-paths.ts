// Where each thing stands in an archive.

export const readmePath = 'README.md';
export const columnsPath = 'tables/columns.md';
export const auditPath = 'audit.ndjson';
export const manifestPath = 'manifest.json';

/** Rows of a table: one JSON object a line. */
export const tablePath = (table: string): string => `tables/${table}.ndjson`;

export const editionPath = (edition: { readonly plan_id: string; readonly fiscal_year: number; readonly number: number }): string =>
  `editions/${inPath(edition.plan_id)}/${edition.fiscal_year}-${edition.number}.json`;

/** A document of record, as it was first made for the edition with this hash. */
export const recordPath = ({ hash, name }: ArchivedRecord): string => `records/${hash}/${name}`;

export interface ArchivedRecord {
  /** Of the edition. */
  readonly hash: string;
  readonly name: string;
}

/** What a path says when it is that of a document of record; null for any other. */
export function readRecordPath(path: string): ArchivedRecord | null {
  const [, hash, name] = /^records\/([0-9a-f]{64})\/([a-z-]+\.pdf)$/.exec(path) ?? [];
  return hash !== undefined && name !== undefined ? { hash, name } : null;
}

/** The name as typed is in the row; the one in the archive can be written on any disk. */
export const evidencePath = ({ id, name }: { readonly id: number; readonly name: string }): string => `evidence/${id}/${inPath(name)}`;

export const bundlePath = (planId: string, file: string): string => `plans/${inPath(planId)}/${file}`;

/** Characters. */
const longestName = 80;

/** A name that no system refuses or takes for a folder; an extension stays at its end. */
function inPath(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu, '_').replace(/^[.\s]+|[.\s]+$/g, '');
  const [, stem = plain, extension = ''] = /^(.*?)(\.[^.]{1,10})?$/su.exec(plain) ?? [];
  const short = [...stem].slice(0, longestName).join('');
  return `${short === '' ? '_' : short}${extension}`;
}

/** Whether a path in an archive stays inside the folder that it is unpacked to. */
export function isSafePath(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !/^[A-Za-z]:/.test(path) && !/[\\\u0000-\u001f]/.test(path)
    && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
