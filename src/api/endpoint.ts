import type { Static, TObject, TSchema } from 'typebox';
import type { ApiState } from './api-state.ts';

/**
 * One address of the API. Route, check of the parameters, OpenAPI document and the page for people are all made from this
 * description, so that none of them can say something else than the others.
 */
export interface Endpoint {
  readonly id: string;
  /** As OpenAPI writes it: /plans/{plan}. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** The parameters in the path and behind the question mark, by name. */
  readonly parameters: TObject;
  /** Of one answer; a list is answered in pages of these. */
  readonly answers: TSchema;
  /** A list in pages: `items`, how many there are, and links to the other pages. */
  readonly paged: boolean;
  /** A whole answer, or every item of a list. Throws NotFound. */
  answer(state: ApiState, parameters: never): unknown;
  /** An address that works with the sample, for the page. */
  readonly example: string;
}

interface Description<P extends TObject, A extends TSchema> extends Omit<Endpoint, 'parameters' | 'answers' | 'answer' | 'paged'> {
  readonly parameters: P;
  readonly answers: A;
}

type Frozen<T> = T extends readonly (infer Item)[] ? readonly Frozen<Item>[] : T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** An endpoint with one answer. The type check holds the answer to its schema, and a test does again. */
export function one<P extends TObject, A extends TSchema>(about: Description<P, A> & { answer(state: ApiState, parameters: Static<P>): Frozen<Static<A>> }): Endpoint {
  return { ...about, paged: false };
}

/** An endpoint with a list, of which `answer` gives all items. */
export function list<P extends TObject, A extends TSchema>(about: Description<P, A> & { answer(state: ApiState, parameters: Static<P>): readonly Frozen<Static<A>>[] }): Endpoint {
  return { ...about, paged: true };
}
