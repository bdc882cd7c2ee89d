import type { Problem } from '../problem/problem.ts';

/** A file that stands beside an answer as evidence (証拠資料), without its bytes. It is never published. */
export interface Evidence {
  readonly id: string;
  /** As it was named on the computer of whoever added it. */
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly personName: string;
  /** Instant in UTC. */
  readonly addedAt: string;
}

/** A file as it came from the form. */
export interface OfferedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const megabyte = 1024 * 1024;
export const evidenceLimits = { fileBytes: 10 * megabyte, answerBytes: 50 * megabyte, files: 20, nameLength: 200 } as const;

interface Kind {
  readonly mediaType: string;
  /** How a file of the kind begins, in Latin-1; null for plain text, which has no NUL instead. */
  readonly begins: string | null;
}

const office = 'application/vnd.openxmlformats-officedocument';
const zip = 'PK\u0003\u0004';
const compound = '\u00d0\u00cf\u0011\u00e0';

/** By extension. Nothing that a computer runs when it is opened: no program, no script, no web page, no document with macros. */
const kinds: Readonly<Record<string, Kind>> = {
  pdf: { mediaType: 'application/pdf', begins: '%PDF-' },
  docx: { mediaType: `${office}.wordprocessingml.document`, begins: zip },
  xlsx: { mediaType: `${office}.spreadsheetml.sheet`, begins: zip },
  pptx: { mediaType: `${office}.presentationml.presentation`, begins: zip },
  doc: { mediaType: 'application/msword', begins: compound },
  xls: { mediaType: 'application/vnd.ms-excel', begins: compound },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', begins: compound },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', begins: zip },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', begins: zip },
  odp: { mediaType: 'application/vnd.oasis.opendocument.presentation', begins: zip },
  jpg: { mediaType: 'image/jpeg', begins: '\u00ff\u00d8\u00ff' },
  jpeg: { mediaType: 'image/jpeg', begins: '\u00ff\u00d8\u00ff' },
  png: { mediaType: 'image/png', begins: '\u0089PNG' },
  gif: { mediaType: 'image/gif', begins: 'GIF8' },
  csv: { mediaType: 'text/csv', begins: null },
  txt: { mediaType: 'text/plain', begins: null },
};

/** For the file picker of a browser: .pdf,.docx, … */
export const evidenceExtensions: string = Object.keys(kinds).map((extension) => `.${extension}`).join(',');
export const evidenceKindsInWords = 'PDF、Word、Excel、PowerPoint、OpenDocument、画像（JPEG、PNG、GIF）、CSV、テキスト';

/** The type by which a file is sent, from its name and its first bytes; null for what is not taken. */
export function mediaTypeOf({ name, bytes }: OfferedFile): string | null {
  const kind = Object.hasOwn(kinds, extensionOf(name)) ? kinds[extensionOf(name)] : undefined;
  if (!kind) return null;
  if (kind.begins === null) return bytes.subarray(0, 4_096).includes(0) ? null : kind.mediaType;
  return [...kind.begins].every((character, index) => bytes[index] === character.charCodeAt(0)) ? kind.mediaType : null;
}

/** Why files cannot be added to those that are there, every reason at once; empty when all can. */
export function evidenceProblems(offered: readonly OfferedFile[], present: readonly Pick<Evidence, 'size'>[]): Problem[] {
  const problems: Problem[] = [];
  const say = (code: string, message: string, fix: string) => problems.push({ code, path: ['evidence'], message, fix });
  for (const { name, bytes } of offered) {
    if (name.length > evidenceLimits.nameLength) say('name-too-long', `「${name.slice(0, 30)}…」は、ファイル名が長すぎます。`, `${evidenceLimits.nameLength}文字以内の名前にしてください。`);
    else if (bytes.length === 0) say('empty-file', `「${name}」は、中身が空です。`, '正しいファイルか確かめてください。');
    else if (bytes.length > evidenceLimits.fileBytes) say('file-too-large', `「${name}」は大きすぎます（${inMegabytes(bytes.length)}）。`, '１ファイル10MBまでにしてください。');
    else if (mediaTypeOf({ name, bytes }) === null) {
      const known = Object.hasOwn(kinds, extensionOf(name));
      if (known) say('content-differs', `「${name}」の中身が、ファイル名の種類（${extensionOf(name)}）と違います。`, '元のソフトで保存し直してください。');
      else say('kind-not-taken', `「${name}」は、添えられない種類のファイルです。`, `${evidenceKindsInWords}のいずれかにしてください。`);
    }
  }
  if (present.length + offered.length > evidenceLimits.files) say('too-many', `一つの回答に添えられるのは${evidenceLimits.files}ファイルまでです。`, '不要なファイルを削除するか、一つにまとめてください。');
  const total = [...present.map(({ size }) => size), ...offered.map(({ bytes }) => bytes.length)].reduce((sum, size) => sum + size, 0);
  if (total > evidenceLimits.answerBytes) say('too-much', `一つの回答に添えられるのは合わせて50MBまでです（${inMegabytes(total)}になります）。`, '不要なファイルを削除するか、小さくしてください。');
  return problems;
}

/** 1.2MB, or 34KB below a megabyte; rounded up, so that nothing is 0. */
export function inMegabytes(bytes: number): string {
  return bytes < megabyte ? `${Math.ceil(bytes / 1024)}KB` : `${(Math.ceil((bytes / megabyte) * 10) / 10).toFixed(1)}MB`;
}

/** Behind the last dot, in small letters; empty without one. */
function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
