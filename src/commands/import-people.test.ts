import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { duringRound, openCityHall, people } from '../../tests/city-hall.ts';
import { readAudit } from '../database/audit-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { findPersonByStaffNumber, listPeople } from '../database/people-store.ts';
import { readTransaction } from '../database/transaction.ts';
import type { Actor } from '../domain/organization/post.ts';
import { importPeople, planImport } from './import-people.ts';

let room: OpenTestDatabase;
beforeAll(async () => {
  room = await openTestDatabase();
  await openCityHall(room.db);
});
afterAll(() => room.close());

const header = '職員番号,氏名,メール,部署,役割,開始日,終了日';
const utf8 = (...lines: readonly string[]) => new TextEncoder().encode([header, ...lines].join('\r\n'));
const dry = (bytes: Uint8Array, actor: Actor = people.administrator) => planImport(room.db, { bytes, actor, today: '2022-05-10' });
const problemsOf = async (...lines: readonly string[]) => (await dry(utf8(...lines))).problems.map(({ line, column, code }) => `${line} ${column} ${code}`);
async function lookAt(bytes: Uint8Array): Promise<string> {
  const { seen, problems } = await dry(bytes);
  expect(problems).toEqual([]);
  return seen;
}
const applySeen = (bytes: Uint8Array, seen: string) => importPeople(room.db, { bytes, actor: people.administrator, today: '2022-05-10', now: () => duringRound, seen });
const apply = async (bytes: Uint8Array) => applySeen(bytes, await lookAt(bytes));
const posts = async (staffNumber: string) => (await readTransaction(room.db, (trx) => findPersonByStaffNumber(trx, staffNumber)))?.posts.map(({ role, department, from, until }) => [role, department, from, until]);

/** 異動一覧 as Excel saves it: CP932, written here byte by byte by the table that the platform decodes with. */
function cp932(text: string): Uint8Array {
  const decoder = new TextDecoder('shift_jis');
  const table = new Map<string, number[]>();
  for (let byte = 0; byte < 0x80; byte += 1) table.set(String.fromCharCode(byte), [byte]);
  for (let lead = 0x81; lead < 0xfd; lead += 1) for (let trail = 0x40; trail < 0xfd; trail += 1) {
    const character = decoder.decode(Uint8Array.of(lead, trail));
    if (!table.has(character)) table.set(character, [lead, trail]);
  }
  return Uint8Array.from([...text].flatMap((character) => table.get(character)!));
}

describe('a list of people and posts', () => {
  test('is read alike in UTF-8 with and without BOM and in CP932, by names and ids, with dates of every manner', async () => {
    const text = [header, 'A001,髙橋　花子,a001@example.lg.jp,職員課,担当者,令和４年４月１日,', 'A002,森 次郎,,zaisei,所属長,2022/4/1,R5.3.31', 'A001,,,,閲覧者,2022-04-01,'].join('\r\n');
    const wanted = { problems: [], rows: 3, changes: { newPeople: [
      { staffNumber: 'A001', name: '髙橋　花子', email: 'a001@example.lg.jp', posts: [{ role: 'reporter', department: 'shokuin', from: '2022-04-01', until: null }, { role: 'viewer', department: null, from: '2022-04-01', until: null }] },
      { staffNumber: 'A002', name: '森 次郎', email: null, posts: [{ role: 'section-head', department: 'zaisei', from: '2022-04-01', until: '2023-03-31' }] },
    ] } };
    expect(await dry(new TextEncoder().encode(text))).toMatchObject({ encoding: 'UTF-8', ...wanted });
    expect(await dry(new TextEncoder().encode(`\ufeff${text}`))).toMatchObject({ encoding: 'UTF-8（BOM付き）', ...wanted });
    expect(await dry(cp932(text))).toMatchObject({ encoding: 'Shift_JIS（CP932）', ...wanted });
  });

  test('has every problem named with its line and its column, and nothing of it is taken', async () => {
    const before = await readTransaction(room.db, listPeople);
    expect(await problemsOf(
      ',名無し,,shokuin,担当者,2022-04-01,', 'B001,一郎,none,無い課,担当者,2022-02-30,', 'B002,二郎,,,担当者,2022-04-01,2022-03-31', 'B003,三郎,,shokuin,事務局,2022-04-01,', 'B004,四郎,,,王様,2022-04-01,',
      'B005,=HYPERLINK("x"),,,閲覧者,2022-04-01,', 'B006,,,,閲覧者,2022-04-01,', 'B007,七郎,,,閲覧者,,', 'B008,八郎,,,閲覧者,,2022-04-01',
    )).toEqual([
      '2 職員番号 staff-number-invalid', '3 メール email-invalid', '3 開始日 not-a-date', '3 部署 unknown-department', '4 終了日 until-before-from', '4 部署 department-missing', '5 部署 department-unwanted',
      '6 役割 role-unknown', '7 氏名 formula', '8 氏名 name-missing', '9 開始日 no-days', '10 終了日 no-such-post',
    ]);
    expect(await readTransaction(room.db, listPeople)).toEqual(before);
  });

  test('is refused with rows twice, posts that overlap, and people who are not one', async () => {
    expect(await problemsOf('C001,甲,,shokuin,担当者,2022-04-01,', 'C001,甲,,shokuin,担当者,2022-04-01,')).toEqual(['3 職員番号 duplicate-row']);
    expect(await problemsOf('C001,甲,,shokuin,担当者,2022-04-01,', 'c001,甲,,職員課,担当者,2022-06-01,')).toEqual(['3 開始日 overlapping-posts']);
    expect(await problemsOf('C001,甲,,shokuin,担当者,2022-04-01,2022-05-31', 'C001,甲,,shokuin,担当者,2022-06-01,')).toEqual([]);
    expect(await problemsOf('C001,甲,,shokuin,担当者,2022-04-01,', 'C001,乙,,zaisei,担当者,2022-04-01,')).toEqual(['3 氏名 disagreeing-rows']);
    expect(await problemsOf('tanto,tanto,,shokuin,担当者,2022-04-01,')).toEqual(['2 開始日 overlapping-posts']);
    expect(await problemsOf('kanri,,,,システム管理者,,2022-05-31')).toEqual(['1 終了日 last-administrator']);
  });

  test('is told what is no list: no headings, another encoding, an open quote, nothing at all', async () => {
    const codes = async (bytes: Uint8Array) => (await dry(bytes)).problems.map(({ code }) => code);
    expect(await codes(new TextEncoder().encode('a,b\n1,2'))).toEqual(Array.from({ length: 7 }, () => 'missing-column'));
    expect(await codes(Uint8Array.of(0xff, 0xfd, 0x80, 0x81, 0xa0))).toEqual(['unreadable']);
    expect(await codes(utf8('D001,"甲,,,閲覧者,2022-04-01,'))).toEqual(['unreadable']);
    expect(await codes(new Uint8Array())).toEqual(['empty-file']);
    expect((await dry(utf8('D001,甲,,,閲覧者,2022-04-01,'), people.secretariat)).problems.map(({ code }) => code)).toEqual(['not-administrator']);
  });

  test('survives any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 60 }), async (bytes, text) => {
      expect((await dry(bytes)).problems.length).toBeGreaterThan(0);
      await dry(utf8(`E001,${text},,,閲覧者,2022-04-01,`));
    }), { numRuns: 60 });
  });
});

describe('applying a list', () => {
  test('adds people with one-time passwords, gives posts, ends those that end, and writes all of it into the audit log', async () => {
    const bytes = utf8('F001,𠮷野 三郎,f001@example.lg.jp,職員課,担当者,2022-04-01,', 'tanto,,,職員課,担当者,,2022-05-31', 'tanto,,,財政課,担当者,2022-06-01,', 'kacho,課長,,職員課,所属長,2020-04-01,');
    const outcome = await apply(bytes);
    if (outcome.outcome !== 'imported') throw new Error('look again');
    expect(outcome.passwords).toMatchObject([{ staffNumber: 'F001', name: '𠮷野 三郎' }]);
    expect(outcome.passwords[0]?.oneTimePassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(await posts('tanto')).toEqual([['reporter', 'shokuin', '2020-04-01', '2022-05-31'], ['reporter', 'zaisei', '2022-06-01', null]]);
    expect(await posts('F001')).toEqual([['reporter', 'shokuin', '2022-04-01', null]]);
    expect(await readTransaction(room.db, (trx) => findPersonByStaffNumber(trx, 'kacho'))).toMatchObject({ name: '課長' });
    const log = await readTransaction(room.db, (trx) => readAudit(trx));
    expect(log.findLast(({ action }) => action === 'import-people')).toMatchObject({ actor: 'kanri', details: { count: 1 } });
    expect(JSON.stringify(log)).not.toContain(outcome.passwords[0]!.oneTimePassword);
  });

  test('records what heads of departments are called, where the list says it, and never a name', async () => {
    const titled = (...lines: readonly string[]) => new TextEncoder().encode([`${header},職名`, ...lines].join('\r\n'));
    expect((await dry(titled('kacho,,,職員課,所属長,2020-04-01,,参事 山田太郎', 'H001,山田 太郎,,財政課,所属長,2022-04-01,,山田課長', 'H002,林 花,,,閲覧者,2022-04-01,,顧問'))).problems.map(({ line, column, code }) => `${line} ${column} ${code}`))
      .toEqual(['3 職名 title-names-person', '4 職名 title-unwanted']);
    const bytes = titled('kacho,,,職員課,所属長,2020-04-01,,参事兼職員課長', 'H001,山田 太郎,,財政課,所属長,2022-04-01,,財政課長事務取扱');
    expect((await dry(bytes)).changes).toMatchObject({ retitledPosts: [{ title: '参事兼職員課長' }], newPeople: [{ posts: [{ title: '財政課長事務取扱' }] }] });
    await apply(bytes);
    const title = async (staffNumber: string) => (await readTransaction(room.db, (trx) => findPersonByStaffNumber(trx, staffNumber)))?.posts[0]?.title;
    expect([await title('kacho'), await title('H001')]).toEqual(['参事兼職員課長', '財政課長事務取扱']);
    expect((await dry(utf8('kacho,,,職員課,所属長,2020-04-01,'))).changes).toMatchObject({ retitledPosts: [], unchanged: 1 });
  });

  test('a second time changes nothing', async () => {
    const { changes, problems } = await dry(utf8('F001,𠮷野 三郎,f001@example.lg.jp,職員課,担当者,2022-04-01,'));
    expect([problems, changes.newPeople, changes.newPosts, changes.endingPosts, changes.changedPeople, changes.unchanged]).toEqual([[], [], [], [], [], 1]);
  });

  test('is not done when something changed since the dry run', async () => {
    const bytes = utf8('G001,庚,,,閲覧者,2022-04-01,');
    const { seen } = await dry(bytes);
    expect(await apply(bytes)).toMatchObject({ outcome: 'imported' });
    expect(await importPeople(room.db, { bytes, actor: people.administrator, today: '2022-05-10', now: () => duringRound, seen })).toMatchObject({ outcome: 'look-again' });
  });

  test('of two at once adds everybody once', async () => {
    const bytes = utf8('H001,辛,,,閲覧者,2022-04-01,');
    // Both have looked at it before either applies it.
    const seen = await lookAt(bytes);
    const outcomes = await Promise.all([applySeen(bytes, seen), applySeen(bytes, seen)]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['imported', 'look-again']);
  });
});

test('50,000 rows are looked through', async () => {
  const rows = (count: number) => utf8(...Array.from({ length: count }, (_, index) => `tanto,,,,閲覧者,${1900 + Math.floor(index / 336)}-${String((Math.floor(index / 28) % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')},${1900 + Math.floor(index / 336)}-${String((Math.floor(index / 28) % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`));
  // Comparing each with each would take longer than a test may.
  expect((await dry(rows(50_000))).problems).toEqual([]);
});
