import type { Edition } from '../../../domain/edition/edition.ts';
import { nodeById } from '../../../domain/edition/reading.ts';
import { bodyNames, responseNames } from '../../../domain/opinion/opinion.ts';
import type { Department } from '../../../domain/organization/department.ts';
import { planChangeNames } from '../../../domain/plan/plan-change.ts';
import { fateOf, originOf, successionNames } from '../../../domain/plan/succession.ts';
import type { Subject } from '../../../domain/round/round.ts';
import { type Column, type Table, tableOf } from './column.ts';

/** What happened to items, where a plan goes on from, opinions and decisions: only those tables that have rows. */
export function decidedTables(edition: Edition): Table[] {
  return [planChangeTable(edition), successionTable(edition), decisionTable(edition), opinionTable(edition)].filter(({ records }) => records.length > 0);
}

function planChangeTable(edition: Edition): Table {
  const rows = edition.planChanges.flatMap((change) => change.nodes.map((id) => ({ change, id, node: nodeById(edition, id) })));
  return tableOf({ id: 'plan-changes', title: '計画の変更', description: '計画期間中の項目の追加、統合、中止及び終了。１行が一つの変更と一つの項目。' }, [
    { name: '変更ID', type: 'code', description: '計画の変更の識別子。', value: ({ change }) => change.id },
    { name: '種類', type: 'text', description: '追加、統合、中止、終了のいずれか。', value: ({ change }) => planChangeNames[change.kind] },
    { name: '変更の年度（西暦）', type: 'integer', description: '変更が効力を生じる年度。', value: ({ change }) => change.fiscalYear },
    { name: '決定日', type: 'date', description: '変更を決めた日。空欄は記載なし。', value: ({ change }) => change.decidedOn },
    { name: '番号', type: 'code', description: '追加され、又は終わった項目の番号。', value: ({ node }) => node?.number ?? null },
    { name: '題名', type: 'text', description: '追加され、又は終わった項目の題名。', value: ({ node }) => node?.title ?? null },
    { name: '統合先の番号', type: 'code', description: '統合のとき、残る項目の番号。空欄は統合ではない。', value: ({ change }) => (change.into === null ? null : (nodeById(edition, change.into)?.number ?? null)) },
    { name: '理由', type: 'text', description: '変更の理由。', value: ({ change }) => change.reason },
    { name: '要素ID', type: 'code', description: '項目の識別子。', value: ({ id }) => id },
    { name: '統合先の要素ID', type: 'code', description: '残る項目の識別子。空欄は統合ではない。', value: ({ change }) => change.into },
  ], rows);
}

function successionTable(edition: Edition): Table {
  const { succession } = edition;
  const rows = succession ? [
    ...succession.items.flatMap(({ node, from }) => (from.length === 0 ? [null] : from).map((former) => ({ node, former, kind: originOf(succession, node)?.kind ?? 'new', reason: null }))),
    ...succession.ended.map(({ reason, ...former }) => ({ node: null, former, kind: fateOf(succession, former.id)?.kind ?? 'ended', reason })),
  ] : [];
  return tableOf<(typeof rows)[number]>({ id: 'succession', title: '前の計画からの移行', description: '前の計画の項目と、この計画の項目の対応。１行が一つの組。' }, [
    { name: '前の計画ID', type: 'code', description: '前の計画の識別子。', value: () => succession?.from.id ?? null },
    { name: '前の計画名', type: 'text', description: '前の計画の名称。', value: () => succession?.from.title ?? null },
    { name: '前の番号', type: 'code', description: '前の計画での番号。空欄は新規の項目。', value: ({ former }) => former?.number ?? null },
    { name: '前の題名', type: 'text', description: '前の計画での題名。空欄は新規の項目。', value: ({ former }) => former?.title ?? null },
    { name: '番号', type: 'code', description: 'この計画での番号。空欄は引き継がなかった項目。', value: ({ node }) => (node === null ? null : (nodeById(edition, node)?.number ?? null)) },
    { name: '題名', type: 'text', description: 'この計画での題名。空欄は引き継がなかった項目。', value: ({ node }) => (node === null ? null : (nodeById(edition, node)?.title ?? null)) },
    { name: '種類', type: 'text', description: '継続、統合、分割、終了、新規のいずれか。', value: ({ kind }) => successionNames[kind] },
    { name: '終了の理由', type: 'text', description: '引き継がなかった理由。空欄は引き継いだ項目。', value: ({ reason }) => reason },
    { name: '前の要素ID', type: 'code', description: '前の計画での識別子。', value: ({ former }) => former?.id ?? null },
    { name: '要素ID', type: 'code', description: 'この計画での識別子。', value: ({ node }) => node },
  ], rows);
}

/** What a row is about: a kind, the number and the title; nothing for the whole plan. */
function subjectColumns<Row>(edition: Edition, subjectOf: (row: Row) => Subject | null): Column<Row>[] {
  const found = (row: Row) => {
    const subject = subjectOf(row);
    return subject === null ? undefined : [...edition.nodes, ...edition.indicators].find(({ id }) => id === subject.id);
  };
  return [
    { name: '対象', type: 'text', description: '取組、指標、計画全体のいずれか。', value: (row) => ({ node: '取組', indicator: '指標', plan: '計画全体' })[subjectOf(row)?.kind ?? 'plan'] },
    { name: '番号', type: 'code', description: '対象の番号。空欄は計画全体。', value: (row) => found(row)?.number ?? null },
    { name: '題名', type: 'text', description: '対象の題名。空欄は計画全体。', value: (row) => found(row)?.title ?? null },
  ];
}

function opinionTable(edition: Edition): Table {
  const rows = edition.opinions.flatMap((opinion) => [
    { part: '意見', day: opinion.statedOn, department: null as Department | null, paragraphs: opinion.paragraphs },
    ...opinion.responses.map(({ kind, department, respondedOn, paragraphs }) => ({ part: responseNames[kind], day: respondedOn, department, paragraphs })),
  ].flatMap(({ paragraphs, ...entry }, place) => paragraphs.map((text, index) => ({ opinion, ...entry, place, text, order: index + 1 }))));
  return tableOf<(typeof rows)[number]>({ id: 'opinions', title: '外部の意見', description: '審議会、議会、外部評価委員の意見と、市の対応及びその後の状況。１行が一つの段落。' }, [
    { name: '意見ID', type: 'code', description: '意見の識別子。', value: ({ opinion }) => opinion.id },
    { name: '意見の対象年度（西暦）', type: 'integer', description: '意見が対象とする年度。', value: ({ opinion }) => opinion.fiscalYear },
    ...subjectColumns<(typeof rows)[number]>(edition, ({ opinion }) => opinion.subject),
    { name: '機関の種類', type: 'text', description: '審議会、議会、外部評価委員のいずれか。', value: ({ opinion }) => bodyNames[opinion.body] },
    { name: '機関の名称', type: 'text', description: '意見を述べた機関の名称。空欄は記載なし。', value: ({ opinion }) => opinion.bodyName },
    { name: '区分', type: 'text', description: '意見、対応、その後の状況のいずれか。', value: ({ part }) => part },
    { name: '区分の順', type: 'integer', description: '一つの意見の中の順。意見を０とし、対応とその後の状況を日付の順に数える。', value: ({ place }) => place },
    { name: '日付', type: 'date', description: '意見が述べられた日、又は回答の日。', value: ({ day }) => day },
    { name: '部署名', type: 'text', description: '回答した部署の、その日の名称。意見は空欄。', value: ({ department }) => department?.name ?? null },
    { name: '段落の順', type: 'integer', description: '段落の順。１から数える。', value: ({ order }) => order },
    { name: '本文', type: 'text', description: '段落の文章。', value: ({ text }) => text },
    { name: '公表を決めた日', type: 'date', description: '公表を決めた日。', value: ({ opinion }) => opinion.decidedOn },
    { name: '部署ID', type: 'code', description: '回答した部署の識別子。意見は空欄。', value: ({ department }) => department?.id ?? null },
    { name: '対象ID', type: 'code', description: '対象の識別子。空欄は計画全体。', value: ({ opinion }) => opinion.subject?.id ?? null },
  ], rows);
}

function decisionTable(edition: Edition): Table {
  const rows = edition.decisions.flatMap((decision) => [
    ...decision.paragraphs.map((text) => ({ part: '決定', department: null as Department | null, text, answerIn: null as number | null })),
    ...decision.explanation.map((text) => ({ part: '評価の理由', department: null, text, answerIn: null })),
    ...decision.instructions.flatMap(({ departments, paragraphs, answerIn }) => departments.flatMap((department) => paragraphs.map((text) => ({ part: '部署への指示', department, text, answerIn })))),
  ].map((entry, index) => ({ decision, ...entry, order: index + 1 })));
  return tableOf<(typeof rows)[number]>({ id: 'decisions', title: '本部の決定', description: '推進本部の決定、評価の理由及び部署への指示。１行が一つの段落で、指示は部署ごとに１行とする。' }, [
    { name: '決定ID', type: 'code', description: '決定の識別子。', value: ({ decision }) => decision.id },
    ...subjectColumns<(typeof rows)[number]>(edition, ({ decision }) => decision.subject),
    { name: '議題', type: 'text', description: '会議の議題。', value: ({ decision }) => decision.title },
    { name: '会議', type: 'text', description: '会議の名称。', value: ({ decision }) => decision.meeting.title },
    { name: '会議の日', type: 'date', description: '会議の日。', value: ({ decision }) => decision.meeting.heldOn },
    { name: '評価', type: 'text', description: '推進本部の評価。空欄は評価していない。', value: ({ decision }) => decision.assessment },
    { name: '区分', type: 'text', description: '決定、評価の理由、部署への指示のいずれか。', value: ({ part }) => part },
    { name: '行の順', type: 'integer', description: '一つの決定の中の順。１から数える。', value: ({ order }) => order },
    { name: '部署名', type: 'text', description: '指示を受けた部署の、会議の日の名称。指示のほかは空欄。', value: ({ department }) => department?.name ?? null },
    { name: '回答の年度（西暦）', type: 'integer', description: '指示に回答する照会の年度。指示のほかは空欄。', value: ({ answerIn }) => answerIn },
    { name: '本文', type: 'text', description: '段落の文章。', value: ({ text }) => text },
    { name: '部署ID', type: 'code', description: '指示を受けた部署の識別子。指示のほかは空欄。', value: ({ department }) => department?.id ?? null },
    { name: '対象ID', type: 'code', description: '対象の識別子。空欄は計画全体。', value: ({ decision }) => decision.subject?.id ?? null },
  ], rows);
}
