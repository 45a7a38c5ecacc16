import { randomUUID } from 'node:crypto';
import { parcelText } from '@denba/sync/courier/parcel';
import { sealParcel } from '@denba/sync/courier/seal-parcel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { managedPages } from '../../../test/managed-pages.ts';
import { textOf } from '../../../test/test-pages.ts';
import type { Browser } from '../../../test/test-people.ts';
import type { TestPhone } from '../../../test/test-phone.ts';
import { currentCourierKey } from '../../courier/courier-keys.ts';

const site = managedPages();
const { clock } = site;

const fileOf = async (phone: TestPhone, from = 0): Promise<string> => {
  const entries = phone.entries.slice(from);
  const key = await currentCourierKey(site.database.db, clock.now);
  const [first, last] = [entries[0]?.seq ?? 1, entries.at(-1)?.seq ?? 1];
  return parcelText(await sealParcel(key, { from: phone.id, first, last, bundle: await phone.bundle(entries) }));
};

const bring = async (browser: Pick<Browser, 'ask'>, file: string | Uint8Array<ArrayBuffer>, name = 'file') => {
  const form = new FormData();
  form.append(name, new File([file], 'denba-courier.txt', { type: 'text/plain' }));
  const request = new Response(form);
  return browser.ask('POST', '/admin/courier', {
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
};

const acknowledged = async ({ id }: TestPhone): Promise<number> => {
  const row = await site.database.db
    .selectFrom('device_log')
    .select('acknowledged')
    .where('place_id', '=', 'sanankoroba')
    .where('device_id', '=', id)
    .executeTakeFirst();
  return Number(row?.acknowledged ?? 0);
};

describe('a supervisor with a file of a phone', () => {
  it('hands it to the server, and reads of which phone it is and that it was received', async () => {
    const { as, aPhone } = site.visitors;
    const supervisor = await as('supervisor', 'sanankoroba');
    const phone = await aPhone('sanankoroba', 'Téléphone de la salle');
    for (let times = 0; times < 3; times += 1) phone.save(randomUUID());
    expect((await supervisor.get('/admin/places')).body).toContain('href="/admin/courier"');
    expect((await supervisor.get('/admin/courier')).body).toContain('type="file"');
    for (let times = 0; times < 2; times += 1) {
      const answer = await bring(supervisor, await fileOf(phone));
      expect(answer.status).toBe(200);
      expect(textOf(answer.body)).toContain('Téléphone de la salle Saisies 1 à 3 Reçu.');
    }
    expect(await acknowledged(phone)).toBe(3);
  });

  it('of parts that come in the wrong order within one file loses none of them', async () => {
    const { as, aPhone } = site.visitors;
    const [supervisor, phone] = [await as('supervisor', 'kati'), await aPhone('sanankoroba')];
    const first = [phone.save(randomUUID())].length;
    const whole = await fileOf(phone);
    phone.save(randomUUID());
    const later = await fileOf(phone, first);
    const answer = await bring(supervisor, later);
    expect(textOf(answer.body)).toContain('il manque des saisies plus anciennes');
    await bring(supervisor, later + whole);
    expect(await acknowledged(phone)).toBe(2);
  });

  it('does not read the name of a phone of a place that is not hers', async () => {
    const { as, aPhone } = site.visitors;
    const [supervisor, phone] = [await as('supervisor', 'bla'), await aPhone('sanankoroba', 'Téléphone de la salle')];
    phone.save(randomUUID());
    const text = textOf((await bring(supervisor, await fileOf(phone))).body);
    expect(text).toContain('Reçu.');
    expect(text).not.toContain('salle');
  });

  it('is told in a sentence what is wrong with it, and nothing of it is taken', async () => {
    const { as, aPhone } = site.visitors;
    const [supervisor, phone] = [await as('supervisor', 'sanankoroba'), await aPhone('sanankoroba')];
    phone.save(randomUUID());
    const file = await fileOf(phone);
    const told = async (given: string | Uint8Array<ArrayBuffer>) => textOf((await bring(supervisor, given)).body);
    expect(await told(file.slice(0, -9))).toContain("rien n'en a été pris");
    expect(await told(new Uint8Array([0xff, 0xd8, 0, 1, 2]))).toContain("Ce n'est pas un fichier d'envoi");
    expect(await told(file.replace('"format":1', '"format":4'))).toContain('Denba plus récent que le serveur');
    expect(await told('')).toContain("Ce n'est pas un fichier d'envoi");
    expect((await bring(supervisor, file, 'other')).status).toBe(422);
    expect(await acknowledged(phone)).toBe(0);
  });
});

it('nobody else brings files: neither a stranger, nor who only records', async () => {
  const { as, aPhone, stranger } = site.visitors;
  const phone = await aPhone('sanankoroba');
  phone.save(randomUUID());
  const file = await fileOf(phone);
  expect((await bring(stranger(), file)).status).toBe(303);
  const worker = await as('health_worker', 'sanankoroba');
  expect((await bring(worker, file)).status).toBe(403);
  expect((await worker.get('/admin/courier')).status).toBe(403);
  expect((await worker.get('/admin/places')).body).not.toContain('/admin/courier');
  expect(await acknowledged(phone)).toBe(0);
});

it('whatever stands in the form is answered, and never with a fault', async () => {
  const supervisor = await site.visitors.as('supervisor', 'sanankoroba');
  const types = fc.constantFrom(
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'multipart/form-data; boundary="',
  );
  const parts = fc.constantFrom(
    ...[
      '--x\r\n',
      '--x--\r\n',
      'content-disposition: form-data; name="file"; filename="a"\r\n',
      '\r\n',
      '\0',
      '{"denba":"courier"}',
    ],
  );
  await fc.assert(
    fc.asyncProperty(types, fc.array(fc.oneof(parts, fc.string({ unit: 'binary' }))), async (type, body) => {
      const answer = await supervisor.ask('POST', '/admin/courier', {
        headers: { 'content-type': type },
        payload: body.join(''),
      });
      expect(answer.status, answer.body).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
});
