import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { aCountry, aMorning, browserWith, managedApp } from '../../test/test-people.ts';
import { inGroups } from '../spoken-code.ts';
import { makeSetupCode } from './set-up.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.end());

const asked = { name: 'Awa Traoré', signInName: 'awa', password: 'tasse genou nuage' };
const started = async () => {
  const setupCode = await makeSetupCode(database.db);
  return { code: setupCode ?? '', server: managedApp(database, aMorning(), { setupCode }) };
};
type Server = Awaited<ReturnType<typeof started>>['server'];
const post = (server: Server, payload: object) => server.inject({ method: 'POST', url: '/api/setup', payload });

describe('a server without accounts', () => {
  it('makes the first administrator at the root, for whoever reads its console, once', async () => {
    const { code, server } = await started();
    const made = await post(server, { ...asked, code: inGroups(code).toLowerCase(), rootName: 'Mali' });
    expect(made.statusCode).toBe(201);
    const browser = browserWith(server, String(made.headers['set-cookie']).split(';', 1)[0] ?? '');
    const root = await database.db.selectFrom('place').selectAll().executeTakeFirstOrThrow();
    expect(root).toMatchObject({ name: 'Mali', kind: 'country', parent_id: null, path: `${root.id}/` });
    expect((await browser.get('/api/me')).json()).toMatchObject({
      account: { name: 'Awa Traoré', passwordMade: false },
      roles: [{ role: 'administrator', place: root.id }],
    });
    expect(await database.db.selectFrom('audit').select(['place_id', 'act']).execute()).toEqual([
      { place_id: root.id, act: 'set-up' },
    ]);
    expect((await post(server, { ...asked, signInName: 'other', code })).statusCode).toBe(404);
    expect(await makeSetupCode(database.db)).toBeNull();
  });

  it('takes the place that is there for the root', async () => {
    await aCountry(database);
    const { code, server } = await started();
    expect((await post(server, { ...asked, code })).statusCode).toBe(201);
    const [role] = await database.db.selectFrom('account_role').selectAll().execute();
    expect(role).toMatchObject({ role: 'administrator', place_id: 'ml' });
  });

  it('lets in one of two who come at once', async () => {
    const { code, server } = await started();
    const both = await Promise.all(
      ['awa', 'ben'].map((name) => post(server, { ...asked, signInName: name, code, rootName: 'Mali' })),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 404]);
  });

  it('refuses a wrong code, more and more slowly, a weak password, and a country without a name', async () => {
    const { code, server } = await started();
    expect((await post(server, { ...asked, password: 'motdepasse1', code })).statusCode).toBe(422);
    expect((await post(server, { ...asked, code })).json()).toMatchObject({ code: 'root-name-needed' });
    const answers: number[] = [];
    for (let times = 0; times < 8; times += 1) {
      answers.push((await post(server, { ...asked, code: 'AAAA AAAA AAAA' })).statusCode);
    }
    expect([answers[0], answers.at(-1)]).toEqual([403, 429]);
    expect(await database.db.selectFrom('account').select('id').execute()).toEqual([]);
  });
});

describe('a server with accounts, or without a setup code', () => {
  it('has no such address', async () => {
    const server = managedApp(database, aMorning());
    expect((await post(server, { ...asked, code: 'AAAA AAAA AAAA' })).statusCode).toBe(404);
  });
});
