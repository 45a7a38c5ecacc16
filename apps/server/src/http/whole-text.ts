/**
 * PostgreSQL cannot store NUL or a lone surrogate: a request with such a text is not understood, instead of failing
 * later.
 */
import type { FastifyInstance } from 'fastify';
import { notUnderstood } from './refusal.ts';

export const wholeText = (server: FastifyInstance): void => {
  server.addHook('preValidation', async ({ body, params, query, headers }) => {
    if (!isWhole([params, query, headers]) || !(Buffer.isBuffer(body) || isWhole(body))) throw notUnderstood();
  });
};

/** Without recursion: a body may be nested as deeply as it is long. */
const isWhole = (value: unknown): boolean => {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string' && (next.includes('\0') || !next.isWellFormed())) return false;
    if (typeof next === 'object' && next !== null) {
      for (const [key, inner] of Object.entries(next)) open.push(key, inner);
    }
  }
  return true;
};
