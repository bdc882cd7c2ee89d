import { relativeLink } from '../site/address.ts';
import { renderPage, type SharedAssets, type SitePage } from '../site/site-page.tsx';
import { apiBase } from './api-base.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { pageSchema } from './paging.ts';
import { parametersOf } from './parameters.ts';

/** What the page reads of a schema. */
interface Shape {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly default?: unknown;
}

const address = 'api/';
export const openApiPath = 'api/v1/openapi.json';

/** How the API is used, made from the descriptions of its endpoints: whole without internet and without scripts. */
export function apiPage(assets: SharedAssets): SitePage {
  return renderPage({ address, title: '公表データのAPI', assets, site: null }, (
    <>
      <h1>公表データのAPI</h1>
      <p class="lead">公表した版を、プログラムから読み取るための窓口です。登録や鍵は必要ありません。</p>
      <section aria-labelledby="use_heading">
        <h2 id="use_heading">使い方</h2>
        <ul class="text bullets">
          <li>番地は、このサーバーの <code>{apiBase}</code> の後に、下の一覧の番地を続けたものです。応答は、JSON（UTF-8）です。</li>
          <li>読み取り専用です。どのウェブページからも読めます（CORS）。</li>
          <li>一覧はページに分かれています。<code>page</code> と <code>perPage</code> で指定します。次のページの番地は、<code>Link</code> ヘッダーにあります。</li>
          <li><code>ETag</code> を <code>If-None-Match</code> に書くと、変わっていない内容は送り直しません（304）。</li>
          <li>正しくない求めには、何が問題でどうすればよいかを、<code>application/problem+json</code> で返します。</li>
          <li>版は、公表後に変わりません。訂正は、番号が一つ大きい版によります。<code>number</code> で版を指定すると、いつも同じ内容を返します。</li>
          <li>データの利用条件は、各計画の「データ」のページにあります。</li>
        </ul>
        <p>機械で読む説明：<a href={relativeLink(address, openApiPath)}>OpenAPI 3.1 の文書</a></p>
        <p class="note">APIは、あゆみのサーバーで公開しているときに使えます。ファイルだけを置いたウェブサーバーでは、各計画の「データ」のページからJSONとCSVを入手してください。内容は同じです。</p>
      </section>
      <section aria-labelledby="list_heading">
        <h2 id="list_heading">一覧</h2>
        <ul class="list">{endpoints.map(({ id, path, summary }) => <li><a href={`#${id}`}><code>{path}</code></a>　{summary}</li>)}</ul>
      </section>
      {endpoints.map((endpoint) => <Explained endpoint={endpoint} />)}
    </>
  ));
}

function Explained({ endpoint }: { endpoint: Endpoint }) {
  const { id, path, summary, description, example, answers, paged } = endpoint;
  const parameters = parametersOf(endpoint) as Shape;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{summary} <small><code>GET {path}</code></small></h2>
      <p class="text">{description}</p>
      <p class="note">例：<code>{apiBase + example}</code></p>
      {Object.keys(parameters.properties ?? {}).length > 0 && <Fields name="パラメーター" of={summary} shape={parameters} />}
      <Fields name="応答" of={summary} shape={paged ? pageSchema(answers) : answers} />
      {paged && <Fields name="応答の items の要素" of={summary} shape={answers} />}
    </section>
  );
}

function Fields({ name, of, shape }: { name: string; of: string; shape: Shape }) {
  return (
    <>
      <h3>{name}</h3>
      <div class="scroll" tabindex={0} role="region" aria-label={`${of}の${name}`}>
        <table>
          <thead><tr><th scope="col">名前</th><th scope="col">型</th><th scope="col">説明</th></tr></thead>
          <tbody>
            {Object.entries(shape.properties ?? {}).map(([field, part]) => (
              <tr>
                <th scope="row"><code>{field}</code></th>
                <td>{typeOf(part)}{shape.required?.includes(field) ? '' : '（省略可）'}</td>
                <td>{part.description}{part.default === undefined ? '' : `。省くと${String(part.default)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const typeNames: Readonly<Record<string, string>> = { string: '文字列', integer: '整数', number: '数値', boolean: '真偽値', object: 'オブジェクト', array: '配列', null: 'null' };

function typeOf({ type, anyOf, items, enum: values, const: only }: Shape): string {
  if (only !== undefined) return `「${String(only)}」`;
  if (values) return '文字列';
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join('又は');
  return type === 'array' && items?.type ? `${typeNames[items.type] ?? items.type}の配列` : (typeNames[type ?? ''] ?? 'オブジェクト');
}
