import type { Edition, EditionNode, PublishedEdition } from '../../../domain/edition/edition.ts';
import { ancestorsOf, editionLabel, initiativesOf, nodeById, ownerName, yearLabelOf } from '../../../domain/edition/reading.ts';
import { lifeOf, planChangeNames } from '../../../domain/plan/plan-change.ts';
import { licences } from '../../../domain/plan/licence.ts';
import { type Column, type Table, tableOf } from './column.ts';

/** The name of a level, such as 取組項目; the id where the edition does not name it. */
export function levelName(edition: Edition, level: string): string {
  return edition.levels.find(({ id }) => id === level)?.name ?? level;
}

/** What the plan calls its lowest level: 取組項目. */
export function lowestLevelName(edition: Edition): string {
  return edition.levels.at(-1)?.name ?? '取組項目';
}

/** The columns that open every open-data file, so that files of several cities and years can be put together. */
export function leadColumns(edition: Edition): Column<unknown>[] {
  return [
    { name: '全国地方公共団体コード', type: 'code', description: '総務省が定める６桁のコード（検査数字を含む）。', value: () => edition.municipality.code },
    { name: '地方公共団体名', type: 'text', description: '計画を定めた地方公共団体の名称。', value: () => edition.municipality.name },
    { name: '計画ID', type: 'code', description: '計画の識別子。計画の名称が変わっても変わらない。', value: () => edition.plan.id },
    { name: '年度（西暦）', type: 'integer', description: '報告の対象とする年度。2020は2020年４月１日から2021年３月31日まで。', value: () => edition.fiscalYear },
    { name: '年度（和暦）', type: 'text', description: '報告の対象とする年度の和暦による表記。', value: () => yearLabelOf(edition) },
  ];
}

/** One row: the plan and the edition. */
export function planTable({ edition, hash }: PublishedEdition): Table {
  const { plan } = edition;
  const columns: Column<null>[] = [
    { name: '計画名', type: 'text', description: '計画の名称。', value: () => plan.title },
    { name: '策定', type: 'code', description: '計画を策定した年月又は年月日（西暦）。空欄は記載なし。', value: () => plan.adopted },
    { name: '計画期間の始期（西暦年度）', type: 'integer', description: '計画期間の最初の年度。空欄は記載なし。', value: () => plan.period?.from ?? null },
    { name: '計画期間の終期（西暦年度）', type: 'integer', description: '計画期間の最後の年度。空欄は記載なし。', value: () => plan.period?.to ?? null },
    { name: '推進本部', type: 'text', description: '進捗管理を行う本部の名称。空欄は記載なし。', value: () => plan.headquarters?.name ?? null },
    { name: '本部長', type: 'text', description: '本部の長。空欄は記載なし。', value: () => plan.headquarters?.chair ?? null },
    { name: '上位計画', type: 'text', description: '上位の計画等の名称。上から順に「／」で区切る。', value: () => plan.parents.map(({ title }) => title).join('／') || null },
    { name: '版', type: 'text', description: '公表版の名称。', value: () => editionLabel(edition) },
    { name: '版番号', type: 'integer', description: '公表版の番号。訂正したときは、番号が一つ大きい版を作る。', value: () => edition.number },
    { name: '公表日', type: 'date', description: '公表した日。空欄は記載なし。', value: () => edition.issuedOn },
    { name: '利用条件', type: 'text', description: '公表したデータの利用条件。空欄は記載なし。', value: () => (edition.municipality.licence ? licences[edition.municipality.licence].name : null) },
    { name: 'ハッシュ値（SHA-256）', type: 'code', description: '公表版の内容から計算した値。同じ版から作った資料は、全て同じ値になる。', value: () => hash },
  ];
  return tableOf({ id: 'plan', title: '計画', description: '計画と公表版の概要。' }, columns, [null]);
}

function nodeColumns(edition: Edition): Column<EditionNode>[] {
  return [
    { name: '階層', type: 'text', description: '要素がある階層の名称。', value: ({ level }) => levelName(edition, level) },
    { name: '番号', type: 'code', description: '印刷されたとおりの番号。', value: ({ number }) => number },
    { name: '題名', type: 'text', description: '印刷されたとおりの題名。', value: ({ title }) => title },
    { name: '要素ID', type: 'code', description: '要素の識別子。番号や題名が変わっても変わらない。', value: ({ id }) => id },
  ];
}

/** The plan's tree, one row an element, parents before children. */
export function nodeTable(edition: Edition): Table {
  return tableOf({ id: 'nodes', title: '体系', description: '計画の体系。１行が一つの要素で、印刷された順に並ぶ。' }, [
    ...nodeColumns(edition),
    { name: '階層の深さ', type: 'integer', description: '一番上の階層を１とする深さ。', value: (node) => ancestorsOf(edition, node).length + 1 },
    { name: '上位の要素ID', type: 'code', description: '一つ上の階層の要素の識別子。空欄は一番上の階層。', value: ({ parentId }) => parentId },
    { name: '再掲の元の要素ID', type: 'code', description: '再掲のとき、元の要素の識別子。空欄は再掲ではない。', value: ({ relistingOf }) => relistingOf },
    { name: '説明の段落数', type: 'integer', description: '要素の説明の段落の数。', value: ({ description }) => description.length },
  ], edition.nodes);
}

/** 施策番号, 施策, 方向性番号, 方向性 …: where an element stands, a pair of columns a level. */
export function levelColumns(edition: Edition, levels: Edition['levels'] = edition.levels.slice(0, -1)): Column<EditionNode>[] {
  const at = (node: EditionNode, level: string) => [...ancestorsOf(edition, node), node].find((candidate) => candidate.level === level);
  return levels.flatMap(({ id, name }): Column<EditionNode>[] => [
    { name: `${name}番号`, type: 'code', description: `属する${name}の番号。空欄は、${name}に属さない。`, value: (node) => at(node, id)?.number ?? null },
    { name, type: 'text', description: `属する${name}の題名。空欄は、${name}に属さない。`, value: (node) => at(node, id)?.title ?? null },
  ]);
}

/** One row an initiative; relistings stay in, and say what they relist. */
export function initiativeTable(edition: Edition): Table {
  const name = lowestLevelName(edition);
  return tableOf({ id: 'initiatives', title: name, description: `${name}の一覧。１行が一つの${name}で、印刷された順に並ぶ。再掲も１行とする。` }, [
    { name: '番号', type: 'code', description: `印刷されたとおりの${name}の番号。`, value: ({ number }) => number },
    { name: '題名', type: 'text', description: `印刷されたとおりの${name}の題名。`, value: ({ title }) => title },
    ...levelColumns(edition),
    { name: '推進部署（掲載）', type: 'text', description: 'この年度の報告に印刷されたとおりの推進部署。空欄は、この年度の報告がない。', value: ({ report }) => report?.responsiblePrinted ?? null },
    { name: '推進部署（計画）', type: 'text', description: '計画が定める推進部署。複数のときは「／」で区切る。', value: ({ responsible }) => responsible.map((owner) => ownerName(edition, owner)).join('／') || null },
    { name: '再掲の元', type: 'code', description: `再掲のとき、元の${name}の番号。空欄は再掲ではない。合計するときは、再掲を除く。`, value: ({ relistingOf }) => (relistingOf === null ? null : (nodeById(edition, relistingOf)?.number ?? relistingOf)) },
    { name: '追加の年度（西暦）', type: 'integer', description: `計画の途中で追加された${name}の、追加の年度。空欄は、策定の時からある。`, value: (node) => lifeOf(edition.planChanges, node).added?.fiscalYear ?? null },
    { name: '終了等の区分', type: 'text', description: `この年度までに終わった${name}の、統合、中止、終了の別。空欄は、続いている。`, value: (node) => endOf(edition, node)?.name ?? null },
    { name: '終了等の年度（西暦）', type: 'integer', description: `統合、中止又は終了の年度。空欄は、続いている。`, value: (node) => endOf(edition, node)?.fiscalYear ?? null },
    { name: '段落数', type: 'integer', description: 'この年度の取組状況の段落の数。空欄は、この年度の報告がない。', value: ({ report }) => report?.paragraphs.length ?? null },
    { name: '要素ID', type: 'code', description: `${name}の識別子。番号や題名が変わっても変わらない。`, value: ({ id }) => id },
  ], initiativesOf(edition));
}

function endOf(edition: Edition, node: EditionNode): { readonly name: string; readonly fiscalYear: number } | null {
  const { ended } = lifeOf(edition.planChanges, node);
  return ended && { name: planChangeNames[ended.kind], fiscalYear: ended.fiscalYear };
}

/** One row a plan or a vision above this plan. */
export function parentTable({ plan }: Edition): Table {
  return tableOf({ id: 'parents', title: '上位計画', description: '上位の計画等。１行が一つの計画等で、上から順に並ぶ。' }, [
    { name: '順', type: 'integer', description: '上からの順。一番上を１とする。', value: ({ order }) => order },
    { name: '上位計画名', type: 'text', description: '上位の計画等の名称。', value: ({ parent }) => parent.title },
    { name: '策定', type: 'code', description: '策定した年月又は年月日（西暦）。空欄は記載なし。', value: ({ parent }) => parent.adopted },
  ], plan.parents.map((parent, index) => ({ parent, order: index + 1 })));
}
