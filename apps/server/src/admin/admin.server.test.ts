import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import {
  aCountry,
  aMorning,
  aPerson,
  browserOf,
  browserWith,
  managedApp,
  PASSWORD,
  PUBLIC_URL,
} from '../../test/test-people.ts';
import { testPhone } from '../../test/test-phone.ts';
import { makeJoinCode } from '../devices/join-codes.ts';
import type { Role } from '../people/roles.ts';
import { fromBase32, totpCode } from '../people/totp.ts';

let database: TestDatabase;
let server: FastifyInstance;
const clock = aMorning();

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  server = managedApp(database, clock);
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const as = async (role: Role, place: string) => {
  const person = await aPerson(database, [role, place]);
  return { ...person, ...(await browserOf(server, database, clock, person.id)) };
};
const stranger = () => browserWith(server, '');
const aPhone = async (place: string, name = 'Téléphone') => {
  const phone = await testPhone(server, place);
  await phone.join(await makeJoinCode(database.db, { place, madeBy: 'account:test', now: clock.now }));
  await database.db.updateTable('device').set({ name }).where('id', '=', phone.id).execute();
  return phone;
};
const locationOf = ({
  status,
  headers,
}: {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
}) => `${status} ${headers['location']}`;
/** What somebody reads. */
const textOf = (page: string): string =>
  page
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/\s+/g, ' ');

describe('coming in', () => {
  it('leads to signing in, and from there to the places', async () => {
    const browser = stranger();
    expect(locationOf(await browser.get('/admin/'))).toBe('303 /admin/sign-in');
    expect(locationOf(await browser.get('/admin/places'))).toBe('303 /admin/sign-in');
    const { signInName } = await aPerson(database, ['supervisor', 'kati']);
    const wrong = await browser.submit('/admin/sign-in', { name: `${signInName}"><script>`, password: 'x', code: '' });
    expect(wrong.status).toBe(401);
    expect(textOf(wrong.body)).toContain('Le nom ou le mot de passe est faux.');
    expect(wrong.body).toContain(`value="${signInName}&#34;&#62;&#60;script&#62;"`);
    const right = await browser.submit('/admin/sign-in', { name: signInName, password: PASSWORD, code: '' });
    expect(locationOf(right)).toBe('303 /admin/places');
    const signedIn = browserWith(server, String(right.headers['set-cookie']).split(';', 1)[0] ?? '');
    expect((await signedIn.get('/admin/places')).status).toBe(200);
    expect(locationOf(await signedIn.get('/admin/'))).toBe('303 /admin/places');
    expect(locationOf(await signedIn.submit('/admin/sign-out', {}))).toBe('303 /admin/sign-in');
    expect(locationOf(await signedIn.get('/admin/places'))).toBe('303 /admin/sign-in');
  });

  it('of the first person asks for the setup code, and has no such page afterwards', async () => {
    const empty = await testDatabase();
    const first = managedApp(empty, clock, { setupCode: 'ABCDEFGHJKLM' });
    const browser = browserWith(first, '');
    expect(locationOf(await browser.get('/admin/'))).toBe('303 /admin/setup');
    const asked = { code: 'abcd efgh jklm', name: 'Awa', signInName: 'awa', password: PASSWORD, rootName: '' };
    const weak = await browser.submit('/admin/setup', { ...asked, password: 'court' });
    expect(textOf(weak.body)).toContain('trop court');
    const wrong = await browser.submit('/admin/setup', { ...asked, signInName: '?' });
    expect(textOf(wrong.body)).toContain('pas remplis comme il faut : Nom de connexion.');
    expect(textOf((await browser.submit('/admin/setup', asked)).body)).toContain('Donnez aussi le nom du pays');
    const named = { ...asked, rootName: 'Mali' };
    expect(locationOf(await browser.submit('/admin/setup', named))).toBe('303 /admin/places');
    expect((await browser.get('/admin/setup')).status).toBe(404);
    await first.close();
    await empty.end();
  });

  it('with a password made by somebody else leads to choosing one', async () => {
    const awa = await as('supervisor', 'kati');
    await database.db.updateTable('account').set({ password_made: true }).where('id', '=', awa.id).execute();
    expect(locationOf(await awa.get('/admin/places'))).toBe('303 /admin/me');
    const typed = { current: PASSWORD, next: 'fenêtre lampe rivière' };
    const wrong = await awa.submit('/admin/me/password', { ...typed, again: 'autre' });
    expect(textOf(wrong.body)).toContain('ne sont pas les mêmes');
    expect(locationOf(await awa.submit('/admin/me/password', { ...typed, again: typed.next }))).toBe('303 /admin/me');
    expect((await awa.get('/admin/places')).status).toBe(200);
  });
});

describe('the pages', () => {
  it('speak French first, English when asked or preferred, and remember it', async () => {
    const browser = stranger();
    const speaks = async (url: string, headers = {}) =>
      /<html lang="(..)">/.exec((await browser.ask('GET', url, { headers })).body)?.[1];
    expect(await speaks('/admin/sign-in')).toBe('fr');
    expect(await speaks('/admin/sign-in', { 'accept-language': 'en-GB,en;q=0.9,fr;q=0.5' })).toBe('en');
    expect(await speaks('/admin/sign-in', { 'accept-language': 'bm,fr;q=0.9,en;q=0.5' })).toBe('fr');
    expect(await speaks('/admin/sign-in', { 'accept-language': 'ar' })).toBe('fr');
    const english = await browser.get('/admin/sign-in?lang=en');
    expect(english.headers['set-cookie']).toMatch(/^denba-language=en; Path=\/admin; SameSite=Strict/);
    expect(await speaks('/admin/sign-in', { cookie: 'a=b; denba-language=en' })).toBe('en');
    expect(await speaks('/admin/sign-in?lang=fr', { cookie: 'denba-language=en' })).toBe('fr');
    expect(await speaks('/admin/sign-in?lang=<script>', { cookie: 'denba-language=<b>' })).toBe('fr');
  });

  it('hold no script and no style of their own, whatever names are on them', async () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'`';
    const admin = await as('administrator', 'ml');
    const phone = await aPhone('sanankoroba', evil);
    const person = await aPerson(database, ['health_worker', 'sanankoroba']);
    await database.db.updateTable('account').set({ name: evil }).where('id', 'in', [person.id, admin.id]).execute();
    await database.db.updateTable('place').set({ name: evil }).where('id', '=', 'kalaban').execute();
    await database.db
      .insertInto('quarantine')
      .values({
        ...{ place_id: 'sanankoroba', device_id: phone.id, seq: 1, hash: Buffer.alloc(32), reason: evil },
        ...{
          body: Buffer.alloc(1),
          received_at: clock.now,
          resolved_at: clock.now,
          resolved_by: evil,
          resolution: evil,
        },
      })
      .execute();
    const pages = [
      await admin.get('/admin/places'),
      await admin.get('/admin/places/sanankoroba'),
      await admin.get('/admin/places/kalaban'),
      await admin.submit('/admin/places/kalaban/join-codes', {}),
      await admin.submit('/admin/places/kalaban/places', { name: evil, kind: evil, code: evil }),
      await admin.get(`/admin/devices/${phone.id}/revoke`),
      await admin.get('/admin/people'),
      await admin.submit('/admin/people', { name: evil, signInName: evil, role: evil, place: evil }),
      await admin.get(`/admin/people/${person.id}`),
      await admin.get(`/admin/people/${person.id}/close`),
      await admin.get('/admin/me'),
      await admin.get('/admin/me/totp'),
      await admin.submit('/admin/import', { csv: `</textarea>${evil}`, act: 'try' }),
      await admin.submit('/admin/import', { csv: `code,name,kind,parent_code,${evil}\n`, act: 'try' }),
      await admin.get(`/admin/places/${encodeURIComponent(evil)}`),
      await stranger().submit('/admin/sign-in', { name: evil, password: evil, code: evil }),
    ];
    for (const { body, headers, status } of pages) {
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(body, String(status)).not.toMatch(/<script|<img|<style|javascript:/i);
      for (const [tag] of body.matchAll(/<[^!/][^>]*>/g))
        expect(tag.replaceAll(/"[^"]*"/g, '')).not.toMatch(/\s(on\w+|style)=/i);
      expect(body.match(/<textarea/g)?.length ?? 0).toBe(body.match(/<\/textarea>/g)?.length ?? 0);
    }
    await database.db.updateTable('place').set({ name: 'Kalaban' }).where('id', '=', 'kalaban').execute();
    expect(pages.filter(({ body }) => body.includes('&#60;script&#62;')).length).toBeGreaterThan(9);
  });

  it('are worked by keyboard and heard: one title, every field with its label, every id once', async () => {
    const admin = await as('administrator', 'ml');
    const phone = await aPhone('bla');
    const person = await aPerson(database, ['supervisor', 'bla']);
    for (const url of [
      ...['places', 'places/bla', `devices/${phone.id}/revoke`, 'people', `people/${person.id}`, 'me', 'me/totp'],
      ...['import', `people/${person.id}/close`, 'sign-in'],
    ]) {
      const { body } = await admin.get(`/admin/${url}`);
      expect(body.match(/<h1>/g), url).toHaveLength(1);
      expect(body, url).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
      const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(ids, url).toEqual([...new Set(ids)]);
      for (const [field] of body.matchAll(/<(input|select|textarea)\s[^>]*>/g)) {
        if (field.includes('type="hidden"')) continue;
        expect(body, `${url} ${field}`).toContain(`<label for="${/\sid="([^"]+)"/.exec(field)?.[1]}">`);
      }
      expect(body, url).not.toContain('tabindex="1"');
    }
  });

  it('have a stylesheet, and nothing else from elsewhere', async () => {
    const style = await stranger().get('/admin/style.css');
    expect(style.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(style.body).toContain('--accent');
    expect(style.body).not.toMatch(/url\(|@import/);
    expect((await stranger().get('/admin/sign-in')).body.match(/(src|href)="(?!\/admin\/|#|\?lang=)/g)).toBeNull();
  });

  it('take forms of this site and nothing else', async () => {
    const admin = await as('administrator', 'ml');
    const payload = new URLSearchParams({ name: 'Lieu', kind: 'region' }).toString();
    const type = 'application/x-www-form-urlencoded';
    const post = (headers: Readonly<Record<string, string>>) =>
      admin.ask('POST', '/admin/places/ml/places', { headers, payload });
    for (const origin of ['https://evil.example', 'null', `${PUBLIC_URL}.evil.example`]) {
      expect((await post({ 'content-type': type, origin })).status, origin).toBe(403);
    }
    for (const other of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      expect((await post({ 'content-type': other })).status, other).toBe(400);
    }
    const large = await admin.submit('/admin/places/ml/places', { name: 'x'.repeat(100_000), kind: 'region' });
    expect(large.status).toBe(413);
    expect((await post({ 'content-type': type })).status).toBe(303);
  });

  it('of what is elsewhere do not exist', async () => {
    const elsewhere = await as('district', 'kati');
    const phone = await aPhone('bla');
    const person = await aPerson(database, ['health_worker', 'bla']);
    for (const url of [
      'places/bla',
      `devices/${phone.id}/revoke`,
      `people/${person.id}`,
      'places/nowhere',
      'nothing',
    ]) {
      const page = await elsewhere.get(`/admin/${url}`);
      expect([page.status, textOf(page.body)], url).toEqual([
        404,
        expect.stringContaining("Il n'y a rien à cette adresse"),
      ]);
    }
    for (const url of [
      'places/bla/join-codes',
      'places/bla/places',
      `devices/${phone.id}/revoke`,
      `people/${person.id}/close`,
    ]) {
      expect((await elsewhere.submit(`/admin/${url}`, { name: 'x', kind: 'site' })).status, url).toBe(404);
    }
  });
});

describe('the page of places', () => {
  it('is a tree with the phones below each and their last contact', async () => {
    const region = await as('region', 'segou');
    await database.db
      .updateTable('device')
      .set({ last_seen_at: new Date(clock.now.getTime() - 3 * 24 * 3_600_000), revoked_at: null })
      .where('place_id', '=', 'bla')
      .execute();
    const count = await database.db.selectFrom('device').select('id').where('place_id', '=', 'bla').execute();
    const { body } = await region.get('/admin/places');
    expect(body).toMatch(/Ségou[\s\S]*<ul>\s*<li><a href="\/admin\/places\/bla">Bla/);
    expect(textOf(body)).toContain(`Ségou région · ${count.length} téléphones · dernier contact : il y a 3 jours`);
  });

  it('takes in a pasted list after it was tried, and hands it out', async () => {
    const region = await as('region', 'segou');
    const csv = 'code;name;kind;parent_code\nC-new;Tominian;district;C-segou\n';
    const wrong = await region.submit('/admin/import', { csv: csv.replace('district', 'ville'), act: 'do' });
    expect(textOf(wrong.body)).toContain('Ligne 2, colonne kind Cette sorte de lieu est inconnue.');
    const tried = await region.submit('/admin/import', { csv, act: 'try' });
    expect(textOf(tried.body)).toContain("Rien n'a encore été changé. Elle ferait ceci : Un lieu ajouté");
    expect(tried.body).toContain('value="do"');
    expect(textOf((await region.submit('/admin/import', { csv, act: 'do' })).body)).toContain('La liste est importée.');
    expect((await region.get('/admin/export')).body).toContain('C-new,Tominian,district,C-segou');
    expect((await (await as('supervisor', 'bla')).submit('/admin/import', { csv, act: 'do' })).status).toBe(403);
  });
});

describe('the page of a place', () => {
  it('says of each phone when it was heard and that its clock is wrong', async () => {
    const supervisor = await as('supervisor', 'kalaban');
    const phone = await aPhone('kalaban', 'Salle 1');
    const told = async (clock_off_ms: number | null) => {
      const seen = { last_seen_at: new Date(clock.now.getTime() - 90 * 60_000), clock_off_ms };
      await database.db.updateTable('device').set(seen).where('id', '=', phone.id).execute();
      return textOf((await supervisor.get('/admin/places/kalaban')).body);
    };
    expect(await told(null)).toContain('Salle 1 Relié le 26/11/2026 · dernier contact : il y a 90 minutes');
    expect(await told(10 * 60_000)).not.toContain('horloge');
    expect(await told(11 * 60_000)).toContain("Son horloge avance de 11 minutes : mettez-la à l'heure.");
    expect(await told(-3 * 3_600_000)).toContain('Son horloge retarde de 3 heures');
    expect(await told(400 * 24 * 3_600_000)).toContain('Son horloge avance de 400 jours');
  });

  it('shows a code for a phone, large and as a picture that opens the clinic with it', async () => {
    const supervisor = await as('supervisor', 'kalaban');
    const { body } = await supervisor.submit('/admin/places/kalaban/join-codes', {});
    const code = /<p class="code">([A-Z]{4}) ([A-Z]{4})<\/p>/.exec(body)?.slice(1).join('') ?? '';
    expect(photographed(body)).toBe(`${PUBLIC_URL}/clinic/#join=${code}`);
    const phone = await testPhone(server, 'kalaban');
    expect((await phone.join(code)).statusCode).toBe(201);
  });

  it('asks before a phone is revoked', async () => {
    const supervisor = await as('supervisor', 'kalaban');
    const phone = await aPhone('kalaban', 'Salle 2');
    const { body } = await supervisor.get('/admin/places/kalaban');
    expect(body).toContain(`href="/admin/devices/${phone.id}/revoke"`);
    expect(textOf((await supervisor.get(`/admin/devices/${phone.id}/revoke`)).body)).toContain(
      'Déclarer perdu : Salle 2 ?',
    );
    expect((await phone.pull()).statusCode).toBe(200);
    const done = await supervisor.submit(`/admin/devices/${phone.id}/revoke`, {});
    expect(locationOf(done)).toBe('303 /admin/places/kalaban');
    expect((await phone.pull()).statusCode).toBe(410);
    expect(textOf((await supervisor.get('/admin/places/kalaban')).body)).toContain('Déclaré perdu le 26/11/2026');
  });

  it('shows what was kept apart, without what is in it, until somebody says what was done', async () => {
    const supervisor = await as('supervisor', 'kalaban');
    const phone = await aPhone('kalaban', 'Salle 3');
    const family = randomUUID();
    const foreign = await testPhone(server, 'bla');
    await phone.push(await phone.bundle([{ ...foreign.save(family), device: phone.id } as never]));
    const { body } = await supervisor.get('/admin/places/kalaban');
    expect(textOf(body)).toContain('Saisie n° 1 – Salle 3 Elle a été faite pour un autre lieu');
    expect(body).not.toContain(family);
    const fields = Object.fromEntries(
      [...body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>;
    const url = '/admin/places/kalaban/quarantine';
    const empty = await supervisor.submit(url, { ...fields, note: ' ' });
    expect(textOf(empty.body)).toContain('Ce que vous avez trouvé et fait');
    expect(empty.status).toBe(422);
    const done = await supervisor.submit(url, { ...fields, note: 'Refait à Bla.' });
    expect(locationOf(done)).toBe('303 /admin/places/kalaban#quarantine');
    expect(textOf((await supervisor.get('/admin/places/kalaban')).body)).toContain(
      'Mise de côté le 26/11/2026 : Refait à Bla.',
    );
  });

  it('adds a place for whoever may, and offers only what one may do', async () => {
    const district = await as('district', 'kati');
    const added = await district.submit('/admin/places/kati/places', { name: 'Siby', kind: 'health_centre', code: '' });
    expect(textOf((await district.get(String(added.headers['location']))).body)).toContain('Siby');
    const midwife = await as('health_worker', 'sanankoroba');
    const { body } = await midwife.get('/admin/places/sanankoroba');
    expect(body).not.toMatch(/<form method="post" action="\/admin\/places|\/revoke"|quarantine/);
  });
});

describe('the pages of people', () => {
  it('make an account, show its password once, give and take roles, and close it', async () => {
    const district = await as('district', 'kati');
    const offered = await district.get('/admin/people');
    expect(offered.body).toContain('<option value="district"');
    expect(offered.body).not.toContain('<option value="region"');
    const asked = { name: 'Ben Keïta', signInName: 'ben.pages', role: 'supervisor', place: 'kalaban' };
    const made = await district.submit('/admin/people', asked);
    const password = /<p class="code small">([a-z-]{14})<\/p>/.exec(made.body)?.[1] ?? '';
    const account = /href="(\/admin\/people\/[\w-]{36})"/.exec(made.body)?.[1] ?? '';
    const { status } = await stranger().submit('/admin/sign-in', { name: 'ben.pages', password, code: '' });
    expect(status).toBe(303);
    expect(textOf((await district.submit('/admin/people', asked)).body)).toContain('déjà pris');

    const only = await district.submit(`${account}/roles/revoke`, { role: 'supervisor', place: 'kalaban' });
    expect(textOf(only.body)).toContain("C'est son seul rôle.");
    await district.submit(`${account}/roles`, { role: 'health_worker', place: 'sanankoroba' });
    expect(textOf((await district.get(account)).body)).toContain('agent de santé · Sanankoroba');
    await district.submit(`${account}/roles/revoke`, { role: 'supervisor', place: 'kalaban' });
    expect(textOf((await district.get(account)).body)).not.toContain('superviseur · Kalaban');
    const beyond = await district.submit(`${account}/roles`, { role: 'administrator', place: 'kati' });
    expect([beyond.status, textOf(beyond.body)]).toEqual([403, expect.stringContaining('Votre rôle ne permet pas')]);

    expect((await district.submit(`${account}/password`, {})).body).toMatch(/<p class="code small">[a-z-]{14}<\/p>/);
    expect(textOf((await district.get(`${account}/close`)).body)).toContain('Fermer le compte de Ben Keïta ?');
    expect(locationOf(await district.submit(`${account}/close`, {}))).toBe('303 /admin/people');
    expect((await district.get(account)).status).toBe(404);
  });

  it('turn on an authenticator from a picture, and off again', async () => {
    const awa = await as('supervisor', 'kati');
    const { body } = await awa.get('/admin/me/totp');
    const address = new URL(photographed(body));
    const secret = address.searchParams.get('secret') ?? '';
    expect(body).toContain(`name="secret" value="${secret}"`);
    const code = totpCode(fromBase32(secret) ?? Buffer.alloc(0), Math.floor(clock.now.getTime() / 30_000));
    const wrong = await awa.submit('/admin/me/totp', { secret, current: PASSWORD, code: '000000' });
    expect(wrong.body).toContain(`name="secret" value="${secret}"`);
    expect(locationOf(await awa.submit('/admin/me/totp', { secret, current: PASSWORD, code }))).toBe('303 /admin/me');
    const asked = await stranger().submit('/admin/sign-in', { name: awa.signInName, password: PASSWORD, code: '' });
    expect(textOf(asked.body)).toContain('Donnez aussi le code à six chiffres');
    expect(locationOf(await awa.submit('/admin/me/totp/off', { current: PASSWORD }))).toBe('303 /admin/me');
    expect(textOf((await awa.get('/admin/me')).body)).toContain("Activer l'application");
  });
});

/** Reads the QR code of a page as a camera would, six pixels a module. */
const photographed = (page: string): string => {
  const [, quiet, size] = /viewBox="-(\d+) -\d+ (\d+) \d+"/.exec(page) ?? [];
  const scale = 6;
  const side = Number(size) * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, length] of page.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let py = 0; py < scale; py += 1) {
      const at = ((Number(y) + Number(quiet)) * scale + py) * side + (Number(x) + Number(quiet)) * scale;
      for (let px = 0; px < Number(length) * scale; px += 1) data.fill(0, (at + px) * 4, (at + px) * 4 + 3);
    }
  }
  return decodeQR({ width: side, height: side, data });
};
