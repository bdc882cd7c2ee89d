import type { TSchema } from 'typebox';
import { publishedEditionSchema } from '../documents/edition-json/edition-schema-text.ts';
import { departmentAnswerSchema, editionDetailSchema, editionSummarySchema, indicatorAnswerSchema, nodeAnswerSchema, planSummarySchema, searchHitSchema } from './answers.ts';
import { endpoints } from './endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { pageSchema } from './paging.ts';
import { problemSchema } from './problem.ts';
import { parametersOf } from './parameters.ts';

type Json = Readonly<Record<string, unknown>>;

/** Schemas that have a name of their own in the document. */
const named: readonly (readonly [string, TSchema])[] = [
  ['PlanSummary', planSummarySchema], ['EditionSummary', editionSummarySchema], ['EditionDetail', editionDetailSchema], ['Edition', publishedEditionSchema],
  ['Node', nodeAnswerSchema], ['Indicator', indicatorAnswerSchema], ['Department', departmentAnswerSchema], ['SearchHit', searchHitSchema], ['Problem', problemSchema],
];

/** The OpenAPI 3.1 document, made from the descriptions of the endpoints. */
export function openApi(): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'あゆみ 公表データAPI',
      version: '1.0.0',
      description: '公表した版を読み取るAPIです。鍵は不要で、どのウェブページからも読めます。版は公表後に変わりません。訂正は、新しい版によります。一覧はページに分かれ、次のページの番地はLinkヘッダーにあります。ETagにより、変わっていない内容を送り直さずに済みます。',
      license: { name: 'データの利用条件は、各計画の公表ページによります', identifier: 'LicenseRef-municipality' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '.', description: 'この文書と同じところ' }],
    tags: [{ name: '公表データ', description: '計画、版、体系、指標、部署及び検索' }],
    paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: operation(endpoint) }])),
    components: { schemas: Object.fromEntries(named.map(([name, schema]) => [name, withRefs(schema, name)])) },
  };
}

let text: string | null = null;

/** The document as it is published; made once. */
export function openApiText(): string {
  return (text ??= `${JSON.stringify(openApi(), null, 2)}\n`);
}

function operation(endpoint: Endpoint): Json {
  const { id, summary, description, answers, paged, path } = endpoint;
  const { properties, required = [] } = parametersOf(endpoint) as { properties: Record<string, TSchema & { description?: string }>; required?: string[] };
  const refusal = (what: string) => ({ description: what, content: { 'application/problem+json': { schema: ref('Problem') } } });
  const body = withRefs(paged ? pageSchema(answers) : answers);
  return {
    operationId: id, summary, description, tags: ['公表データ'],
    parameters: Object.entries(properties).map(([name, schema]) => {
      const { description: meaning, ...rest } = plain(schema);
      const inPath = path.includes(`{${name}}`);
      return { name, in: inPath ? 'path' : 'query', required: inPath || required.includes(name), description: meaning, schema: rest };
    }),
    responses: {
      200: {
        description: summary,
        headers: {
          ETag: { description: '内容の要約。If-None-Match に書くと、変わっていなければ304を返します', schema: { type: 'string' } },
          ...(paged ? { Link: { description: '最初（first）、前（prev）、次（next）、最後（last）のページの番地（RFC 8288）', schema: { type: 'string' } } } : {}),
        },
        content: { 'application/json': { schema: body } },
      },
      304: { description: '内容は変わっていません' },
      400: refusal('パラメーターが正しくありません'),
      404: refusal('計画、版又は要素が公表されていません'),
    },
  };
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

/** A schema as JSON in which the named ones are references. `itself` is not replaced by a reference to itself. */
function withRefs(schema: TSchema, itself?: string): Json {
  const name = named.find(([, candidate]) => candidate === schema)?.[0];
  if (name !== undefined && name !== itself) return ref(name);
  const replace = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(replace);
    const inner = named.find(([candidateName, candidate]) => candidate === value && candidateName !== itself)?.[0];
    return inner === undefined ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replace(part)])) : ref(inner);
  };
  // The dialect is said once for the whole document.
  const { $schema: _dialect, ...rest } = replace(schema) as Record<string, unknown>;
  return rest;
}

function plain(schema: TSchema & { description?: string }): Record<string, unknown> & { description?: string } {
  return JSON.parse(JSON.stringify(schema)) as Record<string, unknown> & { description?: string };
}
