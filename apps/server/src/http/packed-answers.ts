/**
 * Pages go out compressed to a browser that can read it. Only for pages without a secret of the reader in them: whoever can
 * make her ask and see how long answers are could otherwise guess one.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** What is shorter fits in one packet as it is. */
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
