import { expect } from 'vitest';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import type { Phone } from '../phone.ts';
import { openFamily } from '../robot-family.ts';
import { openPlace } from '../robot-places.ts';
import { fillRegistration, GIRL, infant, MOTHER, registerFamily, startRegistration } from '../robot-registration.ts';
import { firstStart, unlock } from '../robot-start.ts';
import { draftIsWritten } from '../robot-visit.ts';

longJourney(
  'a phone that fills up says so before, then refuses with the form kept, and saves once there is room',
  async () => {
    const { phone, robot, url } = await setOut({ expectedErrors: /Quota/i });
    const { page } = robot;
    const { t } = robot.words;
    await firstStart(robot);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });

    await leaveRoom(phone, url, 15_000_000);
    await openPlace(robot, 'safekeeping');
    await robot.sees(t('shell.storage-nearly-full'));
    await robot.sees(t('safekeeping.room-low'));

    await leaveRoom(phone, url, 1_500_000);
    await robot.place('today');
    await openPlace(robot, 'safekeeping');
    await robot.sees(t('shell.storage-full'));
    await startRegistration(robot);
    const second = {
      ...MOTHER,
      mother_name: 'Rokia Sidibé',
      phone: '66554433',
      ...infant(1, { ...GIRL, infant_name: 'Ali' }),
    };
    await fillRegistration(robot, second);
    await robot.press(t('registration.save'));
    await robot.sees(t('shell.not-saved-full'));
    // What was typed is on the screen, and still there after a reload: a draft fits even on a full phone.
    const name = page.getByRole('textbox', { name: robot.words.question('registration', 'infant_name').label });
    expect(await name.inputValue()).toBe('Ali');
    await draftIsWritten(robot);
    await page.reload();
    await unlock(robot);
    await robot.sees(t('registration.taken-up'));
    expect(await name.inputValue()).toBe('Ali');

    await freeRoom(phone, url);
    await robot.press(t('registration.save'));
    await robot.sees(t('family.saved'));
    await openPlace(robot, 'safekeeping');
    await robot.sees(t('safekeeping.families', { count: 2 }));
    expect(await page.getByText(t('shell.storage-full')).count()).toBe(0);
    await openFamily(robot, 'Rokia Sidibé', 'rokia');
    await robot.sees('Ali');
  },
  JOURNEY_MS,
);

/** Sets the browser's quota to the present usage plus `bytes`. */
const leaveRoom = async ({ page, devtools }: Phone, url: string, bytes: number): Promise<void> => {
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(url).origin, quotaSize: used + bytes });
};

const freeRoom = async ({ devtools }: Phone, url: string): Promise<void> => {
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(url).origin });
};
