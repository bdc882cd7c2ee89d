import { firstReiwaYears, licenceChoices, type MunicipalityForm, yearDigits } from '../../commands/set-municipality.ts';
import { type FiscalYearLabelling, fiscalYearLabel } from '../../domain/fiscal-year/fiscal-year.ts';
import { licences } from '../../domain/plan/licence.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { Button, ErrorSummary, type FieldProblem, Radios, TextField } from '../../ui/form.tsx';
import { renderWorkspacePage } from '../../ui/workspace-frame.tsx';
import type { WorkspaceParts } from '../workspace.ts';
import { section } from './start-page.tsx';

interface MunicipalityPage {
  readonly parts: WorkspaceParts;
  readonly actor: Actor;
  readonly typed: MunicipalityForm;
  readonly problems?: readonly FieldProblem[];
  /** Whether plans or departments are kept under the code, so that it stays. */
  readonly fixed: boolean;
}

/** 自治体: name, code and how fiscal years are written, with an example of every choice. */
export function renderMunicipalityPage({ parts: { assets, demo }, actor, typed, problems = [], fixed }: MunicipalityPage): string {
  const example = (labelling: FiscalYearLabelling) => [2018, 2019, 2020, 2030].map((year) => fiscalYearLabel(year, labelling)).join('、');
  const reiwa = firstReiwaYears.find((choice) => choice === typed.firstReiwaYear) ?? '令和元年度';
  return renderWorkspacePage({ title: problems.length > 0 ? '入力の誤り：自治体の登録' : '自治体の登録', assets, demo, actor, section }, (
    <>
      <form class="sheet" method="post" action={`${section}/municipality`}>
        <h1>自治体の登録</h1>
        <ErrorSummary problems={problems} />
        <TextField name="name" label="自治体の名称" required value={typed.name} problems={problems} size={24} hint="公表する資料に、このまま載ります。例：狛江市" />
        {fixed ? <><input type="hidden" name="code" value={typed.code} /><p class="field"><b>全国地方公共団体コード</b>　{typed.code}（計画が登録されているため、変更できません）</p></> : (
          <TextField name="code" label="全国地方公共団体コード" required value={typed.code} problems={problems} size={8} inputmode="numeric" hint="検査数字を含む６桁です。例：狛江市は132195" />
        )}
        <Radios name="firstReiwaYear" label="2019年度の呼び方" required value={typed.firstReiwaYear} problems={problems} choices={firstReiwaYears.map((value) => ({ value, label: value, hint: `例：平成30年度、${value}、令和２年度` }))} hint="計画や報告書での書き方に合わせます。" />
        <Radios name="digits" label="年度の数字の書き方" required value={typed.digits} problems={problems}
          choices={yearDigits.map((digits) => ({ value: digits, label: digitNames[digits], hint: `例：${example({ firstReiwaYear: reiwa, digits })}` }))} />
        <Radios name="licence" label="公表するデータの利用条件" value={typed.licence ?? 'none'} problems={problems} hint="公開ページ、データカタログ、CSV及びExcelに記載します。次に公表する版から変わります。"
          choices={[...licenceChoices.map((value) => ({ value, label: licences[value].name })), { value: 'none', label: '定めていない' }]} />
        <div class="actions"><Button>登録する</Button></div>
      </form>
      <p class="leave"><a href={section}>登録せずに戻る</a></p>
    </>
  ));
}

const digitNames: Readonly<Record<FiscalYearLabelling['digits'], string>> = { 'single-full-width': '一桁は全角、二桁は半角', 'full-width': '全て全角', 'half-width': '全て半角' };
