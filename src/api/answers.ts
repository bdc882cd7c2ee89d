import Type, { type Static } from 'typebox';
import { departmentSchema, indicatorSchema, levelSchema, municipalitySchema, nodeSchema, noteSchema } from '../documents/edition-json/edition-schema.ts';

// What the API answers with, beside the parts of an edition that it answers with as they stand.

const closed = { additionalProperties: false } as const;

export const editionSummarySchema = Type.Object({
  plan: Type.String({ description: '計画の識別子' }),
  fiscalYear: Type.Integer({ description: '年度（西暦）' }),
  fiscalYearLabel: Type.String({ description: '年度（和暦）' }),
  number: Type.Integer({ description: '版の番号' }),
  newest: Type.Boolean({ description: 'この年度の最新の版か' }),
  issuedOn: Type.Union([Type.String(), Type.Null()], { description: '公表した日。null は記載なし' }),
  correctionReason: Type.Union([Type.String(), Type.Null()], { description: '前の版を訂正した理由' }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: '版のハッシュ値' }),
  page: Type.String({ description: 'この年度の公開ページの番地。このサーバーの根からの相対' }),
}, { ...closed, title: 'EditionSummary' });

export const planSummarySchema = Type.Object({
  id: Type.String({ description: '計画の識別子' }),
  title: Type.String({ description: '計画の名称' }),
  municipality: Type.Object({ code: Type.String({ description: '全国地方公共団体コード' }), name: Type.String({ description: '地方公共団体の名称' }) }, closed),
  newest: editionSummarySchema,
}, { ...closed, title: 'PlanSummary' });

export const editionDetailSchema = Type.Object({
  ...editionSummarySchema.properties,
  planTitle: Type.String({ description: '計画の名称' }),
  municipality: municipalitySchema,
  levels: Type.Array(levelSchema),
  counts: Type.Object({
    initiatives: Type.Integer({ description: '一番下の階層の要素の数（再掲を含む）' }),
    relisted: Type.Integer({ description: 'そのうち再掲の数' }),
    indicators: Type.Integer({ description: '指標の数' }),
    departments: Type.Integer({ description: '部署の数' }),
  }, closed),
  notes: Type.Array(noteSchema, { description: '指標の注' }),
}, { ...closed, title: 'EditionDetail' });

export const nodeAnswerSchema = Type.Object({
  ...nodeSchema.properties,
  levelName: Type.String({ description: '階層の名称' }),
  ancestors: Type.Array(Type.Object({ id: Type.String(), level: Type.String(), number: Type.String(), title: Type.String() }, closed), { description: '上位の要素。一番上から順に並ぶ' }),
  indicators: Type.Array(Type.String(), { description: '要素か、その上位の要素に関連する指標の番号' }),
}, { ...closed, title: 'Node' });

export const indicatorAnswerSchema = Type.Object({
  ...indicatorSchema.properties,
  statusLabel: Type.String({ description: '判定の日本語の名称' }),
}, { ...closed, title: 'Indicator' });

export const departmentAnswerSchema = Type.Object({
  ...departmentSchema.properties,
  owns: Type.Array(Type.String(), { description: '推進部署となっている取組の番号' }),
  reported: Type.Array(Type.String(), { description: '関係各課などとして、この年度に報告した取組の番号' }),
}, { ...closed, title: 'Department' });

export const searchHitSchema = Type.Object({
  heading: Type.String({ description: '記述がある場所' }),
  text: Type.String({ description: '記述' }),
  ranges: Type.Array(Type.Array(Type.Integer(), { minItems: 2, maxItems: 2 }), { description: '一致した範囲。[始まり, 終わりの次]をUTF-16の文字数で表す' }),
  page: Type.String({ description: '公開ページの番地。このサーバーの根からの相対' }),
}, { ...closed, title: 'SearchHit' });

export type EditionSummary = Static<typeof editionSummarySchema>;
