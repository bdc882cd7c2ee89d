import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFullOffice } from '../../tests/full-office.ts';
import { storedTables } from '../database/archive/stored-tables.ts';
import { sha256, verifyAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { recreateSchema } from '../database/migrate.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { readTransaction } from '../database/transaction.ts';
import { unpackZip } from '../documents/zip/repack-zip.ts';
import { ZipFileWriter } from '../documents/zip/write-zip-file.ts';
import { archivedTables } from '../domain/archive/archived-tables.ts';
import type { ArchiveManifest } from '../domain/archive/archive-manifest.ts';
import { resetPasswordAtShell } from './add-first-administrator.ts';
import { openArchive } from './open-archive.ts';
import { restoreArchive } from './restore-archive.ts';
import { writeArchive } from './write-archive.ts';

let office: OpenTestDatabase;
let folder: string;
let made = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ayumi-archive-'));
  office = await openTestDatabase();
  await openFullOffice(office.db);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await office.close();
});

const newPath = () => join(folder, `${(made += 1)}.zip`);
async function exported(db: Database, signIn = false): Promise<string> {
  const path = newPath();
  expect(await writeArchive(db, { path, signIn, actor: 'test' })).toMatchObject({ outcome: 'written', bytes: expect.any(Number) as number });
  return path;
}
const contents = (path: string) => new Map([...unpackZip(readFileSync(path))].map(([name, bytes]) => [name, Buffer.from(bytes)]));
const manifestOf = (files: ReadonlyMap<string, Buffer>) => JSON.parse(files.get('manifest.json')!.toString()) as ArchiveManifest;

async function faultsOf(path: string): Promise<string[]> {
  const opened = await openArchive(path);
  if (!opened.ok) return opened.problems.map(({ code }) => code);
  await opened.archive.close();
  return [];
}

/** Codes of what stands in the way, or the outcome; the database is empty again afterwards only when refused. */
async function imported(path: string, db: Database): Promise<string[]> {
  const opened = await openArchive(path);
  if (!opened.ok) return opened.problems.map(({ code }) => code);
  const restored = await restoreArchive(db, opened.archive, { actor: 'test', sha256: sha256('') });
  await opened.archive.close();
  return restored.outcome === 'refused' ? restored.problems.map(({ code }) => code) : [restored.outcome];
}

/** The archive with other files; unless told otherwise its manifest is made to fit, as somebody would who means harm. */
async function changed(path: string, change: (files: Map<string, Buffer>, manifest: { -readonly [Key in keyof ArchiveManifest]: ArchiveManifest[Key] }) => void, fitting = true): Promise<string> {
  const files = contents(path);
  const manifest = { ...manifestOf(files) };
  files.delete('manifest.json');
  change(files, manifest);
  if (fitting) manifest.files = [...files].map(([name, bytes]) => ({ path: name, bytes: bytes.length, sha256: sha256Of(bytes) }));
  if (!files.has('manifest.json')) files.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  const target = newPath();
  const zip = await ZipFileWriter.create(target);
  for (const [name, bytes] of files) await zip.add(name, [bytes]);
  await zip.finish();
  return target;
}
const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('what an archive holds', () => {
  test('every table, or the reason why it is left out', async () => {
    const tables = await readTransaction(office.db, storedTables);
    expect(tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(archivedTables).toSorted());
    await sql`create table ayumi.mystery (thing text)`.execute(office.db);
    await expect(readTransaction(office.db, storedTables)).rejects.toThrow(/archived-tables.*mystery/);
    await sql`drop table ayumi.mystery`.execute(office.db);
    let filled = 0;
    for (const { schema, table } of tables) filled += (await sql`select from ${sql.id(schema, table)} limit 1`.execute(office.db)).rows.length;
    expect(filled, 'tests/full-office.ts gives the tables rows, so that these tests see them').toBeGreaterThan(50);
  });

  test('editions and evidence as their own bytes, plans in YAML, the audit log as it was hashed, each explained', async () => {
    const path = await exported(office.db);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const files = contents(path);
    const edition = await office.db.selectFrom('edition').select(['canonical', 'hash']).executeTakeFirstOrThrow();
    expect(files.get('editions/gyozaisei-6/2020-1.json')!.toString()).toBe(edition.canonical);
    expect(sha256Of(files.get('editions/gyozaisei-6/2020-1.json')!)).toBe(edition.hash);
    const [evidence] = [...files.keys()].filter((name) => name.startsWith('evidence/'));
    expect(evidence).toMatch(/^evidence\/\d+\/[^/"]+\.pdf$/);
    expect(files.get(evidence!)!.subarray(-4)).toEqual(Buffer.from([0, 255, 10, 13]));
    expect([...files.keys()]).toEqual(expect.arrayContaining(['README.md', 'plans/gyozaisei-6/plan.yaml', 'plans/gyozaisei-6/report-2020.yaml', 'plans/gyozaisei-6/dictionary.yaml', 'tables/answer_version.ndjson', 'tables/columns.md']));
    const audit = files.get('audit.ndjson')!.toString().trimEnd().split('\n');
    expect(manifestOf(files).auditHead).toEqual({ sequence: audit.length, hash: sha256(audit.at(-1)!) });
    const readme = files.get('README.md')!.toString();
    for (const name of files.keys()) if (name.startsWith('tables/') && name.endsWith('.ndjson')) expect(readme).toContain(`\`${name.slice(7, -7)}\``);
  });

  test('no password and no key, unless it is made to restore from; never a session', async () => {
    const secrets = (path: string) => {
      const all = Buffer.concat([...contents(path).values()]).toString();
      return { hash: /"password":"[0-9a-f]+:/.test(all), secondStep: all.includes('"secret":"encrypted"'), session: all.includes('token-in-cookie') };
    };
    expect(secrets(await exported(office.db))).toEqual({ hash: false, secondStep: false, session: false });
    expect(secrets(await exported(office.db, true))).toEqual({ hash: true, secondStep: true, session: false });
  });

  test('the same bytes for the same state but for the entry that its writing adds to the audit log', async () => {
    const [first, second] = [contents(await exported(office.db)), contents(await exported(office.db))];
    expect([...second.keys()]).toEqual([...first.keys()]);
    expect([...first.keys()].filter((name) => !first.get(name)!.equals(second.get(name)!))).toEqual(['audit.ndjson', 'manifest.json']);
    expect(second.get('audit.ndjson')!.toString().startsWith(first.get('audit.ndjson')!.toString())).toBe(true);
    expect(second.get('audit.ndjson')!.toString().trimEnd().split('\n').at(-1)).toContain('export-archive');
  });

  test('one moment, also while others write', async () => {
    const [path] = await Promise.all([exported(office.db), ...Array.from({ length: 20 }, (_, index) => sql`update ayumi.round set asked = jsonb_set(asked, '{next}', ${`"${index}"`}::jsonb)`.execute(office.db))]);
    expect(await faultsOf(path)).toEqual([]);
  });
});

describe('an archive that is refused', () => {
  const emptyAgain = async (db: Database) => expect((await sql`select from ayumi.municipality union all select from ayumi.audit_event union all select from ayumi.person`.execute(db)).rows).toEqual([]);
  let whole: string;
  let room: OpenTestDatabase;
  beforeAll(async () => { whole = await exported(office.db); room = await openTestDatabase(); });
  afterAll(() => room.close());

  test.each<[string, string[], Parameters<typeof changed>[1], boolean]>([
    ['a changed, a missing and a foreign file, all at once', ['unlisted-file', 'changed-file', 'missing-file'], (files) => { files.set('README.md', Buffer.from('別の説明')); files.delete('tables/post.ndjson'); files.set('extra.txt', Buffer.from('x')); }, false],
    ['a name that leads out of the folder', ['unsafe-path'], (files) => { files.set('../../etc/passwd', Buffer.from('x')); }, false],
    ['such a name in the manifest too', ['unsafe-path'], (files) => { files.set('/etc/passwd', Buffer.from('x')); }, true],
    ['a newer format', ['newer-format'], (_files, manifest) => { (manifest as { format: string }).format = 'ayumi-archive/2'; }, true],
    ['a newer schema', ['newer-schema'], (_files, manifest) => { manifest.schema = [...manifest.schema, '9999-future']; }, true],
    ['another zip', ['not-an-archive'], (files) => { files.clear(); files.set('manifest.json', Buffer.from('[]')); }, true],
    ['a manifest that is cut off', ['not-an-archive'], (files) => { files.set('manifest.json', Buffer.from('{"format":')); }, false],
    ['a manifest of another shape', ['broken-manifest', 'broken-manifest'], (files, manifest) => { files.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, schema: 'x', files: [{}] }))); }, false],
    ['an audit entry that was changed', ['broken-chain'], (files) => { files.set('audit.ndjson', Buffer.from(files.get('audit.ndjson')!.toString().replace('import-plan', 'import-plam'))); }, true],
    ['an audit log that was cut at its end', ['broken-chain'], (files) => { files.set('audit.ndjson', Buffer.from(`${files.get('audit.ndjson')!.toString().trimEnd().split('\n').slice(0, -1).join('\n')}\n`)); }, true],
    ['an edition that was changed', ['unfit-rows'], (files) => { files.set('editions/gyozaisei-6/2020-1.json', Buffer.from(files.get('editions/gyozaisei-6/2020-1.json')!.toString().replace('狛江市', '狛汪市'))); }, true],
    ['rows that are none', ['broken-row', 'broken-row', 'broken-row'], (files) => { files.set('tables/department.ndjson', Buffer.from('{"id":"a"}\nnull\n{')); }, true],
    ['a row that refers to nothing', ['unfit-rows'], (files) => { files.set('tables/post.ndjson', Buffer.from(files.get('tables/post.ndjson')!.toString().replace('"person_id":"person-tanto"', '"person_id":"nobody"'))); }, true],
    ['a table that nobody knows', ['unknown-table'], (files) => { files.set('tables/mystery.ndjson', Buffer.from('{}\n')); }, true],
    ['a document of record of an edition that is not there, and one under another name', ['record-without-edition', 'record-without-edition'], (files) => { files.set(`records/${'0'.repeat(64)}/report-archive.pdf`, Buffer.from('%PDF')); files.set('records/report.html', Buffer.from('x')); }, true],
    ['a text that was changed in the rows and not in the plan', ['bundle-differs'], (files) => { files.set('tables/report_paragraph.ndjson', Buffer.from(files.get('tables/report_paragraph.ndjson')!.toString().replace('実施', '中止'))); }, true],
  ])('%s', async (_name, codes, change, fitting) => {
    expect(await imported(await changed(whole, change, fitting), room.db)).toEqual(codes);
    await emptyAgain(room.db);
  });

  test('no zip, and no file', async () => {
    const text = join(folder, 'text.zip');
    expect([await faultsOf(text), await faultsOf(folder), await faultsOf(new URL(import.meta.url).pathname)]).toEqual([['unreadable'], ['unreadable'], ['not-a-zip']]);
    expect(await faultsOf(await changed(whole, () => {})), 'and what was not changed is none').toEqual([]);
  });

  test('where something is held already, and what it is stands in the sentence', async () => {
    const opened = await openArchive(whole);
    if (!opened.ok) throw new Error('It is whole.');
    const refused = await restoreArchive(office.db, opened.archive, { actor: 'test', sha256: '' });
    await opened.archive.close();
    expect(refused).toMatchObject({ outcome: 'refused', problems: [{ code: 'not-empty', message: expect.stringMatching(/利用者7件.*計画1件.*ほか\d+の表/) as string }] });
  });

  test('leaves no file behind that was not finished, and never writes over one', async () => {
    const before = readdirSync(folder).length;
    expect(await writeArchive(office.db, { path: whole, signIn: false, actor: 'test' })).toMatchObject({ outcome: 'refused', refusal: { code: 'file-exists' } });
    expect(await writeArchive(office.db, { path: join(folder, 'no', 'where.zip'), signIn: false, actor: 'test' })).toMatchObject({ outcome: 'refused', refusal: { code: 'unwritable' } });
    expect(readdirSync(folder).length).toBe(before);
  });
});

describe('an archive in an empty Ayumi', () => {
  test('gives everything again: the same files, numbers that go on, an audit log that holds', async () => {
    const before = await exported(office.db, true);
    const room = await openTestDatabase();
    expect(await imported(before, room.db)).toEqual(['restored']);
    expect(await readTransaction(room.db, (trx) => verifyAudit(trx, manifestOf(contents(before)).auditHead))).toEqual([]);
    const [first, second] = [contents(before), contents(await exported(room.db, true))];
    expect([...second.keys()]).toEqual([...first.keys()]);
    expect([...first.keys()].filter((name) => !first.get(name)!.equals(second.get(name)!))).toEqual(['audit.ndjson', 'manifest.json']);
    expect(second.get('audit.ndjson')!.subarray(first.get('audit.ndjson')!.length).toString()).toMatch(/^\{[^\n]*"action":"import-archive"[^\n]*\}\n$/);
    expect(manifestOf(second)).toMatchObject({ lastNumbers: manifestOf(first).lastNumbers });
    const { id } = await room.db.insertInto('proofreading_decision').values({ municipality_code: '132195', verdict: 'not-an-error', rule: 'x', quote: 'x', suggestion: null, plan_id: null, fiscal_year: null, reason: null, person_id: 'person-kanri' }).returning('id').executeTakeFirstOrThrow();
    expect(id, 'the number of a decision that was taken back is not given again').toBe(3);
    await room.close();
  });

  test('without the secrets of sign-in lets people in again through a one-time password, without a second step', async () => {
    const room = await openTestDatabase();
    expect(await imported(await exported(office.db), room.db)).toEqual(['restored']);
    expect((await sql<{ on: boolean }>`select two_factor_enabled as on from auth.user`.execute(room.db)).rows).toEqual([{ on: false }]);
    expect(await resetPasswordAtShell(room.db, 'kanri', 'test', () => new Date())).toMatch(/^[a-z2-9-]{19}$/);
    await room.close();
  });

  test('of an older schema is taken along by the steps since', async () => {
    const [old, now] = [await openTestDatabase(), await openTestDatabase()];
    await recreateSchema(old.db, '0004-audit-event');
    await sql`insert into ayumi.municipality (code, name, first_reiwa_year, year_digits) values ('132195', '見本市', '平成31年度', 'single-full-width')`.execute(old.db);
    const path = await exported(old.db);
    expect(manifestOf(contents(path)).schema).toHaveLength(4);
    expect(await imported(path, now.db)).toEqual(['restored']);
    expect(await now.db.selectFrom('municipality').select('name').execute()).toEqual([{ name: '見本市' }]);
    expect(await readTransaction(now.db, async (trx) => (await storedTables(trx)).length)).toBe(Object.keys(archivedTables).length);
    await Promise.all([old.close(), now.close()]);
  });
});
