import { type IndicatorKind, kindNames } from '../../domain/indicator/indicator.ts';
import type { Actor } from '../../domain/organization/post.ts';
import { parseCellName } from '../../domain/plan-import/grid.ts';
import { type GridLookup, lookUp } from '../../domain/plan-import/grid-lookup.ts';
import { isDitto, isDittoLeft } from '../../domain/plan-import/text-forms.ts';
import type { UnderstoodCell } from '../../domain/plan-import/understood.ts';
import { addressOf, type ImportPage, renderImportPage } from './import-frame.tsx';
import { short } from './sheet-preview.tsx';

/** Cells on one page. */
const onPage = 100;

/** Every cell that was read: what stood there, what it was taken for, and why. */
export function renderCellsPage(page: Omit<ImportPage, 'typed' | 'problems' | 'back'> & { readonly actor: Actor; readonly all: boolean; readonly number: number }): string {
  const { view, all, number } = page;
  const { understood } = view.reading;
  const grids = new Map(view.sheets.map((sheet) => [sheet.name, lookUp(sheet)]));
  const changed = understood.filter(({ steps }) => steps.length > 0);
  const listed = all ? understood : changed;
  const last = Math.max(1, Math.ceil(listed.length / onPage));
  const current = Math.min(Math.max(1, number), last);
  const address = (to: number, every = all) => `${addressOf(view, 'cells')}?page=${to}${every ? '&all=1' : ''}`;
  return renderImportPage({ ...page, problems: [], back: 'result' }, 'result', 'セルごとの読み取り方', (
    <>
      <p class="lead">{all ? `読み取った${understood.length.toLocaleString('ja-JP')}か所の全てです。` : `書いてあるとおりではない読み方をした${changed.length.toLocaleString('ja-JP')}か所です。`}</p>
      <p>{all ? <a href={address(1, false)}>書いてあるとおりではない読み方をしたところだけを見る（{changed.length.toLocaleString('ja-JP')}か所）</a> : <a href={address(1, true)}>そのまま読んだところも見る（{understood.length.toLocaleString('ja-JP')}か所）</a>}</p>
      <div class="scroll" tabindex={0} role="region" aria-label="セルごとの読み取り方">
        <table class="wide cells">
          <thead><tr><th scope="col">セル</th><th scope="col">書いてあること</th><th scope="col">何として</th><th scope="col">読み取ったこと</th><th scope="col">理由</th></tr></thead>
          <tbody>
            {listed.slice((current - 1) * onPage, current * onPage).map((read) => {
              const written = writtenIn(grids, read);
              return (
                <tr>
                  <th scope="row" class="nb">{read.sheet}!{read.cell}</th><td>{written === '' ? '（空欄）' : short(written)}</td><td>{read.taken}</td>
                  <td>{read.became === '' ? '（なし）' : short(kindNames[read.became as IndicatorKind] ?? read.became)}</td><td>{read.steps.length > 0 ? read.steps.join('。') : 'そのまま読んだ'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {last > 1 && (
        <nav aria-label="ページ" class="pages">
          {current > 1 && <a href={address(current - 1)} rel="prev">前の{onPage}か所</a>}
          <span>{current}／{last}ページ</span>
          {current < last && <a href={address(current + 1)} rel="next">次の{onPage}か所</a>}
        </nav>
      )}
    </>
  ), true);
}

/** What stands in the cell itself, where the text was found elsewhere: 〃 and the blank cells of a merge. */
function writtenIn(grids: ReadonlyMap<string, GridLookup>, { sheet, cell, text }: UnderstoodCell): string {
  const place = parseCellName(cell);
  const own = place && (grids.get(sheet)?.cellAt(place.row, place.column)?.text ?? '');
  return own !== null && (own === '' || isDitto(own) || isDittoLeft(own)) ? own : text;
}
