import { brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCountryWithFigures } from '../../test/figures/figures-country.ts';
import { indicatorsOfTests } from '../../test/figures/insert-figures.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { locationOf, pageVisitors, textOf } from '../../test/test-pages.ts';
import { aMorning, managedApp } from '../../test/test-people.ts';

let database: TestDatabase;
let server: FastifyInstance;
let visitors: ReturnType<typeof pageVisitors>;
const clock = aMorning();
const QUARTER = 'period=2026-08..2026-10';

beforeAll(async () => {
  database = await testDatabase();
  await aCountryWithFigures(database);
  server = managedApp(database, clock, { indicators: indicatorsOfTests, unapproved: 41 });
  visitors = pageVisitors(server, database, clock);
});
afterAll(async () => {
  await server.close();
  await database.end();
});

describe('the first page of figures', () => {
  it('opens at the highest place of whoever signs in, on the last three whole months', async () => {
    const district = await visitors.as('district', 'kati');
    expect(locationOf(await district.get('/portal'))).toBe('303 /portal/places/kati?period=2026-08..2026-10');
    const worker = await visitors.as('health_worker', 'siby');
    expect(locationOf(await worker.get('/portal'))).toContain('/portal/places/siby?');
    expect(locationOf(await visitors.stranger().get('/portal'))).toBe('303 /admin/sign-in?from=portal');
  });

  it('shows ten figures with what each is made of, in both languages', async () => {
    const district = await visitors.as('district', 'kati');
    const french = await district.get(`/portal/places/kati?${QUARTER}`);
    expect(french.status).toBe(200);
    expect(french.body.match(/<li><h3><a href="\/portal\/places\/kati\/indicators\//g)).toHaveLength(10);
    const text = textOf(french.body);
    expect(text).toContain("d'août à octobre 2026");
    expect(text).toMatch(/Abandons \d+,\d % \d+ sur \d+ entre \d+,\d et \d+,\d % \(IC 95 %\)/);
    const english = textOf((await district.get(`/portal/places/kati?${QUARTER}&lang=en`)).body);
    expect(english).toMatch(/Default \d+\.\d% \d+ of \d+ between/);
  });

  it('says what changed and where: Siby loses families', async () => {
    const district = await visitors.as('district', 'kati');
    const text = textOf((await district.get(`/portal/places/kati?${QUARTER}`)).body);
    expect(text).toMatch(/Abandons : .* C.est moins bien\. Surtout à Siby/);
    expect(text).toContain('Les abandons augmentent.');
    expect(text).toContain('41 seuils du protocole');
  });

  it('says that a population was not declared, instead of a coverage of nothing', async () => {
    const national = await visitors.as('national', 'ml');
    const text = textOf((await national.get(`/portal/places/bla?${QUARTER}`)).body);
    expect(text).toContain('Couverture du dépistage Pas calculable : population non déclarée');
  });

  it('says that nothing was recorded yet, instead of a coverage of 0 % and nobody in care', async () => {
    const district = await visitors.as('district', 'kati');
    const before = await district.get('/portal/places/siby?period=2025-01..2025-03');
    const text = textOf(before.body);
    expect(text).toContain("Couverture du dépistage Rien n'était encore enregistré");
    expect(text).toContain("Paires dans le suivi à la fin du mois Rien n'était encore enregistré");
    expect(text).not.toMatch(/ 0(,0)? %/);
    const month = await district.get('/portal/places/siby/indicators/MAMI.IND.01?period=2025-09&lang=en');
    expect(textOf(month.body)).toContain('June 2025 Nothing was recorded yet');
    const file = await district.get('/portal/places/siby/indicators/MAMI.IND.01/figures.csv?period=2025-01..2025-03');
    expect(file.body).toMatch(/MAMI\.IND\.01;Siby;de janvier à mars 2025;[^;]*;;;;;;;Rien n'était encore enregistré/);
  });

  it('says which centres have been cut off for two weeks, and which meet the server and send nothing', async () => {
    const phone = await visitors.aPhone('dialakoroba');
    const ago = (days: number): Date => new Date(clock.now.getTime() - days * 86_400_000);
    const told = async (seen: number, sent: number, language = 'fr'): Promise<string> => {
      const moments = { joined_at: ago(90), last_seen_at: ago(seen), last_sent_at: ago(sent) };
      await database.db.updateTable('device').set(moments).where('id', '=', phone.id).execute();
      const district = await visitors.as('district', 'kati');
      return textOf((await district.get(`/portal/places/kati?${QUARTER}&lang=${language}`)).body);
    };
    const cutOff = "Un centre est coupé : ses téléphones n'ont pas joint le serveur depuis deux semaines ou plus.";
    const idle = "Un centre joint le serveur, mais n'a envoyé aucune saisie depuis deux semaines ou plus.";
    expect(await told(20, 30)).toContain(`${cutOff} Dialakoroba (20 jours)`);
    expect(await told(20, 30)).not.toContain(idle);
    expect(await told(1, 30)).toContain(`${idle} Dialakoroba (30 jours)`);
    expect(await told(1, 30)).not.toContain(cutOff);
    expect(await told(1, 30, 'en')).toContain('meets the server, but has sent no entry for two weeks or more.');
    // Somebody carries what it records.
    for (const none of [await told(20, 3), await told(1, 3)]) {
      expect(none).not.toContain(cutOff);
      expect(none).not.toContain(idle);
    }
  });

  it('weighs less than 50 kB with its style, on a line that can unpack', async () => {
    const national = await visitors.as('national', 'ml');
    const headers = { 'accept-encoding': 'br' };
    let bytes = 0;
    for (const url of [`/portal/places/kati?${QUARTER}`, '/portal/style.css']) {
      const { rawPayload, headers: got } = await server.inject({
        method: 'GET',
        url,
        headers: { ...headers, cookie: national.cookie },
      });
      expect(got['content-encoding']).toBe('br');
      expect(brotliDecompressSync(rawPayload).length).toBeGreaterThan(rawPayload.length);
      bytes += rawPayload.length;
    }
    expect(bytes).toBeLessThan(50_000);
  });
});

describe('who sees what', () => {
  it.each(['programme', 'network'] as const)('a %s sees figures of its country, and none under five', async (role) => {
    const reader = await visitors.as(role, 'ml');
    const centre = textOf((await reader.get(`/portal/places/tourodo?${QUARTER}`)).body);
    expect(centre).toContain('Non montré : petits nombres');
    expect(textOf((await reader.get(`/portal/places/ml?period=2026`)).body)).toMatch(/Abandons \d/);
  });

  it('a supervisor sees the same small numbers whole', async () => {
    const supervisor = await visitors.as('supervisor', 'tourodo');
    expect(textOf((await supervisor.get(`/portal/places/tourodo?${QUARTER}`)).body)).not.toContain('Non montré');
  });

  it('nobody sees places that are not hers: not their figures, not their names beside hers', async () => {
    const worker = await visitors.as('health_worker', 'siby');
    for (const place of ['kati', 'kalaban', 'ml', 'bla', 'nowhere', '%27']) {
      expect((await worker.get(`/portal/places/${place}?${QUARTER}`)).status, place).toBe(404);
    }
    const text = textOf((await worker.get(`/portal/places/siby?${QUARTER}`)).body);
    expect(text).toContain('Kati');
    expect(text).not.toContain('Kalaban');
  });

  it('a period that is none is the usual one', async () => {
    const district = await visitors.as('district', 'kati');
    for (const query of ['period=x', 'period=2026-13', 'from=2026-09&to=2026-01', 'period=a&period=b', '']) {
      const page = await district.get(`/portal/places/kati?${query}`);
      expect([page.status, textOf(page.body).includes("d'août à octobre 2026")], query).toEqual([200, true]);
    }
    const typed = await district.get('/portal/places/kati?period=2026&from=2026-02&to=2026-05');
    expect(textOf(typed.body)).toContain('de février à mai 2026');
  });
});

it('a key of dots stands under cards that have dots only', async () => {
  const district = await visitors.as('district', 'kati');
  const pageOf = async (place: string) =>
    textOf((await district.get(`/portal/places/${place}?period=2026-08..2026-10`)).body);
  expect(await pageOf('siby')).toContain('Petits points');
  const whole = await visitors.as('national', 'ml');
  const country = textOf((await whole.get('/portal/places/ml?period=2026-08..2026-10')).body);
  expect(country).toContain('IC 95');
  expect(country).not.toContain('Petits points');
});

describe('a period that is not over', () => {
  /**
   * 7,000 people, 40 births a year for each 1,000, of whom 961 in 1,000 live to be infants of 0–5 months, half a year
   * long.
   */
  const infants = (7000 * 0.04 * 0.961) / 2;

  it('expects the infants of the months that have begun, and no more', async () => {
    const district = await visitors.as('district', 'kati');
    const cover = async (period: string): Promise<string> =>
      textOf((await district.get(`/portal/places/siby?period=${period}`)).body);
    expect(await cover('2026-Q3')).toContain(`pour ${Math.round(3 * infants)} attendus`);
    const quarter = await cover('2026-Q4');
    expect(quarter).toContain(`pour ${Math.round(2 * infants)} attendus`);
    expect(quarter).toContain("Cette période n'est pas finie : elle est comptée jusqu'à aujourd'hui, 26 nov. 2026.");
    const month = await cover('2026-12');
    expect(month).toContain("Cette période n'a pas encore commencé");
    expect(month).toContain('Couverture du dépistage Pas calculable : rien à compter');
    expect(await cover('2026-Q3')).not.toContain("n'est pas finie");
  });

  it('is not judged against a whole one by what adds up over it', async () => {
    const district = await visitors.as('district', 'kati');
    const { body } = await district.get('/portal/places/kati/indicators/MAMI.IND.01?period=2026-Q4');
    expect(textOf(body)).not.toMatch(/C.est moins bien|▼/);
    expect(textOf(body)).toMatch(/Avant : [\d,]+/);
  });
});

it('another place is opened on the page that is open; where it has none, on the one above it', async () => {
  const district = await visitors.as('district', 'kati');
  const linksOf = async (path: string): Promise<string> => (await district.get(`/portal/places/${path}`)).body;
  const growth = await linksOf(`siby/growth?${QUARTER}`);
  expect(growth).toContain(`href="/portal/places/kalaban/growth?${QUARTER}"`);
  expect(growth).toContain(`href="/portal/places/kati/growth?${QUARTER}"`);
  const sheet = await linksOf(`siby/centre?${QUARTER}`);
  expect(sheet).toContain(`href="/portal/places/kalaban/centre?${QUARTER}"`);
  expect(sheet).toContain(`<li><a href="/portal/places/kati?${QUARTER}">Kati</a></li>`);
  const families = await linksOf(`siby/indicators/MAMI.IND.10/families?${QUARTER}&group=doesNot`);
  expect(families).toContain('<input type="hidden" name="group" value="doesNot">');
  expect(families).toMatch(/href="\/portal\/places\/kati\/indicators\/MAMI\.IND\.10\?/);
});
