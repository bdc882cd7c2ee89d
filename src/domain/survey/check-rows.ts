import type { SheetProblem } from '../plan-import/understood.ts';
import type { KnownRequest, KnownRound } from './known-round.ts';
import type { ReturnedRow, ReturnedWorkbook } from './returned.ts';
import { isKeyOf, parseRowKey, type RowKey } from './row-key.ts';
import type { SurveyIdentity } from './survey.ts';
import { surveyColumns } from './tables.ts';

/** A row that belongs to a request of the round. */
export interface KnownRow {
  readonly row: ReturnedRow;
  readonly key: RowKey;
  readonly request: KnownRequest;
}

/** The rows that can be believed, and what is wrong with each of the others. */
export function checkRows({ rows }: ReturnedWorkbook, identity: SurveyIdentity, known: KnownRound): { readonly rows: readonly KnownRow[]; readonly problems: readonly SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const good: KnownRow[] = [];
  const seen = new Map<string, ReturnedRow>();
  for (const row of rows) {
    const fault = (code: string, message: string, fix: string, column = 'number'): void => {
      problems.push({ code, path: [], message, fix, sheet: row.sheet, cell: row.places[column] ?? firstPlace(row), severity: 'blocking' });
    };
    if (row.key === null) {
      fault('missing-id', `${row.row}行目に回答がありますが、どの照会のものかを示す識別子（隠し列）がありません。`, '書き出したときからある行に回答を写し、加えた行は空にしてください。');
      continue;
    }
    const key = parseRowKey(row.key);
    if (!key) {
      fault('edited-id', `${row.row}行目の識別子（隠し列）が書き換えられています。`, editedFix);
      continue;
    }
    const request = known.requests.get(key.requestId);
    if (!request) {
      fault('unknown-request', `${row.row}行目は、この年度の照会にない項目です。照会が作り直されたか、ほかの照会のファイルから写された行です。`, '書き出し直したExcelの同じ項目に、回答を写してください。');
      continue;
    }
    const unchanged = isKeyOf(row.key, key, identity);
    if (!unchanged && !identity.departments.includes(request.department)) {
      fault('row-of-other-department', `${row.row}行目は、${request.departmentName}への照会です。ほかの部署のファイルから写された行です。`, 'その行を削除し、その部署のExcelで回答してください。');
      continue;
    }
    if (!unchanged) {
      fault('edited-id', `${row.row}行目の識別子（隠し列）が書き換えられています。`, editedFix);
      continue;
    }
    if (key.baseVersion !== null && known.versionOf(key.requestId, key.baseVersion) === undefined) {
      fault('unknown-version', `${row.row}行目の元になった版（版${key.baseVersion}）が、この照会にありません。`, '書き出し直したExcelの同じ項目に、回答を写してください。');
      continue;
    }
    const once = `${row.table} ${key.requestId} ${key.part ?? ''}`;
    const before = row.table === 'effects' ? undefined : seen.get(once);
    if (before) {
      fault('duplicate-id', `${before.sheet}の${before.row}行目と${row.sheet}の${row.row}行目が、同じ照会（${request.number} ${request.title}）の行です。`, '回答を一つの行にまとめ、写した行は削除してください。');
      continue;
    }
    seen.set(once, row);
    const shown = row.cells['number']?.text ?? '';
    if (shown !== '' && foldNumber(shown) !== foldNumber(request.number)) {
      fault('number-differs', `${row.row}行目の番号「${shown}」が、識別子の示す項目（${request.number} ${request.title}）と合いません。一部の列だけを並べ替えたか、番号を書き換えています。`, '列をそろえて並べ替え直すか、書き出し直したExcelに回答を写してください。');
      continue;
    }
    good.push({ row, key, request });
  }
  return { rows: good, problems };
}

const editedFix = '書き出し直したExcelの同じ項目に、回答を写してください。';

function firstPlace({ table, places }: ReturnedRow): string | null {
  return surveyColumns[table].map(({ key }) => places[key]).find((place) => place !== undefined) ?? null;
}

/** 05, ５ and 5 are one number where a program has taken the zero away. */
function foldNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').replace(/^0+(?=\d)/, '');
}
