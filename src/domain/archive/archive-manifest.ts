import { type Parsed, type Problem, parsedUnless } from '../problem/problem.ts';
import { isSafePath } from './archive-paths.ts';

export const archiveFormat = 'ayumi-archive/1';

/** A file of an archive, as its manifest tells of it. */
export interface ArchivedFile {
  readonly path: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** What an archive holds, and how to know that it is whole. */
export interface ArchiveManifest {
  readonly format: typeof archiveFormat;
  /** Steps of the schema that the rows fit, in order. */
  readonly schema: readonly string[];
  /** Whether the secrets of sign-in are in it. */
  readonly signIn: boolean;
  /** The last entry of the audit log: a log that was cut at its end is found by it. */
  readonly auditHead: { readonly sequence: number; readonly hash: string } | null;
  /** Numbers given last, by table: one that is gone is never given again. */
  readonly lastNumbers: Readonly<Record<string, number>>;
  /** Every file but the manifest. */
  readonly files: readonly ArchivedFile[];
}

const problem = (code: string, message: string, fix = '書き出したときのファイルを、そのまま指定してください。', path: Problem['path'] = []): Problem => ({ code, message, fix, path });

/** The manifest out of JSON, or every problem of it. */
export function parseManifest(raw: unknown): Parsed<ArchiveManifest> {
  if (!isRecord(raw) || typeof raw['format'] !== 'string' || !/^ayumi-archive\/\d+$/.test(raw['format'])) {
    return { ok: false, problems: [problem('not-an-archive', 'あゆみの書出しではありません。', '「export --all」で書き出したzipを指定してください。')] };
  }
  if (raw['format'] !== archiveFormat) {
    return { ok: false, problems: [problem('newer-format', `この書出しの形式（${raw['format']}）は、このプログラムでは読めません。`, '新しい版の「あゆみ」で取り込んでください。')] };
  }
  const { schema, signIn, auditHead, lastNumbers, files } = raw;
  const problems = [
    ...(isListOf(schema, (name) => typeof name === 'string') ? [] : [unreadable('schema')]),
    ...(typeof signIn === 'boolean' ? [] : [unreadable('signIn')]),
    ...(auditHead === null || (isRecord(auditHead) && isCount(auditHead['sequence']) && isHash(auditHead['hash'])) ? [] : [unreadable('auditHead')]),
    ...(isRecord(lastNumbers) && Object.values(lastNumbers).every(isCount) ? [] : [unreadable('lastNumbers')]),
    ...(isListOf(files, isRecord) ? files.flatMap(fileProblems) : [unreadable('files')]),
    ...repeated(files),
  ];
  return parsedUnless(problems, () => ({ format: archiveFormat, schema, signIn, auditHead, lastNumbers, files }) as ArchiveManifest);
}

function unreadable(field: string): Problem {
  return problem('broken-manifest', `目録（manifest.json）の「${field}」を読み取れません。`, undefined, [field]);
}

function fileProblems({ path, bytes, sha256 }: Readonly<Record<string, unknown>>, index: number): Problem[] {
  if (typeof path !== 'string' || !isCount(bytes) || !isHash(sha256)) return [problem('broken-manifest', `目録（manifest.json）の${index + 1}番目のファイルを読み取れません。`, undefined, ['files', index])];
  return isSafePath(path) ? [] : [unsafe(path, ['files', index])];
}

/** A name that leads out of the folder is an attack, not a slip. */
export function unsafe(path: string, place: Problem['path'] = []): Problem {
  return problem('unsafe-path', `ファイルの名前「${path.replaceAll(/[\u0000-\u001f]/g, '?').slice(0, 60)}」は、フォルダーの外を指しています。`, 'このファイルは使わず、出どころを確かめてください。', place);
}

function repeated(files: unknown): Problem[] {
  const seen = new Set<unknown>();
  const twice = isListOf(files, isRecord) ? files.flatMap(({ path }) => (seen.size < seen.add(path).size ? [] : [path])) : [];
  return twice.map((path) => problem('broken-manifest', `目録（manifest.json）に「${String(path)}」が二つあります。`));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf<Kind>(value: unknown, fits: (entry: unknown) => entry is Kind): value is readonly Kind[];
function isListOf(value: unknown, fits: (entry: unknown) => boolean): value is readonly unknown[];
function isListOf(value: unknown, fits: (entry: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(fits);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
