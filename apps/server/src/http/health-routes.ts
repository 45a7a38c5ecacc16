/** For monitoring: `/healthz` says that the process runs, `/readyz` that its database answers too. */
import type { FastifyInstance } from 'fastify';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

export const healthRoutes = (server: FastifyInstance, db: Kysely<Tables>): void => {
  server.get('/healthz', async () => ({ ok: true }));
  server.get('/readyz', async (_request, reply) => {
    const answers = await sql`SELECT 1`.execute(db).then(
      () => true,
      () => false,
    );
    return reply.status(answers ? 200 : 503).send({ ok: answers, database: answers ? 'answers' : 'does not answer' });
  });
};
