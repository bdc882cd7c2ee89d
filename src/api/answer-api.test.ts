import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { published } from '../documents/csv/sample-edition.testing.ts';
import { canonicalEdition } from '../documents/edition-json/edition-json.ts';
import { initiativesOf } from '../domain/edition/reading.ts';
import { makePublished } from '../../tests/factories.ts';
import { answerApi } from './answer-api.ts';
import type { ApiState } from './api-state.ts';
import { endpoints } from './endpoints.ts';
import { openApi, openApiText } from './openapi.ts';
import type { Page } from './paging.ts';
import type { Problem } from './problem.ts';

const sample = published();
const first = makePublished();
const second = makePublished({ report: { edition: { number: 2, issuedOn: '2021-12-01', correctionReason: '数値の誤り' }, preface: [{ id: 'purpose', heading: '計画の目的', paragraphs: ['訂正した文章です。'] }] } });
const state: ApiState = { editions: [sample, second], superseded: [first] };
const ask = (path: string, init: RequestInit = {}, faults: unknown[] = []) => answerApi(new Request(`http://localhost/api/v1${path}`, init), state, (error) => faults.push(error));
const read = async <T>(path: string) => (await ask(path).json()) as T;
const edition = '/plans/gyozaisei-6/editions/2020';

type Operation = { readonly operationId: string; readonly parameters: { readonly name: string; readonly in: string; readonly required: boolean }[]; readonly responses: Record<string, { readonly content: Record<string, { readonly schema: object }> }> };
const document = JSON.parse(openApiText()) as { readonly paths: Record<string, { readonly get: Operation }>; readonly components: { readonly schemas: object } };
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, keywords: ['components'] });
// The whole document is at hand for the references in it.
ajv.addSchema({ $id: 'https://ayumi.test/openapi.json', components: document.components });
const compile = (schema: object) => ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"https://ayumi.test/openapi.json#/')) as object);
const answerSchema = (path: string) => compile(document.paths[path]!.get.responses['200']!.content['application/json']!.schema);
const isProblem = compile({ $ref: '#/components/schemas/Problem' });

describe('every answer is what the OpenAPI document says', () => {
  test.each(endpoints.map(({ id, example, path }) => [id, example, path]))('%s', async (_id, example, path) => {
    const response = ask(example);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    const fits = answerSchema(path);
    fits(await response.json());
    expect(fits.errors).toBeNull();
  });

  test('for every element, indicator and department of the sample', async () => {
    const places: [string, string][] = [
      ...sample.edition.nodes.map(({ id }): [string, string] => [`${edition}/nodes/${id}`, '/plans/{plan}/editions/{fiscalYear}/nodes/{id}']),
      ...initiativesOf(sample.edition).map(({ number }): [string, string] => [`${edition}/initiatives/${number}`, '/plans/{plan}/editions/{fiscalYear}/initiatives/{initiative}']),
      ...sample.edition.indicators.map(({ number }): [string, string] => [`${edition}/indicators/${number}`, '/plans/{plan}/editions/{fiscalYear}/indicators/{indicator}']),
      ...sample.edition.departments.map(({ id }): [string, string] => [`${edition}/departments/${id}`, '/plans/{plan}/editions/{fiscalYear}/departments/{id}']),
    ];
    const checks = new Map([...new Set(places.map(([, path]) => path))].map((path) => [path, answerSchema(path)]));
    for (const [address, path] of places) {
      const fits = checks.get(path)!;
      fits(await read(address));
      expect([address, fits.errors]).toEqual([address, null]);
    }
  });
});

describe('the OpenAPI document', () => {
  test('is made of the same descriptions as the routes, with every parameter of a path declared', () => {
    expect(Object.keys(document.paths)).toEqual(endpoints.map(({ path }) => path));
    for (const [path, { get }] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(get.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name).toSorted()).toEqual(inPath.toSorted());
      expect(get.parameters.filter(({ required, in: place }) => place === 'path' && !required)).toEqual([]);
    }
    expect(new Set(Object.values(document.paths).map(({ get }) => get.operationId)).size).toBe(endpoints.length);
  });
  test('holds no reference that leads nowhere, and says its dialect once', () => {
    const text = JSON.stringify(openApi());
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) expect(document.components.schemas).toHaveProperty(name);
    expect(text.match(/json-schema\.org/g)).toHaveLength(1);
  });
  test('is answered by the API itself too', async () => {
    expect(await ask('/openapi.json').text()).toBe(openApiText());
  });
});

describe('the API', () => {
  test('answers with the whole edition as it was hashed', async () => {
    expect(canonicalEdition(await read(`${edition}/document`))).toBe(canonicalEdition(sample.edition));
  });
  test('gives the newest edition of a year, and an older one by its number', async () => {
    const at = (query: string) => read<{ number: number; newest: boolean; sha256: string }>(`/plans/plan/editions/${query}`);
    expect(await at('2020')).toMatchObject({ number: 2, newest: true, sha256: second.hash });
    expect(await at('latest?number=1')).toMatchObject({ number: 1, newest: false, sha256: first.hash });
    expect((await read<Page>('/plans/plan/editions')).items).toMatchObject([{ number: 2, correctionReason: '数値の誤り' }, { number: 1, correctionReason: null }]);
  });
  test('gives the 正誤表 of a correction, and nothing for a first edition', async () => {
    const of = async (query: string) => (await read<{ items: { place: string; before: string; after: string }[] }>(`/plans/plan/editions/2020/errata${query}`)).items;
    expect(await of('?number=1')).toEqual([]);
    expect(await of('')).toMatchObject([{ place: '前文「計画の目的」　段落1', before: '計画の進捗を公表します。', after: '訂正した文章です。' }]);
  });
  test('leads through all pages by its links, each item once', async () => {
    const numbers: string[] = [];
    let address: string | null = `${edition}/initiatives?perPage=7`;
    while (address !== null) {
      const response = ask(address);
      numbers.push(...((await response.json()) as { items: { number: string }[] }).items.map(({ number }) => number));
      const next = /<([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
      address = next === undefined ? null : new URL(next, `http://localhost${address}`).href.slice('http://localhost'.length);
    }
    expect(numbers).toEqual(initiativesOf(sample.edition).map(({ number }) => number));
  });
  test('keeps what was asked for in the links of the pages', () => {
    expect(ask(`${edition}/search?q=${encodeURIComponent('職員 ICT')}&perPage=1`).headers.get('link')).toContain(`q=${encodeURIComponent('職員')}+ICT&perPage=1&page=2>; rel="next"`);
  });
  test('finds in two characters, and narrows by level, parent and department', async () => {
    expect((await read<Page>(`${edition}/search?q=財政`)).total).toBeGreaterThan(3);
    expect((await read<Page>(`${edition}/nodes?level=measure`)).total).toBe(3);
    expect((await read<Page>(`${edition}/nodes?parent=m1`)).items).toMatchObject((await read<Page>(`${edition}/nodes?level=direction`)).items.slice(0, (await read<Page>(`${edition}/nodes?parent=m1`)).total));
    const owned = await read<{ owns: string[]; reported: string[] }>(`${edition}/departments/shokuin`);
    expect((await read<{ items: { number: string }[] }>(`${edition}/initiatives?department=shokuin&perPage=200`)).items.map(({ number }) => number).toSorted()).toEqual([...new Set([...owned.owns, ...owned.reported])].toSorted());
  });
  test('sends nothing again that the reader has', async () => {
    const etag = ask(edition).headers.get('etag')!;
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = ask(edition, { headers: { 'if-none-match': known } });
      expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, etag, '']);
    }
    expect(ask(edition, { headers: { 'if-none-match': '"other"' } }).status).toBe(200);
  });
  test('lets every page read, and nobody write', async () => {
    expect(ask(edition).headers.get('access-control-allow-origin')).toBe('*');
    expect([ask(edition, { method: 'OPTIONS' }).status, ask(edition, { method: 'HEAD' }).status, await ask(edition, { method: 'HEAD' }).text()]).toEqual([204, 200, '']);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = ask(edition, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(isProblem(await response.json())).toBe(true);
    }
  });
});

describe('what cannot be answered is a problem with words for the person:', () => {
  test.each([
    ['a plan that is not there', '/plans/unbekannt', 404, '計画「unbekannt」は公表されていません。'],
    ['a year that is not there', '/plans/gyozaisei-6/editions/1999', 404, '1999年度は公表されていません。'],
    ['an edition that is not there', `${edition}?number=7`, 404, '2020年度の第7版は公表されていません。'],
    ['an initiative that is not there', `${edition}/initiatives/99`, 404, '番号「99」の取組は、この版にありません。'],
    ['an address that is not there', '/unbekannt', 404, 'この番地はAPIにありません。'],
    ['a year that is none', '/plans/gyozaisei-6/editions/20x0', 400, '「fiscalYear」の値「20x0」は使えません。'],
    ['a parameter that does not exist', `${edition}/initiatives?levels=1`, 400, '「levels」というパラメーターはありません。使えるのはnumber、department、page、perPageです。'],
    ['a page that is too large', `${edition}/initiatives?perPage=5000`, 400, '「perPage」の値「5000」は使えません。１ページの件数（200まで）。'],
    ['a search for nothing', `${edition}/search`, 400, '「q」を指定してください'],
  ])('%s', async (_name, path, status, detail) => {
    const response = ask(path);
    const problem = (await response.json()) as Problem;
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect(isProblem(problem)).toBe(true);
    expect(problem.detail).toContain(detail);
    expect(problem.status).toBe(status);
  });
  test('all parameters that are wrong are named at once', async () => {
    const { errors } = await read<Problem>(`${edition}/search?page=0&perPage=x&more=1`);
    expect(errors?.map(({ parameter }) => parameter).toSorted()).toEqual(['more', 'page', 'perPage', 'q']);
  });
  test('whatever is asked, the answer is JSON of a known kind and no fault', async () => {
    const part = fc.oneof(fc.constantFrom('plans', 'gyozaisei-6', 'editions', '2020', 'latest', 'nodes', 'initiatives', '05', 'search', '%', '%E3', '..', '__proto__', 'constructor'), fc.string({ maxLength: 6 }).map(encodeURIComponent));
    const query = fc.dictionary(fc.constantFrom('page', 'perPage', 'q', 'number', 'level', '__proto__', 'x'), fc.string({ unit: 'grapheme', maxLength: 5 }), { maxKeys: 3 });
    await fc.assert(fc.asyncProperty(fc.array(part, { maxLength: 7 }), query, async (parts, asked) => {
      const faults: unknown[] = [];
      const response = ask(`/${parts.join('/')}?${new URLSearchParams(asked).toString()}`, {}, faults);
      expect([faults, [200, 400, 404].includes(response.status)]).toEqual([[], true]);
      if (response.status !== 200) expect(isProblem(await response.json())).toBe(true);
    }), { numRuns: 300 });
  });
});
