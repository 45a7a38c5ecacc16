import { describe, expect, it } from 'vitest';
import { managedPages } from '../../test/managed-pages.ts';
import { pageVisitors, textOf } from '../../test/test-pages.ts';
import { aPerson, managedApp, PUBLIC_URL } from '../../test/test-people.ts';

const management = managedPages();
const { clock } = management;

describe('the pages', () => {
  it('speak French first, English when asked or preferred, and remember it', async () => {
    const browser = management.visitors.stranger();
    const speaks = async (url: string, headers = {}) =>
      /<html lang="(..)">/.exec((await browser.ask('GET', url, { headers })).body)?.[1];
    expect(await speaks('/admin/sign-in')).toBe('fr');
    expect(await speaks('/admin/sign-in', { 'accept-language': 'en-GB,en;q=0.9,fr;q=0.5' })).toBe('en');
    expect(await speaks('/admin/sign-in', { 'accept-language': 'bm,fr;q=0.9,en;q=0.5' })).toBe('fr');
    expect(await speaks('/admin/sign-in', { 'accept-language': 'ar' })).toBe('fr');
    const english = await browser.get('/admin/sign-in?lang=en');
    expect(english.headers['set-cookie']).toMatch(/^denba-language=en; Path=\/; SameSite=Strict/);
    expect(await speaks('/admin/sign-in', { cookie: 'a=b; denba-language=en' })).toBe('en');
    expect(await speaks('/admin/sign-in?lang=fr', { cookie: 'denba-language=en' })).toBe('fr');
    expect(await speaks('/admin/sign-in?lang=<script>', { cookie: 'denba-language=<b>' })).toBe('fr');
  });

  it('hold no script and no style of their own, whatever names are on them', async () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'`';
    const admin = await management.visitors.as('administrator', 'ml');
    const phone = await management.visitors.aPhone('sanankoroba', evil);
    const person = await aPerson(management.database, ['health_worker', 'sanankoroba']);
    await management.database.db
      .updateTable('account')
      .set({ name: evil })
      .where('id', 'in', [person.id, admin.id])
      .execute();
    await management.database.db.updateTable('place').set({ name: evil }).where('id', '=', 'kalaban').execute();
    await management.database.db
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
      await management.visitors.stranger().submit('/admin/sign-in', { name: evil, password: evil, code: evil }),
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
    await management.database.db.updateTable('place').set({ name: 'Kalaban' }).where('id', '=', 'kalaban').execute();
    expect(pages.filter(({ body }) => body.includes('&#60;script&#62;')).length).toBeGreaterThan(9);
  });

  it('are worked by keyboard and heard: one title, every field with its label, every id once', async () => {
    const admin = await management.visitors.as('administrator', 'ml');
    const phone = await management.visitors.aPhone('bla');
    const person = await aPerson(management.database, ['supervisor', 'bla']);
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

  it('put the focus of a keyboard on the answer to what was sent, and on nothing before', async () => {
    const admin = await management.visitors.as('administrator', 'ml');
    const sent = (csv: string, act: 'try' | 'do') => admin.submit('/admin/import', { csv, act });
    const good = 'code,name,kind,parent_code\nC-focus,Kourouba,health_centre,C-kati\n';
    const answers = [
      [await sent('code\n', 'try'), 'class="problem" role="alert"'],
      [await sent(good, 'try'), 'role="status"'],
      [await sent(good, 'do'), 'role="status"'],
      [await admin.submit('/admin/places/kati/places', { name: '', kind: 'health_centre' }), 'role="alert"'],
    ] as const;
    for (const [{ body }, answer] of answers) {
      expect(body.match(/ autofocus/g)).toHaveLength(1);
      expect(body).toContain(`${answer} tabindex="-1" autofocus>`);
    }
    for (const url of ['import', 'places', 'people']) {
      expect((await admin.get(`/admin/${url}`)).body, url).not.toContain('autofocus');
    }
  });

  it('have a stylesheet, and nothing else from elsewhere', async () => {
    const style = await management.visitors.stranger().get('/admin/style.css');
    expect(style.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(style.body).toContain('--accent');
    expect(style.body).not.toMatch(/url\(|@import/);
    expect(
      (await management.visitors.stranger().get('/admin/sign-in')).body.match(
        /(src|href)="(?!\/admin\/|#|\?lang=|data:,")/g,
      ),
    ).toBeNull();
  });

  it('take forms of this site and nothing else', async () => {
    const admin = await management.visitors.as('administrator', 'ml');
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

  it('say under which number something stands in the log that nobody foresaw, and nothing of it', async () => {
    const lines: Readonly<Record<string, unknown>>[] = [];
    const server = managedApp(management.database, clock, { log: (line) => lines.push(line) });
    const admin = await pageVisitors(server, management.database, clock).as('administrator', 'ml');
    await management.database.pool.query('ALTER TABLE place_population RENAME TO not_there');
    try {
      const csv = 'code,name,kind,parent_code\nC-new,Nouveau,district,C-segou\n';
      for (const [language, says] of [
        ['fr', "Le serveur n'a pas pu répondre. Rien n'a été perdu. Numéro : "],
        ['en', 'The server could not answer. Nothing was lost. Number: '],
      ] as const) {
        for (const ask of [
          () => admin.get(`/admin/export?lang=${language}`),
          () => admin.submit(`/admin/import?lang=${language}`, { csv, act: 'do' }),
        ]) {
          const { status, body, headers: sent } = await ask();
          const { id, what } = lines.findLast(({ kind }) => kind === 'error') ?? {};
          expect([status, sent['content-type']]).toEqual([500, 'text/html; charset=utf-8']);
          expect(textOf(body)).toContain(`${says}${id}`);
          expect(String(what)).toContain('place_population');
          expect(body).not.toMatch(/place_population|\bat \//);
        }
      }
    } finally {
      await management.database.pool.query('ALTER TABLE not_there RENAME TO place_population');
      await server.close();
    }
  });

  it('of what is elsewhere do not exist', async () => {
    const elsewhere = await management.visitors.as('district', 'kati');
    const phone = await management.visitors.aPhone('bla');
    const person = await aPerson(management.database, ['health_worker', 'bla']);
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
