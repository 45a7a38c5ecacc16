import { expect } from 'vitest';
import { SCREEN_POSITIVE } from '../answers.ts';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import type { Robot } from '../robot.ts';
import { backToFamily, holdVisit, openFamily } from '../robot-family.ts';
import { lockNow, openPlace } from '../robot-places.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../robot-registration.ts';
import { firstStart, unlock } from '../robot-start.ts';

longJourney(
  'a clock that jumps by years keeps the order of what was written, and the app usable',
  async () => {
    const { phone, robot } = await setOut();
    const { page } = robot;
    const { t } = robot.words;
    await firstStart(robot);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });

    // An empty battery sets the phone back to its date of manufacture.
    await phone.setClock('2020-01-01T00:10');
    await page.reload();
    await unlock(robot);
    await isDoubted(robot, 'back', { now: 'mercredi 1 janvier 2020', last: 'jeudi 26 novembre 2026' });
    await openFamily(robot, 'Fanta Keïta', 'fanta');
    await robot.press(t('family.do.growth'));
    await page.goBack();
    await openPlace(robot, 'audit');
    await robot.sees(t('audit.created'));

    // Somebody sets it years ahead.
    await phone.setClock('2031-05-05T10:00');
    await page.reload();
    await unlock(robot);
    await isDoubted(robot, 'ahead', { now: 'lundi 5 mai 2031', last: 'jeudi 26 novembre 2026' });
    await robot.press(t('shell.clock-right'));
    await page.getByText(t('shell.clock-check')).waitFor({ state: 'detached' });
    await registerFamily(robot, {
      ...MOTHER,
      mother_name: 'Rokia Sidibé',
      phone: '66554433',
      ...infant(1, { ...GIRL, infant_name: 'Ali', birth_date: '2031-04-01' }),
    });

    // The clock is right again: new entries are sorted after all others.
    await phone.setClock('2026-11-27T09:00');
    await page.reload();
    await unlock(robot);
    await isDoubted(robot, 'back', { now: 'vendredi 27 novembre 2026', last: 'lundi 5 mai 2031' });
    await robot.press(t('shell.clock-right'));
    await lockNow(robot);
    await unlock(robot);
    await openFamily(robot, 'Fanta Keïta', 'fanta');
    await holdVisit(
      robot,
      'Awa',
      'rapid-screen',
      { ...SCREEN_POSITIVE, weight_g: 3900, muac_mm: 118 },
      { confirm: true },
    );
    await backToFamily(robot);
    const first = page.getByRole('button', { name: new RegExp(`^${t('family.form.mami-screen')}`) });
    await first.waitFor();
    expect(await first.textContent()).toContain('27/11/2026');
    await openPlace(robot, 'safekeeping');
    await robot.press(t('safekeeping.check'));
    await robot.sees(t('safekeeping.all-read'));
    expect(await page.getByText(t('shell.clock-check')).count(), 'she said that it is right').toBe(0);
    await openFamily(robot, 'Rokia Sidibé', 'rokia');
  },
  JOURNEY_MS,
);

type Days = { readonly now: string; readonly last: string };

/** The banner shows the phone's date and the day of its last use, and asks to check the clock. */
const isDoubted = async (robot: Robot, kind: 'back' | 'ahead', days: Days): Promise<void> => {
  const { t } = robot.words;
  await robot.sees(t(`shell.clock-${kind}`, days));
  await robot.sees(t('shell.clock-check'));
};
