import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { realProvider } from '../../test/real-provider.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { textOf } from '../../test/test-pages.ts';
import {
  aCountry,
  aPerson,
  browserOf,
  browserWith,
  type Clock,
  managedApp,
  PUBLIC_URL,
} from '../../test/test-people.ts';

let database: TestDatabase;
let server: FastifyInstance;
let provider: Awaited<ReturnType<typeof realProvider>>;
// The provider uses the real time.
let clock: Clock;

const people = {
  'sub-awa': { email: 'Awa.Traore@sante.example.org', email_verified: true },
  'sub-awa-again': { email: 'awa.traore@sante.example.org', email_verified: true },
  'sub-unverified': { email: 'fanta@sante.example.org', email_verified: false },
  'sub-silent': { email: 'kadia@sante.example.org' },
  'sub-closed': { email: 'closed@sante.example.org', email_verified: true },
  'sub-nobody': { email: 'nobody@sante.example.org', email_verified: true },
  'sub-made': { email: 'made@sante.example.org', email_verified: true },
  'sub-two': { email: 'two@sante.example.org', email_verified: true },
  'sub-no-email': {},
};

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  provider = await realProvider(people, PUBLIC_URL);
});
beforeEach(async () => {
  clock = { now: new Date() };
  // Clears the throttle.
  await database.db.deleteFrom('sign_in_failure').execute();
  server = managedApp(database, clock, { identityProvider: provider.settings });
});
afterAll(async () => {
  await provider.end();
  await database.end();
});

type Answer = Awaited<ReturnType<ReturnType<typeof browserWith>['get']>>;
const cookiesOf = ({ headers }: Answer) => [headers['set-cookie']].flat().map(String);
const attemptOf = (answer: Answer) =>
  cookiesOf(answer)
    .find((cookie) => cookie.startsWith('__Host-denba-attempt='))
    ?.split(';', 1)[0] ?? '';
const sessionOf = (answer: Answer) =>
  cookiesOf(answer)
    .find((cookie) => cookie.startsWith('__Host-denba='))
    ?.split(';', 1)[0] ?? null;

const begin = async (where = server) => {
  const begun = await browserWith(where, '').get('/admin/sign-in/provider');
  return { begun, address: String(begun.headers['location']), attempt: attemptOf(begun) };
};
const comeBack = (url: string, attempt: string, where = server) =>
  browserWith(where, attempt).get(url.slice(PUBLIC_URL.length));
const signInAs = async (person: string) => {
  const { address, attempt } = await begin();
  return comeBack(await provider.signInAs(address, person), attempt);
};

/** An account with an e-mail for the identity provider, set by somebody who looks after accounts. */
const anAccountWith = async (email: string) => {
  const person = await aPerson(database, ['supervisor', 'sanankoroba']);
  const chief = await aPerson(database, ['district', 'kati']);
  const { put } = await browserOf(server, database, clock, chief.id);
  const answer = await put(`/api/accounts/${person.id}/identity`, { email });
  expect(answer.status).toBe(204);
  return { ...person, chief: chief.id };
};
const refusals = async () => {
  const rows = await database.db.selectFrom('audit').select('detail').where('act', '=', 'sign-in-refused').execute();
  return rows.map(({ detail }) => (detail as { readonly reason: string }).reason);
};
const problemIn = ({ body }: Answer) => textOf(/<p class="problem"[^>]*>(.*?)<\/p>/.exec(body)?.[1] ?? '');

const OPENS_NOTHING = "Votre compte Santé Mali n'ouvre pas Denba. Demandez à la personne qui gère les comptes.";
const NOT_COMPLETED = "La connexion n'a pas abouti. Recommencez depuis cette page.";

describe('the page of signing in', () => {
  it('offers the provider by its name, and nothing of it when none is set', async () => {
    expect(textOf((await browserWith(server, '').get('/admin/sign-in')).body)).toContain(
      'Se connecter avec Santé Mali',
    );
    const without = browserWith(managedApp(database, clock), '');
    expect((await without.get('/admin/sign-in')).body).not.toContain('sign-in/provider');
    expect((await without.get('/admin/sign-in/provider')).status).toBe(404);
    expect((await without.get('/admin/sign-in/return?code=x')).status).toBe(404);
  });

  it('goes out with a code challenge, a state and a nonce that differ each time', async () => {
    const [one, two] = [await begin(), await begin()];
    expect(one.begun.status).toBe(303);
    const { origin, searchParams } = new URL(one.address);
    expect(origin).toBe(provider.issuer);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ client_id: 'denba', response_type: 'code', scope: 'openid email', code_challenge_method: 'S256' },
      redirect_uri: `${PUBLIC_URL}/admin/sign-in/return`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
      expect(searchParams.get(name)).not.toBe(new URL(two.address).searchParams.get(name));
    }
    expect(cookiesOf(one.begun).join()).toMatch(/Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/);
  });
});

describe('whoever has an account', () => {
  it('is bound by a verified e-mail the first time, and known by her subject from then on', async () => {
    const awa = await anAccountWith('awa.traore@sante.example.org ');
    const first = await signInAs('sub-awa');
    expect(first.status).toBe(200);
    expect(first.body).toContain('<meta http-equiv="refresh" content="0; url=/admin/places">');
    expect(first.body).not.toContain('<nav');
    expect(attemptOf(first)).toBe('__Host-denba-attempt=');
    const { get } = browserWith(server, sessionOf(first) ?? '');
    expect((await get('/api/me')).json()).toMatchObject({ account: { id: awa.id } });
    // The provider gives her another e-mail, and her former one to somebody else.
    people['sub-awa'].email = 'awa.married@sante.example.org';
    expect(sessionOf(await signInAs('sub-awa'))).not.toBeNull();
    const somebodyElse = await signInAs('sub-awa-again');
    expect(sessionOf(somebodyElse)).toBeNull();
    expect(problemIn(somebodyElse)).toBe(OPENS_NOTHING);
    const audited = await database.db
      .selectFrom('audit')
      .select(['act', 'place_id', 'detail'])
      .where('actor', '=', `account:${awa.id}`)
      .orderBy('position')
      .execute();
    expect(audited.map(({ act, place_id }) => `${act} ${place_id}`)).toEqual([
      'identity-bound sanankoroba',
      'signed-in sanankoroba',
      'signed-in sanankoroba',
    ]);
    expect(audited[1]?.detail).toEqual({ by: 'identity-provider', from: '127.0.0.1' });
  });

  it('is one and the same when she comes in twice at once for the first time', async () => {
    await anAccountWith('two@sante.example.org');
    const both = await Promise.all([signInAs('sub-two'), signInAs('sub-two')]);
    expect(both.map(sessionOf)).not.toContain(null);
  });

  it('has no password any more that somebody else made for her, and goes straight on', async () => {
    const made = await anAccountWith('made@sante.example.org');
    await database.db.updateTable('account').set({ password_made: true }).where('id', '=', made.id).execute();
    const { get } = browserWith(server, sessionOf(await signInAs('sub-made')) ?? '');
    expect((await get('/admin/places')).status).toBe(200);
    expect(textOf((await get('/admin/me')).body)).toContain("il n'y a pas de mot de passe ici");
    const row = database.db.selectFrom('account').select('password_hash').where('id', '=', made.id);
    expect(await row.executeTakeFirst()).toEqual({ password_hash: null });
  });
});

describe('nobody is let in', () => {
  it.each([
    ['whom nobody gave an account', 'sub-nobody'],
    ['whose e-mail the provider did not verify', 'sub-unverified'],
    ['of whose e-mail the provider does not say whether it verified it', 'sub-silent'],
    ['without an e-mail', 'sub-no-email'],
    ['whose account was closed', 'sub-closed'],
  ])('%s: the same sentence, and no account more', async (_, person) => {
    const { email } = people[person as 'sub-closed'];
    if (email !== undefined && person !== 'sub-nobody') {
      const { id, chief } = await anAccountWith(email);
      const { post } = await browserOf(server, database, clock, chief);
      if (person === 'sub-closed') expect((await post(`/api/accounts/${id}/close`)).status).toBe(204);
    }
    const accounts = () => database.db.selectFrom('account').select('id').execute();
    const before = await accounts();
    const answer = await signInAs(person);
    expect([answer.status, problemIn(answer), sessionOf(answer)]).toEqual([401, OPENS_NOTHING, null]);
    expect(await accounts()).toEqual(before);
    expect((await refusals()).at(-1)).toMatch(/^no-account/);
  });

  it('whose account was closed after she was bound, by whatever road', async () => {
    const { id } = await anAccountWith('two-b@sante.example.org');
    people['sub-nobody'].email = 'two-b@sante.example.org';
    expect(sessionOf(await signInAs('sub-nobody'))).not.toBeNull();
    await database.db.updateTable('account').set({ closed_at: clock.now }).where('id', '=', id).execute();
    expect(problemIn(await signInAs('sub-nobody'))).toBe(OPENS_NOTHING);
  });

  it('once her identity was taken: her sessions end at once', async () => {
    const { id, chief } = await anAccountWith('gone@sante.example.org');
    people['sub-no-email'] = { email: 'gone@sante.example.org', email_verified: true };
    const { get } = browserWith(server, sessionOf(await signInAs('sub-no-email')) ?? '');
    expect((await get('/api/me')).status).toBe(200);
    const boss = await browserOf(server, database, clock, chief);
    expect((await boss.submit(`/admin/people/${id}/identity/take`, {})).status).toBe(303);
    expect((await get('/api/me')).status).toBe(401);
    expect(problemIn(await signInAs('sub-no-email'))).toBe(OPENS_NOTHING);
  });
});

describe('an attempt that is not in order ends in a sentence', () => {
  const tampered = (url: string, name: string, value: string | null): string => {
    const changed = new URL(url);
    if (value === null) changed.searchParams.delete(name);
    else changed.searchParams.set(name, value);
    return changed.href;
  };
  const refusedWith = async (answer: Answer, sentence: string, reason: RegExp) => {
    expect([answer.status, problemIn(answer), sessionOf(answer)]).toEqual([401, sentence, null]);
    expect((await refusals()).at(-1)).toMatch(reason);
  };

  it.each([
    ['another state', 'state', 'x'.repeat(43), /^notCompleted: OAUTH_/],
    ['no state', 'state', null, /^notCompleted: OAUTH_/],
    ['a made-up code', 'code', 'made-up', /^notCompleted: invalid_grant/],
    ['no code', 'code', null, /^notCompleted: OAUTH_/],
    ['another issuer', 'iss', 'https://evil.example.org', /^notCompleted: OAUTH_/],
    ['no issuer', 'iss', null, /^notCompleted: OAUTH_/],
  ])('with %s', async (_, name, value, reason) => {
    const { address, attempt } = await begin();
    const back = await provider.signInAs(address, 'sub-awa');
    await refusedWith(await comeBack(tampered(back, name, value), attempt), NOT_COMPLETED, reason);
  });

  it('with a code that was used already, and its session begun with it is no second one', async () => {
    const { address, attempt } = await begin();
    const back = await provider.signInAs(address, 'sub-awa');
    expect(sessionOf(await comeBack(back, attempt))).not.toBeNull();
    await refusedWith(await comeBack(back, attempt), NOT_COMPLETED, /^notCompleted: invalid_grant/);
  });

  it('in a browser that did not begin it, or that began another', async () => {
    const { address } = await begin();
    const back = await provider.signInAs(address, 'sub-awa');
    await refusedWith(await comeBack(back, ''), NOT_COMPLETED, /not-begun-in-this-browser$/);
    await refusedWith(await comeBack(back, (await begin()).attempt), NOT_COMPLETED, /^notCompleted: OAUTH_/);
  });

  it('with another nonce or another verifier in the browser', async () => {
    for (const part of [1, 2]) {
      const { address, attempt } = await begin();
      const back = await provider.signInAs(address, 'sub-awa');
      const parts = attempt.split('.');
      parts[part] = 'x'.repeat(43);
      await refusedWith(await comeBack(back, parts.join('.')), NOT_COMPLETED, /^notCompleted: /);
    }
  });

  it('when she says no at the provider', async () => {
    const { address, attempt } = await begin();
    const { searchParams } = new URL(address);
    const no = `/admin/sign-in/return?error=access_denied&state=${searchParams.get('state')}&iss=${encodeURIComponent(provider.issuer)}`;
    const answer = await comeBack(`${PUBLIC_URL}${no}`, attempt);
    await refusedWith(
      answer,
      'Santé Mali ne vous a pas connecté. Vous pouvez recommencer.',
      /^declined: access_denied/,
    );
  });

  it('when a clock is two hours off; two minutes are nothing', async () => {
    const real = clock.now.getTime();
    const { address, attempt } = await begin();
    const back = await provider.signInAs(address, 'sub-awa');
    clock.now = new Date(real + 2 * 3_600_000);
    const sentence =
      "L'heure du serveur et celle de Santé Mali ne sont pas d'accord. Prévenez la personne qui s'occupe du serveur.";
    await refusedWith(await comeBack(back, attempt), sentence, /^clock: /);
    clock.now = new Date(real + 2 * 60_000);
    expect(sessionOf(await signInAs('sub-awa'))).not.toBeNull();
    clock.now = new Date(real - 2 * 60_000);
    expect(sessionOf(await signInAs('sub-awa'))).not.toBeNull();
  });

  it('when the provider is down, or is another than the settings say', async () => {
    const away = { ...provider.settings, issuer: 'http://127.0.0.1:9' };
    const down = managedApp(database, clock, { identityProvider: away });
    const { begun } = await begin(down);
    expect([begun.status, problemIn(begun)]).toEqual([
      424,
      'Santé Mali ne répond pas. Attendez un peu, ou connectez-vous avec un mot de passe.',
    ]);
    const { address, attempt } = await begin();
    const back = await provider.signInAs(address, 'sub-awa');
    expect((await comeBack(back, attempt, down)).status).toBe(424);
    const other = { ...provider.settings, issuer: provider.issuer.replace('127.0.0.1', 'localhost') };
    const elsewhere = managedApp(database, clock, { identityProvider: other });
    await refusedWith((await begin(elsewhere)).begun, NOT_COMPLETED, /^notCompleted: OAUTH_JSON_ATTRIBUTE/);
  });

  it('when the secret is not the one that the provider knows', async () => {
    const wrong = managedApp(database, clock, {
      identityProvider: { ...provider.settings, clientSecret: 'x'.repeat(40) },
    });
    const { address, attempt } = await begin(wrong);
    const back = await provider.signInAs(address, 'sub-awa');
    await refusedWith(await comeBack(back, attempt, wrong), NOT_COMPLETED, /^notCompleted: /);
  });

  it('and is slowed when it is tried again and again', async () => {
    const stranger = browserWith(server, '');
    for (let time = 0; time < 6; time += 1) await stranger.get('/admin/sign-in/provider');
    const slowed = await stranger.get('/admin/sign-in/provider');
    expect([slowed.status, problemIn(slowed)]).toEqual([429, expect.stringMatching(/^Trop d'essais/)]);
    await Promise.all(Array.from({ length: 8 }, () => comeBack(`${PUBLIC_URL}/admin/sign-in/return?code=x`, '')));
    expect((await refusals()).length).toBeLessThan(60);
  });
});

describe('whoever looks after accounts', () => {
  it('gives an e-mail only to accounts that are hers to change, and one to one account', async () => {
    const { id, chief } = await anAccountWith('unique@sante.example.org');
    const other = await aPerson(database, ['supervisor', 'kalaban']);
    const boss = await browserOf(server, database, clock, chief);
    const taken = await boss.submit(`/admin/people/${other.id}/identity`, { email: 'UNIQUE@sante.example.org' });
    expect([taken.status, problemIn(taken)]).toEqual([409, expect.stringContaining('ouvre déjà un autre compte')]);
    const page = await boss.get(`/admin/people/${id}`);
    expect(textOf(page.body)).toContain("unique@sante.example.org : ne s'est pas encore connecté ainsi.");
    expect((await boss.submit(`/admin/people/${id}/identity`, { email: 'not an address' })).status).toBe(422);
    const below = await browserOf(server, database, clock, other.id);
    expect((await below.put(`/api/accounts/${chief}/identity`, { email: 'a@b.org' })).status).toBe(404);
    const peer = await aPerson(database, ['region', 'koulikoro'], ['supervisor', 'kalaban']);
    expect((await boss.put(`/api/accounts/${peer.id}/identity`, { email: 'a@b.org' })).status).toBe(403);
  });
});
