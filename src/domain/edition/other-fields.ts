/** Words for fields of an edition that are compared field by field. A field without words here stands under its own name. */
const names: Readonly<Record<string, string>> = {
  adopted: '策定', period: '計画期間', headquarters: '推進本部', parents: '上位の計画など', alsoPrinted: '別の表記', municipality: '地方公共団体', code: '団体コード', name: '名称',
  fiscalYearLabels: '年度の書き方', fiscalYear: '年度', id: '識別子', level: '階層', parentId: '上位の要素', kind: '種別', department: '執筆部署', label: '欄の見出し', value: '数値', upper: '上限',
  alternative: '（）内の数値', comparator: '以上・以下の別', unit: '単位', notes: '注の印', valueYear: '値の年度', series: '系列', alternativeSeries: '（）内の値の系列', related: '関連する要素', nodeId: '要素の識別子', indicatorId: '指標の識別子', mark: '注の印',
};

/** A field of both sides that differs, in words. */
export interface FieldDifference {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The fields of two values that differ, but for those that are compared elsewhere. So nothing that an edition ever holds escapes a
 * comparison, also what was added to it later.
 *
 * @param known names of the fields that are compared elsewhere
 */
export function otherFields(before: object, after: object, known: readonly string[]): FieldDifference[] {
  const [old, now] = [before, after] as readonly Readonly<Record<string, unknown>>[];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !known.includes(key));
  return keys.flatMap((key) => {
    const sides = { before: inWords(old?.[key]), after: inWords(now?.[key]) };
    return sides.before === sides.after ? [] : [{ name: names[key] ?? key, ...sides }];
  });
}

/** Lists of marks or ids as a person writes them, anything deeper as JSON with its keys in order. */
function inWords(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string' && !entry.includes('、'))) return value.length === 0 ? null : value.join('、');
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner));
}
