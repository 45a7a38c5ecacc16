import { afterEach, expect, it } from 'vitest';
import { createServer } from './create-server.ts';

const lines: Readonly<Record<string, unknown>>[] = [];
const server = createServer((line) => lines.push(line));
server.get('/:code', async (request) => {
  const { code } = request.params as { readonly code: string };
  throw Object.assign(new Error('said by PostgreSQL'), { code });
});
afterEach(() => lines.splice(0));

const errors = () => lines.filter(({ kind }) => kind === 'error');

it.each(['53100', '57P01', '57P03', '08006', 'ECONNREFUSED'])(
  'a database that is away (%s) is said so, and fills no log',
  async (code) => {
    const answer = await server.inject(`/${code}`);
    expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'database-away' }]);
    expect(errors()).toEqual([]);
  },
);

it.each(['23505', '22P02', 'ERR_ASSERTION'])('a defect (%s) stays one', async (code) => {
  expect((await server.inject(`/${code}`)).statusCode).toBe(500);
  expect(errors()).toHaveLength(1);
});
