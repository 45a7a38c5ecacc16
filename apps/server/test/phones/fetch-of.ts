/** The server as a phone reaches it, without a real network, but with its faults. */
import type { Fetch } from '@denba/device/sync/http-server';
import type { FastifyInstance } from 'fastify';

/** `lostAnswer`: the server carries out the request, and its answer does not arrive. */
export type Fault = 'none' | 'noNetwork' | 'lostAnswer' | 'cutAnswer';

export const fetchOf =
  (server: FastifyInstance, fault: () => Fault): Fetch =>
  async (address, request) => {
    const broken = fault();
    if (broken === 'noNetwork') throw new TypeError('Failed to fetch');
    const { pathname, search } = new URL(address);
    const { body } = request;
    const payload = body instanceof Uint8Array ? Buffer.from(body) : typeof body === 'string' ? body : undefined;
    const answer = await server.inject({
      method: request.method as 'GET' | 'POST' | 'PUT',
      url: `${pathname}${search}`,
      headers: request.headers as Record<string, string>,
      ...(payload === undefined ? {} : { payload }),
    });
    if (broken === 'lostAnswer') throw new TypeError('Failed to fetch');
    const text = broken === 'cutAnswer' ? answer.body.slice(0, Math.floor(answer.body.length / 2)) : answer.body;
    return new Response(text, { status: answer.statusCode });
  };
