/** The whole server over a database that is ready: every route, and nothing that listens. */
import type { Fold } from '@denba/sync-server/fold-families';
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Tables } from './database/tables.ts';
import { deviceRoutes } from './devices/device-routes.ts';
import { createServer, type Log } from './http/create-server.ts';
import { healthRoutes } from './http/health-routes.ts';
import { createThrottle } from './http/throttle.ts';

export type AppOptions = {
  readonly db: Kysely<Tables>;
  readonly fold: Fold;
  readonly now: () => Date;
  readonly log: Log;
};

export const createApp = ({ db, fold, now, log }: AppOptions): FastifyInstance => {
  const server = createServer(log);
  healthRoutes(server, db);
  deviceRoutes(server, { db, fold, now, joins: createThrottle(() => now().getTime()) });
  return server;
};
