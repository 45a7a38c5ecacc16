import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCountryWithFigures } from '../../test/figures/figures-country.ts';
import { indicatorsOfTests, rulesOfTests } from '../../test/figures/insert-figures.ts';
import { registerNumbersOf } from '../../test/figures/register-numbers-of.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { pageVisitors, textOf } from '../../test/test-pages.ts';
import { aMorning, managedApp } from '../../test/test-people.ts';

let database: TestDatabase;
let server: FastifyInstance;
let visitors: ReturnType<typeof pageVisitors>;
const clock = aMorning();
const HALF = 'period=2026-03..2026-08';
const KATI = ['sanankoroba', 'kalaban', 'dialakoroba', 'siby', 'tourodo'];

beforeAll(async () => {
  database = await testDatabase();
  await aCountryWithFigures(database);
  server = managedApp(database, clock, { indicators: indicatorsOfTests, careRules: rulesOfTests });
  visitors = pageVisitors(server, database, clock);
});
afterAll(async () => {
  await server.close();
  await database.end();
});

/** Number of stays by status, directly from the facts of every family. */
const became = async () => {
  const { rows } = await database.pool.query<{ status: string; many: string }>(
    `SELECT fact->'attributes'->>'stay_status' AS status, count(*) AS many
     FROM family_summary, jsonb_array_elements(facts) AS fact
     WHERE place_id = ANY($1) AND fact->>'kind' = 'mami-stay' AND fact->>'on' BETWEEN '2026-03-01' AND '2026-08-31'
     GROUP BY 1`,
    [KATI],
  );
  return new Map(rows.map(({ status, many }) => [status, Number(many)]));
};

/** Name, number and share of the rows of the first table under a heading. */
const rowsUnder = (body: string, id: string): readonly (readonly string[])[] => {
  const section = body.slice(body.search(new RegExp(`<h[23] id="${id}"`)));
  const table = section.slice(section.indexOf('<tbody>'), section.indexOf('</tbody>'));
  return table.split('</tr>').flatMap((row) => {
    const cells = row.split(/<\/t[hd]>/).map((cell) => textOf(cell).trim());
    return cells.length > 2 ? [cells] : [];
  });
};

describe('the cohort', () => {
  it('has every child enrolled in the period once, and its shares add up to a hundred', async () => {
    const district = await visitors.as('district', 'kati');
    const { body } = await district.get(`/portal/places/kati/cohort?${HALF}`);
    const rows = rowsUnder(body, 'became');
    const counted = await became();
    const numbers = Object.fromEntries(rows.map(([name = '', count]) => [name, Number(count)]));
    expect(numbers['Abandon (R4)']).toBe(counted.get('R4'));
    expect(numbers['Bonne réponse (R1)']).toBe(counted.get('R1'));
    expect(numbers['Ensemble']).toBe([...counted.values()].reduce((sum, many) => sum + many, 0));
    const shares = rows
      .slice(0, -1)
      .map(([, , share = '']) => Math.round(Number(share.replace(/[\s%]/g, '').replace(',', '.')) * 10));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1000);
  });

  it('has its flow, its curve and each breakdown, in both languages', async () => {
    const district = await visitors.as('district', 'kati');
    for (const language of ['fr', 'en']) {
      const { status, body } = await district.get(`/portal/places/kati/cohort?${HALF}&lang=${language}`);
      expect(status).toBe(200);
      expect(body).toMatch(/class="picture flow"/);
      expect(body).toMatch(/class="picture steps"/);
      for (const id of ['months', 'by-reason', 'by-sex', 'by-age', 'by-birth_type'])
        expect(body).toContain(`id="${id}"`);
      expect(body).not.toMatch(/NaN|undefined/);
    }
  });

  it('hides small parts from a programme, which reads whole years and no single centre', async () => {
    const programme = await visitors.as('programme', 'ml');
    const { body } = await programme.get('/portal/places/kati/cohort?period=2026');
    const rows = rowsUnder(body, 'became');
    expect(rows.length).toBeGreaterThan(2);
    for (const [name, count] of rows) expect(Number(count), name).toBeGreaterThanOrEqual(5);
    expect(body).not.toContain('id="by-reason"');
    expect(textOf((await programme.get('/portal/places/kati/cohort?period=2026-Q2')).body)).toContain('année entière');
    for (const page of ['cohort', 'growth']) {
      const centre = textOf((await programme.get(`/portal/places/kalaban/${page}?period=2026`)).body);
      expect(centre).toContain('ne se lit pas pour un seul centre');
    }
  });

  it('draws the time to exit by reason, age, sex or birth type, a line with its word and number for each value', async () => {
    const district = await visitors.as('district', 'kati');
    const all = rowsUnder((await district.get(`/portal/places/kati/cohort?${HALF}`)).body, 'became');
    for (const [by, language] of [
      ...(['reason', 'age', 'sex', 'birth_type'] as const).map((one) => [one, 'fr'] as const),
      ['sex', 'en'],
    ]) {
      const { body } = await district.get(`/portal/places/kati/cohort?${HALF}&by=${by}&lang=${language}`);
      const rows = rowsUnder(body, 'curve');
      expect(rows.length, by).toBeGreaterThan(1);
      const drawn = body.slice(body.indexOf('class="picture steps groups"'));
      const svg = drawn.slice(0, drawn.indexOf('</svg>'));
      expect(svg.match(/<polyline class="line hue-/g), by).toHaveLength(rows.length);
      const said = textOf(svg).replace(/\s+/g, ' ').replaceAll('- ', '-');
      for (const [name = '', enrolled] of rows) expect(said, by).toContain(`${name} (${enrolled})`);
      expect(body).toMatch(new RegExp(`by=${by}#curve" aria-current="true"`));
      expect(body).not.toMatch(/NaN|undefined/);
      if (by === 'sex') {
        const together = rows.reduce((sum, [, enrolled]) => sum + Number(enrolled), 0);
        expect(together).toBe(Number(all.at(-1)?.[1]));
      }
    }
  });

  it('keeps its breakdown when another period or another place is chosen', async () => {
    const district = await visitors.as('district', 'kati');
    const { body } = await district.get(`/portal/places/kati/cohort?${HALF}&by=sex`);
    const form = body.slice(body.indexOf('class="period-form"')).split('</form>')[0];
    expect(form).toContain('<input type="hidden" name="by" value="sex">');
    expect(body).toMatch(/href="\/portal\/places\/siby\/cohort\?period=2026-03\.\.2026-08&[^"]*by=sex"/);
  });

  it('shows a programme the curves of groups that are nowhere small, and says why of the others', async () => {
    const programme = await visitors.as('programme', 'ml');
    const seen: string[] = [];
    for (const place of ['ml', 'kati'])
      for (const by of ['reason', 'age', 'sex', 'birth_type']) {
        const { body } = await programme.get(`/portal/places/${place}/cohort?period=2026&by=${by}`);
        const rows = rowsUnder(body, 'curve');
        const polylines = [...body.matchAll(/<polyline class="line hue-[^>]*points="([^"]*)"/g)];
        expect(polylines.length).toBe(rows.length);
        for (const [name, enrolled] of rows) expect(Number(enrolled), name).toBeGreaterThanOrEqual(5);
        if (rows.length > 0) expect(textOf(body)).not.toContain('Sortis');
        polylines.forEach(([, points = ''], at) => {
          const heights = new Set(points.split(' ').map((point) => point.split(',')[1]));
          expect(heights.size - 1).toBeLessThanOrEqual(Math.floor(Number(rows[at]?.[1]) / 5));
        });
        if (rows.length === 0) expect(textOf(body)).toContain('petits nombres');
        seen.push(rows.length === 0 ? 'hidden' : 'shown');
      }
    expect(new Set(seen)).toEqual(new Set(['hidden', 'shown']));
    const centre = await programme.get('/portal/places/kalaban/cohort?period=2026&by=sex');
    expect(centre.body).not.toContain('polyline');
  });

  it('lists the children to look for, at their centre, and writes down that it was read', async () => {
    const supervisor = await visitors.as('supervisor', 'siby');
    const { status, body } = await supervisor.get(`/portal/places/siby/missing?${HALF}`);
    expect(status).toBe(200);
    // Each is named by the number of the child, and by no identifier.
    const shown = [...body.matchAll(/<th scope="row">([^<]*)</g)].map(([, number]) => number);
    expect(shown.length).toBeGreaterThan(0);
    expect(body).not.toContain('siby-');
    const { rows } = await database.pool.query(
      `SELECT DISTINCT family FROM audit WHERE place_id = 'siby' AND act = 'read-register' AND detail->>'about' = 'missing'`,
    );
    const families = rows.map(({ family }) => family);
    expect(await registerNumbersOf(database, families)).toEqual([...new Set(shown)].sort());
    const programme = await visitors.as('programme', 'ml');
    expect((await programme.get(`/portal/places/siby/missing?${HALF}`)).status).toBe(403);
    const district = await visitors.as('district', 'kati');
    expect((await district.get(`/portal/places/kati/missing?${HALF}`)).status).toBe(404);
  });
});

describe('growth', () => {
  it('shows distributions against the standard, the mean path and the overlap of reasons', async () => {
    const district = await visitors.as('district', 'kati');
    for (const language of ['fr', 'en']) {
      const { status, body } = await district.get(`/portal/places/kati/growth?${HALF}&lang=${language}`);
      expect(status).toBe(200);
      expect(body.match(/class="picture histogram"/g)?.length).toBeGreaterThanOrEqual(3);
      expect(body).toMatch(/class="picture means"/);
      expect(body).toContain('id="overlap"');
      expect(body).not.toMatch(/NaN|undefined/);
    }
  });

  it('counts below −2 exactly those who are', async () => {
    const { rows } = await database.pool.query<{ many: string }>(
      `SELECT count(*) AS many FROM family_summary, jsonb_array_elements(facts) AS fact
       WHERE place_id = ANY($1) AND fact->>'kind' = 'mami-enrolled' AND fact->>'on' BETWEEN '2026-03-01' AND '2026-08-31'
         AND (fact->'attributes'->>'waz')::numeric < -2`,
      [KATI],
    );
    const district = await visitors.as('district', 'kati');
    const { body } = await district.get(`/portal/places/kati/growth?${HALF}`);
    const counts = rowsUnder(body, 'distribution-GRO-01').map(([, count]) => Number(count));
    expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(Number(rows[0]?.many));
  });

  it('shows a programme no count under five', async () => {
    const programme = await visitors.as('programme', 'ml');
    const kati = await programme.get('/portal/places/kati/growth?period=2026');
    expect(kati.body).not.toContain('histogram');
    for (const id of ['distribution-GRO-01', 'criteria', 'overlap']) {
      const rows = rowsUnder(kati.body, id);
      expect(rows.length, id).toBeGreaterThan(1);
      for (const [name, count] of rows) expect(Number(count), name).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('the sheet of a centre', () => {
  it('says what to help with: Siby keeps fewer visits than all together', async () => {
    await visitors.aPhone('siby', 'Téléphone de Siby');
    const supervisor = await visitors.as('district', 'kati');
    const { status, body } = await supervisor.get('/portal/places/siby/centre?period=2026-08..2026-10');
    expect(status).toBe(200);
    const help = textOf(body.slice(body.indexOf('id="help"'), body.indexOf('</section>', body.indexOf('id="help"'))));
    expect(help).toContain('Visites faites à temps');
    expect(textOf(body)).toContain('Téléphone de Siby');
  });

  it('does not say that nothing stands out where nearly every figure is hidden', async () => {
    const address = '/portal/places/dialakoroba/centre?period=2026-Q3';
    const hidden = textOf((await (await visitors.as('programme', 'ml')).get(address)).body);
    expect(hidden).toMatch(/Trop peu de chiffres sont montrés pour juger/);
    expect(hidden).not.toContain('Rien ne se détache');
    const seen = textOf((await (await visitors.as('district', 'kati')).get(address)).body);
    expect(seen).not.toContain('Trop peu de chiffres');
  });

  it('is there for centres alone', async () => {
    const district = await visitors.as('district', 'kati');
    expect((await district.get(`/portal/places/kati/centre?${HALF}`)).status).toBe(404);
  });

  it('names no phone to whoever may read no phones: its name may be that of a person', async () => {
    await visitors.aPhone('siby', 'Téléphone de Fanta');
    const address = `/portal/places/siby/centre?${HALF}`;
    for (const [role, place] of [
      ['programme', 'ml'],
      ['network', 'ml'],
    ] as const) {
      const page = await (await visitors.as(role, place)).get(address);
      expect([page.status, page.body.includes('Téléphone de Fanta')], role).toEqual([200, false]);
    }
    expect((await (await visitors.as('administrator', 'ml')).get(address)).body).toContain('Téléphone de Fanta');
  });

  it('names no person and no phone to a programme', async () => {
    await visitors.aPhone('dialakoroba', 'Téléphone d’Awa');
    const worker = await visitors.as('health_worker', 'dialakoroba');
    const name = `Personne ${worker.signInName}`;
    const supervisor = await visitors.as('district', 'kati');
    const programme = await visitors.as('programme', 'ml');
    const seen = textOf((await supervisor.get(`/portal/places/dialakoroba/centre?${HALF}`)).body);
    const hidden = textOf((await programme.get(`/portal/places/dialakoroba/centre?period=2026-Q3`)).body);
    for (const one of [name, 'Téléphone d’Awa']) {
      expect(seen).toContain(one);
      expect(hidden).not.toContain(one);
    }
  });
});

it('the monthly report has a page of figures and one of comments, and says who closed the month', async () => {
  await database.db
    .insertInto('month_closed')
    .values({ place_id: 'siby', month: '2026-10', closed_at: clock.now })
    .execute();
  const district = await visitors.as('district', 'kati');
  for (const language of ['fr', 'en']) {
    const { status, body } = await district.get(`/portal/places/kati/report?period=2026-10&lang=${language}`);
    expect(status).toBe(200);
    expect(body.match(/<textarea/g)).toHaveLength(4);
    expect(body).not.toMatch(/NaN|undefined/);
    if (language === 'fr') expect(textOf(body)).toContain('Mois clos par un centre sur 5.');
  }
});

it('the report of a period that is not over is that of its last month that has begun', async () => {
  const district = await visitors.as('district', 'kati');
  for (const period of ['2026', '2026-Q4', '2026-12']) {
    const text = textOf((await district.get(`/portal/places/kati/report?period=${period}`)).body);
    expect(text, period).toMatch(/Rapport du mois, novembre 2026/);
    expect(text, period).toContain("Cette période n'est pas finie");
  }
});
