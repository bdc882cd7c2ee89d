import Type, { type TObject } from 'typebox';
import type { Endpoint } from './endpoint.ts';
import { pagingParameters } from './paging.ts';

/** The parameters of an endpoint, with those of its pages where it has pages. */
export function parametersOf({ parameters, paged }: Pick<Endpoint, 'parameters' | 'paged'>): TObject {
  return Type.Object({ ...parameters.properties, ...(paged ? pagingParameters : {}) }, { additionalProperties: false });
}
