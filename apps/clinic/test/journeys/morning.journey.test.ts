import { expect } from 'vitest';
import { SCREEN_POSITIVE } from '../answers.ts';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import { backToFamily, holdVisit } from '../robot-family.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../robot-registration.ts';
import { firstStart, PIN } from '../robot-start.ts';

const LAID_ASIDE_AFTER_MS = 8_000;

longJourney(
  'the next morning the list stands before the families are read, and a tap on it leads on',
  async () => {
    const { phone, robot } = await setOut();
    const { page } = robot;
    await firstStart(robot);
    await registerFamily(robot, { ...MOTHER, ...infant(1, GIRL) });
    await holdVisit(robot, 'Awa', 'rapid-screen', { ...SCREEN_POSITIVE, weight_g: 3900, muac_mm: 118 });
    await backToFamily(robot);
    await robot.place('today');
    await page.waitForTimeout(LAID_ASIDE_AFTER_MS);

    await phone.setClock('2026-11-27T08:00');
    await page.reload();
    // Delays every decryption of rows until the first tap on the list.
    await page.evaluate(`{
      const decrypt = crypto.subtle.decrypt.bind(crypto.subtle);
      globalThis.tapped = new Promise((done) => addEventListener('click', ({ target }) => {
        if (target.closest('.due') !== null) done();
      }, { capture: true }));
      globalThis.opened = 0;
      crypto.subtle.decrypt = async (...given) => {
        const place = new TextDecoder().decode(given[0].additionalData ?? new Uint8Array());
        if (/(pages|journal)\\//.test(place)) { await globalThis.tapped; globalThis.opened += 1; }
        return decrypt(...given);
      };
    }`);
    await page.locator('.k-pin').waitFor();
    await page.keyboard.type(PIN);
    const row = page.locator('.due .k-row--press').first();
    await row.waitFor();
    expect(await page.evaluate('globalThis.opened'), 'rows that were read before the list stood there').toBe(0);
    const name = (await row.locator('.k-row__title').textContent()) ?? '';
    await row.tap();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.locator('.history__line').first().waitFor();
    expect(await page.evaluate('globalThis.opened')).toBeGreaterThan(0);
  },
  JOURNEY_MS,
);
