import { expect, test } from 'vitest';
import { makeEdition, makePublished } from '../../../../tests/factories.ts';
import { richPlan, richReport } from '../../../../tests/rich-edition.ts';
import type { Edition } from '../../../domain/edition/edition.ts';
import { sealEdition } from '../../edition-json/edition-json.ts';
import { sheetTables } from '../../xlsx/write-report-xlsx.ts';
import { csvTables } from '../write-csv-files.ts';
import { reorganisationTables } from './reorganisation-table.ts';

const seisaku = { id: 'seisaku', name: '政策室' };
const reorganised: Edition = {
  ...makePublished({ plan: richPlan, report: richReport }).edition,
  reorganisations: [
    { day: '2019-04-01', kind: 'establish', before: [], after: [seisaku] },
    { day: '2020-04-01', kind: 'rename', before: [seisaku], after: [{ id: 'seisaku', name: '企画政策課' }] },
    { day: '2020-04-01', kind: 'split', before: [{ id: 'shokuin', name: '職員課' }], after: [{ id: 'jinji', name: '人事課' }, { id: 'kenshu', name: '人財育成課' }] },
    { day: '2020-10-01', kind: 'abolish', before: [{ id: 'shomu', name: '庶務課' }], after: [] },
  ],
};

test('each reorganisation is told by pairs of a department and its successor, with the names of their days', () => {
  const [table] = reorganisationTables(reorganised);
  expect(table!.records).toEqual([
    [1, '2019-04-01', '新設', null, '政策室', null, 'seisaku'],
    [2, '2020-04-01', '名称変更', '政策室', '企画政策課', 'seisaku', 'seisaku'],
    [3, '2020-04-01', '分割', '職員課', '人事課', 'shokuin', 'jinji'],
    [3, '2020-04-01', '分割', '職員課', '人財育成課', 'shokuin', 'kenshu'],
    [4, '2020-10-01', '廃止', '庶務課', null, 'shomu', null],
  ]);
});

test('an edition without any has no such table', () => {
  expect(reorganisationTables(makeEdition())).toEqual([]);
});

test('it stands among the CSV files with the explanation of its columns, and in the workbook', () => {
  const tables = csvTables(sealEdition(reorganised));
  expect(tables.map(({ id }) => id)).toContain('reorganisations');
  expect(tables.at(-1)!.records.filter((record) => record.includes('reorganisations.csv'))).toHaveLength(12);
  expect(sheetTables(sealEdition(reorganised)).map(({ title }) => title)).toContain('組織改正');
});
