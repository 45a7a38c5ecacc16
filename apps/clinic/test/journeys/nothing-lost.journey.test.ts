import { expect, it } from 'vitest';
import { JOURNEY_MS, setOut, takePhone } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import { createRobot } from '../robot.ts';
import { openFamily } from '../robot-family.ts';
import { openPlace } from '../robot-places.ts';
import { fillRegistration, GIRL, infant, MOTHER, nextStep, startRegistration } from '../robot-registration.ts';
import { firstStart, unlock } from '../robot-start.ts';
import { answerQuestion, draftIsWritten } from '../robot-visit.ts';

/** Errors that a killed page causes in its console. */
const expectedErrors = /crash|closed/i;

it(
  'a battery that dies in the middle of a form loses no answer',
  async () => {
    const { phone, robot, url } = await setOut({ expectedErrors });
    const { t, question } = robot.words;
    await firstStart(robot);
    await startRegistration(robot);
    await answerQuestion(robot, 'registration', 'consent', true);
    await nextStep(robot);
    await answerQuestion(robot, 'registration', 'mother_name', 'Fanta Keïta');
    await answerQuestion(robot, 'registration', 'village', 'Kola');
    await draftIsWritten(robot);
    await phone.kill();

    const again = await takePhone({ profile: phone.profile });
    await again.context.setOffline(true);
    await again.page.goto(url);
    const after = createRobot(again.page, robot.words);
    await unlock(after);
    await after.sees(t('today.drafts'));
    await after.press(t('today.resume'));
    await after.sees(t('registration.taken-up'));
    const typed = (name: string) =>
      again.page.getByRole('textbox', { name: question('registration', name).label }).inputValue();
    expect(await typed('mother_name')).toBe('Fanta Keïta');
    expect(await typed('village')).toBe('Kola');
  },
  JOURNEY_MS,
);

/** `moments`: the number of frames between the press and the kill. */
const diesWhileSaving = (moments: 0 | 1) => async (): Promise<void> => {
  const { phone, robot, url } = await setOut({ expectedErrors });
  const { t } = robot.words;
  await firstStart(robot);
  await startRegistration(robot);
  await fillRegistration(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
  await draftIsWritten(robot);
  await phone.page.evaluate((name) => {
    const save = [...document.querySelectorAll('button')].find((button) => button.textContent === name);
    save?.click();
  }, t('registration.save'));
  if (moments > 0) await phone.page.evaluate(() => new Promise(requestAnimationFrame));
  await phone.kill();

  const again = await takePhone({ profile: phone.profile });
  await again.page.goto(url);
  const after = createRobot(again.page, robot.words);
  await unlock(after);
  await openPlace(after, 'safekeeping');
  const saved = after.page.getByText(t('safekeeping.families', { count: 1 }), { exact: false });
  const none = after.page.getByText(t('safekeeping.families', { count: 0 }), { exact: false });
  await saved.or(none).first().waitFor();
  await after.press(t('safekeeping.check'));
  await after.sees(t('safekeeping.all-read'));
  if (await none.isVisible()) {
    await after.place('today');
    await after.press(t('today.resume'));
    await after.tap(after.page.getByRole('button', { name: t('registration.save'), exact: true }));
    await after.sees(t('family.saved'));
  } else {
    // The draft was deleted in the same transaction that saved the family.
    await after.place('today');
    await after.sees(t('today.search'));
    expect(await after.page.getByText(t('today.drafts'), { exact: true }).count()).toBe(0);
  }
  await openFamily(after, 'Fanta Keïta', 'fanta');
  await after.sees('Awa');
};

const diesWhile = (when: string): string =>
  `a battery that dies while a family is being saved, ${when}, leaves all of it or the whole form`;

it(diesWhile('at once'), diesWhileSaving(0), JOURNEY_MS);
longJourney(diesWhile('a moment later'), diesWhileSaving(1), JOURNEY_MS);
