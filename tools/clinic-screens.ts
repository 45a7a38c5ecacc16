/**
 * `npm run screens`: takes screenshots of the main screens of the built clinic at phone size, into `docs/screens/`. It
 * uses the simulated families of the training centre and a fixed clock, so that the screens are the same every time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { buildClinic } from '../apps/clinic/build/build-clinic.ts';
import { serveFolder } from '../apps/clinic/build/serve-folder.ts';
import { WELL } from '../apps/clinic/test/answers.ts';
import { startPhone } from '../apps/clinic/test/phone.ts';
import { createRobot, type Robot } from '../apps/clinic/test/robot.ts';
import { enterTraining } from '../apps/clinic/test/robot-start.ts';
import { answerQuestion, fillSection, hasNext, nextSection } from '../apps/clinic/test/robot-visit.ts';
import { familyThat, goTo, settled } from '../apps/clinic/test/screens-walk.ts';
import { builtProtocol, spokenWords } from '../apps/clinic/test/spoken-words.ts';

const folder = fileURLToPath(new URL('../docs/screens/', import.meta.url));
const STILL = '2026-11-26T09:00';

const { folder: built } = await buildClinic();
const { server, url } = await serveFolder(built, 0);
const phone = await startPhone({ clock: STILL, scale: 1.5 });
const { page } = phone;
mkdirSync(folder, { recursive: true });

const shot = async (name: string): Promise<void> => {
  await settled(page);
  await page.evaluate('document.fonts.ready');
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  writeFileSync(join(folder, `${name}.png`), png);
  console.log(`docs/screens/${name}.png  ${Math.round(png.length / 1000)} kB`);
};

/** Fills the visit until the section with this title is shown. */
const goToSection = async (robot: Robot, title: string): Promise<void> => {
  const alone = page.getByRole('button', { name: robot.words.t('visit.private-begin'), exact: true });
  while (!(await page.getByRole('heading', { name: title }).isVisible())) {
    if (await alone.isVisible()) await robot.tap(alone);
    await fillSection(robot, 'follow-up', { ...WELL, weight_g: 2830, length_cm: 50.1, muac_mm: 101 });
    if (!(await hasNext(robot))) throw new Error(`no section ${title}`);
    await nextSection(robot);
  }
};

const lookAt = (theme: string): Promise<void> =>
  page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name;
    scrollTo(0, 0);
  }, theme);

const top = (to: Page): Promise<void> => to.evaluate(() => scrollTo(0, 0));

await page.goto(url);
const robot = createRobot(page, spokenWords('fr', await builtProtocol(built)));
const { t } = robot.words;
await page.getByRole('heading', { name: t('start.welcome') }).waitFor();
await shot('01-first-start');
await enterTraining(robot);
await shot('02-today');

await robot.place('search');
await page.getByRole('searchbox').fill('diara');
await page
  .getByRole('main')
  .getByRole('button', { name: /Diarra/ })
  .first()
  .waitFor();
await page.getByRole('searchbox').blur();
await shot('03-search');

await robot.place('new-family');
await answerQuestion(robot, 'registration', 'consent', true);
await robot.press(t('registration.next'));
await answerQuestion(robot, 'registration', 'mother_name', 'Fanta Keïta');
await answerQuestion(robot, 'registration', 'mother_age', 24);
await top(page);
await shot('04-registration');

const due = familyThat('dueToday');
await goTo(page, { name: 'visit', ...due, form: 'follow-up' });
await fillSection(robot, 'follow-up', WELL);
await nextSection(robot);
await answerQuestion(robot, 'follow-up', 'd_convulsing_now', true);
await top(page);
await shot('05-danger-sign');
await answerQuestion(robot, 'follow-up', 'd_convulsing_now', false);
await goToSection(robot, 'Mesures');
await fillSection(robot, 'follow-up', { ...WELL, weight_g: 2830, length_cm: 50.1, muac_mm: 101 });
await top(page);
await shot('06-measurements');
await goToSection(robot, 'Le plan');
await robot.press(t('visit.plan.next-accept'));
await robot.tap(page.getByRole('button', { name: /^Enregistrer/ }));
await robot.sees(t('result.saved'));
await top(page);
await shot('07-result');

await goTo(page, { name: 'family', ...familyThat('twins') });
await shot('08-family');
await goTo(page, { name: 'growth', ...familyThat('faltering') });
await page.getByRole('img').first().waitFor();
await shot('09-growth');

const hospital = familyThat('inHospital');
await goTo(page, { name: 'family', family: hospital.family });
await robot.tap(page.getByRole('button', { name: new RegExp(`^${t('family.form.transfer')}`) }).first());
await robot.press(t('family.entry.note'));
await page.getByRole('img', { name: t('referral.qr-label') }).waitFor();
await page.getByRole('img', { name: t('referral.qr-label') }).evaluate((qr) => qr.scrollIntoView({ block: 'center' }));
await shot('10-referral-note');

for (const theme of ['dark', 'sun']) {
  await goTo(page, { name: 'today' });
  await lookAt(theme);
  await shot(`11-today-${theme}`);
}
await phone.close();
server.close();
