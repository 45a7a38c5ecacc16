/**
 * Compresses pages for browsers that accept it. Only for pages without secrets of the reader: the length of a
 * compressed answer could otherwise let an attacker who can trigger requests guess them.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** In characters; a shorter answer fits in one packet anyway. */
const WORTH_IT = 1_000;

export const packedAnswers = (scope: FastifyInstance): void => {
  scope.addHook('onSend', async (request, reply, payload) => {
    const accepted = request.headers['accept-encoding'] ?? '';
    const type = String(reply.getHeader('content-type') ?? '');
    if (typeof payload !== 'string' || payload.length < WORTH_IT || !type.startsWith('text/')) return payload;
    reply.header('vary', 'accept-encoding');
    if (/\bbr\b/.test(accepted)) {
      reply.header('content-encoding', 'br').removeHeader('content-length');
      return brotli(payload, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    }
    if (!/\bgzip\b/.test(accepted)) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return zip(payload);
  });
};
