/** What is said of a route: for whom it is, what it takes and what it gives, by the schemas that check it. */
import type { Text } from '@denba/quantities/text';
import type * as v from 'valibot';

/** JSON, or text whose lines are each JSON. */
export type Content =
  | { readonly type: 'application/json'; readonly schema: v.GenericSchema }
  /** In the order in which they come; one in the middle may come often. */
  | { readonly type: 'application/x-ndjson'; readonly lines: readonly v.GenericSchema[] }
  | { readonly type: 'text/csv' | 'text/html' };

export type DescribedRoute = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As the server knows it: `/api/places/:place/devices`. */
  readonly url: string;
  readonly summary: Text;
  /**
   * `phone`: shows the token that it was given when it joined. `letter`: the pass that is made of that token. `session`: a
   * person who is signed in.
   */
  readonly who: 'anybody' | 'phone' | 'letter' | 'session';
  readonly query?: v.ObjectSchema<v.ObjectEntries, undefined>;
  readonly body?: Content;
  /** `content` is missing where nothing is said. */
  readonly answer: { readonly status: number; readonly content?: Content };
  /** Answers with a shape of their own beside the refusals, which are all of one shape. */
  readonly more?: readonly { readonly status: number; readonly content: Content }[];
};

export const json = (schema: v.GenericSchema): Content => ({ type: 'application/json', schema });
export const lines = (...each: readonly v.GenericSchema[]): Content => ({ type: 'application/x-ndjson', lines: each });
