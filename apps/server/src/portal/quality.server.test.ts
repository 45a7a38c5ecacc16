import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCountryWithFigures } from '../../test/figures/figures-country.ts';
import { indicatorsOfTests } from '../../test/figures/insert-figures.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { pageVisitors, textOf } from '../../test/test-pages.ts';
import { aMorning, managedApp } from '../../test/test-people.ts';
import { compareFamilies } from '../doubles/keep-doubles.ts';

let database: TestDatabase;
let server: FastifyInstance;
let visitors: ReturnType<typeof pageVisitors>;
const clock = aMorning();

const aPhoneSince = async (place: string, joined: string, heard: string, sent = heard): Promise<void> => {
  const { id } = await visitors.aPhone(place);
  await database.db
    .updateTable('device')
    .set({ joined_at: new Date(joined), last_seen_at: new Date(heard), last_sent_at: new Date(sent) })
    .where('id', '=', id)
    .execute();
};

beforeAll(async () => {
  database = await testDatabase();
  await aCountryWithFigures(database);
  server = managedApp(database, clock, { indicators: indicatorsOfTests, unapproved: 98 });
  visitors = pageVisitors(server, database, clock);
  await aPhoneSince('kalaban', '2026-05-04T09:00:00Z', '2026-11-25T09:00:00Z');
  await aPhoneSince('siby', '2026-05-04T09:00:00Z', '2026-10-30T09:00:00Z');
  await aPhoneSince('dialakoroba', '2026-05-04T09:00:00Z', '2026-11-25T09:00:00Z', '2026-11-03T09:00:00Z');
  // Nothing was recorded in August; two families have a mother whose name sounds the same and one telephone, and one has
  // something to correct.
  await database.pool.query(`DELETE FROM indicator_figure WHERE place_id = 'siby' AND month = '2026-08'`);
  await database.pool.query(
    `UPDATE family_summary SET summary = jsonb_set(jsonb_set(jsonb_set(summary, '{phone}', 'null'), '{cardCode}', 'null'),
       '{mother,name}', to_jsonb(translate(md5(family), '0123456789', 'ghijklmnop'))) WHERE place_id = 'siby'`,
  );
  await database.pool.query(
    `UPDATE family_summary SET summary = jsonb_set(jsonb_set(summary, '{phone}', '"76000001"'), '{mother,name}',
       to_jsonb(CASE WHEN family = (SELECT min(family) FROM family_summary WHERE place_id = 'siby')
         THEN 'Kadiatou Diarra' ELSE 'Cadiatou Jarra' END))
     WHERE place_id = 'siby' AND family IN (SELECT family FROM family_summary WHERE place_id = 'siby' ORDER BY family LIMIT 2)`,
  );
  await compareFamilies(database.db, 'siby', '2026-11-26');
  await database.pool.query(
    `UPDATE family_summary SET summary = jsonb_set(summary, '{problems}', '3')
     WHERE place_id = 'siby' AND family = (SELECT min(family) FROM family_summary WHERE place_id = 'siby')`,
  );
});
afterAll(async () => {
  await server.close();
  await database.end();
});

/** The cells of a centre's row. */
const rowOf = (body: string, place: string): readonly string[] => {
  const row = /<tr>(?:(?!<\/tr>).)*?\/places\/PLACE\/.*?<\/tr>/s.source.replace('PLACE', place);
  const table = body.slice(body.indexOf('id="centres"'));
  return (new RegExp(row, 's').exec(table)?.[0] ?? '').split(/<\/t[hd]>/).map((cell) => textOf(cell).trim());
};

describe('the quality of data', () => {
  it('praises who recorded each month and was heard, and says what to help the others with', async () => {
    const district = await visitors.as('district', 'kati');
    const { status, body } = await district.get('/portal/places/kati/quality?period=2026-08..2026-10');
    expect(status).toBe(200);
    const text = textOf(body);
    expect(text).toMatch(/moins de deux semaines : Kalaban ?\./);
    expect(text).toContain('Siby : un mois sans saisie ; coupé : aucun contact depuis le 30 oct. 2026');
    expect(text).toContain('Seuils du protocole à valider : 98.');
    expect(text).toContain('joint le serveur, mais aucune saisie envoyée depuis le 3 nov. 2026');
    expect(rowOf(body, 'kalaban').slice(0, 4)).toEqual(['Kalaban', '6 sur 6', '25 nov. 2026', '25 nov. 2026']);
    expect(rowOf(body, 'dialakoroba').slice(2, 4)).toEqual(['25 nov. 2026', '3 nov. 2026']);
    expect(rowOf(body, 'siby').slice(0, 3)).toEqual(['Siby', '5 sur 6', '30 oct. 2026']);
    expect(rowOf(body, 'siby').slice(-3, -1)).toEqual(['1', '2']);
  });

  it('expects nothing of a month that is not over', async () => {
    const district = await visitors.as('district', 'kati');
    for (const period of ['2026', '2026-11', '2026-12']) {
      const { body } = await district.get(`/portal/places/kati/quality?period=${period}`);
      expect(rowOf(body, 'kalaban').slice(0, 2), period).toEqual(['Kalaban', '6 sur 6']);
      expect(textOf(body), period).toContain('qui finissent en octobre 2026');
    }
  });

  it('expects nothing of a centre without a phone', async () => {
    const district = await visitors.as('district', 'kati');
    const { body } = await district.get('/portal/places/kati/quality?period=2026-08..2026-10');
    expect(rowOf(body, 'tourodo').slice(0, 4)).toEqual(['Tourodo', '–', '–', '–']);
  });

  it('counts no families for a reader without the register', async () => {
    const programme = await visitors.as('programme', 'ml');
    const { body } = await programme.get('/portal/places/kati/quality?period=2026-Q3');
    expect(textOf(body)).toContain('Mois avec saisies');
    expect(textOf(body)).not.toContain('Doublons probables');
  });

  it('opens the families that may be one, for whoever may open the register, and notes who read them', async () => {
    const supervisor = await visitors.as('supervisor', 'siby');
    const quality = await supervisor.get('/portal/places/siby/quality?period=2026-08..2026-10');
    const [, address] = /href="([^"]*\/doubles[^"]*)"/.exec(quality.body) ?? [];
    const { status, body } = await supervisor.get((address ?? '').replaceAll('&amp;', '&'));
    expect(status).toBe(200);
    const text = textOf(body);
    expect(text).toContain('Une paire, comparée le 26 nov. 2026.');
    expect(text).toMatch(/Probable : nom qui se dit pareil.*, même téléphone/);
    expect(text).not.toContain('Diarra');
    const [english, elsewhere, programme] = [
      await supervisor.get('/portal/places/siby/doubles?lang=en'),
      await (await visitors.as('supervisor', 'kalaban')).get('/portal/places/siby/doubles'),
      await (await visitors.as('programme', 'ml')).get('/portal/places/siby/doubles'),
    ];
    expect(textOf(english.body)).toMatch(/Likely: name that sounds the same.*, same telephone/);
    expect([elsewhere.status, programme.status]).toEqual([404, 403]);
    const actor = `account:${supervisor.id}`;
    const { rows } = await database.pool.query('SELECT DISTINCT family FROM audit WHERE actor = $1', [actor]);
    expect(rows).toHaveLength(2);
  });

  it('names them as the register does, and one that was never enrolled by the beginning of its identifier', async () => {
    const supervisor = await visitors.as('supervisor', 'siby');
    const read = async (): Promise<string> => textOf((await supervisor.get('/portal/places/siby/doubles')).body);
    const { rows } = await database.pool.query<{ family: string; number: string | null }>(
      `SELECT family, child->'care'->>'number' AS number FROM family_summary, jsonb_array_elements(summary->'children') AS child
        WHERE place_id = 'siby' AND family IN (SELECT family FROM possible_double WHERE place_id = 'siby')`,
    );
    const enrolled = rows.filter(({ number }) => number !== null);
    expect(enrolled.length).toBeGreaterThan(0);
    const text = await read();
    for (const { family, number } of enrolled) {
      expect(text).toContain(number);
      expect(text).not.toContain(family);
    }
    const [{ family } = { family: '' }] = enrolled;
    const leave = `UPDATE family_summary SET summary = jsonb_set(summary, '{children}', '[]') WHERE place_id = 'siby' AND family = $1`;
    await database.pool.query(leave, [family]);
    expect(await read()).toContain(`sans numéro de registre (${family.slice(0, 8)}…)`);
  });

  it('counts the likely doubles only, and lists those that are merely possible after them', async () => {
    const { rows } = await database.pool.query<{ family: string }>(
      `SELECT family FROM family_summary WHERE place_id = 'siby'
        AND family NOT IN (SELECT family FROM possible_double WHERE place_id = 'siby') ORDER BY family LIMIT 2`,
    );
    const [one, other] = rows.map(({ family }) => family);
    const add = `INSERT INTO possible_double VALUES ('siby', $1, $2, 'possible', '{sameVillage}')`;
    for (const pair of [
      [one, other],
      [other, one],
    ])
      await database.pool.query(add, pair);
    const supervisor = await visitors.as('supervisor', 'siby');
    const quality = await supervisor.get('/portal/places/siby/quality?period=2026-08..2026-10');
    expect(rowOf(quality.body, 'siby').slice(-3, -1)).toEqual(['1', '2']);
    const list = textOf((await supervisor.get('/portal/places/siby/doubles')).body);
    expect(list).toContain('2 paires, comparées');
    expect(list.indexOf('Probable')).toBeLessThan(list.indexOf('Possible : même village'));
  });

  it('does not say that there are no doubles where families were not compared yet', async () => {
    const supervisor = await visitors.as('supervisor', 'kalaban');
    const { body } = await supervisor.get('/portal/places/kalaban/quality?period=2026-08..2026-10');
    expect(rowOf(body, 'kalaban').at(-2)).toBe('–');
    const list = await supervisor.get('/portal/places/kalaban/doubles');
    expect(textOf(list.body)).toContain("n'ont pas encore été comparées");
  });

  it('praises no centre whose figures are hidden from the reader: it says that they are too few to judge', async () => {
    await aPhoneSince('tourodo', '2026-09-01T09:00:00Z', '2026-11-25T09:00:00Z');
    // So few children that a reader without the register sees none of these figures.
    await database.pool.query(
      `UPDATE indicator_figure SET denominator = least(denominator, 1), numerator = 0
        WHERE place_id = 'tourodo' AND indicator <> 'DQ.01'`,
    );
    const programme = await visitors.as('programme', 'ml');
    const { body } = await programme.get('/portal/places/kati/quality?period=2026-Q3');
    expect(rowOf(body, 'tourodo')[1]).toBe('1 sur 1');
    const praise = textOf(/<section aria-labelledby="praise">.*?<\/section>/s.exec(body)?.[0] ?? '');
    expect(praise).toMatch(/moins de deux semaines : [^:]*Kalaban/);
    expect(praise).toMatch(/trop peu de ses chiffres sont montrés pour juger comment il note : Tourodo ?\./);
    expect(praise.split('Tourodo')).toHaveLength(2);
    const english = await programme.get('/portal/places/kati/quality?period=2026-Q3&lang=en');
    expect(textOf(english.body)).toMatch(/too few of its figures are shown to judge how it records: Tourodo/);
  });

  it('stands on the sheet of the centre', async () => {
    const supervisor = await visitors.as('supervisor', 'siby');
    const text = textOf((await supervisor.get('/portal/places/siby/centre?period=2026-08..2026-10')).body);
    expect(text).toContain('Mois avec saisies : 5 sur 6');
    expect(text).toContain('Doublons probables : 2');
  });
});
