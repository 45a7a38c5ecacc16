/**
 * `npm run screens:server`: takes screenshots of the pages of the server and of what a phone shows of it, into
 * `docs/screens/`. It runs a whole Denba with its simulated district and a fixed clock.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { startPhone } from '../apps/clinic/test/phone.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../apps/clinic/test/robot-registration.ts';
import { settled } from '../apps/clinic/test/screens-walk.ts';
import { joinCentre, meet, openServer } from '../apps/server/test/phones/joined-phone.ts';
import { runningDenba } from '../apps/server/test/phones/running-denba.ts';

const folder = fileURLToPath(new URL('../docs/screens/', import.meta.url));
mkdirSync(folder, { recursive: true });

const shot = async (page: Page, name: string): Promise<void> => {
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  writeFileSync(join(folder, `${name}.png`), png);
  console.log(`docs/screens/${name}.png  ${Math.round(png.length / 1000)} kB`);
};

const denba = await runningDenba();
const phone = await startPhone({ scale: 1.5 });
const robot = await joinCentre(phone, denba, await denba.codeFor('demo-sanankoroba'));
await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
await meet(robot);
await phone.context.setOffline(true);
await registerFamily(robot, {
  ...MOTHER,
  mother_name: 'Bintou Coulibaly',
  phone: '70112233',
  ...infant(1, { ...GIRL, infant_name: 'Moussa', sex: 'M' }),
});
await openServer(robot);
await settled(robot.page);
await shot(robot.page, '11-server-on-the-phone');
await phone.close();

const office = await startPhone({ width: 900, height: 700, scale: 1 });
const { page } = office;
await page.goto(`${denba.root}/admin`);
await page.locator('input[name=code]').fill(denba.setupCode ?? '');
await page.locator('input[name=name]').fill('Awa Traoré');
await page.locator('input[name=signInName]').fill('awa');
await page.locator('input[name=password]').fill('une petite phrase à elle');
await page.getByRole('button', { name: 'Créer le premier compte' }).click();
await page.getByRole('heading', { level: 1, name: 'Lieux' }).waitFor();
await shot(page, '12-places');
await page.getByRole('link', { name: 'CSCom de Sanankoroba (simulé)' }).click();
await page.getByRole('button', { name: 'Relier un téléphone' }).click();
await page.getByText(/^[A-Z]{4} [A-Z]{4}$/).waitFor();
await shot(page, '13-join-a-phone');
await office.close();
await denba.end();
