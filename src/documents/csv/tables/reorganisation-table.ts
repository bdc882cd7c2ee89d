import type { Edition, PublishedReorganisation } from '../../../domain/edition/edition.ts';
import { reorganisationKindNames } from '../../../domain/organization/department-history.ts';
import type { Department } from '../../../domain/organization/department.ts';
import { type Table, tableOf } from './column.ts';

interface Pair {
  readonly order: number;
  readonly reorganisation: PublishedReorganisation;
  readonly before: Department | null;
  readonly after: Department | null;
}

/** How the departments of an edition came to be (組織改正): one row a department before and one that follows it. No table where there is nothing. */
export function reorganisationTables({ reorganisations = [] }: Edition): Table[] {
  if (reorganisations.length === 0) return [];
  const rows = reorganisations.flatMap((reorganisation, index): Pair[] => orNone(reorganisation.before).flatMap((before) => orNone(reorganisation.after).map((after) => ({ order: index + 1, reorganisation, before, after }))));
  return [tableOf({ id: 'reorganisations', title: '組織改正', description: 'この版の部署に関わる組織改正。１行が、改正前の一つの部署と、それを引き継ぐ一つの部署の組。' }, [
    { name: '順', type: 'integer', description: '組織改正が行われた順。１から数える。一つの組織改正の行は、同じ値になる。', value: ({ order }) => order },
    { name: '改正の日', type: 'date', description: '新しい組織になった日。', value: ({ reorganisation: { day } }) => day },
    { name: '種類', type: 'text', description: '新設、名称変更、分割、統合、廃止のいずれか。', value: ({ reorganisation: { kind } }) => reorganisationKindNames[kind] },
    { name: '改正前の部署名', type: 'text', description: '改正の前の部署の名称。空欄は、新しく置かれた。', value: ({ before }) => before?.name ?? null },
    { name: '改正後の部署名', type: 'text', description: '改正の日からの部署の名称。空欄は、引き継ぐ部署がない。', value: ({ after }) => after?.name ?? null },
    { name: '改正前の部署ID', type: 'code', description: '改正の前の部署の識別子。空欄は、新しく置かれた。名称変更では、改正後と同じ値になる。', value: ({ before }) => before?.id ?? null },
    { name: '改正後の部署ID', type: 'code', description: '改正の日からの部署の識別子。空欄は、引き継ぐ部署がない。', value: ({ after }) => after?.id ?? null },
  ], rows)];
}

function orNone(departments: readonly Department[]): readonly (Department | null)[] {
  return departments.length === 0 ? [null] : departments;
}
