import { columnName, type Sheet } from '../../domain/plan-import/grid.ts';
import { lookUp } from '../../domain/plan-import/grid-lookup.ts';
import { oneLine } from '../../domain/plan-import/text-forms.ts';

/** More columns are counted and not shown. */
const mostColumns = 12;
const rowsBefore = 2;
const rowsAfter = 4;
const longest = 40;

/** The first rows of a table as they stand in the sheet, with the rows and columns by which Excel names them. */
export function SheetPreview({ sheet, header, columns, name }: { sheet: Sheet; header: { readonly from: number; readonly to: number }; columns: readonly number[]; name: string }) {
  const grid = lookUp(sheet);
  const wanted = columns.filter((column) => column >= 0);
  const shown = wanted.slice(0, mostColumns);
  const rows = [...grid.rows.filter((row) => row < header.from).slice(-rowsBefore), ...grid.rows.filter((row) => row >= header.from && row <= header.to), ...grid.rows.filter((row) => row > header.to).slice(0, rowsAfter)];
  return (
    <div class="scroll preview" tabindex={0} role="region" aria-label={`${name}の初めの行`}>
      <table>
        <thead><tr><th scope="col"><span class="visually-hidden">行</span></th>{shown.map((column) => <th scope="col">{columnName(column)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr class={row >= header.from && row <= header.to ? 'heading-row' : undefined}>
              <th scope="row">{row + 1}{row >= header.from && row <= header.to && <span class="visually-hidden">（見出し）</span>}</th>
              {shown.flatMap((column) => {
                const merge = grid.mergeAt(row, column);
                if (merge && merge.left < column && merge.left >= shown[0]!) return [];
                const across = merge ? shown.filter((other) => other >= column && other <= merge.right).length : 1;
                return [<td {...(across > 1 ? { colspan: across } : {})}>{short(grid.cellAt(row, column)?.text ?? '')}</td>];
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {wanted.length > shown.length && <p class="note">ほかに{wanted.length - shown.length}列あります。</p>}
    </div>
  );
}

export function short(text: string): string {
  const line = oneLine(text);
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
