/**
 * `npm run screens:portal`: takes screenshots of the pages of figures into `docs/screens/`, with invented families of a
 * small country and a fixed clock. `-- FOLDER`: into another folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPhone } from '../apps/clinic/test/phone.ts';
import { portalDenba } from '../apps/server/test/figures/portal-denba.ts';
import { PASSWORD } from '../apps/server/test/test-people.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('../docs/screens/', import.meta.url));
mkdirSync(folder, { recursive: true });

const denba = await portalDenba();
const QUARTER = 'period=2026-08..2026-10';
const HALF = 'period=2026-03..2026-08';

const shots = [
  { name: '14-figures-of-a-district', url: `/portal/places/kati?${QUARTER}`, width: 1100, height: 1500 },
  { name: '15-figures-on-a-phone', url: `/portal/places/siby?${QUARTER}`, width: 360, height: 740 },
  { name: '16-an-indicator', url: `/portal/places/kati/indicators/MAMI.IND.10?${QUARTER}`, width: 1100, height: 1700 },
  { name: '17-cohort', url: `/portal/places/kati/cohort?${HALF}`, width: 1100, height: 1500 },
  { name: '18-growth', url: `/portal/places/kati/growth?${HALF}`, width: 1100, height: 1400 },
  { name: '19-sheet-of-a-centre', url: `/portal/places/siby/centre?${QUARTER}`, width: 1100, height: 1500 },
] as const;

const office = await startPhone({ width: 1100, height: 900, scale: 1 });
const { page } = office;
await page.goto(`${denba.root}/portal`);
await page.locator('input[name=name]').fill('region');
await page.locator('input[name=password]').fill(PASSWORD);
await page.locator('main form button').click();
await page.waitForURL(/\/portal\/places\//);

const keep = (name: string, bytes: Buffer): void => {
  writeFileSync(join(folder, name), bytes);
  console.log(`${name}  ${Math.round(bytes.length / 1000)} kB`);
};

for (const { name, url, width, height } of shots) {
  await page.setViewportSize({ width, height });
  await page.goto(`${denba.root}${url}`);
  keep(`${name}.png`, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
}

// The report as it is printed.
await page.goto(`${denba.root}/portal/places/kati/report?period=2026-10`);
await page.emulateMedia({ media: 'print' });
await page.setViewportSize({ width: 688, height: 1017 });
keep('20-monthly-report.png', await page.screenshot({ animations: 'disabled', caret: 'hide' }));

await office.close();
await denba.end();
