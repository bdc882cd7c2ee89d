import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draftPlan } from '../../domain/plan/parse-plan.ts';
import { expectedTree, type ForeignWorkbook, foreignWorkbooks } from './foreign-workbooks.testing.ts';
import { importWorkbook } from './import-workbook.ts';
import { workbookLimits } from './limits.ts';
import { parseWorkbook } from './parse-workbook.ts';
import { readWorkbook } from './read-workbook.ts';
import { outline, samplePlan } from './sample-rows.testing.ts';
import { decodeText } from './text-encoding.ts';
import { sampleWorkbook } from './sample-workbook.testing.ts';

const facts = { code: '132195', city: '見本市', plan: 'suishin-2', title: '見本市第２次推進計画' };

async function expectPlan(bytes: Uint8Array, { tree = expectedTree, levels = ['施策', '基本事業', '取組項目'], warnings = [] }: Partial<ForeignWorkbook>): Promise<void> {
  const read = await parseWorkbook(bytes, '体系', workbookLimits);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const imported = importWorkbook(read.sheets, null, facts);
  expect(imported.problems.filter(({ severity }) => severity === 'blocking')).toEqual([]);
  expect(imported.bundle.levels.map(({ name }) => name)).toEqual(levels);
  expect(outline(imported.bundle)).toEqual(tree);
  expect(imported.problems.map(({ code }) => code)).toEqual(warnings);
  expect(draftPlan(imported.bundle).problems).toEqual([]);
  // Read again with the mapping that was saved, as next year: the same plan with the same ids.
  expect(importWorkbook(read.sheets, imported.mapping).bundle).toEqual(imported.bundle);
}

test('there are more than thirty makes', () => {
  expect(new Set(foreignWorkbooks.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
});

test.each(foreignWorkbooks.map((foreign) => [foreign.name, foreign] as const))('reads the same plan from %s', async (_name, foreign) => {
  await expectPlan(await foreign.make(), foreign);
});

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0);

describe.skipIf(office === undefined)('what LibreOffice writes (skipped where there is no soffice on the PATH)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ayumi-office-'));
  const makes = ['merged cells for the upper levels', 'a title, a date, a two-row header with merges, and notes under the table', 'numbers as numbers in the format 00', 'hidden rows and a hidden column', 'a sheet a measure'];

  test('is read like what it was made from: .xlsx through .ods and back, and CSV in UTF-8 and CP932', async () => {
    for (const [index, name] of makes.entries()) writeFileSync(join(folder, `make${index}.xlsx`), await foreignWorkbooks.find((foreign) => foreign.name === name)!.make());
    const convert = (to: string, extension: string) => {
      const run = spawnSync(office!, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to, '--outdir', join(folder, 'out'), ...makes.map((_, index) => join(folder, `make${index}.${extension}`))], { timeout: 55_000 });
      expect(run.status, String(run.stderr)).toBe(0);
    };
    convert('xlsx:Calc MS Excel 2007 XML', 'xlsx');
    for (const [index, name] of makes.entries()) await expectPlan(readFileSync(join(folder, 'out', `make${index}.xlsx`)), foreignWorkbooks.find((foreign) => foreign.name === name)!);
    // The third figure is the encoding: 64 is Shift_JIS, 76 is UTF-8.
    for (const [encoding, name] of [['64', 'Shift_JIS（CP932）'], ['76', 'UTF-8']] as const) {
      convert(`csv:Text - txt - csv (StarCalc):44,34,${encoding},1,,1041,false,true,false`, 'xlsx');
      const bytes = readFileSync(join(folder, 'out', 'make0.csv'));
      expect(decodeText(bytes).encoding).toBe(name);
      await expectPlan(bytes, foreignWorkbooks[0]!);
    }
    convert('xls', 'xlsx');
    const refused = await readWorkbook(join(folder, 'out', 'make0.xls'));
    expect(!refused.ok && refused.problems[0]!.code).toBe('old-xls');
    rmSync(folder, { recursive: true, force: true });
  });
});

test('reads the real plan of 65 items back to the ids of the sample, in a child', async () => {
  const bytes = sampleWorkbook();
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const imported = importWorkbook(read.sheets, null, { code: '132195', plan: 'gyozaisei-6' });
  expect(imported.problems).toEqual([]);
  expect(outline(imported.bundle)).toEqual(outline(samplePlan));
  const ids = (rows: typeof samplePlan.tree): string[] => rows.flatMap(({ id, children = [] }) => [id, ...ids(children)]);
  expect(ids(imported.bundle.tree)).toEqual(ids(samplePlan.tree));
});
