import type { Edition, EditionNode } from '../../../domain/edition/edition.ts';
import { departmentById, initiativesOf, initiativesOfDepartment, ownerName } from '../../../domain/edition/reading.ts';
import type { Department } from '../../../domain/organization/department.ts';
import { noteNumber } from '../../../domain/report/paragraph.ts';
import { type Table, tableOf } from './column.ts';
import { lowestLevelName } from './plan-tables.ts';

const originals = (nodes: readonly EditionNode[]) => nodes.filter(({ relistingOf }) => relistingOf === null).length;

/** One row a department, with what it answers for. */
export function departmentTable(edition: Edition): Table {
  const item = lowestLevelName(edition);
  return tableOf<Department>({ id: 'departments', title: '部署', description: '部署の一覧。名称は、この版の時点のもの。' }, [
    { name: '部署ID', type: 'code', description: '部署の識別子。', value: ({ id }) => id },
    { name: '部署名', type: 'text', description: '部署の名称。', value: ({ name }) => name },
    { name: '推進部署としての件数', type: 'integer', description: `計画が推進部署と定める${item}の数（再掲を除く）。関係各課などの総称によるものは含まない。`, value: ({ id }) => originals(initiativesOfDepartment(edition, id).owned) },
    { name: '総称による報告の件数', type: 'integer', description: `関係各課などの総称の部署として、この年度に報告した${item}の数（再掲を除く）。`, value: ({ id }) => originals(initiativesOfDepartment(edition, id).reported) },
  ], edition.departments);
}

interface Responsibility {
  readonly node: EditionNode;
  readonly role: '推進部署' | '報告部署';
  readonly kind: '部署' | '総称';
  readonly id: string | null;
  readonly name: string;
}

/** One row an initiative and an owner in the plan, or a reporter of the year: two relations that are not the same. */
export function responsibilityTable(edition: Edition): Table {
  const item = lowestLevelName(edition);
  const rows = initiativesOf(edition).flatMap((node): Responsibility[] => [
    ...node.responsible.map((owner): Responsibility => ({
      node, role: '推進部署', kind: 'collective' in owner ? '総称' : '部署', id: 'collective' in owner ? null : owner.department, name: ownerName(edition, owner),
    })),
    ...(node.report?.reporters ?? []).map((id): Responsibility => ({ node, role: '報告部署', kind: '部署', id, name: departmentById(edition, id)?.name ?? id })),
  ]);
  return tableOf({ id: 'responsibilities', title: '担当', description: `${item}と部署の対応。１行が一つの組。` }, [
    { name: '番号', type: 'code', description: `${item}の番号。`, value: ({ node }) => node.number },
    { name: '題名', type: 'text', description: `${item}の題名。`, value: ({ node }) => node.title },
    { name: '役割', type: 'text', description: '推進部署（計画が定める部署）か、報告部署（総称の部署として、この年度に報告した部署）。', value: ({ role }) => role },
    { name: '種類', type: 'text', description: '部署か、総称（関係各課など、構成する部署を計画が定めていないもの）。', value: ({ kind }) => kind },
    { name: '部署ID', type: 'code', description: '部署の識別子。総称は空欄。', value: ({ id }) => id },
    { name: '部署名', type: 'text', description: '部署又は総称の名称。', value: ({ name }) => name },
    { name: '要素ID', type: 'code', description: `${item}の識別子。`, value: ({ node }) => node.id },
  ], rows);
}

/** One row a note under the indicators. */
export function noteTable(edition: Edition): Table {
  return tableOf({ id: 'notes', title: '注', description: '指標の注。' }, [
    { name: '注', type: 'code', description: '印刷されたとおりの注の印。', value: ({ mark }) => mark },
    { name: '注番号', type: 'integer', description: '注の印の番号。', value: ({ mark }) => (noteNumber(mark) === null ? null : Number(noteNumber(mark))) },
    { name: '注の本文', type: 'text', description: '注の文章。', value: ({ text }) => text },
  ], edition.notes);
}
