import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith } from '../../tests/city-hall.ts';
import { makePlan } from '../../tests/factories.ts';
import { readAudit } from '../database/audit-store.ts';
import { loadMunicipality } from '../database/municipality-store.ts';
import { type OpenTestDatabase, openTestDatabase } from '../database/open-test-database.ts';
import { readTransaction } from '../database/transaction.ts';
import { importPlan } from './import-plan.ts';
import { type MunicipalityForm, setMunicipality } from './set-municipality.ts';

let opened: OpenTestDatabase;
beforeAll(async () => { opened = await openTestDatabase(); });
afterAll(() => opened.close());

const now = () => new Date('2026-04-01T00:00:00Z');
const komae: MunicipalityForm = { code: '132195', name: '狛江市', firstReiwaYear: '平成31年度', digits: 'single-full-width' };
const set = (form: Partial<MunicipalityForm>, actor = actorWith('kanri', ['administrator'])) => setMunicipality(opened.db, { actor, form: { ...komae, ...form }, now });
const codesOf = async (form: Partial<MunicipalityForm>, actor?: Parameters<typeof set>[1]) => {
  const outcome = await set(form, actor);
  return outcome.done ? [] : outcome.problems.map(({ code, path }) => `${code} ${path.join('')}`);
};
const stored = () => readTransaction(opened.db, loadMunicipality);
const audited = async () => (await readTransaction(opened.db, (trx) => readAudit(trx))).filter(({ action }) => action === 'set-municipality');

test.each([
  ['a code of five digits, with the one that is missing', { code: '13219' }, 'municipality-code code', '検査数字を加えた６桁（132195）を入力してください。'],
  ['a check digit that does not fit, with the one that does', { code: '132194' }, 'municipality-code code', '検査数字は5です'],
  ['a code that is none', { code: '狛江' }, 'municipality-code code', '132195'],
  ['no name', { name: '　' }, 'name-missing name', '狛江市'],
  ['a name with a control character', { name: '狛\u0002江市' }, 'control-character name', ''],
  ['no choice for 2019', { firstReiwaYear: '' }, 'first-reiwa-year-missing firstReiwaYear', ''],
  ['no choice of digits', { digits: 'roman' }, 'digits-missing digits', ''],
])('refuses %s', async (_name, form, code, words) => {
  const outcome = await set(form);
  expect(outcome.done ? [] : outcome.problems.map((problem) => `${problem.code} ${problem.path.join('')}`)).toEqual([code]);
  expect(JSON.stringify(outcome)).toContain(words);
});

test('says everything that is wrong at once, and registers nothing', async () => {
  expect(await codesOf({ code: '1', name: '', firstReiwaYear: '', digits: '' })).toHaveLength(4);
  expect(await stored()).toBeUndefined();
});

test('refuses everybody but システム管理者 and 事務局', async () => {
  expect(await codesOf({}, actorWith('tanto', ['reporter', 'seisaku']))).toEqual(['not-keeper ']);
});

test('registers the city with its row in the audit log; full-width digits are the same code', async () => {
  expect(await codesOf({ code: '１３２１９５ ' })).toEqual([]);
  expect(await stored()).toEqual({ code: '132195', name: '狛江市', fiscalYearLabels: { firstReiwaYear: '平成31年度', digits: 'single-full-width' } });
  expect(await audited()).toMatchObject([{ actor: 'kanri', details: { municipality: '132195', name: '狛江市', before: null } }]);
});

test('the same again changes nothing and leaves no trace', async () => {
  expect(await codesOf({})).toEqual([]);
  expect(await audited()).toHaveLength(1);
});

test('a code that was mistaken is mended as long as nothing is kept under it, and never afterwards', async () => {
  expect(await codesOf({ code: '011002', name: '札幌市' }, actorWith('jimu', ['secretariat']))).toEqual([]);
  expect(await opened.db.selectFrom('municipality').select('code').execute()).toEqual([{ code: '011002' }]);
  await set({});
  await importPlan(opened.db, { plan: makePlan({ municipality: { code: '132195', name: '狛江市', fiscalYearLabels: { firstReiwaYear: '平成31年度', digits: 'single-full-width' } } }), reports: [], actor: 'test' });
  expect(await codesOf({ code: '011002' })).toEqual(['code-in-use code']);
  expect(await codesOf({ name: '狛江市役所' })).toEqual([]);
  expect((await stored())?.name).toBe('狛江市役所');
});

test('keeps the terms on which the published data may be used, and assumes none', async () => {
  await set({ licence: 'CC-BY-4.0' });
  expect(await stored()).toMatchObject({ licence: 'CC-BY-4.0' });
  expect((await audited()).at(-1)?.details).toMatchObject({ licence: 'CC-BY-4.0' });
  await set({ licence: 'none' });
  expect(await stored()).not.toHaveProperty('licence');
});
