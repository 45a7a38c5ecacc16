import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServer } from './create-server.ts';
import { stopAnswering } from './stop-answering.ts';

let server: FastifyInstance;
let port: number;
beforeEach(async () => {
  server = createServer(() => {});
  server.post('/echo', async (request) => request.body);
  port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterEach(() => server.close());

/** The answer to these bytes, until the connection ends. */
const answerTo = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (part) => {
      answer += String(part);
    });
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });

const HEAD = 'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

describe('what is no request', () => {
  it.each([
    ['of another language', '\x16\x03\x01\x02\x00\x01\x00', 400],
    ['of two lengths', `${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400],
    ['of two ways to say its length', `${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    ['of a negative length', `${HEAD}Content-Length: -1\r\n\r\n`, 400],
    ['with a head without end', `${HEAD}X: ${'a'.repeat(70_000)}\r\n\r\n`, 431],
  ])('%s is told so in the shape of every refusal, and safely', async (_what, bytes, status) => {
    const [head = '', body = ''] = (await answerTo(bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain("content-security-policy: default-src 'self'");
    expect(JSON.parse(body)).toEqual({
      code: status === 431 ? 'too-large' : 'not-understood',
      message: { fr: expect.any(String), en: expect.any(String) },
    });
  });
});

describe('a server that stops', () => {
  it('waits for whoever sends slowly, not for ever', async () => {
    const slow = answerTo(`${HEAD}Content-Length: 10\r\n\r\n{`);
    await expect.poll(() => new Promise((told) => server.server.getConnections((_, count) => told(count)))).toBe(1);
    await stopAnswering(server, 200);
    expect(await slow).toBe('');
  });
});
