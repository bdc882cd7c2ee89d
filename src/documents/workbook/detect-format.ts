import { type RefusalCode, WorkbookRefused } from './refusal.ts';

/** What the first bytes say, whatever the name says. */
export type Format = 'zip' | 'text';

// First bytes of what arrives under the name .xlsx. Sources: [MS-CFB] 2.2, ISO 32000-1 7.5.2, PNG, JPEG, GIF, RFC 1952, 7z, RAR 5.0.
const magics: readonly (readonly [readonly number[], RefusalCode])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x1f, 0x8b], 'other-archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'other-archive'],
  [[0x52, 0x61, 0x72, 0x21], 'other-archive'],
  [[0x09, 0x08, 0x10, 0x00], 'old-xls'],
  [[0x09, 0x08, 0x08, 0x00], 'old-xls'],
  [[0x09, 0x04, 0x06, 0x00], 'old-xls'],
];
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zipMagic = [0x50, 0x4b];

/** @throws WorkbookRefused that names the format where it is one that is not read here */
export function detectFormat(bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new WorkbookRefused('empty-file');
  const begins = (magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);
  if (begins(zipMagic) && [0x03, 0x05, 0x07].includes(bytes[2] ?? 0)) return 'zip';
  if (begins(compoundFile)) throw new WorkbookRefused(inCompoundFile(bytes));
  for (const [magic, code] of magics) if (begins(magic)) throw new WorkbookRefused(code);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2000)).replace(/^\u00ef\u00bb\u00bf/, '').trimStart().toLowerCase();
  if (head.startsWith('%pdf')) throw new WorkbookRefused('pdf');
  if (head.startsWith('<?xml') || head.startsWith('<workbook')) throw new WorkbookRefused(head.includes('<html') ? 'html' : 'xml-spreadsheet');
  if (/^(<!doctype html|<html|<table|<head|<meta|mime-version)/.test(head)) throw new WorkbookRefused('html');
  if (head.startsWith('{\\rtf')) throw new WorkbookRefused('old-word');
  return 'text';
}

/** An OLE container holds an old workbook, an old document, or a new workbook under a password. Its streams are named in UTF-16. */
function inCompoundFile(bytes: Uint8Array): RefusalCode {
  const holds = (name: string) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  if (holds('Workbook') || holds('Book')) return 'old-xls';
  return 'old-word';
}

/** What a zip holds by the names of its parts (lower case). @throws WorkbookRefused unless it is a workbook without macros */
export function refuseOtherPackages(names: readonly string[]): void {
  const some = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (some(/(^|\/)vbaproject\.bin$|^xl\/macrosheets\/|^xl\/vba/)) throw new WorkbookRefused('macros');
  if (some(/^xl\/workbook\.bin$/)) throw new WorkbookRefused('binary-xlsb');
  if (some(/^word\//)) throw new WorkbookRefused('word');
  if (some(/^ppt\//)) throw new WorkbookRefused('power-point');
  if (names.includes('mimetype') && names.includes('content.xml')) throw new WorkbookRefused('ods');
  if (!names.includes('[content_types].xml')) throw new WorkbookRefused('other-archive');
}
