import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arbitraryPlan, arbitraryReport } from '../database/arbitrary-bundles.ts';
import { readAudit, verifyAudit } from '../database/audit-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { loadPlan } from '../database/plan-store.ts';
import { readTransaction } from '../database/transaction.ts';
import { listReportedYears, loadYearReport } from '../database/year-report-store.ts';
import { readBundle } from '../documents/bundle/read-bundle.ts';
import { parsePlan } from '../domain/plan/parse-plan.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { parseYearReport } from '../domain/report/parse-year-report.ts';
import type { YearReport } from '../domain/report/year-report.ts';
import { exportPlan } from './export-plan.ts';
import { explainImport, importPlan } from './import-plan.ts';

let opened: OpenTestDatabase;
let plan: Plan;
let report: YearReport;
beforeAll(async () => {
  opened = await openTestDatabase();
  const sample = await readBundle('samples/komae-2020');
  if (!sample.ok) throw new Error(JSON.stringify(sample.problems));
  plan = sample.value.plan;
  report = sample.value.reports[0]!;
});
afterAll(() => opened.close());

const actor = '事務局';
const stored = () => readTransaction(opened.db, async (trx) => ({
  plan: await loadPlan(trx, plan.id), report: await loadYearReport(trx, plan.id, 2020), audit: await readAudit(trx, { planId: plan.id }),
}));

describe('importing the plan of Komae', () => {
  test('stores it whole, with one row in the audit log, and says what came in', async () => {
    const outcome = await importPlan(opened.db, { plan, reports: [report], actor });
    expect(outcome).toMatchObject({ outcome: 'imported', created: true });
    const now = await stored();
    expect(now.plan).toStrictEqual(plan);
    expect(now.report).toStrictEqual(report);
    expect(now.audit).toHaveLength(1);
    expect(now.audit[0]).toMatchObject({ actor, action: 'import-plan', planId: 'gyozaisei-6', details: { plan: { plan_node: { added: 99, changed: 0, removed: 0 } } } });
    const [first, ...more] = explainImport(outcome, plan);
    expect(first).toBe('計画「狛江市第６次行財政改革推進計画」を登録しました。');
    expect(more[0]).toContain('体系の要素（追加99件）');
    expect(more[1]).toMatch(/^令和２年度の報告：.*取組状況（追加65件）/);
  });

  test('changes nothing and leaves no trace when it is imported again, and says so', async () => {
    const before = await stored();
    const outcome = await importPlan(opened.db, { plan, reports: [report], actor });
    expect(outcome).toEqual({ outcome: 'unchanged' });
    expect(explainImport(outcome, plan)).toEqual(['計画「狛江市第６次行財政改革推進計画」は登録済みの内容と同じです。何も変更していません。']);
    expect(await stored()).toEqual(before);
  });

  test('replaces what differs and says how much', async () => {
    const changed = { ...report, reports: report.reports.map((entry) => (entry.nodeId === 'i01' ? { ...entry, responsiblePrinted: '関係各課（政策室／財政課）', reporters: ['seisaku', 'zaisei'] } : entry)) };
    const outcome = await importPlan(opened.db, { plan, reports: [changed], actor });
    expect(explainImport(outcome, plan)).toEqual([
      '計画「狛江市第６次行財政改革推進計画」を更新しました。', '令和２年度の報告：取組状況（変更1件）、報告した部署（追加1件）',
    ]);
    expect((await stored()).report).toStrictEqual(changed);
  });

  test('keeps the reports of years that are not imported', async () => {
    const next = { ...report, fiscalYear: 2021, measurements: report.measurements.map((measurement) => ({ ...measurement, fiscalYear: 2021 })) };
    await importPlan(opened.db, { plan, reports: [next], actor });
    expect(await readTransaction(opened.db, (trx) => listReportedYears(trx, plan.id))).toEqual([2020, 2021]);
  });

  test('comes out again as bundles that give the same plan and reports', async () => {
    const exported = await exportPlan(opened.db, plan.id);
    const parsed = parsePlan(exported!.plan);
    expect(parsed).toStrictEqual({ ok: true, value: plan });
    expect(exported!.reports.map(({ fiscalYear }) => fiscalYear)).toEqual([2020, 2021]);
    expect(parseYearReport(exported!.reports[0]!, plan)).toStrictEqual({ ok: true, value: (await stored()).report });
  });
});

describe('an import is refused, and nothing is changed,', () => {
  const refused = async (request: Parameters<typeof importPlan>[1]) => {
    const before = await stored();
    const outcome = await importPlan(opened.db, request);
    expect(await stored()).toEqual(before);
    return outcome.outcome === 'refused' ? outcome.refusals : [];
  };

  test('when a year is reported twice', async () => {
    const refusals = await refused({ plan, reports: [report, report], actor });
    expect(refusals).toMatchObject([{ code: 'repeated-year', message: '令和２年度の報告が二つ以上あります。' }]);
  });

  test("when the id is that of another city's plan", async () => {
    const other = { ...plan, municipality: { ...plan.municipality, code: '131016', name: '千代田区' } };
    expect(await refused({ plan: other, reports: [], actor })).toMatchObject([{
      code: 'other-municipality', message: '計画「gyozaisei-6」は、既に狛江市（132195）の計画として登録されています。',
    }]);
  });

  test('when a report that stays no longer fits the plan, with every place named', async () => {
    const nodes = plan.nodes.filter(({ id }) => id !== 'i01' && id !== 'i02');
    const refusals = await refused({ plan: { ...plan, nodes }, reports: [], actor });
    expect(refusals.map(({ message }) => message)).toEqual([2020, 2021].flatMap((year) => ['i01', 'i02'].map((id) =>
      `登録済みの令和${year === 2020 ? '２' : '３'}年度の報告が、新しい計画に合わなくなります。報告の対象「${id}」が取組項目にありません。`)));
  });
});

test('gives back any plan and report that it took in', async () => {
  await fc.assert(fc.asyncProperty(fc.gen(), fc.uuid(), async (g, id) => {
    const any = parsePlan(arbitraryPlan(g, id));
    if (!any.ok) throw new Error(JSON.stringify(any.problems));
    const reports = [2020, 2021].map((year) => parseYearReport(arbitraryReport(g, any.value, year), any.value)).map((parsed) => {
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      return parsed.value;
    });
    await importPlan(opened.db, { plan: any.value, reports, actor });
    const exported = await exportPlan(opened.db, id);
    expect(parsePlan(exported!.plan)).toStrictEqual(any);
    expect(exported!.reports.map((bundle) => parseYearReport(bundle, any.value))).toStrictEqual(reports.map((value) => ({ ok: true, value })));
    expect(await importPlan(opened.db, { plan: any.value, reports, actor })).toEqual({ outcome: 'unchanged' });
  }), { numRuns: 30 });
  expect(await readTransaction(opened.db, (trx) => verifyAudit(trx))).toEqual([]);
});

test('lets imports of one plan that start at once follow each other', async () => {
  const { db, close } = await openTestDatabase();
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => importPlan(db, { plan, reports: [report], actor })));
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['imported', ...Array.from({ length: 5 }, () => 'unchanged')]);
  expect(await readTransaction(db, (trx) => readAudit(trx))).toHaveLength(1);
  await close();
});

test('finds no plan to export where there is none', async () => {
  expect(await exportPlan(opened.db, 'nowhere')).toBeUndefined();
});

test('leaves nothing behind when its connection is cut before the end', async () => {
  const { db, close } = await openTestDatabase();
  await sql`
    create function ayumi.cut() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return new; end';
    create trigger cut before insert on ayumi.audit_event for each row execute function ayumi.cut();
  `.execute(db);
  await expect(importPlan(db, { plan, reports: [report], actor })).rejects.toThrow(/terminat/);
  const { rows: [left] } = await sql<Record<string, number>>`
    select (select count(*) from ayumi.plan) + (select count(*) from ayumi.plan_node) + (select count(*) from ayumi.node_report) + (select count(*) from ayumi.department) as rows
  `.execute(db);
  expect(left).toEqual({ rows: 0 });
  await sql`drop trigger cut on ayumi.audit_event`.execute(db);
  expect(await importPlan(db, { plan, reports: [report], actor }), 'and the same pool goes on').toMatchObject({ outcome: 'imported', created: true });
  await close();
});
