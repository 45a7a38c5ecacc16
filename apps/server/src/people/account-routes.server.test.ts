import { describe, expect, it } from 'vitest';
import { managedPages } from '../../test/managed-pages.ts';
import { aPerson, browserOf } from '../../test/test-people.ts';
import type { Role } from './roles.ts';

const site = managedPages();
const { clock } = site;

const as = async (...roles: readonly (readonly [Role, string])[]) => {
  const person = await aPerson(site.database, ...roles);
  return { ...person, ...(await browserOf(site.server, site.database, clock, person.id)) };
};
const rolesOf = async (account: string) => {
  const rows = await site.database.db
    .selectFrom('account_role')
    .selectAll()
    .where('account_id', '=', account)
    .execute();
  return rows.map(({ role, place_id }) => `${role} ${place_id}`).sort();
};
const audited = (place: string) =>
  site.database.db.selectFrom('audit').select(['actor', 'act', 'detail']).where('place_id', '=', place).execute();

describe('an account for somebody else', () => {
  it('comes with a role and a password that she replaces', async () => {
    const district = await as(['district', 'kati']);
    const asked = { name: 'Ben Keïta', signInName: ' Ben.Keita ', role: 'supervisor', place: 'sanankoroba' };
    const made = await district.post('/api/accounts', asked);
    expect(made.status).toBe(201);
    const { id, password } = made.json() as { readonly id: string; readonly password: string };
    const payload = { name: 'ben.keita', password };
    expect((await site.server.inject({ method: 'POST', url: '/api/session', payload })).statusCode).toBe(201);
    expect(await rolesOf(id)).toEqual(['supervisor sanankoroba']);
    expect(await audited('sanankoroba')).toContainEqual({
      ...{ actor: `account:${district.id}`, act: 'account-created' },
      detail: { account: id, role: 'supervisor' },
    });
    expect((await district.post('/api/accounts', asked)).json()).toMatchObject({ code: 'name-taken' });
  });

  it.each([
    ['above her', 'region', 'sanankoroba', 403],
    ['of administration', 'administrator', 'kati', 403],
    ['of the network', 'network', 'kati', 403],
    ['above her place', 'health_worker', 'koulikoro', 404],
    ['beside her place', 'health_worker', 'bla', 404],
    ['nowhere', 'health_worker', 'nowhere', 404],
  ])('is not made %s', async (_where, role, place, status) => {
    const district = await as(['district', 'kati']);
    const asked = { name: 'Ben', signInName: 'ben.other', role, place };
    expect((await district.post('/api/accounts', asked)).status).toBe(status);
  });

  it.each([
    ['an unknown role', { role: 'king' }],
    ['no name', { name: ' ' }],
    ['a sign-in name with markup', { signInName: '<b>' }],
    ['a number for a place', { place: 3 }],
  ])('with %s is not understood', async (_what, wrong) => {
    const district = await as(['district', 'kati']);
    const right = { name: 'Ben', signInName: 'ben.fourth', role: 'supervisor', place: 'kati' };
    expect((await district.post('/api/accounts', { ...right, ...wrong })).status).toBe(400);
  });

  it('is not made by somebody without that right, nor without a session', async () => {
    const midwife = await as(['health_worker', 'sanankoroba']);
    const asked = { name: 'Ben', signInName: 'ben.third', role: 'health_worker', place: 'sanankoroba' };
    expect((await midwife.post('/api/accounts', asked)).status).toBe(403);
    const nobody = await site.server.inject({ method: 'POST', url: '/api/accounts', payload: asked });
    expect(nobody.statusCode).toBe(401);
  });
});

describe('the list of accounts', () => {
  it('shows those with a role below her, and of their roles only those', async () => {
    const both = await aPerson(site.database, ['health_worker', 'sanankoroba'], ['health_worker', 'bla']);
    const elsewhere = await aPerson(site.database, ['region', 'segou']);
    const district = await as(['district', 'kati']);
    const { accounts } = (await district.get('/api/accounts')).json() as {
      readonly accounts: readonly { readonly id: string; readonly roles: readonly object[] }[];
    };
    expect(accounts.find(({ id }) => id === both.id)?.roles).toEqual([
      { role: 'health_worker', place: 'sanankoroba', placeName: 'Sanankoroba' },
    ]);
    expect(accounts.some(({ id }) => id === elsewhere.id)).toBe(false);
  });
});

describe('a role', () => {
  it('is given and taken, at once and written down', async () => {
    const [district, midwife] = [await as(['district', 'kati']), await as(['health_worker', 'sanankoroba'])];
    const supervisor = { role: 'supervisor', place: 'sanankoroba' };
    expect((await midwife.get('/api/accounts')).json()).toEqual({ accounts: [] });
    expect((await district.post(`/api/accounts/${midwife.id}/roles`, supervisor)).status).toBe(204);
    expect((await district.post(`/api/accounts/${midwife.id}/roles`, supervisor)).status).toBe(204);
    expect((await midwife.get('/api/accounts')).json()).not.toEqual({ accounts: [] });
    expect((await district.delete(`/api/accounts/${midwife.id}/roles`, supervisor)).status).toBe(204);
    expect((await midwife.get('/api/accounts')).json()).toEqual({ accounts: [] });
    const acts = (await audited('sanankoroba')).filter(({ actor }) => actor === `account:${district.id}`);
    expect(acts.map(({ act }) => act)).toEqual(['role-granted', 'role-revoked']);
  });

  it('above hers or elsewhere is neither given nor taken, not even to herself', async () => {
    const district = await as(['district', 'kati']);
    const above = await aPerson(site.database, ['region', 'koulikoro'], ['health_worker', 'sanankoroba']);
    const roles = (account: string) => `/api/accounts/${account}/roles`;
    expect((await district.post(roles(district.id), { role: 'administrator', place: 'kati' })).status).toBe(403);
    expect((await district.delete(roles(above.id), { role: 'region', place: 'koulikoro' })).status).toBe(404);
    expect((await district.post(roles(above.id), { role: 'district', place: 'segou' })).status).toBe(404);
    const atHome = await aPerson(site.database, ['administrator', 'kati'], ['health_worker', 'kati']);
    expect((await district.delete(roles(atHome.id), { role: 'administrator', place: 'kati' })).status).toBe(403);
    expect(await rolesOf(atHome.id)).toEqual(['administrator kati', 'health_worker kati']);
  });

  it('that is the only one is not taken', async () => {
    const [district, midwife] = [
      await as(['district', 'kati']),
      await aPerson(site.database, ['health_worker', 'kalaban']),
    ];
    const only = { role: 'health_worker', place: 'kalaban' };
    expect((await district.delete(`/api/accounts/${midwife.id}/roles`, only)).json()).toMatchObject({
      code: 'last-role',
    });
  });
});

describe('the last two roles', () => {
  it('are not both taken, by two at the same moment', async () => {
    const [one, two] = [await as(['district', 'kati']), await as(['district', 'kati'])];
    const midwife = await aPerson(site.database, ['health_worker', 'kalaban'], ['health_worker', 'sanankoroba']);
    const url = `/api/accounts/${midwife.id}/roles`;
    const both = await Promise.all([
      one.delete(url, { role: 'health_worker', place: 'kalaban' }),
      two.delete(url, { role: 'health_worker', place: 'sanankoroba' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await rolesOf(midwife.id)).toHaveLength(1);
  });
});

describe('an account that goes', () => {
  it('is closed: signed out, listed no more, its name never reused', async () => {
    const [district, midwife] = [await as(['district', 'kati']), await as(['health_worker', 'sanankoroba'])];
    expect((await district.post(`/api/accounts/${midwife.id}/close`)).status).toBe(204);
    expect((await midwife.get('/api/me')).status).toBe(401);
    expect((await district.get('/api/accounts')).body).not.toContain(midwife.id);
    const again = { name: 'x', signInName: midwife.signInName, role: 'health_worker', place: 'kati' };
    expect((await district.post('/api/accounts', again)).json()).toMatchObject({ code: 'name-taken' });
    expect((await district.post(`/api/accounts/${midwife.id}/close`)).status).toBe(404);
  });

  it('with a role beyond hers stays: she is told that she may not; one that she does not see does not exist', async () => {
    const district = await as(['district', 'kati']);
    const above = await aPerson(site.database, ['region', 'koulikoro'], ['health_worker', 'sanankoroba']);
    const elsewhere = await aPerson(site.database, ['health_worker', 'bla']);
    for (const [act, account, status] of [
      ['close', above.id, 403],
      ['password', above.id, 403],
      ['close', elsewhere.id, 404],
      ['password', elsewhere.id, 404],
      ['close', 'nobody', 404],
    ] as const) {
      expect((await district.post(`/api/accounts/${account}/${act}`)).status, `${act} ${account}`).toBe(status);
    }
  });

  it('leaves an administrator at the root, whoever goes first', async () => {
    const [one, two] = [await as(['administrator', 'ml']), await as(['administrator', 'ml'])];
    const both = await Promise.all([
      one.post(`/api/accounts/${two.id}/close`),
      two.post(`/api/accounts/${one.id}/close`),
    ]);
    expect(both.filter(({ status }) => status === 204)).toHaveLength(1);
    const left = both[0]?.status === 204 ? one : two;
    expect((await left.post(`/api/accounts/${left.id}/close`)).json()).toMatchObject({ code: 'last-administrator' });
  });
});

describe('a forgotten password', () => {
  it('is made anew: the old one, the sessions and the authenticator are gone', async () => {
    const [district, midwife] = [await as(['district', 'kati']), await as(['health_worker', 'sanankoroba'])];
    const secret = { totp_secret: Buffer.alloc(20) };
    await site.database.db.updateTable('account').set(secret).where('id', '=', midwife.id).execute();
    const made = (await district.post(`/api/accounts/${midwife.id}/password`)).json() as { readonly password: string };
    expect((await midwife.get('/api/me')).status).toBe(401);
    const payload = { name: midwife.signInName, password: made.password };
    expect((await site.server.inject({ method: 'POST', url: '/api/session', payload })).statusCode).toBe(201);
  });
});

it('a session that was left open does not give its finder a password for the account, nor rid it of its authenticator', async () => {
  const admin = await as(['administrator', 'ml']);
  await site.database.db
    .updateTable('account')
    .set({ totp_secret: Buffer.alloc(20) })
    .where('id', '=', admin.id)
    .execute();
  const answer = await admin.post(`/api/accounts/${admin.id}/password`);
  expect([answer.status, answer.json()]).toMatchObject([409, { code: 'own-password' }]);
  const kept = await site.database.db.selectFrom('account').select('totp_secret').where('id', '=', admin.id).execute();
  expect(kept[0]?.totp_secret).not.toBeNull();
});
