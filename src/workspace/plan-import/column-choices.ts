import { type ColumnMapping, type ColumnRole, type ImportMapping, roleNames } from '../../domain/plan-import/mapping.ts';
import type { Choice } from '../../ui/form.tsx';

/** Roles that say something of one level, by the value of a select: role:level. */
const ofLevel = ['level-number', 'level-title', 'description', 'departments'] as const;
const ofRow = ['departments', 'description', 'report', 'relisting', 'row-level', 'row-number', 'row-title'] as const;
const ofIndicator = ['indicator-number', 'indicator-title', 'indicator-unit', 'indicator-definition', 'indicator-date', 'indicator-baseline', 'indicator-target', 'indicator-measurement', 'related'] as const;

/** Roles whose figures or texts belong to a fiscal year. */
export const yearly: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['report', 'indicator-baseline', 'indicator-target', 'indicator-measurement']);

/** Roles of which a table has one column only: of two, one would not be read. */
const single: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['level-number', 'level-title', 'row-level', 'row-number', 'row-title', 'indicator-number', 'indicator-title', 'indicator-unit', 'indicator-definition', 'indicator-date', 'indicator-baseline', 'indicator-target', 'indicator-measurement', 'related']);

/** Everything that a column can mean in this plan. */
export function columnChoices({ levels }: Pick<ImportMapping, 'levels'>): Choice[] {
  const rowHints: Partial<Record<ColumnRole, string>> = { departments: '部署（その行の要素の）', description: '説明（その行の要素の）' };
  return [
    { value: 'ignore', label: roleNames.ignore },
    ...levels.flatMap(({ id, name }) => ofLevel.map((role) => ({ value: `${role}:${id}`, label: `${name}の${roleNames[role]}`, group: `階層「${name}」` }))),
    ...ofRow.map((role) => ({ value: role, label: rowHints[role] ?? roleNames[role], group: 'その行のこと' })),
    ...ofIndicator.map((role) => ({ value: role, label: roleNames[role], group: '指標のこと' })),
  ];
}

export function choiceOf({ role, level }: Pick<ColumnMapping, 'role' | 'level'>): string {
  return level !== undefined && ofLevel.some((candidate) => candidate === role) ? `${role}:${level}` : role;
}

/** What a column means, as a person says it: 「基本事業の題名」. */
export function choiceName(column: Pick<ColumnMapping, 'role' | 'level'>, mapping: Pick<ImportMapping, 'levels'>): string {
  return columnChoices(mapping).find(({ value }) => value === choiceOf(column))?.label ?? roleNames[column.role];
}

/** The role and level of a value; null for one that is not among the choices. */
export function parseChoice(value: string, mapping: Pick<ImportMapping, 'levels'>): Pick<ColumnMapping, 'role' | 'level'> | null {
  if (!columnChoices(mapping).some((choice) => choice.value === value)) return null;
  const [role = '', level] = value.split(':');
  return { role: role as ColumnRole, ...(level !== undefined && { level }) };
}

/** Columns that mean the same where only one can: the later of each pair, with the earlier. */
export function doubled(columns: readonly ColumnMapping[]): { readonly index: number; readonly earlier: number }[] {
  return columns.flatMap((column, index) => {
    const earlier = columns.findIndex((other) => choiceOf(other) === choiceOf(column));
    return single.has(column.role) && earlier < index ? [{ index, earlier }] : [];
  });
}
