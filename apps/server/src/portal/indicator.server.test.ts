import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCountryWithFigures } from '../../test/figures/figures-country.ts';
import { indicatorsOfTests } from '../../test/figures/insert-figures.ts';
import { registerNumbersOf } from '../../test/figures/register-numbers-of.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { pageVisitors, textOf } from '../../test/test-pages.ts';
import { aMorning, managedApp } from '../../test/test-people.ts';

let database: TestDatabase;
let server: FastifyInstance;
let visitors: ReturnType<typeof pageVisitors>;
const clock = aMorning();
const QUARTER = 'period=2026-08..2026-10';
const defaults = (place: string, more = '') => `/portal/places/${place}/indicators/MAMI.IND.10${more}?${QUARTER}`;

beforeAll(async () => {
  database = await testDatabase();
  await aCountryWithFigures(database);
  server = managedApp(database, clock, { indicators: indicatorsOfTests });
  visitors = pageVisitors(server, database, clock);
});
afterAll(async () => {
  await server.close();
  await database.end();
});

/** Numerator and denominator of defaults, directly from the facts of every family and not from the sums. */
const defaultsCounted = async (places: readonly string[]) => {
  const { rows } = await database.pool.query<{ some: string; all: string }>(
    `SELECT count(*) FILTER (WHERE fact->'attributes'->>'exit_code' = 'R4') AS some, count(*) AS all
     FROM family_summary, jsonb_array_elements(facts) AS fact
     WHERE place_id = ANY($1) AND fact->>'kind' = 'mami-exited' AND fact->'attributes'->>'exit_code' <> 'R6'
       AND fact->>'on' BETWEEN '2026-08-01' AND '2026-10-31'`,
    [places],
  );
  return { some: Number(rows[0]?.some), all: Number(rows[0]?.all) };
};

const KATI = ['sanankoroba', 'kalaban', 'dialakoroba', 'siby', 'tourodo'];

describe('an indicator', () => {
  it('is made of its families, never of other shares', async () => {
    const { some, all } = await defaultsCounted(KATI);
    const district = await visitors.as('district', 'kati');
    const text = textOf((await district.get(defaults('kati'))).body);
    expect(some).toBeGreaterThan(5);
    expect(text).toContain(`${some} sur ${all}`);
  });

  it('has a table beside each picture, a name for each picture, and its definition', async () => {
    const district = await visitors.as('district', 'kati');
    const { body } = await district.get(defaults('kati'));
    expect(body.match(/<svg class="picture/g)?.length).toBeGreaterThan(3);
    for (const [, says] of body.matchAll(/<svg class="picture[^>]*aria-label="([^"]*)"/g))
      expect(says?.length).toBeGreaterThan(10);
    expect(body.match(/<div class="beside"/g)).toHaveLength(
      body.match(/<svg class="picture (trend|places|bars|map)/g)?.length ?? 0,
    );
    expect(body.match(/<table>/g)?.length).toBe(body.match(/<div class="beside"/g)?.length);
    const text = textOf(body);
    for (const part of [
      'Mois après mois',
      'Les lieux comparés',
      'Distance du centre',
      'Sur la carte',
      'Définition',
      'à valider',
    ]) {
      expect(text).toContain(part);
    }
  });

  it.each(indicatorsOfTests.indicators.filter(({ needs }) => needs === null).map(({ code }) => code))(
    '%s has its page in both languages, for a reader of registers and for one of figures alone',
    async (code) => {
      for (const role of ['national', 'programme'] as const) {
        const reader = await visitors.as(role, 'ml');
        for (const language of ['fr', 'en']) {
          const page = await reader.get(`/portal/places/kati/indicators/${code}?${QUARTER}&lang=${language}`);
          expect(page.status).toBe(200);
          expect(/.{40}(NaN|Infinity|undefined).{20}/.exec(page.body)?.[0]).toBeUndefined();
        }
      }
    },
  );

  it('that is not there, or of a place that is not hers, does not exist', async () => {
    const worker = await visitors.as('health_worker', 'siby');
    for (const more of ['', '/families', '/figures.csv', '/figures.xlsx']) {
      expect((await worker.get(defaults('kalaban', more))).status, more).toBe(404);
      expect((await worker.get(`/portal/places/siby/indicators/NONE${more}?${QUARTER}`)).status, more).toBe(404);
    }
  });
});

describe('small numbers', () => {
  /** The values by place, as in the file for spreadsheets. */
  const valuesOf = async (reader: Reader, code: string, period: string): Promise<readonly string[][]> =>
    (await csvOf(reader, `/portal/places/kati/indicators/${code}/figures.csv?period=${period}`)).filter(
      (row) => row[0] === code && row[1] !== 'Kati',
    );

  it('are hidden from a programme, and never one alone that the total would give away', async () => {
    const programme = await visitors.as('programme', 'ml');
    let some = 0;
    for (const code of ['MAMI.IND.10', 'MAMI.IND.05', 'MAMI.IND.24', 'MAMI.IND.02']) {
      for (const period of ['2026-07', '2026-08', '2026-Q3', '2026']) {
        const rows = await valuesOf(programme, code, period);
        expect(rows).toHaveLength(5);
        const hidden = rows.filter((row) => row[10]?.startsWith('Non montré'));
        expect(hidden.length, `${code} ${period}`).not.toBe(1);
        for (const row of hidden) expect(row.slice(4, 10)).toEqual(['', '', '', '', '', '']);
        some += hidden.length;
      }
    }
    expect(some).toBeGreaterThan(10);
  });

  it('of places are one sentence with a way on, not a row for each', async () => {
    const placesOf = (body: string): string => body.slice(body.indexOf('id="places"')).split('</section>')[0] ?? '';
    const programme = await visitors.as('programme', 'ml');
    const shown = placesOf((await programme.get('/portal/places/kati/indicators/MAMI.IND.10?period=2026-08')).body);
    expect(textOf(shown)).toMatch(/[2-5] lieux ne sont pas montrés/);
    expect(shown).toMatch(/href="[^"]*MAMI.IND.10\?period=2026"/);
    expect(shown.split('</tr>').filter((row) => row.includes('Non montré') && row.includes('<a '))).toEqual([]);
    const district = await visitors.as('district', 'kati');
    const own = placesOf((await district.get('/portal/places/kati/indicators/MAMI.IND.10?period=2026-08')).body);
    expect(own).not.toContain('ne sont pas montrés');
    expect(own.match(/<th scope="row"><a /g)).toHaveLength(5);
  });

  it('are not told by two periods that overlap: another period than whole ones is refused', async () => {
    const programme = await visitors.as('programme', 'ml');
    const page = (period: string) => programme.get(`/portal/places/kati/indicators/MAMI.IND.05?${period}`);
    expect(textOf((await page('period=2026-02..2026-09')).body)).toContain('Voici le dernier trimestre');
    expect(textOf((await page('from=2026-02&to=2026-09')).body)).toContain('Voici le dernier trimestre');
    for (const whole of ['2026-02', '2026-Q2', '2026', '2026-01..2026-09']) {
      expect(textOf((await page(`period=${whole}`)).body), whole).not.toContain('Voici le dernier trimestre');
    }
    const district = await visitors.as('district', 'kati');
    const asked = await district.get('/portal/places/kati/indicators/MAMI.IND.05?period=2026-02..2026-09');
    expect(textOf(asked.body)).toContain('de février à septembre 2026');
  });
});

type Reader = Awaited<ReturnType<ReturnType<typeof pageVisitors>['as']>>;
const csvOf = async (reader: Reader, url: string): Promise<readonly string[][]> => {
  const { body } = await reader.get(url);
  return parse(body, { bom: true, delimiter: ';', relax_column_count: true, skip_empty_lines: true });
};

describe('an export', () => {
  it('in CSV opens in a French spreadsheet: mark, semicolons, decimal commas, and its definition', async () => {
    const district = await visitors.as('district', 'kati');
    const { body, headers } = await district.get(defaults('kati', '/figures.csv'));
    expect(headers['content-disposition']).toBe('attachment; filename="denba-MAMI.IND.10-2026-08..2026-10.csv"');
    expect(body.charCodeAt(0)).toBe(0xfeff);
    const rows = await csvOf(district, defaults('kati', '/figures.csv'));
    const { some, all } = await defaultsCounted(KATI);
    const [, first] = rows;
    expect(first?.slice(0, 4)).toEqual(['MAMI.IND.10', 'Kati', "d'août à octobre 2026", 'Ensemble']);
    expect(Number(first?.[4]?.replace(',', '.'))).toBeCloseTo((some / all) * 100, 10);
    expect(first?.slice(5, 8)).toEqual([String(some), String(all), '0']);
    expect(rows).toContainEqual(['Ce qui compte', 'sorties R4']);
  });

  it('for Excel opens again with the same figures as numbers, and its definition on a second sheet', async () => {
    const district = await visitors.as('district', 'kati');
    const { rawPayload } = await server.inject({
      ...{ method: 'GET', url: defaults('kati', '/figures.xlsx'), headers: { cookie: district.cookie } },
    });
    const sheets = await readExcelFile(rawPayload);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Chiffres', 'Définition']);
    const rows = await csvOf(district, defaults('kati', '/figures.csv'));
    const data = sheets[0]?.data ?? [];
    const asText = (cell: unknown) => (cell === null ? '' : String(cell).replace('.', ','));
    const figures = rows.slice(1, data.length).map((row) => row.slice(4, 10));
    expect(data.slice(1).map((row) => row.slice(4, 10).map(asText))).toEqual(figures);
    expect(typeof data[1]?.[4]).toBe('number');
    expect(sheets[1]?.data).toContainEqual(['Ce qui compte', 'sorties R4']);
  });

  it('has as many of whom it is known as the page, and those of whom it is not beside them', async () => {
    const district = await visitors.as('district', 'kati');
    const path = '/portal/places/kati/indicators/NN_14';
    const text = textOf((await district.get(`${path}?${QUARTER}`)).body);
    const [, some, known, unknown] = /(\d+) sur (\d+) connus \((\d+) inconnus en plus\)/.exec(text) ?? [];
    const [, first] = await csvOf(district, `${path}/figures.csv?${QUARTER}`);
    expect(Number(unknown)).toBeGreaterThan(0);
    expect(first?.slice(5, 8)).toEqual([some, known, unknown]);
  });

  it('of a mean has no number of those who count: each value counts as it is', async () => {
    const district = await visitors.as('district', 'kati');
    const rows = await csvOf(district, `/portal/places/kati/indicators/MAMI.IND.18/figures.csv?${QUARTER}`);
    expect(rows[1]?.[5]).toBe('');
    expect(Number(rows[1]?.[6])).toBeGreaterThan(0);
  });

  it('of a spread has the tables of the page: its parts in words, by month, by place and by breakdown', async () => {
    const path = '/portal/places/kati/indicators/MAMI.IND.04';
    const district = await visitors.as('district', 'kati');
    const rows = await csvOf(district, `${path}/figures.csv?period=2026-Q3`);
    const { body } = await district.get(`${path}?period=2026-Q3`);
    for (const [id, where, when, part] of [
      ['by-month', 'Kati', 'août 2026', 'Risque modéré'],
      ['by-place', 'Siby', 'de juillet à septembre 2026', 'Risque modéré'],
      ['by-sex', 'Kati', 'de juillet à septembre 2026', 'Sexe\u00a0: Filles, Risque modéré'],
    ] as const) {
      const table = body.slice(body.indexOf(`<h2 id="${id}"`)).split('</table>')[0] ?? '';
      const heads = [...table.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, head]) => head);
      const name = id === 'by-sex' ? 'Filles' : id === 'by-place' ? 'Siby' : 'août 2026';
      const cells = table
        .split('</tr>')
        .map((row) => row.split(/<\/t[hd]>/).map((cell) => textOf(cell).trim()))
        .find(([first]) => first === name);
      const shown = cells?.[heads.indexOf('Risque modéré')]?.split(' ')[0];
      expect(Number(shown), id).toBeGreaterThan(0);
      expect(rows.find((row) => row[1] === where && row[2] === when && row[3] === part)?.[5], id).toBe(shown);
    }
    const few = await csvOf(await visitors.as('programme', 'ml'), `${path}/figures.csv?period=2026-Q3`);
    expect(few.filter((row) => row[1] === 'Siby')).toEqual([]);
  });

  it('keeps a name that looks like a formula from being one', async () => {
    await database.db.updateTable('place').set({ name: '=HYPERLINK("x")' }).where('id', '=', 'tourodo').execute();
    const district = await visitors.as('district', 'kati');
    const { body } = await district.get(defaults('kati', '/figures.csv'));
    expect(body).toContain(`'=HYPERLINK`);
    await database.db.updateTable('place').set({ name: 'Tourodo' }).where('id', '=', 'tourodo').execute();
  });
});

describe('the families behind a figure', () => {
  const written = async () => {
    const { rows } = await database.pool.query<{ actor: string; family: string; detail: unknown }>(
      `SELECT actor, family, detail FROM audit WHERE place_id = 'siby' AND act = 'read-register'`,
    );
    return rows;
  };

  it('are listed for whoever may open the register, as many as were counted, and each reading is written down', async () => {
    const supervisor = await visitors.as('supervisor', 'siby');
    const { some, all } = await defaultsCounted(['siby']);
    const lost = await supervisor.get(defaults('siby', '/families'));
    expect(textOf(lost.body)).toContain(`Celles qui comptent – ${some} lignes`);
    const shown = [...lost.body.matchAll(/<th scope="row">([^<]*)<\/th>/g)].map(([, number]) => number);
    expect(shown).toHaveLength(some);
    const lines = await written();
    // Each is named by the number of its child, and by no identifier.
    const families = lines.map(({ family }) => family);
    expect(await registerNumbersOf(database, families)).toEqual([...new Set(shown)].sort());
    expect(lost.body).not.toContain('siby-');
    for (const { actor, detail } of lines) {
      expect([actor, detail]).toEqual([`account:${supervisor.id}`, { about: 'MAMI.IND.10', from: '127.0.0.1' }]);
    }
    const others = await supervisor.get(`${defaults('siby', '/families')}&group=doesNot`);
    expect(textOf(others.body)).toContain(`${all - some} lignes`);
    expect(lost.body, 'no name, no telephone').not.toMatch(/Awa Keita|70 00 00 00/);
  });

  it('of how many are in care are those who are, once each; those who left do not count', async () => {
    const supervisor = await visitors.as('supervisor', 'siby');
    const path = '/portal/places/siby/indicators/MAMI.IND.28';
    const inCare = /class="value">(\d+)</.exec((await supervisor.get(`${path}?${QUARTER}`)).body)?.[1];
    expect(Number(inCare)).toBeGreaterThan(5);
    const families = await supervisor.get(`${path}/families?${QUARTER}`);
    expect(textOf(families.body)).toContain(`Celles qui comptent – ${inCare} lignes`);
  });

  it.each(['programme', 'network', 'administrator'] as const)(
    'are not shown to a %s, and nothing is written',
    async (role) => {
      const before = (await written()).length;
      const reader = await visitors.as(role, 'ml');
      expect((await reader.get(defaults('siby', '/families'))).status).toBe(403);
      expect((await reader.get(defaults('siby'))).body).not.toContain('/families');
      expect(await written()).toHaveLength(before);
    },
  );

  it('are read centre by centre, not for a district at once', async () => {
    const district = await visitors.as('district', 'kati');
    expect((await district.get(defaults('kati', '/families'))).status).toBe(404);
    expect((await district.get(defaults('siby', '/families'))).status).toBe(200);
  });
});

const headsOf = (body: string, caption: string): readonly string[] => {
  const table = body.slice(body.indexOf(caption));
  return [...table.slice(0, table.indexOf('</thead>')).matchAll(/<th[^>]*>(.*?)<\/th>/gs)].map(([, head]) =>
    textOf(head ?? '').trim(),
  );
};

describe('a figure is never read alone', () => {
  it('a coverage stands beside who was counted and who was expected; by sex it is a number', async () => {
    const district = await visitors.as('district', 'kati');
    const { body } = await district.get(`/portal/places/kati/indicators/MAMI.IND.01?${QUARTER}`);
    expect(headsOf(body, '<caption id="by-month">')).toEqual(['Mois', 'Valeur', 'Comptent', 'Attendus']);
    expect(headsOf(body, '<caption id="table-sex">')).toEqual(['Sexe', 'Nombre']);
  });

  it('a mean stands beside how many values it is made of', async () => {
    const district = await visitors.as('district', 'kati');
    const { body } = await district.get(`/portal/places/kati/indicators/MAMI.IND.18?${QUARTER}`);
    expect(headsOf(body, '<caption id="by-month">')).toEqual(['Mois', 'Valeur', 'Nombre de valeurs']);
  });

  it('a spread is shown by what it is broken down by, by month and by place, to readers of the register', async () => {
    const path = `/portal/places/kati/indicators/MAMI.IND.04?period=2026-Q3`;
    const { body } = await (await visitors.as('district', 'kati')).get(path);
    const heads = [...body.matchAll(/<h2 id="by-[^"]*">([^<]*)</g)].map(([, head]) => head);
    expect(heads).toEqual(['Sexe', 'Âge', 'Mois après mois', 'Les lieux comparés']);
    expect(textOf(body)).toContain('Moins de 6 semaines');
    const { body: few } = await (await visitors.as('programme', 'ml')).get(path);
    expect(few).not.toContain('<h2 id="by-');
  });

  it('what is not yet fed says what it lacks, and has no tables of nothing', async () => {
    const district = await visitors.as('district', 'kati');
    const { body } = await district.get(`/portal/places/kati/indicators/MAMI.IND.26?${QUARTER}`);
    expect(textOf(body)).toMatch(/Il lui manque : quelles cartes ont été montrées/);
    expect(body).not.toContain('<table');
  });
});
