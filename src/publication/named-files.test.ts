import { expect, test } from 'vitest';
import { fictionalReorganisations } from '../../tests/fictional-years.ts';
import { makeEdition, makePublished } from '../../tests/factories.ts';
import { richPlan, richReport } from '../../tests/rich-edition.ts';
import { csvTables } from '../documents/csv/write-csv-files.ts';
import { sealEdition } from '../documents/edition-json/edition-json.ts';
import { correctingEdition } from '../domain/edition/build-edition.ts';
import { fileTitle } from '../site/file-titles.ts';

test('every file of the open data has a name for readers', () => {
  const edition = { ...makeEdition({ plan: richPlan, report: { ...richReport, edition: { number: 2, issuedOn: '2022-01-05', correctionReason: '数値の誤り' } } }), reorganisations: fictionalReorganisations };
  const tables = csvTables(sealEdition(correctingEdition(edition, makePublished())));
  expect(tables).toHaveLength(19);
  for (const { id } of tables) expect(fileTitle(`data/${id}.csv`, edition)).not.toContain(id);
});
