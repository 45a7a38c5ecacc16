/** PostgreSQL keeps every character but one. A text with NUL is not understood, instead of failing further in. */
import type { FastifyInstance } from 'fastify';
import { notUnderstood } from './refusal.ts';

export const noNul = (server: FastifyInstance): void => {
  server.addHook('preValidation', async ({ body, params, query, headers }) => {
    if (hasNul([params, query, headers]) || (!Buffer.isBuffer(body) && hasNul(body))) throw notUnderstood();
  });
};

/** Without recursion: what is sent may be nested as deep as it is long. */
const hasNul = (value: unknown): boolean => {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string' && next.includes('\0')) return true;
    if (typeof next === 'object' && next !== null) {
      for (const [key, inner] of Object.entries(next)) open.push(key, inner);
    }
  }
  return false;
};
