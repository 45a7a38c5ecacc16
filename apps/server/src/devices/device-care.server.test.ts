import { randomUUID } from 'node:crypto';
import type { CourierKey } from '@denba/sync/courier/courier-key';
import { parcelText } from '@denba/sync/courier/parcel';
import { sealParcel } from '@denba/sync/courier/seal-parcel';
import { afterEach, describe, expect, it } from 'vitest';
import { managedPages } from '../../test/managed-pages.ts';
import { aPerson, browserOf, PUBLIC_URL } from '../../test/test-people.ts';
import { testPhone } from '../../test/test-phone.ts';
import type { Role } from '../people/roles.ts';
import type { Quarantined } from './quarantine.ts';

const site = managedPages();
const { clock } = site;

const as = async (role: Role, place: string) => {
  const person = await aPerson(site.database, [role, place]);
  return { ...person, ...(await browserOf(site.server, site.database, clock, person.id)) };
};
const invited = async (place: string) => {
  const supervisor = await as('supervisor', place);
  const { code, address } = (await supervisor.post(`/api/places/${place}/join-codes`)).json() as Record<string, string>;
  return { supervisor, code: code ?? '', address };
};
const joined = async (place: string) => {
  const { supervisor, code } = await invited(place);
  const phone = await testPhone(site.server, place);
  expect((await phone.join(code)).statusCode).toBe(201);
  return { supervisor, phone };
};
const actsOf = async (account: string) => {
  const actor = `account:${account}`;
  const rows = await site.database.db
    .selectFrom('audit')
    .select(['place_id', 'act'])
    .where('actor', '=', actor)
    .execute();
  return rows.map(({ place_id, act }) => `${place_id} ${act}`);
};

describe('a phone', () => {
  it('is let in with a code, listed, and revoked for good', async () => {
    const { supervisor, phone } = await joined('sanankoroba');
    phone.save(randomUUID());
    await phone.push(await phone.bundle());
    const { devices } = (await supervisor.get('/api/places/sanankoroba/devices')).json() as {
      readonly devices: readonly object[];
    };
    expect(devices).toEqual([
      {
        ...{ id: phone.id, name: 'Téléphone de la salle', joinedAt: clock.now.toISOString() },
        ...{ lastSeenAt: clock.now.toISOString(), lastSentAt: clock.now.toISOString() },
        ...{ clockOffMs: 0, revokedAt: null, doubtfulEntries: 0 },
      },
    ]);
    expect((await supervisor.post(`/api/devices/${phone.id}/revoke`)).status).toBe(204);
    expect((await supervisor.post(`/api/devices/${phone.id}/revoke`)).status).toBe(204);
    expect((await phone.pull()).json()).toMatchObject({ code: 'device-revoked' });
    expect(await actsOf(supervisor.id)).toEqual(['sanankoroba join-code-made', 'sanankoroba device-revoked']);
  });

  it('gets an address that opens the clinic with the code, which no server sees', async () => {
    const { code, address } = await invited('sanankoroba');
    expect(address).toBe(`${PUBLIC_URL}/clinic/#join=${code}`);
  });

  it('of another place does not exist; of her own, without the right, is not touched', async () => {
    const { phone } = await joined('bla');
    const [elsewhere, midwife, programme] = [
      await as('district', 'kati'),
      await as('health_worker', 'bla'),
      await as('programme', 'ml'),
    ];
    for (const [browser, status] of [
      [elsewhere, 404],
      [midwife, 403],
      [programme, 403],
    ] as const) {
      expect((await browser.post(`/api/devices/${phone.id}/revoke`)).status).toBe(status);
      expect((await browser.post('/api/places/bla/join-codes')).status).toBe(status);
    }
    expect((await elsewhere.get('/api/places/bla/devices')).status).toBe(404);
    expect((await elsewhere.get('/api/places/bla/quarantine')).status).toBe(404);
    expect((await midwife.get('/api/places/bla/devices')).status).toBe(200);
    expect((await programme.get('/api/places/bla/devices')).status).toBe(403);
    expect((await elsewhere.post('/api/devices/nothing/revoke')).status).toBe(404);
    expect((await phone.pull()).statusCode).toBe(200);
  });

  it('is not revoked by a page of another site', async () => {
    const { supervisor, phone } = await joined('sanankoroba');
    const foreign = { headers: { origin: 'https://evil.example' } };
    expect((await supervisor.ask('POST', `/api/devices/${phone.id}/revoke`, foreign)).status).toBe(403);
    expect((await phone.pull()).statusCode).toBe(200);
  });
});

describe('a phone that only reads', () => {
  const start = clock.now;
  const HOUR = 3_600_000;
  const at = (hours: number): Date => new Date(start.getTime() + hours * HOUR);
  afterEach(() => {
    clock.now = start;
  });
  const told = async (supervisor: Awaited<ReturnType<typeof as>>, id: string) => {
    const { devices } = (await supervisor.get('/api/places/sanankoroba/devices')).json() as {
      readonly devices: readonly { readonly id: string; readonly clockOffMs: number | null }[];
    };
    return devices.find((one) => one.id === id);
  };

  it('has met the server, and sent nothing since', async () => {
    const { supervisor, phone } = await joined('sanankoroba');
    phone.save(randomUUID());
    await phone.push(await phone.bundle());
    clock.now = at(3);
    await phone.pull();
    const moments = { lastSeenAt: at(3).toISOString(), lastSentAt: start.toISOString() };
    expect(await told(supervisor, phone.id)).toMatchObject(moments);
  });

  it('says what its clock says: one that was set right is no longer called wrong, one that went wrong is', async () => {
    const { supervisor, phone } = await joined('sanankoroba');
    phone.save(randomUUID());
    clock.now = at(3);
    await phone.push(await phone.bundle());
    expect(await told(supervisor, phone.id)).toMatchObject({ clockOffMs: -3 * HOUR });
    // Of an earlier version, which says nothing of its clock.
    await phone.pull();
    expect(await told(supervisor, phone.id)).toMatchObject({ clockOffMs: -3 * HOUR });
    await phone.pull(0, 1000, at(3).getTime());
    expect(await told(supervisor, phone.id)).toMatchObject({ clockOffMs: 0 });
    clock.now = at(4);
    await phone.pull(0, 1000, at(6).getTime());
    expect(await told(supervisor, phone.id)).toMatchObject({ clockOffMs: 2 * HOUR });
  });

  it('and whose entries somebody carries here has sent, and not met the server', async () => {
    const { supervisor, phone } = await joined('sanankoroba');
    const { phone: carrier } = await joined('bla');
    phone.save(randomUUID());
    const { body } = await carrier.ask('/api/sync/places');
    const { courierKey } = JSON.parse(body) as { readonly courierKey: CourierKey };
    const bring = async () =>
      carrier.bring(
        parcelText(await sealParcel(courierKey, { from: phone.id, first: 1, last: 1, bundle: await phone.bundle() })),
      );
    clock.now = at(3);
    await bring();
    expect(await told(supervisor, phone.id)).toMatchObject({ lastSeenAt: null, lastSentAt: at(3).toISOString() });
    // The same file once more is nothing new.
    clock.now = at(5);
    await bring();
    expect(await told(supervisor, phone.id)).toMatchObject({ lastSentAt: at(3).toISOString() });
  });
});

describe('a code for a phone', () => {
  // Clears the throttle, so that refused codes do not slow down the phones of other tests.
  afterEach(() => site.database.db.deleteFrom('sign_in_failure').execute());
  const opens = async (place: string, code: string) =>
    (await (await testPhone(site.server, place)).join(code)).statusCode;
  const asked = async (code: string) =>
    (await site.server.inject({ method: 'POST', url: '/api/join-codes', payload: { code } })).statusCode;
  const administrator = () => as('administrator', 'ml');

  it('opens nothing once whoever made it may let no phone in there', async () => {
    const { supervisor, code } = await invited('sanankoroba');
    const admin = await administrator();
    await admin.post(`/api/accounts/${supervisor.id}/roles`, { role: 'health_worker', place: 'sanankoroba' });
    expect(await asked(code)).toBe(200);
    await admin.delete(`/api/accounts/${supervisor.id}/roles`, { role: 'supervisor', place: 'sanankoroba' });
    expect([await asked(code), await opens('sanankoroba', code)]).toEqual([403, 403]);
  });

  it('opens nothing once the account of whoever made it is closed, or was given another password', async () => {
    const [closed, given] = [await invited('kalaban'), await invited('kalaban')];
    const admin = await administrator();
    await admin.post(`/api/accounts/${closed.supervisor.id}/close`);
    await admin.post(`/api/accounts/${given.supervisor.id}/password`);
    for (const { code } of [closed, given]) {
      expect([await asked(code), await opens('kalaban', code)]).toEqual([403, 403]);
    }
  });

  it('that was used is in the audit: which phone, with whose code, from where', async () => {
    const { supervisor, phone } = await joined('bla');
    const again = await invited('bla');
    await phone.join(again.code);
    const lines = await site.database.db
      .selectFrom('audit')
      .select(['place_id', 'act', 'detail'])
      .where('actor', '=', `device:${phone.id}`)
      .orderBy('position')
      .execute();
    const line = (by: string) => ({
      ...{ place_id: 'bla', act: 'device-joined' },
      detail: { codeBy: `account:${by}`, from: '127.0.0.1' },
    });
    expect(lines).toEqual([line(supervisor.id), line(again.supervisor.id)]);
  });
});

describe('what could not join', () => {
  const quarantined = async () => {
    const { supervisor, phone } = await joined('kalaban');
    const elsewhere = await testPhone(site.server, 'bla');
    // Recorded for a place that the phone does not belong to: quarantined.
    const entry = { ...elsewhere.save(randomUUID()), device: phone.id } as (typeof phone.entries)[number];
    await phone.push(await phone.bundle([entry]));
    const list = async () =>
      ((await supervisor.get('/api/places/kalaban/quarantine')).json() as { quarantine: readonly Quarantined[] })
        .quarantine;
    const [one] = (await list()).filter(({ device }) => device === phone.id);
    if (one === undefined) throw new Error('nothing was kept apart');
    return { supervisor, phone, list, one };
  };

  it('is listed without what is in it, set aside with a note, and kept', async () => {
    const { supervisor, list, one } = await quarantined();
    expect(one).toMatchObject({ reason: 'wrongPlace', deviceName: 'Téléphone de la salle', resolvedAt: null });
    expect(one).not.toHaveProperty('body');
    const { device, seq, hash } = one;
    const asked = { device, seq, hash, note: 'Téléphone prêté à Bla, refait là-bas.' };
    expect((await supervisor.post('/api/places/kalaban/quarantine/set-aside', asked)).status).toBe(204);
    expect((await list()).find((other) => other.hash === hash)).toMatchObject({ note: asked.note });
    const row = await site.database.db.selectFrom('quarantine').selectAll().where('device_id', '=', device).execute();
    expect(row).toMatchObject([{ resolved_by: `account:${supervisor.id}`, body: expect.any(Buffer) }]);
    expect(await actsOf(supervisor.id)).toContain('kalaban quarantine-set-aside');
    expect((await supervisor.post('/api/places/kalaban/quarantine/set-aside', asked)).status).toBe(404);
  });

  it('takes a note, and is not set aside from another place', async () => {
    const { supervisor, one } = await quarantined();
    const { device, seq, hash } = one;
    const url = '/api/places/kalaban/quarantine/set-aside';
    for (const wrong of [{}, { note: '  ' }, { note: 'x'.repeat(501) }, { note: 'bon', seq: '1' }]) {
      expect((await supervisor.post(url, { device, seq, hash, ...wrong })).status).toBe(400);
    }
    const asked = { device, seq, hash, note: 'Vu et refait.' };
    const [elsewhere, above] = [await as('supervisor', 'bla'), await as('district', 'kati')];
    expect((await elsewhere.post(url, asked)).status).toBe(404);
    expect((await above.post('/api/places/sanankoroba/quarantine/set-aside', asked)).status).toBe(404);
    expect((await above.post(url, asked)).status).toBe(204);
  });
});
