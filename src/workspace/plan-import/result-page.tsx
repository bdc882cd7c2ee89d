import type { NodeRow, PlanBundle } from '../../domain/plan/plan-bundle.ts';
import type { SheetProblem } from '../../domain/plan-import/understood.ts';
import { Button, FileField } from '../../ui/form.tsx';
import { blockingProblems, fixOnScreen } from './fix-on-screen.ts';
import { addressOf, type ImportPage, renderImportPage } from './import-frame.tsx';
import type { ImportView } from './import-view.ts';

/** More problems are counted and not all shown. */
const mostProblems = 300;

/** What was understood: every problem with its cell and its fix, the tree as it would be, and the way to mend the file. */
export function renderResultPage(page: ImportPage & { readonly replaced: boolean }): string {
  const { view, problems, replaced } = page;
  const { bundle, report, understood, problems: found } = view.reading;
  const blocking = blockingProblems(view);
  const warnings = found.filter(({ severity }) => severity === 'warning');
  const counts = countLevels(bundle);
  return renderImportPage(page, 'result', '読み取りの結果', (
    <>
      {replaced && <p class="notice" role="status">ファイルを差し替えて、同じ読み方で読み直しました。</p>}
      <dl class="summary">
        {counts.map(({ name, count }) => <div><dt>{name}</dt><dd>{count}件</dd></div>)}
        <div><dt>部署</dt><dd>{bundle.departments.length}部署</dd></div>
        <div><dt>指標</dt><dd>{bundle.indicators.length}件</dd></div>
        {report && <div><dt>取組状況</dt><dd>{report.reports.length}件</dd></div>}
        {report && <div><dt>実績値</dt><dd>{report.measurements.length}件</dd></div>}
      </dl>
      <p><a href={addressOf(view, 'cells')}>セルごとの読み取り方を見る（{understood.length.toLocaleString('ja-JP')}か所）</a></p>
      {blocking.length > 0 && <ProblemTable view={view} title={`取り込めない問題（${blocking.length}件）`} problems={blocking} />}
      {blocking.length === 0 && <p class="notice">取り込めない問題はありません。{warnings.length > 0 ? `確かめていただきたいことが${warnings.length}件あります。` : ''}</p>}
      {warnings.length > 0 && <ProblemTable view={view} title={`確かめていただきたいこと（${warnings.length}件）`} problems={warnings} />}
      <h2>体系</h2>
      <Tree bundle={bundle} />
      {blocking.length === 0 && (
        <form method="get" action={addressOf(view, 'confirm')}><div class="actions"><Button>次へ</Button></div></form>
      )}
      <h2>ファイルを直して差し替える</h2>
      <p>Excelで直したファイルを送ると、ここまでに選んだ読み方のまま読み直します。</p>
      <form method="post" action={addressOf(view, 'file')} enctype="multipart/form-data">
        <FileField name="file" label="直したファイル" accept=".xlsx,.csv,.tsv,.txt" multiple={false} problems={problems} />
        <Button kind={blocking.length > 0 ? 'main' : 'other'}>差し替えて読み直す</Button>
      </form>
    </>
  ), true);
}

function ProblemTable({ view, title, problems }: { view: ImportView; title: string; problems: readonly SheetProblem[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {problems.length > mostProblems && <p>はじめの{mostProblems}件を表示しています。</p>}
      <div class="scroll" tabindex={0} role="region" aria-label={title}>
        <table class="wide problems">
          <thead><tr><th scope="col">場所</th><th scope="col">何が</th><th scope="col">どうすれば</th></tr></thead>
          <tbody>
            {problems.slice(0, mostProblems).map((problem) => {
              const { fix, page } = fixOnScreen(view, problem);
              return (
                <tr>
                  <th scope="row" class="nb">{placeName(problem)}</th>
                  <td>{problem.message}</td>
                  <td>{fix}{page !== null && <> <a href={`${addressOf(view, page)}?back=result`}>このページで直す</a></>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function placeName({ sheet, cell }: SheetProblem): string {
  return sheet === null ? 'ファイル全体' : `${sheet}!${cell ?? ''}`;
}

/** How many elements each level has, by its name. */
export function countLevels({ levels, tree }: Pick<PlanBundle, 'levels' | 'tree'>): { readonly name: string; readonly count: number }[] {
  const counts = levels.map(() => 0);
  const walk = (rows: readonly NodeRow[], depth: number): void => {
    counts[depth] = (counts[depth] ?? 0) + rows.length;
    for (const { children = [] } of rows) walk(children, depth + 1);
  };
  walk(tree, 0);
  return levels.map(({ name }, index) => ({ name, count: counts[index] ?? 0 }));
}

/** The elements as they would stand in the plan. */
function Tree({ bundle: { tree, departments } }: { bundle: PlanBundle }) {
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  if (tree.length === 0) return <p>要素を読み取れませんでした。</p>;
  return (
    <ul class="read-tree">
      {tree.map((row) => (
        <li>
          <details open={tree.length <= 5}>
            <summary><Element row={row} names={names} /></summary>
            {row.children && <Branch rows={row.children} names={names} />}
          </details>
        </li>
      ))}
    </ul>
  );
}

function Branch({ rows, names }: { rows: readonly NodeRow[]; names: ReadonlyMap<string, string> }) {
  return <ul>{rows.map((row) => <li><Element row={row} names={names} />{row.children && <Branch rows={row.children} names={names} />}</li>)}</ul>;
}

function Element({ row: { number, title, responsible = [], description = [], relistingOf }, names }: { row: NodeRow; names: ReadonlyMap<string, string> }) {
  const owners = responsible.map((owner) => (typeof owner === 'string' ? names.get(owner) : owner.collective)).join('、');
  const remarks = [...(owners === '' ? [] : [owners]), ...(description.length > 0 ? [`説明${description.length}段落`] : []), ...(relistingOf ? ['再掲'] : [])];
  return <>{number !== '' && <span class="no">{number}</span>} {title}{remarks.length > 0 && <small>（{remarks.join('／')}）</small>}</>;
}
