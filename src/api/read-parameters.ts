import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Endpoint } from './endpoint.ts';
import { parametersOf } from './parameters.ts';
import type { Problem } from './problem.ts';

export type ReadParameters =
  | { readonly ok: true; readonly value: Readonly<Record<string, string | number>> }
  | { readonly ok: false; readonly errors: NonNullable<Problem['errors']> };

// Numbers arrive as texts.
const ajv = new Ajv2020({ allErrors: true, verbose: true, coerceTypes: true, strict: false });
const compiled = new WeakMap<Endpoint, ValidateFunction>();

/** The texts of an address to the parameters of its endpoint, or every one that is wrong. */
export function readParameters(endpoint: Endpoint, texts: Readonly<Record<string, string>>): ReadParameters {
  let validate = compiled.get(endpoint);
  if (!validate) compiled.set(endpoint, (validate = ajv.compile(parametersOf(endpoint))));
  const value: Record<string, string | number> = { ...texts };
  if (validate(value)) return { ok: true, value };
  const errors = new Map<string, string>();
  for (const error of validate.errors ?? []) {
    const { parameter, message } = explain(error, endpoint, texts);
    if (!errors.has(parameter)) errors.set(parameter, message);
  }
  return { ok: false, errors: [...errors].map(([parameter, message]) => ({ parameter, message })) };
}

function explain(error: ErrorObject, endpoint: Endpoint, texts: Readonly<Record<string, string>>): { readonly parameter: string; readonly message: string } {
  const properties = parametersOf(endpoint).properties as Readonly<Record<string, { readonly description?: string }>>;
  if (error.keyword === 'required') {
    const parameter = String(error.params['missingProperty']);
    return { parameter, message: `「${parameter}」を指定してください（${properties[parameter]?.description ?? ''}）。` };
  }
  if (error.keyword === 'additionalProperties') {
    const parameter = String(error.params['additionalProperty']);
    const known = Object.keys(properties).filter((name) => !endpoint.path.includes(`{${name}}`));
    return { parameter, message: `「${parameter}」というパラメーターはありません。${known.length > 0 ? `使えるのは${known.join('、')}です。` : ''}` };
  }
  const parameter = error.instancePath.slice(1);
  return { parameter, message: `「${parameter}」の値「${(texts[parameter] ?? '').slice(0, 60)}」は使えません。${properties[parameter]?.description ?? ''}。` };
}
