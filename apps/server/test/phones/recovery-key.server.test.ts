/**
 * A real phone sends its recovery key; nobody alone gets it out of the server, and the phone opens with the key that
 * two people obtain.
 */
import { handInRecoveryKey } from '@denba/device/sync/hand-in-recovery-key';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { pageVisitors, textOf } from '../test-pages.ts';
import { aCountry, aMorning, type Clock, managedApp } from '../test-people.ts';
import type { Fault } from './fetch-of.ts';
import { aPhone, type Phone, wireOf } from './real-phones.ts';

let database: TestDatabase;
let server: FastifyInstance;
let clock: Clock;
let visitors: ReturnType<typeof pageVisitors>;

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
});
beforeEach(() => {
  clock = aMorning();
  server = managedApp(database, clock);
  visitors = pageVisitors(server, database, clock);
});
afterAll(async () => {
  await server.close();
  await database.end();
});

type Visitor = Awaited<ReturnType<typeof visitors.signedInAs>>;

const handIn = ({ session, link }: Phone, phone: Phone, fault: Fault = 'none') =>
  handInRecoveryKey({ session, server: wireOf(phone, server, () => fault) }, link);
const aPhoneWithKey = async () => {
  const phone = await aPhone(server, database, 'sanankoroba', () => clock.now);
  expect(await handIn(phone, phone)).toBe(true);
  return phone;
};
const pageOf = (phone: Phone) => `/admin/devices/${phone.session.deviceId}/recovery`;
const act = async (who: Visitor, phone: Phone, what: string, fields = {}) => {
  const answer = await who.submit(`${pageOf(phone)}/${what}`, fields);
  return {
    status: answer.status,
    problem: textOf(/role="alert"[^>]*>(.*?)<\/p>/.exec(answer.body)?.[1] ?? ''),
    answer,
  };
};
const REASON = { reason: 'Awa a oublié son code' };
const keyIn = (body: string) => /<p class="code small" translate="no">([^<]*)<\/p>/.exec(body)?.[1] ?? null;
const lines = async (phone: Phone) => {
  const rows = await database.db.selectFrom('audit').selectAll().orderBy('position').execute();
  return rows
    .filter(({ actor, detail }) => JSON.stringify([actor, detail]).includes(phone.session.deviceId))
    .map(({ act: what, actor, place_id }) => `${what} ${actor.split(':')[0]} ${place_id}`);
};

describe('a phone', () => {
  it('hands its key in once it has met the server, whatever broke off before, and keeps it no longer', async () => {
    const phone = await aPhone(server, database, 'sanankoroba', () => clock.now);
    for (const fault of ['noNetwork', 'lostAnswer', 'cutAnswer'] as const) {
      expect(await handIn(phone, phone, fault)).toBe(false);
    }
    expect(await handIn(phone, phone)).toBe(true);
    expect(await handIn(phone, phone)).toBe(false);
    expect(await phone.session.sealed.keys()).toEqual(['link']);
  });

  it('hands in the new one after it was renewed, and an older server asks for none', async () => {
    const phone = await aPhoneWithKey();
    await phone.session.renewRecoveryKey();
    expect(await handIn({ ...phone, link: { ...phone.link, courierKey: null } }, phone)).toBe(false);
    expect(await handIn(phone, phone)).toBe(true);
  });

  it('leaves nothing on the server that could be read', async () => {
    const phone = await aPhone(server, database, 'sanankoroba', () => clock.now);
    const key = await phone.session.renewRecoveryKey();
    await handIn(phone, phone);
    const rows = await database.db.selectFrom('recovery_key').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  it('is told no when it shows no token, sends rubbish, seals to another server, or was reported lost', async () => {
    const phone = await aPhone(server, database, 'sanankoroba', () => clock.now);
    const shape = { denba: 'recovery-key', wire: 3, to: 'x'.repeat(16), enc: 'x'.repeat(87), sealed: 'x'.repeat(60) };
    const told = async (payload: object, token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await server.inject({ method: 'PUT', url: '/api/sync/recovery-key', payload, headers });
      return answer.json<{ readonly code: string }>().code;
    };
    const { token } = phone.link;
    expect(await told(shape, 'x'.repeat(43))).toBe('device-not-joined');
    expect(await told(shape, token)).toBe('sealed-to-another-server');
    for (const wrong of [{}, { ...shape, wire: 2 }, { ...shape, sealed: '' }, { ...shape, to: 1 }]) {
      expect(await told(wrong, token)).toBe('not-understood');
    }
    expect(await told({ ...shape, sealed: 'x'.repeat(5000) }, token)).toBe('too-large');
    const revoked = { revoked_at: clock.now };
    await database.db.updateTable('device').set(revoked).where('id', '=', phone.session.deviceId).execute();
    expect(await told(shape, token)).toBe('device-revoked');
  });
});

describe('a forgotten PIN', () => {
  it('is helped by two people: the one asks, the other agrees, the first sees the key once, and the phone opens', async () => {
    const phone = await aPhoneWithKey();
    const [awa, moussa] = [await visitors.as('supervisor', 'sanankoroba'), await visitors.as('supervisor', 'kati')];
    const place = await awa.get('/admin/places/sanankoroba');
    expect(place.body).toContain(`href="${pageOf(phone)}"`);
    expect((await act(awa, phone, 'ask', REASON)).status).toBe(303);
    expect(textOf((await awa.get(pageOf(phone))).body)).toContain('Une autre personne doit donner son accord');
    expect(textOf((await moussa.get(pageOf(phone))).body)).toContain('demande la clé : Awa a oublié son code');
    expect((await act(moussa, phone, 'agree')).status).toBe(303);
    expect((await act(moussa, phone, 'show')).status).toBe(403);
    const shown = await act(awa, phone, 'show');
    const key = keyIn(shown.answer.body);
    expect(shown.answer.headers['cache-control']).toBe('no-store');
    expect(key).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
    const again = await act(awa, phone, 'show');
    expect([again.status, keyIn(again.answer.body)]).toEqual([409, null]);
    const opened = await phone.device.unlockWithRecoveryKey(key ?? '');
    expect(opened.ok).toBe(true);
    expect(await lines(phone)).toEqual([
      'device-joined device sanankoroba',
      'recovery-key-received device sanankoroba',
      'recovery-asked account sanankoroba',
      'recovery-agreed account sanankoroba',
      'recovery-key-shown account sanankoroba',
    ]);
    const audited = JSON.stringify(await database.db.selectFrom('audit').select('detail').execute());
    expect(audited).not.toContain(key);
  });

  it('is not helped by one person alone, by somebody below, elsewhere or without the right', async () => {
    const phone = await aPhoneWithKey();
    const boss = await visitors.as('district', 'kati');
    expect((await act(boss, phone, 'ask', REASON)).status).toBe(303);
    expect(await act(boss, phone, 'agree')).toMatchObject({
      status: 403,
      problem: expect.stringContaining('autre personne'),
    });
    expect((await act(boss, phone, 'show')).status).toBe(409);
    const below = await visitors.as('supervisor', 'sanankoroba');
    expect((await act(below, phone, 'agree')).status).toBe(403);
    expect(textOf((await below.get(pageOf(phone))).body)).toContain('Vous ne pouvez pas donner cet accord');
    expect((await act(await visitors.as('health_worker', 'sanankoroba'), phone, 'agree')).status).toBe(403);
    expect((await act(await visitors.as('programme', 'ml'), phone, 'ask', REASON)).status).toBe(403);
    for (const what of ['ask', 'agree', 'show', 'end']) {
      expect((await act(await visitors.as('district', 'bla'), phone, what, REASON)).status, what).toBe(404);
    }
    expect((await visitors.stranger().get(pageOf(phone))).status).toBe(303);
    const state = await database.db
      .selectFrom('recovery_request')
      .select(['agreed_by', 'ended_at'])
      .where('device_id', '=', phone.session.deviceId)
      .executeTakeFirst();
    expect(state).toEqual({ agreed_by: null, ended_at: null });
  });

  it('is not helped by somebody with a second account that she made for it, asked from either', async () => {
    const phone = await aPhoneWithKey();
    const boss = await visitors.as('district', 'kati');
    const made = await boss.post('/api/accounts', {
      name: 'Double',
      signInName: 'double.compte',
      role: 'district',
      place: 'kati',
    });
    const { id } = made.json() as { readonly id: string };
    await database.db.updateTable('account').set({ password_made: false }).where('id', '=', id).execute();
    const puppet = await visitors.signedInAs(id);
    await act(boss, phone, 'ask', REASON);
    const refused = await act(puppet, phone, 'agree');
    expect([refused.status, refused.problem]).toEqual([403, expect.stringContaining('troisième personne')]);
    await act(boss, phone, 'end');
    await act(puppet, phone, 'ask', REASON);
    expect((await act(boss, phone, 'agree')).status).toBe(403);
    expect((await act(await visitors.as('region', 'koulikoro'), phone, 'agree')).status).toBe(303);
  });

  it('nor by somebody who takes over the account of the other with a new password', async () => {
    const phone = await aPhoneWithKey();
    const [boss, peer] = [await visitors.as('district', 'kati'), await visitors.as('supervisor', 'sanankoroba')];
    expect((await boss.post(`/api/accounts/${peer.id}/password`)).status).toBe(200);
    await database.db.updateTable('account').set({ password_made: false }).where('id', '=', peer.id).execute();
    await act(await visitors.signedInAs(peer.id), phone, 'ask', REASON);
    expect((await act(boss, phone, 'agree')).status).toBe(403);
  });

  it('takes a reason, one request at a time, and ends after a day without, or an hour after an agreement', async () => {
    const phone = await aPhoneWithKey();
    const [awa, moussa] = [await visitors.as('supervisor', 'sanankoroba'), await visitors.as('district', 'kati')];
    expect((await act(awa, phone, 'ask', { reason: ' ' })).status).toBe(422);
    expect((await act(awa, phone, 'ask', REASON)).status).toBe(303);
    expect((await act(moussa, phone, 'ask', REASON)).status).toBe(409);
    clock.now = new Date(clock.now.getTime() + 11 * 3_600_000);
    expect((await act(moussa, phone, 'agree')).status).toBe(303);
    clock.now = new Date(clock.now.getTime() + 3_600_000 - 1);
    expect(textOf((await (await visitors.signedInAs(awa.id)).get(pageOf(phone))).body)).toContain('Montrer la clé');
    clock.now = new Date(clock.now.getTime() + 1);
    const late = await act(await visitors.signedInAs(awa.id), phone, 'show');
    expect([late.status, keyIn(late.answer.body)]).toEqual([409, null]);
    expect((await act(await visitors.signedInAs(moussa.id), phone, 'ask', REASON)).status).toBe(303);
  });

  it('is shown to one of two windows of hers, not to both', async () => {
    const phone = await aPhoneWithKey();
    const [awa, moussa] = [await visitors.as('supervisor', 'sanankoroba'), await visitors.as('district', 'kati')];
    await act(awa, phone, 'ask', REASON);
    await act(moussa, phone, 'agree');
    const both = await Promise.all([act(awa, phone, 'show'), act(awa, phone, 'show')]);
    expect(both.map(({ answer }) => keyIn(answer.body)).filter((key) => key !== null)).toHaveLength(1);
  });

  it('is not shown once whoever agreed was closed, or whoever asked lost her role', async () => {
    const phone = await aPhoneWithKey();
    const [awa, moussa] = [await visitors.as('supervisor', 'sanankoroba'), await visitors.as('district', 'kati')];
    await act(awa, phone, 'ask', REASON);
    await act(moussa, phone, 'agree');
    await database.db.updateTable('account').set({ closed_at: clock.now }).where('id', '=', moussa.id).execute();
    expect((await act(awa, phone, 'show')).status).toBe(409);
    await database.db.deleteFrom('account_role').where('account_id', '=', awa.id).execute();
    expect((await act(awa, phone, 'show')).status).toBe(404);
  });

  it('of a phone that handed in no key says so', async () => {
    const phone = await aPhone(server, database, 'sanankoroba', () => clock.now);
    const awa = await visitors.as('supervisor', 'sanankoroba');
    const page = await awa.get(pageOf(phone));
    expect(textOf(page.body)).toContain("Ce téléphone n'a pas remis sa clé de secours");
    expect(page.body).not.toContain('<textarea');
    expect((await act(awa, phone, 'ask', REASON)).status).toBe(409);
  });
});
