import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { createThrottle, type Throttle } from './throttle.ts';

let database: TestDatabase;
let nowMs = 0;
let throttle: Throttle;

const another = (): Throttle => createThrottle(database.db, () => new Date(nowMs));

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => {
  nowMs = Date.parse('2026-11-26T09:00:00Z');
  throttle = another();
});
afterEach(() => database.db.deleteFrom('sign_in_failure').execute());
afterAll(() => database.end());

/** `heard`, or the code of the refusal. */
const ask = (who = 'name awa', at: Throttle = throttle): Promise<string> =>
  at.ask(who).then(
    () => 'heard',
    (refusal) => refusal.code ?? String(refusal),
  );
const fail = async (times: number, who?: string): Promise<void> => {
  for (let time = 0; time < times; time += 1) await ask(who);
};

describe('whoever guesses', () => {
  it('is heard six times, and waits twice as long after each further try, a quarter of an hour at most', async () => {
    await fail(6);
    const waits: number[] = [];
    for (let time = 0; time < 14; time += 1) {
      expect(await ask()).toBe('too-often');
      const { next_at } = await database.db.selectFrom('sign_in_failure').selectAll().executeTakeFirstOrThrow();
      waits.push((next_at.getTime() - nowMs) / 1000);
      nowMs = next_at.getTime() - 1;
      expect(await ask()).toBe('too-often');
      nowMs += 1;
      expect(await ask()).toBe('heard');
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
  });

  it('is told how long to wait', async () => {
    await fail(6);
    nowMs += 1_000;
    await fail(1);
    await expect(throttle.ask('name awa')).rejects.toMatchObject({ text: { fr: expect.stringContaining('2 s') } });
  });

  it('is not forgiven by a restart, and gains nothing by asking another server', async () => {
    await fail(6);
    expect(await ask('name awa', another())).toBe('too-often');
  });

  it('is not heard more often by trying everything at once, at two servers', async () => {
    const two = another();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => ask('name awa', at % 2 ? two : throttle)));
    expect(answers.filter((answer) => answer === 'heard')).toHaveLength(6);
  });

  it('is not counted for what was no failure, and keeps the failures before it', async () => {
    await fail(4);
    for (let time = 0; time < 10; time += 1) {
      expect(await ask()).toBe('heard');
      await throttle.giveBack('name awa');
    }
    await fail(2);
    expect(await ask()).toBe('too-often');
  });

  it('is heard also when the first tries of one moment arrive in another order', async () => {
    for (const ms of [5, 0, 3, -2, 1]) {
      const at = createThrottle(database.db, () => new Date(nowMs + ms));
      expect(await ask('name awa', at), `${ms} ms`).toBe('heard');
    }
  });

  it('does not slow down others', async () => {
    await fail(8);
    expect(await ask('name fanta')).toBe('heard');
  });

  it('is heard again at once after she came in, and after a quiet day', async () => {
    await fail(7);
    await throttle.forget('name awa');
    expect(await ask()).toBe('heard');
    await fail(8);
    nowMs += 25 * 3_600_000;
    await fail(5);
    expect(await ask()).toBe('heard');
  });
});

it('a clock that was set back keeps nobody out', async () => {
  await fail(3);
  nowMs -= 7 * 24 * 3_600_000;
  expect(await ask()).toBe('heard');
  expect(await ask()).toBe('heard');
});

it('what was typed is not kept, and what counts no more is swept away', async () => {
  await fail(2, 'name my password by mistake');
  const kept = () => database.db.selectFrom('sign_in_failure').selectAll().execute();
  expect(JSON.stringify(await kept())).not.toContain('password');
  nowMs += 26 * 3_600_000;
  await fail(1, 'name awa');
  expect(await kept()).toHaveLength(1);
});
