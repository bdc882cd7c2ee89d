import { fiscalYearLabel } from '../fiscal-year/fiscal-year.ts';
import { type Actor, departmentsOf, holds } from '../organization/post.ts';
import type { SheetProblem } from '../plan-import/understood.ts';
import { roundStateNames } from '../round/round.ts';
import type { KnownRound } from './known-round.ts';
import { type ReturnedWorkbook, surveyFormat } from './returned.ts';
import type { SurveyIdentity } from './survey.ts';

/** Whose workbook it is, or the one reason why it cannot be taken into this round. */
export function checkIdentity({ said, rows, columns }: ReturnedWorkbook, known: KnownRound, actor: Pick<Actor, 'posts'>): { readonly identity: SurveyIdentity } | { readonly problem: SheetProblem } {
  const { round, labels } = known;
  const fail = (code: string, message: string, fix: string) => ({ problem: { code, path: [], message, fix, sheet: null, cell: null, severity: 'blocking' as const } });
  const again = 'この照会の画面から書き出したExcelに記入して、取り込んでください。';
  if (said.format === '' && said.city === '') {
    if (rows.length === 0 && Object.keys(columns).length === 0) return fail('not-a-survey', 'あゆみから書き出した照会のExcelではありません。', again);
    return fail('no-identity', '隠しシート「識別情報」がないため、どの照会のものか分かりません。', 'シートを別のブックに写さず、書き出したファイルのまま記入してください。書き出し直したファイルに回答を写しても構いません。');
  }
  if (said.format !== surveyFormat) return fail('other-format', `照会のExcelの形式（${shortened(said.format)}）が、このあゆみのもの（${surveyFormat}）と異なります。`, '今のあゆみから書き出し直したExcelに、回答を写してください。');
  if (said.city !== known.city) return fail('other-city', `ほかの市区町村（団体コード${shortened(said.city)}）の照会のExcelです。この画面は${known.cityName}（${known.city}）のものです。`, again);
  if (said.plan !== round.planId) return fail('other-plan', `ほかの計画（${shortened(said.plan)}）の照会のExcelです。この画面は「${known.planTitle}」のものです。`, 'その計画の照会の画面で取り込んでください。');
  const year = /^\d{4}$/.test(said.year) ? Number(said.year) : null;
  if (year === null) return fail('unknown-year', '隠しシート「識別情報」の年度が書き換えられています。', again);
  if (year !== round.fiscalYear) {
    const [was, is] = [fiscalYearLabel(year, labels), fiscalYearLabel(round.fiscalYear, labels)];
    if (year < round.fiscalYear) return fail('older-year', `${was}の照会のExcelです。この画面は${is}の照会のものです。`, `${is}の照会から書き出したExcelに記入して、取り込んでください。`);
    return fail('other-round', `${was}の照会のExcelです。この画面は${is}の照会のものです。`, `${was}の照会の画面で取り込んでください。`);
  }
  if (round.state !== 'open') return fail('round-not-open', `この年度の照会は「${roundStateNames[round.state]}」のため、取り込めません。`, '照会が受付中の間に取り込んでください。');
  const departments = said.departments.split(/\s+/).filter((id) => id !== '');
  const own = departmentsOf(actor, 'reporter');
  const foreign = holds(actor, 'secretariat') ? [] : departments.filter((id) => !own.includes(id));
  if (departments.length === 0) return fail('no-department', '隠しシート「識別情報」の部署が消されています。', again);
  if (foreign.length > 0) return fail('other-department', `${foreign.map(known.departmentName).join('、')}への照会のExcelです。あなたの部署のものではありません。`, '部署のExcelを選び直してください。ほかの部署の回答は、その部署か事務局が取り込みます。');
  return { identity: { city: said.city, planId: said.plan, fiscalYear: year, departments } };
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
