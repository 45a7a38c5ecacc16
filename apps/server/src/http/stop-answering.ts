/**
 * Finishes the requests under way, then stops. Connections that are still open after `graceMs` are cut: nothing of
 * their requests was stored, and phones send again.
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
