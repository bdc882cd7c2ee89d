import Type, { type Static } from 'typebox';
import { type ColumnRole, type ImportMapping, roleNames } from '../../domain/plan-import/mapping.ts';
import type { IndicatorKind } from '../../domain/indicator/indicator.ts';
import type { Problem } from '../../domain/problem/problem.ts';
import { compileShape, type ShapeCheck } from '../bundle/schema-problems.ts';

const closed = { additionalProperties: false } as const;
const id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$', description: '識別子は、半角の英小文字、数字、ハイフンで書いてください（例：m1-d2）。' });
const line = Type.String({ maxLength: 500, description: '500文字以内の文字列で書いてください。' });
const orNull = (of: typeof line) => Type.Union([of, Type.Null()], { description: '文字列を書くか、決まっていなければ null にしてください。' });
const year = Type.Integer({ minimum: 1900, maximum: 2200, description: '年度は西暦の整数で書いてください（令和２年度は2020）。' });
const row = Type.Integer({ minimum: 1, maximum: 1_048_576, description: '行はExcelの行番号（１以上の整数）で書いてください。' });
const kinds: IndicatorKind[] = ['increase', 'decrease', 'keep-at-least', 'keep-at-most', 'range'];
const roles = Object.keys(roleNames) as ColumnRole[];

export const mappingSchema = Type.Object({
  format: Type.Literal('ayumi-mapping/1', { description: 'format: "ayumi-mapping/1" と書いてください。' }),
  municipality: Type.Object({
    code: orNull(line), name: orNull(line),
    fiscalYearLabels: Type.Object({
      firstReiwaYear: Type.Union([Type.Literal('平成31年度'), Type.Literal('令和元年度')], { description: '2019年度の呼び方を「平成31年度」か「令和元年度」で書いてください。' }),
      digits: Type.Union([Type.Literal('single-full-width'), Type.Literal('full-width'), Type.Literal('half-width')], { description: '数字の幅を single-full-width、full-width、half-width のいずれかで書いてください。' }),
    }, closed),
  }, closed),
  plan: Type.Object({ id: Type.Union([id, Type.Null()], { description: '計画の識別子を、半角の英小文字、数字、ハイフンで書いてください（例：gyozaisei-6）。' }), title: orNull(line) }, closed),
  reportYear: Type.Union([year, Type.Null()], { description: '年度を西暦の整数で書くか、なければ null にしてください。' }),
  levels: Type.Array(Type.Object({ id, name: Type.String({ minLength: 1, maxLength: 500 }) }, closed), { maxItems: 8, description: '階層を上から順に、８つまで並べてください。' }),
  tables: Type.Array(Type.Object({
    sheet: line, use: Type.Boolean({ description: '使う表は true、使わない表は false にしてください。' }),
    headerRows: Type.Optional(Type.Object({ from: row, to: row }, { ...closed, description: '見出しの行を、Excelの行番号で from から to まで書いてください。' })),
    columns: Type.Array(Type.Object({
      heading: Type.String({ maxLength: 2000 }), nth: Type.Integer({ minimum: 1 }),
      role: Type.Enum(roles, { description: `役割を ${roles.map((role) => `${role}（${roleNames[role]}）`).join('、')} から選んで書いてください。` }),
      level: Type.Optional(id), fiscalYear: Type.Optional(year), reason: Type.String({ maxLength: 5000 }),
    }, closed)),
  }, closed)),
  departments: Type.Array(Type.Object({ id, name: line }, closed)),
  nodes: Type.Array(Type.Object({ id, level: id, parent: Type.Union([id, Type.Null()]), number: line, title: line }, closed)),
  indicators: Type.Array(Type.Object({ id, number: line, title: line, kind: Type.Optional(Type.Enum(kinds, { description: `種類を ${kinds.join('、')} から選んで書いてください。` })) }, closed)),
}, { ...closed, $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'あゆみ 取込みの対応表（ayumi-mapping/1）' });

// The schema and the domain's type are one shape: either side that drifts stops the type check here.
type Same<A, B> = [A, B] extends [B, A] ? true : never;
export const mappingShapeAgrees: Same<Static<typeof mappingSchema>, ImportMapping> = true;

let check: ShapeCheck | undefined;

/** A saved mapping (JSON) to a value, or every problem in it. */
export function parseMapping(text: string): { readonly ok: true; readonly mapping: ImportMapping } | { readonly ok: false; readonly problems: readonly Problem[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, problems: [{ code: 'not-json', path: [], message: '対応表をJSONとして読み取れません。', fix: '書き出された mapping.json の形を保って直してください。' }] };
  }
  const problems = (check ??= compileShape(mappingSchema))(raw);
  if (problems.length > 0) return { ok: false, problems };
  const mapping = raw as ImportMapping;
  const levels = new Set(mapping.levels.map(({ id: level }) => level));
  const unknown = mapping.tables.flatMap(({ columns }, table) => columns.flatMap(({ level }, column): Problem[] => (level === undefined || levels.has(level) ? [] : [{
    code: 'unknown-level', path: ['tables', table, 'columns', column, 'level'], message: `階層「${level}」は levels にありません。`, fix: 'levels に加えるか、識別子を直してください。',
  }])));
  return unknown.length > 0 ? { ok: false, problems: unknown } : { ok: true, mapping };
}
