/**
 * The figures as people read them, in a real browser: each role sees its own, opens a figure down to its families,
 * exports it.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, expect, it } from 'vitest';
import { accessibilityProblems, overflowPx } from '../../../clinic/test/accessibility.ts';
import { JOURNEY_MS, takePhone } from '../../../clinic/test/journey.ts';
import { longJourney } from '../../../clinic/test/long-journey.ts';
import { type PortalDenba, portalDenba } from '../figures/portal-denba.ts';
import { signInToPortal } from '../figures/sign-in-to-portal.ts';
import { aPerson } from '../test-people.ts';

let denba: PortalDenba;
beforeAll(async () => {
  denba = await portalDenba();
  return () => denba.end();
});

const QUARTER = 'period=2026-08..2026-10';

const pagesOf = (place: string): readonly string[] => [
  ...[
    '',
    '/indicators',
    '/cohort',
    '/growth',
    '/quality',
    '/report',
    '/indicators/MAMI.IND.10',
    '/indicators/MAMI.IND.04',
  ].map((more) => `/portal/places/${place}${more}`),
];

/** What breaks a rule of accessibility or is too wide, on a small phone in French and on a desktop in English. */
const accessProblems = async (paths: readonly string[]): Promise<readonly string[]> => {
  const problems: string[] = [];
  for (const [width, language] of [
    [320, 'fr'],
    [1280, 'en'],
  ] as const) {
    const { page } = await takePhone({ width, height: 720 });
    await signInToPortal(page, denba, 'district');
    for (const path of paths) {
      await page.goto(`${denba.root}${path}?${QUARTER}&lang=${language}`);
      const wide = await overflowPx(page);
      if (wide > 0) problems.push(`${path} at ${width}: ${wide} px too wide`);
      problems.push(...(await accessibilityProblems(page)).map((problem) => `${path} at ${width}: ${problem}`));
    }
  }
  return problems;
};

longJourney(
  'no page breaks a rule of access, on a small phone and on a desk, in French and in English',
  async () => {
    const centre = ['/centre', '/missing', '/indicators/MAMI.IND.10/families'];
    const paths = [...pagesOf('kati'), ...centre.map((more) => `/portal/places/siby${more}`)];
    expect(await accessProblems(paths)).toEqual([]);
  },
  JOURNEY_MS,
);

longJourney(
  'no page of the protocol breaks one either',
  async () => {
    const paths = ['', '/1', '/12'].map((chapter) => `/portal/places/kati/protocol${chapter}`);
    expect(await accessProblems(paths)).toEqual([]);
  },
  JOURNEY_MS,
);

it.each([
  ['worker', 'Siby', false],
  ['district', 'Kati', true],
  ['programme', 'Mali', true],
] as const)('a %s opens at %s', async (name, place, seesOthers) => {
  const { page } = await takePhone({ width: 360, height: 740, expectedErrors: /status of 40[34]/ });
  await signInToPortal(page, denba, name);
  await page.getByRole('heading', { level: 1, name: place }).waitFor();
  const other = await page.goto(`${denba.root}/portal/places/kalaban?${QUARTER}`);
  expect(other?.status()).toBe(seesOthers ? 200 : 404);
  const families = await page.goto(`${denba.root}/portal/places/siby/indicators/MAMI.IND.10/families?${QUARTER}`);
  expect(families?.status()).toBe(name === 'programme' ? 403 : 200);
});

it('a figure is opened by keyboard alone, down to its families, and taken away as a workbook', async () => {
  const { page } = await takePhone({ width: 1100, height: 800 });
  await signInToPortal(page, denba, 'district');
  await page.goto(`${denba.root}/portal/places/siby?${QUARTER}`);
  const press = async (name: string): Promise<void> => {
    for (let tabs = 0; tabs < 120; tabs += 1) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
      if (text === name) {
        await page.keyboard.press('Enter');
        return;
      }
    }
    throw new Error(`${name} cannot be reached by keyboard`);
  };
  await press('Abandons');
  await page.waitForURL(/MAMI\.IND\.10\?/);
  const value = await page.locator('.summary .value').textContent();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Télécharger pour Excel' }).click();
  const sheets = await readExcelFile(readFileSync(await (await download).path()));
  const shown = Number(sheets[0]?.data[1]?.[4]).toFixed(1).replace('.', ',');
  expect(value?.replace(/[\s%]/g, '')).toBe(shown);
  await page.goto(`${denba.root}/portal/places/siby/indicators/MAMI.IND.10?${QUARTER}`);
  await press('Voir les familles');
  await page.getByText('Cette lecture est notée').waitFor();
  expect(await page.locator('tbody tr').count()).toBe(Number(sheets[0]?.data[1]?.[5]));
});

it('the table of quality is whole on a desk of 1280 px, and the reason of a pair is in sight at 320', async () => {
  const { page } = await takePhone({ width: 1280, height: 800 });
  await signInToPortal(page, denba, 'district');
  for (const language of ['fr', 'en']) {
    await page.goto(`${denba.root}/portal/places/kati/quality?${QUARTER}&lang=${language}`);
    const hidden = await page.locator('.scroll').evaluate((frame) => frame.scrollWidth - frame.clientWidth);
    expect(hidden, language).toBeLessThanOrEqual(0);
  }
  await sql`INSERT INTO doubles_compared VALUES ('siby', '2026-11-25') ON CONFLICT DO NOTHING`.execute(denba.db);
  await sql`INSERT INTO possible_double SELECT 'siby', min(family), max(family), 'likely',
      ARRAY['sameSound', 'samePhone', 'sameVillage', 'sameAge', 'closeBirth', 'sameSex']
    FROM family_summary WHERE place_id = 'siby'`.execute(denba.db);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${denba.root}/portal/places/siby/doubles?lang=fr`);
  const reason = await page.locator('[scope=rowgroup] .held').boundingBox();
  expect((reason?.x ?? 0) + (reason?.width ?? 999)).toBeLessThanOrEqual(320);
  expect(await overflowPx(page)).toBeLessThanOrEqual(0);
});

/** Number of A4 sheets that a page of the portal takes when printed. */
const sheetsOf = async (page: Page, path: string): Promise<number> => {
  await page.goto(`${denba.root}${path}`);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};

it('the monthly report is two pages of A4, and the sixty-eight rules of the first chapter are at most seven', async () => {
  const { page } = await takePhone({ width: 1100, height: 800 });
  await signInToPortal(page, denba, 'district');
  const report = '/portal/places/kati/report?period=2026-10';
  expect(await sheetsOf(page, report)).toBe(2);
  // A closed month has one more column, and longer cells.
  await closeEveryMonth(denba);
  expect(await sheetsOf(page, report)).toBe(2);
  // So has one for which entries came late: « 57,1 % (+1 sur +4) ».
  await sql`UPDATE figure_frozen SET denominator = denominator - 4, numerator = numerator - 1
    WHERE month = '2026-10' AND stratum = '' AND numerator > 4`.execute(denba.db);
  expect(await sheetsOf(page, report)).toBe(2);
  const chapter = await sheetsOf(page, '/portal/places/kati/protocol/1');
  expect(await page.locator('.rules > li').count()).toBeGreaterThan(60);
  expect(chapter).toBeGreaterThan(2);
  expect(chapter).toBeLessThanOrEqual(7);
});

it('the sheet of a centre is one page of A4, with four phones and four people too', async () => {
  const phones = Array.from({ length: 4 }, (_, at) => ({
    ...{ id: randomUUID(), place_id: 'siby', name: `Téléphone ${at}`, facility: 'siby', joined_at: new Date() },
    ...{ public_key: Buffer.alloc(65), token_hash: Buffer.from(randomUUID()) },
  }));
  await denba.db.insertInto('device').values(phones).execute();
  for (let more = 0; more < 3; more += 1) await aPerson(denba, ['health_worker', 'siby']);
  const { page } = await takePhone({ width: 1100, height: 800 });
  await signInToPortal(page, denba, 'district');
  expect(await sheetsOf(page, `/portal/places/siby/centre?${QUARTER}`)).toBe(1);
});

/** Closes every month of every place with its present figures, so that the column « Aujourd'hui » is shown. */
const closeEveryMonth = async ({ db }: PortalDenba): Promise<void> => {
  await sql`INSERT INTO month_closed (place_id, month, closed_at, with_stocks)
    SELECT DISTINCT place_id, month, now(), false FROM indicator_figure ON CONFLICT DO NOTHING`.execute(db);
  await sql`INSERT INTO figure_frozen SELECT * FROM indicator_figure ON CONFLICT DO NOTHING`.execute(db);
};

/** What lies beyond the right edge of an A4 sheet, whose margins leave 182 mm. */
const cutOffOnPaper = async (page: Page, path: string): Promise<readonly string[]> => {
  await page.goto(`${denba.root}${path}`);
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1;
    const cut = [...document.querySelectorAll('main :is(th, td, p, li, svg)')].filter(
      (one) => one.getBoundingClientRect().right > edge,
    );
    return [...new Set(cut.map((one) => one.textContent?.trim() ?? ''))];
  });
};

it('nothing is cut off on an A4 sheet', async () => {
  const { page } = await takePhone({ width: 688, height: 1017 });
  await signInToPortal(page, denba, 'district');
  await page.emulateMedia({ media: 'print' });
  for (const path of ['/kati/indicators/MAMI.IND.10', '/kati/indicators/MAMI.IND.01', '/siby/centre', ...onOneSheet]) {
    expect([path, await cutOffOnPaper(page, `/portal/places${path}?${QUARTER}`)]).toEqual([path, []]);
  }
});

const onOneSheet = ['/kati/cohort', '/kati/growth'];
