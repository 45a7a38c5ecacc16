import { expect, it } from 'vitest';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import { createRobot } from '../robot.ts';
import { lockNow, openPlace } from '../robot-places.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../robot-registration.ts';
import { AWA, choosePin, firstStart, PIN, typePin, unlock } from '../robot-start.ts';

const BINTOU = 'Bintou Diarra';
const HER_PIN = '582047';

it(
  'two midwives share a phone, each with her PIN; wrong ones slow down and are in the log',
  async () => {
    const { phone, robot } = await setOut();
    const { page } = robot;
    const { t } = robot.words;
    await firstStart(robot);
    await openPlace(robot, 'people');
    await robot.press(t('people.add'));
    await robot.type(t('people.name'), BINTOU);
    await robot.press(t('people.next'));
    await robot.sees(t('people.hand-over', { name: BINTOU }));
    await choosePin(robot, HER_PIN);
    await robot.sees(t('people.added', { name: BINTOU }));
    await lockNow(robot);

    // Awa's PIN does not unlock for Bintou; after a few wrong PINs there is a wait.
    await typePin(robot, { user: BINTOU, pin: PIN });
    await robot.sees(t('start.wrong-pin', { count: 1 }));
    const waiting = page.getByRole('progressbar', { name: /^Encore/ });
    for (let wrong = 2; wrong <= 10 && !(await waiting.isVisible()); wrong++) {
      await typePin(robot, { pin: '000111' });
      await page
        .getByText(t('start.wrong-pin', { count: wrong }))
        .or(waiting)
        .first()
        .waitFor();
    }
    expect(await waiting.isVisible(), 'after several wrong PINs she has to wait').toBe(true);
    // The wait continues after the app is closed and opened again.
    await page.reload();
    await robot.press(BINTOU);
    await waiting.waitFor();

    // The other user does not have to wait.
    await robot.press(t('start.other-user'));
    await unlock(robot, { user: AWA });
    await openPlace(robot, 'audit');
    await robot.sees(t('audit.wrongPin', { who: BINTOU }));
    await lockNow(robot);

    await phone.setClock('2026-11-26T12:00');
    await robot.press(BINTOU);
    await unlock(robot, { pin: HER_PIN });
    await robot.place('more');
    await robot.sees(new RegExp(BINTOU));
  },
  JOURNEY_MS,
);

longJourney(
  'two tabs see what the other saves, also when both save at once',
  async () => {
    const { phone, robot, url } = await setOut();
    const { t } = robot.words;
    await firstStart(robot);
    const other = createRobot(await phone.newTab(url), robot.words);
    await unlock(other);
    await robot.page.bringToFront();
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    // The other tab shows it without a reload.
    await other.page.bringToFront();
    await other.place('search');
    await other.typeInto(other.page.getByRole('searchbox'), 'Fanta');
    await other.page.getByRole('button', { name: /Fanta Keïta/ }).waitFor();

    const here = {
      ...MOTHER,
      mother_name: 'Rokia Sidibé',
      phone: '66554433',
      ...infant(1, { ...GIRL, infant_name: 'Ali' }),
    };
    const there = {
      ...MOTHER,
      mother_name: 'Sali Dembélé',
      phone: '79888777',
      ...infant(1, { ...GIRL, infant_name: 'Issa' }),
    };
    await Promise.all([registerFamily(robot, here), registerFamily(other, there)]);

    await openPlace(robot, 'safekeeping');
    await robot.sees(t('safekeeping.families', { count: 3 }));
    await robot.press(t('safekeeping.check'));
    await robot.sees(t('safekeeping.all-read'));
    await openPlace(other, 'safekeeping');
    await other.sees(t('safekeeping.families', { count: 3 }));
  },
  JOURNEY_MS,
);
