/** Parses a request body by the schema of its route. Throws `notUnderstood` for anything else. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { notUnderstood, Refusal } from './refusal.ts';

export const bodyOf = <Schema extends v.GenericSchema>(schema: Schema, given: unknown): v.InferOutput<Schema> => {
  const read = v.safeParse(schema, given);
  if (!read.success) throw notUnderstood();
  return read.output;
};

/** Default limit of the routes of the management; a route that accepts more says so itself. */
const MOST_BYTES = 64 * 1024;

export const shortBodies = (scope: FastifyInstance): void => {
  scope.addHook('onRoute', (route) => {
    route.bodyLimit ??= MOST_BYTES;
  });
};

/** Routes of this scope accept JSON only: an HTML form of another site cannot send it. */
export const jsonOnly = (scope: FastifyInstance): void => {
  scope.addHook('onRequest', async ({ method, headers }) => {
    const type = headers['content-type'];
    const empty = type === undefined && (headers['content-length'] ?? '0') === '0' && !('transfer-encoding' in headers);
    const json = type !== undefined && /^application\/json\s*(;|$)/i.test(type);
    if (method !== 'GET' && method !== 'HEAD' && !json && !empty) throw notJson();
  });
};

const notJson = (): Refusal =>
  new Refusal(415, 'not-json', {
    fr: 'Le serveur attend ici du JSON (application/json).',
    en: 'The server expects JSON here (application/json).',
  });
