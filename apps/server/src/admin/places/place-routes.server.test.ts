import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { managedPages } from '../../../test/managed-pages.ts';
import { locationOf, photographed, textOf } from '../../../test/test-pages.ts';
import { PUBLIC_URL } from '../../../test/test-people.ts';
import { testPhone } from '../../../test/test-phone.ts';

const management = managedPages();
const { clock } = management;

describe('the page of places', () => {
  it('is a tree with the phones below each and their last contact', async () => {
    const region = await management.visitors.as('region', 'segou');
    for (const days of [9, 3]) {
      const { id } = await management.visitors.aPhone('bla');
      const seen = { last_seen_at: new Date(clock.now.getTime() - days * 24 * 3_600_000) };
      await management.database.db.updateTable('device').set(seen).where('id', '=', id).execute();
    }
    const { body } = await region.get('/admin/places');
    expect(body).toMatch(/Ségou[\s\S]*<ul>\s*<li><a href="\/admin\/places\/bla"><span class="name">Bla/);
    expect(textOf(body)).toContain('Ségou région · 2 téléphones · dernier contact : il y a 3 jours');
  });

  it('takes in a pasted list after it was tried, and hands it out', async () => {
    const region = await management.visitors.as('region', 'segou');
    const csv = 'code;name;kind;parent_code\nC-new;Tominian;district;C-segou\n';
    const wrong = await region.submit('/admin/import', { csv: csv.replace('district', 'ville'), act: 'do' });
    expect(textOf(wrong.body)).toContain('Ligne 2, colonne kind Cette sorte de lieu est inconnue.');
    const tried = await region.submit('/admin/import', { csv, act: 'try' });
    expect(textOf(tried.body)).toContain("Rien n'a encore été changé. Elle ferait ceci : Un lieu ajouté");
    expect(tried.body).toContain('value="do"');
    expect(textOf((await region.submit('/admin/import', { csv, act: 'do' })).body)).toContain('La liste est importée.');
    expect((await region.get('/admin/export')).body).toContain('C-new,Tominian,district,C-segou');
    expect(
      (await (await management.visitors.as('supervisor', 'bla')).submit('/admin/import', { csv, act: 'do' })).status,
    ).toBe(403);
  });
});

describe('a list of places that is chosen as a file', () => {
  const send = async (file: Buffer | string, fields: Readonly<Record<string, string>>) => {
    const region = await management.visitors.as('region', 'segou');
    const form = new FormData();
    form.append('chosen', new Blob([file]), 'lieux.csv');
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const request = new Request('http://localhost', { method: 'POST', body: form });
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    return region.ask('POST', '/admin/import', { headers, payload: Buffer.from(await request.arrayBuffer()) });
  };
  const csv = 'code;name;kind;parent_code\nC-file;Niéna;district;C-segou\n';

  it('stands in the page once it was tried, and is taken in', async () => {
    const tried = await send(csv, { csv: '', act: 'try' });
    expect(textOf(tried.body)).toContain("Rien n'a encore été changé. Elle ferait ceci : Un lieu ajouté");
    expect(tried.body).toContain('C-file;Niéna;district;C-segou');
    expect(textOf((await send('', { csv, act: 'do' })).body)).toContain('La liste est importée.');
  });

  it('goes before a list that was pasted', async () => {
    const other = await send(csv.replace('C-file', 'C-other'), { csv, act: 'try' });
    expect(textOf(other.body)).toContain('Un lieu ajouté');
    expect(other.body).toContain('C-other');
  });

  it('of another coding, or a workbook, is told what to do with it', async () => {
    const latin = await send(Buffer.from(csv, 'latin1'), { csv: '', act: 'do' });
    expect(textOf(latin.body)).toContain("n'est pas un CSV en UTF-8");
    const workbook = await send(Buffer.from('504b0304ff00fe0122', 'hex'), { csv: '', act: 'do' });
    expect(textOf(workbook.body)).toContain("n'est pas un CSV en UTF-8");
    expect(textOf(workbook.body)).toContain("Un problème : rien n'a été changé");
  });

  it('is refused when it is too large', async () => {
    const huge = `${csv}${'x'.repeat(5 * 1024 * 1024)}`;
    expect((await send(huge, { csv: '', act: 'try' })).status).toBe(413);
    expect((await send(huge, { csv: huge, act: 'try' })).status).toBe(413);
  });
});

describe('the page of a place', () => {
  it('says of each phone when it was heard and that its clock is wrong', async () => {
    const supervisor = await management.visitors.as('supervisor', 'kalaban');
    const phone = await management.visitors.aPhone('kalaban', 'Salle 1');
    const told = async (clock_off_ms: number | null) => {
      const seen = { last_seen_at: new Date(clock.now.getTime() - 90 * 60_000), clock_off_ms };
      await management.database.db.updateTable('device').set(seen).where('id', '=', phone.id).execute();
      return textOf((await supervisor.get('/admin/places/kalaban')).body);
    };
    expect(await told(null)).toContain('Salle 1 Relié le 26/11/2026 · dernier contact : il y a 90 minutes');
    expect(await told(null)).toContain('dernières saisies envoyées : jamais');
    expect(await told(10 * 60_000)).not.toContain('horloge');
    expect(await told(11 * 60_000)).toContain("Son horloge avance de 11 minutes : mettez-la à l'heure.");
    expect(await told(-3 * 3_600_000)).toContain('Son horloge retarde de 3 heures');
    expect(await told(400 * 24 * 3_600_000)).toContain('Son horloge avance de 400 jours');
    expect(await told(0)).not.toContain('date fausse');
    const entry = { device_id: phone.id, hash: Buffer.alloc(32), family: 'f', recorded_at: '', received_at: clock.now };
    await management.database.db
      .insertInto('entry')
      .values(
        [1, 2].map((at) => ({
          ...entry,
          ...{ place_id: 'kalaban', position: at, seq: at, id: `e${at}` },
          body: Buffer.alloc(1),
          clock_off_ms: 3_600_000,
        })),
      )
      .execute();
    expect(await told(0)).toContain('2 saisies portent peut-être une date fausse');
  });

  it('shows a code for a phone, large and as a picture that opens the clinic with it', async () => {
    const supervisor = await management.visitors.as('supervisor', 'kalaban');
    const { body } = await supervisor.submit('/admin/places/kalaban/join-codes', {});
    const code = /<p class="code">([A-Z]{4}) ([A-Z]{4})<\/p>/.exec(body)?.slice(1).join('') ?? '';
    expect(photographed(body)).toBe(`${PUBLIC_URL}/clinic/#join=${code}`);
    const phone = await testPhone(management.server, 'kalaban');
    expect((await phone.join(code)).statusCode).toBe(201);
  });

  it('asks before a phone is revoked', async () => {
    const supervisor = await management.visitors.as('supervisor', 'kalaban');
    const phone = await management.visitors.aPhone('kalaban', 'Salle 2');
    const { body } = await supervisor.get('/admin/places/kalaban');
    expect(body).toContain(`href="/admin/devices/${phone.id}/revoke"`);
    const asked = textOf((await supervisor.get(`/admin/devices/${phone.id}/revoke`)).body);
    expect(asked).toContain('Déclarer perdu : Salle 2 ?');
    // Who sets it up again first loses what was not sent.
    const found = asked.slice(asked.indexOf("S'il est retrouvé"));
    expect(found).toMatch(/^S'il est retrouvé, ne l'effacez pas .*un fichier.*Seulement ensuite.*installer à nouveau/s);
    expect((await phone.pull()).statusCode).toBe(200);
    const done = await supervisor.submit(`/admin/devices/${phone.id}/revoke`, {});
    expect(locationOf(done)).toBe('303 /admin/places/kalaban');
    expect((await phone.pull()).statusCode).toBe(410);
    expect(textOf((await supervisor.get('/admin/places/kalaban')).body)).toContain('Déclaré perdu le 26/11/2026');
  });

  it('shows what was kept apart, without what is in it, until somebody says what was done', async () => {
    const supervisor = await management.visitors.as('supervisor', 'kalaban');
    const phone = await management.visitors.aPhone('kalaban', 'Salle 3');
    const family = randomUUID();
    const foreign = await testPhone(management.server, 'bla');
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
    const district = await management.visitors.as('district', 'kati');
    const added = await district.submit('/admin/places/kati/places', { name: 'Siby', kind: 'health_centre', code: '' });
    expect(textOf((await district.get(String(added.headers['location']))).body)).toContain('Siby');
    const midwife = await management.visitors.as('health_worker', 'sanankoroba');
    const { body } = await midwife.get('/admin/places/sanankoroba');
    expect(body).not.toMatch(/<form method="post" action="\/admin\/places|\/revoke"|quarantine/);
  });
});
