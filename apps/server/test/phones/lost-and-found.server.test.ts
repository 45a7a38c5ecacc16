/** A phone is lost, reported, and found again: its unsent entries reach the record, if somebody vouches for them. */
import { randomUUID } from 'node:crypto';
import { openCarriage } from '@denba/device/courier/carriage';
import { handOver } from '@denba/device/courier/hand-over';
import { writeCourierFile } from '@denba/device/courier/write-courier-file';
import { readLink } from '@denba/device/sync/link';
import { synchronise } from '@denba/device/sync/synchronise';
import { makeCourierKey } from '@denba/sync/courier/seal-parcel';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { locationOf, pageVisitors, textOf } from '../test-pages.ts';
import { aCountry, aMorning, type Browser, managedApp } from '../test-people.ts';
import { aPhone, holds, meet, type Phone, save, smallFold, wireOf } from './real-phones.ts';

let database: TestDatabase;
let server: FastifyInstance;
const clock = aMorning();
const now = () => clock.now;
const wallMs = () => clock.now.getTime();
const HERE = '/admin/places/sanankoroba';

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  server = managedApp(database, clock, { fold: smallFold });
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const visitors = () => pageVisitors(server, database, clock);
const phoneHere = () => aPhone(server, database, 'sanankoroba', now);
const meetNow = (phone: Phone) => meet(phone, server, () => 'none', now);

/** A phone that had sent three entries, and not sent some more when it was reported lost; then it meets the server. */
const lostPhone = async (reporter: Browser, unsent = 3): Promise<Phone> => {
  const phone = await phoneHere();
  for (let times = 0; times < 3; times += 1) await save(phone, randomUUID(), null);
  await meetNow(phone);
  for (let times = 0; times < unsent; times += 1) await save(phone, randomUUID(), null);
  await reporter.submit(`/admin/devices/${phone.session.deviceId}/revoke`, {});
  const parties = { session: phone.session, server: wireOf(phone, server), wallMs };
  phone.link = (await synchronise(parties, phone.link)).link;
  expect(phone.link.revoked).toBe(true);
  return phone;
};

/**
 * The file that the page of a revoked phone makes, after Denba was closed and unlocked again by PIN or recovery key.
 */
const fileOf = async ({ device, session }: Phone, recoveryKey: string | null = null): Promise<string> => {
  session.lock();
  const [user] = device.users();
  const again =
    recoveryKey === null
      ? await device.unlock(user?.id ?? '', '246810')
      : await device.unlockWithRecoveryKey(recoveryKey);
  if (!again.ok) throw new Error(again.error.kind);
  const link = await readLink(again.value.sealed);
  if (link === null) throw new Error('it forgot its centre');
  const file = await writeCourierFile({ session: again.value, wallMs }, link, { aroundDamage: true });
  if (!file.ok) throw new Error(file.error.kind);
  return file.value.text;
};

const bring = async (browser: Browser, file: string) => {
  const form = new FormData();
  form.append('file', new File([file], 'denba-courier.txt', { type: 'text/plain' }));
  const request = new Response(form);
  const answer = await browser.ask('POST', '/admin/courier', {
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return answer.body;
};

const decide = (browser: Browser, phone: Phone, decision: string, note = 'Rapporté par Mariam, qui les a faites.') =>
  browser.submit(`${HERE}/lost-phones`, { device: phone.session.deviceId, decision, note });

const inFeed = async ({ session }: Phone): Promise<number> =>
  (
    await database.db
      .selectFrom('entry')
      .select('seq')
      .where('place_id', '=', 'sanankoroba')
      .where('device_id', '=', session.deviceId)
      .execute()
  ).length;

describe('the last entries of a lost phone', () => {
  it('are brought by a supervisor, taken in by her, and known to the other phones of the centre', async () => {
    const supervisor = await visitors().as('supervisor', 'sanankoroba');
    const [lost, colleague] = [await lostPhone(supervisor), await phoneHere()];
    const file = await fileOf(lost);
    const brought = await bring(supervisor, file);
    expect(textOf(brought)).toContain('Saisies 4 à 6 Gardé à part');
    expect(brought).toContain(`href="${HERE}#lost-phones"`);
    await meetNow(colleague);
    const before = (await holds(colleague)).length;
    expect(await inFeed(lost)).toBe(3);

    const page = textOf((await supervisor.get(HERE)).body);
    expect(page).toContain('3 saisies attendent votre décision.');
    expect(page).toContain('Notées le 26/11/2026');
    expect(page).toContain('Prendre 3 saisies dans les dossiers');
    expect(locationOf(await decide(supervisor, lost, 'take'))).toBe(`303 ${HERE}#lost-phones`);
    expect(textOf((await supervisor.get(HERE)).body)).toContain('3 saisies ont été prises dans les dossiers.');
    expect(await inFeed(lost)).toBe(6);
    await meetNow(colleague);
    expect((await holds(colleague)).length).toBe(before + 3);

    // Brought and taken once more, it changes nothing.
    expect(textOf(await bring(supervisor, file))).toContain('Saisies 4 à 6 Reçu.');
    expect((await decide(supervisor, lost, 'take')).status).toBe(404);
    expect(await inFeed(lost)).toBe(6);
  });

  it('may come in the pocket of another phone, and be left apart by whoever does not trust them', async () => {
    const supervisor = await visitors().as('supervisor', 'sanankoroba');
    const [lost, carrier] = [await lostPhone(supervisor, 1), await phoneHere()];
    const carriage = openCarriage(carrier.session.sealed, carrier.session.deviceId);
    expect((await carriage.take(await fileOf(lost), wallMs())).ok).toBe(true);
    expect(await handOver(carriage, wireOf(carrier, server), wallMs)).toMatchObject({ received: 1, trouble: null });
    expect((await decide(supervisor, lost, 'leave', 'Personne ne sait qui a noté.')).status).toBe(303);
    expect(await inFeed(lost)).toBe(3);
    const page = textOf((await supervisor.get(HERE)).body);
    expect(page).toContain('1 saisie a été laissée à part.');
    expect(page).toContain('Personne ne sait qui a noté.');
    expect((await decide(supervisor, lost, 'leave')).status).toBe(404);
    // The supervisor found out who had the phone.
    expect((await decide(supervisor, lost, 'take')).status).toBe(303);
    expect(await inFeed(lost)).toBe(4);
  });

  it('reach the server also by whoever holds the recovery key, when every PIN is forgotten', async () => {
    const supervisor = await visitors().as('supervisor', 'sanankoroba');
    const lost = await lostPhone(supervisor, 2);
    const key = await lost.session.renewRecoveryKey();
    expect(textOf(await bring(supervisor, await fileOf(lost, key)))).toContain('Saisies 4 à 5 Gardé à part');
    await decide(supervisor, lost, 'take');
    expect(await inFeed(lost)).toBe(5);
  });

  it('that were noted after it was reported lost are pointed out', async () => {
    const supervisor = await visitors().as('supervisor', 'sanankoroba');
    const lost = await phoneHere();
    await save(lost, randomUUID(), null);
    await supervisor.submit(`/admin/devices/${lost.session.deviceId}/revoke`, {});
    const before = clock.now;
    clock.now = new Date(before.getTime() + 3_600_000);
    await save(lost, randomUUID(), null);
    await bring(supervisor, await fileOf(lost));
    const page = textOf((await supervisor.get(HERE)).body);
    expect(page).toContain('les dernières ont été notées après que le téléphone a été déclaré perdu');
    clock.now = before;
  });

  it('in a file that was cut, or that is for another server, are not taken, and nothing is kept of it', async () => {
    const supervisor = await visitors().as('supervisor', 'sanankoroba');
    const lost = await lostPhone(supervisor);
    const file = await fileOf(lost);
    expect(textOf(await bring(supervisor, file.slice(0, -30)))).toContain("rien n'en a été pris");
    const courierKey = await makeCourierKey();
    const [user] = lost.device.users();
    const opened = await lost.device.unlock(user?.id ?? '', '246810');
    if (!opened.ok) throw new Error(opened.error.kind);
    const elsewhere = await writeCourierFile({ session: opened.value, wallMs }, { acknowledged: 3, courierKey });
    if (!elsewhere.ok) throw new Error(elsewhere.error.kind);
    expect(textOf(await bring(supervisor, elsewhere.value.text))).toContain('pour un autre serveur');
    expect((await decide(supervisor, lost, 'take')).status).toBe(404);
  });
});

describe('whoever decides about them', () => {
  it('looks after the place, and vouches with a note; an administrator may leave them and not take them', async () => {
    const { as, stranger } = visitors();
    const supervisor = await as('supervisor', 'sanankoroba');
    const lost = await lostPhone(supervisor);
    await bring(supervisor, await fileOf(lost));
    const told = async (browser: Browser, decision: string) => (await decide(browser, lost, decision)).status;
    for (const decision of ['take', 'leave']) {
      expect(await told(await as('supervisor', 'kalaban'), decision)).toBe(404);
      expect(await told(await as('health_worker', 'sanankoroba'), decision)).toBe(403);
      expect(await told(await as('programme', 'ml'), decision)).toBe(403);
      expect(await told(stranger(), decision)).toBe(303);
    }
    const administrator = await as('administrator', 'ml');
    expect(await told(administrator, 'take')).toBe(403);
    const page = (await administrator.get(HERE)).body;
    expect(page).toContain('value="leave"');
    expect(page).not.toContain('value="take"');
    expect((await (await as('health_worker', 'sanankoroba')).get(HERE)).body).not.toContain('lost-phones');

    for (const note of ['', '  ', 'x'.repeat(501)]) {
      const answer = await decide(supervisor, lost, 'take', note);
      expect(answer.status).toBe(422);
      expect(textOf(answer.body)).toContain('Ce que vous avez trouvé et fait');
    }
    expect((await decide(supervisor, lost, 'burn')).status).toBe(422);
    expect(await inFeed(lost)).toBe(3);
    expect(await told(await as('district', 'kati'), 'take')).toBe(303);
    expect(await inFeed(lost)).toBe(6);
  });

  it('reads the name of the phone and her own note as they were typed, and never as a page', async () => {
    const supervisor = await visitors().as('supervisor', 'sanankoroba');
    const lost = await lostPhone(supervisor);
    const name = '<script>alert(1)</script>';
    await database.db.updateTable('device').set({ name }).where('id', '=', lost.session.deviceId).execute();
    await bring(supervisor, await fileOf(lost));
    await decide(supervisor, lost, 'leave', '<img src=x onerror=alert(1)>');
    const { body } = await supervisor.get(HERE);
    expect(body).not.toMatch(/<script|<img/);
    for (const typed of [name, '<img src=x onerror=alert(1)>']) expect(textOf(body)).toContain(typed);
  });
});
