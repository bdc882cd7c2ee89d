import { createHash } from 'node:crypto';
import { type ZipFileEntry, ZipFileReader, ZipFileRefused } from '../documents/zip/read-zip-file.ts';
import { type ArchiveManifest, parseManifest, unsafe } from '../domain/archive/archive-manifest.ts';
import { auditPath, isSafePath, manifestPath } from '../domain/archive/archive-paths.ts';
import type { Problem } from '../domain/problem/problem.ts';

/** A list of 400,000 files; a larger one is no archive of ours. Bytes. */
const largestManifest = 64 * 1024 * 1024;
/** No text that people write comes near; a longer line is an attack. Characters. */
const longestLine = 128 * 1024 * 1024;

/** An archive that was found whole. Close it. */
export interface OpenArchive {
  readonly manifest: ArchiveManifest;
  has(path: string): boolean;
  bytes(path: string): Promise<Buffer>;
  /** The lines of an NDJSON file, without their ends. */
  lines(path: string): AsyncGenerator<string>;
  close(): Promise<void>;
}

export type OpenedArchive = { readonly ok: true; readonly archive: OpenArchive } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Opens an archive and compares all of it with its manifest; or says everything that is wrong with it. */
export async function openArchive(path: string): Promise<OpenedArchive> {
  const refused = (code: string, message: string, fix: string): OpenedArchive => ({ ok: false, problems: [{ code, message, fix, path: [] }] });
  let reader: ZipFileReader | undefined;
  try {
    reader = await ZipFileReader.open(path);
    const entries = new Map(reader.entries.map((entry) => [entry.name, entry]));
    const { manifest, problems } = await readManifest(reader, entries);
    const archive = manifest && archiveOf(reader, entries, manifest);
    const wrong = [...problems, ...(archive ? await compare(reader, entries, archive) : [])];
    if (archive && wrong.length === 0) return { ok: true, archive };
    await reader.close();
    return { ok: false, problems: wrong };
  } catch (error) {
    await reader?.close();
    if (error instanceof ZipFileRefused) return refused('not-a-zip', error.message, '「export --all」で書き出したzipを、途中で切れていないか確かめて、もう一度指定してください。');
    if (['ENOENT', 'EACCES', 'EISDIR'].includes((error as { code?: string }).code ?? '')) return refused('unreadable', `「${path}」を読み取れません。`, 'ファイルの名前と、読み取る権限を確かめてください。');
    throw error;
  }
}

async function readManifest(reader: ZipFileReader, entries: ReadonlyMap<string, ZipFileEntry>): Promise<{ manifest: ArchiveManifest | null; problems: readonly Problem[] }> {
  const entry = entries.get(manifestPath);
  let raw: unknown = null;
  try {
    if (entry && entry.size <= largestManifest) raw = JSON.parse(Buffer.concat(await Array.fromAsync(reader.read(entry))).toString());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const parsed = parseManifest(raw);
  return parsed.ok ? { manifest: parsed.value, problems: [] } : { manifest: null, problems: parsed.problems };
}

function archiveOf(reader: ZipFileReader, entries: ReadonlyMap<string, ZipFileEntry>, manifest: ArchiveManifest): OpenArchive {
  const entryOf = (path: string): ZipFileEntry => {
    const entry = entries.get(path);
    if (!entry) throw new Error(`${path} is not in the archive.`);
    return entry;
  };
  return {
    manifest,
    has: (path) => entries.has(path),
    bytes: async (path) => Buffer.concat(await Array.fromAsync(reader.read(entryOf(path)))),
    lines: (path) => linesOf(reader.read(entryOf(path))),
    close: () => reader.close(),
  };
}

/** Every difference between the files and the manifest, and the first fault of the audit log. */
async function compare(reader: ZipFileReader, entries: ReadonlyMap<string, ZipFileEntry>, archive: OpenArchive): Promise<Problem[]> {
  const { manifest } = archive;
  const again = 'この書出しは使わず、別の日の書出しを使うか、書き出し直してください。';
  const problem = (code: string, message: string): Problem => ({ code, message, fix: again, path: [] });
  const listed = new Set(manifest.files.map(({ path }) => path));
  const problems = [...entries.keys()].flatMap((name) => {
    if (!isSafePath(name)) return [unsafe(name)];
    return listed.has(name) || name === manifestPath ? [] : [problem('unlisted-file', `「${name}」が目録にありません。`)];
  });
  for (const { path, bytes, sha256 } of manifest.files) {
    const entry = entries.get(path);
    if (!entry) problems.push(problem('missing-file', `「${path}」がありません。`));
    else if (entry.size !== bytes || (await digest(reader, entry)) !== sha256) problems.push(problem('changed-file', `「${path}」は、書き出した後に変わっています（SHA-256が目録と合いません）。`));
  }
  if (!listed.has(auditPath)) problems.push(problem('missing-file', `「${auditPath}」が目録にありません。`));
  else if (problems.length === 0) problems.push(...(await auditFault(archive)).map((message) => problem('broken-chain', message)));
  return problems;
}

/** The digest of what an entry holds; of one that cannot be read, a text that no digest is. */
async function digest(reader: ZipFileReader, entry: ZipFileEntry): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of reader.read(entry)) hash.update(piece);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof ZipFileRefused) return 'unreadable';
    throw error;
  }
}

/** Walks the chain once without holding it. */
async function auditFault({ manifest, lines }: OpenArchive): Promise<string[]> {
  let last: { sequence: number; hash: string } | null = null;
  for await (const line of lines(auditPath)) {
    const expected: number = (last?.sequence ?? 0) + 1;
    const { sequence, previousHash } = readEntry(line);
    if (sequence !== expected || previousHash !== (last?.hash ?? '0'.repeat(64))) return [`監査記録${expected}が、前の記録とつながりません。`];
    last = { sequence: expected, hash: createHash('sha256').update(line).digest('hex') };
  }
  const head = manifest.auditHead;
  return last?.sequence === head?.sequence && last?.hash === head?.hash ? [] : ['監査記録の最後が、目録と合いません。'];
}

function readEntry(line: string): { sequence?: unknown; previousHash?: unknown } {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let begun: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const [first = '', ...others] = decoder.decode(piece, { stream: true }).split('\n');
    begun.push(first);
    length += first.length;
    if (length > longestLine) throw new ZipFileRefused('一行が長すぎます。');
    const rest = others.pop();
    if (rest === undefined) continue;
    yield begun.join('');
    yield* others;
    begun = [rest];
    length = rest.length;
  }
  const last = begun.join('') + decoder.decode();
  if (last !== '') yield last;
}
