import { cellName } from '../../domain/plan-import/grid.ts';
import { minimalWorkbook, type TestCell } from './minimal-workbook.testing.ts';
import { sampleRows } from './sample-rows.testing.ts';

/** The sample's 65 items as a city's own sheet: upper levels merged, a header of two rows, a note under the table. */
export function sampleWorkbook(): Uint8Array {
  const rows: TestCell[][] = [
    ['狛江市第６次行財政改革推進計画　体系表'], [],
    ['施策', null, '方向性', null, '基本事業', null, '取組項目', null, '推進部署'], ['番号', '名称', '番号', '名称', '番号', '名称', '番号', '名称', null],
    ...sampleRows.map(({ path, departments }) => [...path.flatMap(({ number, title }) => [number, title]), departments === '' ? null : departments]),
    [], ['※１　再掲を含む。'],
  ];
  const merges = ['A3:B3', 'C3:D3', 'E3:F3', 'G3:H3', 'I3:I4'];
  const top = 4;
  for (const depth of [0, 1, 2]) {
    const key = (index: number) => JSON.stringify(sampleRows[index]?.path.slice(0, depth + 1));
    for (let start = 0, index = 1; index <= sampleRows.length; index += 1) {
      if (key(index) === key(start)) continue;
      for (const column of index - start > 1 ? [depth * 2, depth * 2 + 1] : []) {
        merges.push(`${cellName(top + start, column)}:${cellName(top + index - 1, column)}`);
        for (let row = start + 1; row < index; row += 1) rows[top + row]![column] = null;
      }
      start = index;
    }
  }
  return minimalWorkbook({ sheets: [{ name: '体系', rows, merges }] });
}
