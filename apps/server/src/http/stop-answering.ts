/**
 * Answers what was begun, then stops. Whoever is still sending or reading after `graceMs` is cut off, however slowly she
 * does: nothing of it was taken in, and phones send again.
 */
import type { FastifyInstance } from 'fastify';

export const stopAnswering = async (server: FastifyInstance, graceMs: number): Promise<void> => {
  const cut = setTimeout(() => server.server.closeAllConnections(), graceMs);
  try {
    await server.close();
  } finally {
    clearTimeout(cut);
  }
};
