import { csvInCp932, missingInWords } from './publication/csv-in-cp932.ts';
import { fileAt, type PublishedFile, type PublishedFiles } from './publication/published-files.ts';

/** No page loads anything from elsewhere, runs a script of its own text, or stands in a foreign frame. */
export const securityHeaders = {
  'content-security-policy': "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** A card is made to stand in the frame of another site. */
const cardHeaders = { ...securityHeaders, 'content-security-policy': securityHeaders['content-security-policy'].replace("frame-ancestors 'none'", 'frame-ancestors *'), 'cross-origin-resource-policy': 'cross-origin' };

/** The answer to a request for a public file; no bytes where the reader has them already. */
export interface FileAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** Both answers that a file can have, made once: a published file never changes. */
const prepared = new WeakMap<PublishedFile, { readonly whole: FileAnswer; readonly known: FileAnswer }>();

/**
 * Answers from memory with a file of the public side; undefined where there is none.
 *
 * @param path below the root, decoded
 * @param ifNoneMatch the header of that name: validators of what the reader has
 */
export function answerFile(published: PublishedFiles, path: string, ifNoneMatch: string | undefined): FileAnswer | undefined {
  const file = fileAt(published, path);
  if (!file) return undefined;
  let answers = prepared.get(file);
  if (!answers) prepared.set(file, (answers = prepare(file)));
  return ifNoneMatch !== undefined && (ifNoneMatch.includes(file.etag) || ifNoneMatch.trim() === '*') ? answers.known : answers.whole;
}

/** A CSV file in CP932; where it cannot be, the characters that are missing there, in words. Undefined where there is no such file. */
export function answerInCp932(published: PublishedFiles, path: string): FileAnswer | { readonly missing: string } | undefined {
  const file = fileAt(published, path);
  if (!file) return undefined;
  const encoded = csvInCp932(file.bytes);
  if (!encoded.ok) return { missing: missingInWords(encoded.missing) };
  const headers = { ...securityHeaders, 'access-control-allow-origin': '*', etag: file.etag.replace(/"$/, '-cp932"'), 'cache-control': 'no-cache' };
  return { status: 200, headers: { ...headers, 'content-type': 'text/csv; charset=Shift_JIS', 'content-length': String(encoded.bytes.byteLength) }, bytes: encoded.bytes };
}

function prepare({ bytes, type, etag, immutable, framable }: PublishedFile): { readonly whole: FileAnswer; readonly known: FileAnswer } {
  // What is published may be read from any page.
  const headers = { ...(framable ? cardHeaders : securityHeaders), 'access-control-allow-origin': '*', etag, 'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache' };
  return {
    whole: { status: 200, headers: { ...headers, 'content-type': type, 'content-length': String(bytes.byteLength) }, bytes },
    known: { status: 304, headers, bytes: null },
  };
}
