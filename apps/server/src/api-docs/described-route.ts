/** The description of a route: who may use it, what it takes and what it returns, by the schemas that validate it. */
import type { Text } from '@denba/quantities/text';
import type * as v from 'valibot';

/** The content of a body: JSON, or lines of JSON, or other text. */
export type Content =
  | { readonly type: 'application/json'; readonly schema: v.GenericSchema }
  /** Schemas of the lines, in order; a line in the middle may occur any number of times. */
  | { readonly type: 'application/x-ndjson'; readonly lines: readonly v.GenericSchema[] }
  | { readonly type: 'text/csv' | 'text/html' };

export type DescribedRoute = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With parameters as Fastify writes them: `/api/places/:place/devices`. */
  readonly url: string;
  readonly summary: Text;
  /**
   * `phone`: the token that the phone was given when it joined. `letter`: the pass derived from that token. `session`:
   * a person who is signed in.
   */
  readonly who: 'anybody' | 'phone' | 'letter' | 'session';
  readonly query?: v.ObjectSchema<v.ObjectEntries, undefined>;
  readonly body?: Content;
  /** `content` is absent when the answer has no body. */
  readonly answer: { readonly status: number; readonly content?: Content };
  /** Further answers with a shape of their own. Refusals, which all have one shape, are not listed. */
  readonly more?: readonly { readonly status: number; readonly content: Content }[];
};

export const json = (schema: v.GenericSchema): Content => ({ type: 'application/json', schema });
export const lines = (...each: readonly v.GenericSchema[]): Content => ({ type: 'application/x-ndjson', lines: each });
