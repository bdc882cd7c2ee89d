import { appendAudit } from '../database/audit-store.ts';
import type { Database } from '../database/connection.ts';
import { isMunicipalityInUse, loadMunicipality, storeMunicipality } from '../database/municipality-store.ts';
import { lockPeople, writeTransaction } from '../database/transaction.ts';
import type { FiscalYearLabelling } from '../domain/fiscal-year/fiscal-year.ts';
import { type Actor, holds } from '../domain/organization/post.ts';
import type { Licence } from '../domain/plan/licence.ts';
import { checkDigitOf, isMunicipalityCode, type Municipality } from '../domain/plan/municipality.ts';
import { foldWidth } from '../domain/plan-import/text-forms.ts';
import type { Problem } from '../domain/problem/problem.ts';
import { checkText } from '../domain/report/parse-paragraphs.ts';

/** The city as somebody typed it. */
export interface MunicipalityForm {
  readonly code: string;
  readonly name: string;
  readonly firstReiwaYear: string;
  readonly digits: string;
  /** One of `licences`; anything else is none. */
  readonly licence?: string;
}

export type MunicipalityOutcome = { readonly done: true; readonly municipality: Municipality } | { readonly done: false; readonly problems: readonly Problem[] };

export const firstReiwaYears: readonly FiscalYearLabelling['firstReiwaYear'][] = ['令和元年度', '平成31年度'];
export const licenceChoices: readonly Licence[] = ['PDL-1.0', 'CC-BY-4.0'];
export const yearDigits: readonly FiscalYearLabelling['digits'][] = ['single-full-width', 'full-width', 'half-width'];

/** Registers the city of this installation, or changes how it is called, with a row in the audit log. For システム管理者 and 事務局. */
export function setMunicipality(db: Database, { actor, form, now }: { readonly actor: Actor; readonly form: MunicipalityForm; readonly now: () => Date }): Promise<MunicipalityOutcome> {
  return writeTransaction(db, async (trx): Promise<MunicipalityOutcome> => {
    await lockPeople(trx);
    const before = await loadMunicipality(trx);
    const { municipality, problems } = parseMunicipality(form);
    if (!holds(actor, 'administrator') && !holds(actor, 'secretariat')) {
      problems.push({ code: 'not-keeper', path: [], message: '自治体を登録できるのは、システム管理者と事務局です。', fix: 'システム管理者か事務局に依頼してください。' });
    }
    if (before && before.code !== municipality.code && (await isMunicipalityInUse(trx, before.code))) {
      problems.push({ code: 'code-in-use', path: ['code'], message: `「${before.code}」の計画や部署が登録されているため、コードは変更できません。`, fix: '別の自治体で使うときは、新しい保存フォルダーで始めてください。' });
    }
    if (problems.length > 0) return { done: false, problems };
    if (before && JSON.stringify(before) === JSON.stringify(municipality)) return { done: true, municipality };
    await storeMunicipality(trx, municipality, before?.code ?? null);
    await appendAudit(trx, { actor: actor.staffNumber, action: 'set-municipality', planId: null, details: { ...detailsOf(municipality), before: before ? detailsOf(before) : null } }, now);
    return { done: true, municipality };
  });
}

/** Both widths of digits are the same code. */
function parseMunicipality(form: MunicipalityForm): { readonly municipality: Municipality; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const code = foldWidth(form.code).trim();
  const name = form.name.trim();
  const wrongCode = (message: string, fix: string) => problems.push({ code: 'municipality-code', path: ['code'], message, fix });
  if (!/^\d{6}$/.test(code)) {
    if (/^\d{5}$/.test(code)) wrongCode(`「${code}」は５桁です。`, `検査数字を加えた６桁（${code}${checkDigitOf(code)}）を入力してください。`);
    else wrongCode('全国地方公共団体コードを、検査数字を含む６桁の数字で入力してください。', '狛江市は132195です。');
  } else if (!isMunicipalityCode(code)) {
    wrongCode(`「${code}」は、検査数字（６桁目）が合いません。`, `先頭の５桁が正しければ、検査数字は${checkDigitOf(code)}です。総務省の一覧で確かめてください。`);
  }
  if (name === '') problems.push({ code: 'name-missing', path: ['name'], message: '自治体の名称を入力してください。', fix: '「狛江市」のように、公表する資料に載せる名称を入力します。' });
  else if (name.length > 100) problems.push({ code: 'name-too-long', path: ['name'], message: '自治体の名称が長すぎます。', fix: '100文字以内で入力してください。' });
  else checkText(name, ['name'], problems);
  const firstReiwaYear = firstReiwaYears.find((choice) => choice === form.firstReiwaYear);
  if (!firstReiwaYear) problems.push({ code: 'first-reiwa-year-missing', path: ['firstReiwaYear'], message: '2019年度の呼び方を選んでください。', fix: '計画や報告書での書き方に合わせます。' });
  const digits = yearDigits.find((choice) => choice === form.digits);
  if (!digits) problems.push({ code: 'digits-missing', path: ['digits'], message: '年度の数字の書き方を選んでください。', fix: '計画や報告書での書き方に合わせます。' });
  const licence = licenceChoices.find((choice) => choice === form.licence);
  return { municipality: { code, name, fiscalYearLabels: { firstReiwaYear: firstReiwaYear ?? '令和元年度', digits: digits ?? 'single-full-width' }, ...(licence ? { licence } : {}) }, problems };
}

function detailsOf({ code, name, fiscalYearLabels: { firstReiwaYear, digits }, licence }: Municipality) {
  return { municipality: code, name, firstReiwaYear, digits, licence: licence ?? null };
}
