/** Comments on a month beside its figures: stored, never overwritten, and written by people who know the place. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { indicatorsOfTests, rulesOfTests } from '../../test/figures/insert-figures.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { locationOf, pageVisitors, textOf } from '../../test/test-pages.ts';
import { aCountry, aMorning, managedApp } from '../../test/test-people.ts';

let database: TestDatabase;
let server: FastifyInstance;
let visitors: ReturnType<typeof pageVisitors>;
const clock = aMorning();
const REPORT = '/portal/places/kati/report?period=2026-10';
const october = (over: Readonly<Record<string, string>> = {}) => ({
  ...{ after: '0', good: '', hard: '', decided: '', needed: '' },
  ...over,
});

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  server = managedApp(database, clock, { indicators: indicatorsOfTests, careRules: rulesOfTests });
  visitors = pageVisitors(server, database, clock);
});
afterAll(async () => {
  await server.close();
  await database.end();
});
beforeEach(async () => {
  await database.db.deleteFrom('report_comment' as never).execute();
});

it('is kept with the name of its author, for this month and this place alone', async () => {
  const district = await visitors.as('district', 'kati');
  const saved = await district.submit(
    REPORT,
    october({ good: 'Les pères viennent.\r\nDeux par jour <b>', hard: 'Pluie' }),
  );
  expect(locationOf(saved)).toBe('303 /portal/places/kati/report?period=2026-10#comments');
  const { body } = await district.get(REPORT);
  // In the form field, and in the text for print.
  expect(body.match(/Les pères viennent\.\nDeux par jour &#60;b&#62;/g)).toHaveLength(2);
  expect(textOf(body)).toContain(`par Personne ${district.signInName}.`);
  expect(textOf(body)).toMatch(/Enregistré le 26 nov\S* 2026 par/);
  for (const other of ['kati/report?period=2026-09', 'sanankoroba/report?period=2026-10']) {
    expect((await district.get(`/portal/places/${other}`)).body).not.toContain('Les pères');
  }
});

it('of two who write at the same time, the second one loses nothing and sees what the first one wrote', async () => {
  const [one, two] = [await visitors.as('district', 'kati'), await visitors.as('district', 'kati')];
  await one.submit(REPORT, october({ good: 'De la première' }));
  const refused = await two.submit(REPORT, october({ good: 'De la seconde' }));
  expect(refused.status).toBe(409);
  expect(textOf(refused.body)).toContain('Quelqu’un d’autre a enregistré'.replaceAll('’', "'"));
  expect(refused.body).toContain('<p class="as-written">De la première</p>');
  expect(refused.body).toMatch(/<textarea id="good"[^>]*>De la seconde</);
  expect(refused.body).toContain('name="after" value="1"');
  const again = await two.submit(REPORT, october({ after: '1', good: 'Des deux' }));
  expect(again.status).toBe(303);
  expect((await one.get(REPORT)).body).toMatch(/<textarea id="good"[^>]*>Des deux</);
  const { rows } = await database.pool.query('SELECT good FROM report_comment ORDER BY version');
  expect(rows).toEqual([{ good: 'De la première' }, { good: 'Des deux' }]);
});

it('of many who save at the same moment, one is kept and the others are told', async () => {
  const writers = await Promise.all(Array.from({ length: 6 }, () => visitors.as('district', 'kati')));
  const answers = await Promise.all(writers.map((one, at) => one.submit(REPORT, october({ good: `Texte ${at}` }))));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409, 409]);
});

it('too long a text is shown again whole, and not kept', async () => {
  const district = await visitors.as('district', 'kati');
  const long = 'é'.repeat(2001);
  const { status, body } = await district.submit(REPORT, october({ needed: long, good: 'Court' }));
  expect(status).toBe(422);
  expect(textOf(body)).toContain('Un des textes dépasse 2');
  expect(body).toContain(`>${long}</textarea>`);
  expect(body).toMatch(/<textarea id="good"[^>]*>Court</);
  expect((await district.get(REPORT)).body).not.toContain('Court');
});

it('a programme reads it and cannot write it; somebody from elsewhere does neither', async () => {
  const [district, programme] = [await visitors.as('district', 'kati'), await visitors.as('programme', 'ml')];
  await district.submit(REPORT, october({ decided: 'Une sortie par mois' }));
  const { body } = await programme.get('/portal/places/kati/report?period=2026-10..2026-10');
  expect(body).toContain('Une sortie par mois');
  expect(body).not.toContain('<textarea');
  expect((await programme.submit(REPORT, october({ after: '1' }))).status).toBe(403);
  const elsewhere = await visitors.as('district', 'bla');
  expect((await elsewhere.submit(REPORT, october({ after: '1' }))).status).toBe(404);
});

it('a form without its version, or with another, writes nothing', async () => {
  const district = await visitors.as('district', 'kati');
  for (const after of ['', '7', '-1', 'x', '1e9', 'NaN']) {
    const { status } = await district.submit(REPORT, october({ after, good: 'Texte' }));
    expect(status, after).toBe(after === '' ? 303 : 409);
  }
});
